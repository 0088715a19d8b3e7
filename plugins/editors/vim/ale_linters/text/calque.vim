call calque#ale#define('text')
