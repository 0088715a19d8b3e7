call calque#ale#define('tex')
