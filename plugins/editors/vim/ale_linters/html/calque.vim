call calque#ale#define('html')
