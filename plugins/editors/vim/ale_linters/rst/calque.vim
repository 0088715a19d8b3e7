call calque#ale#define('rst')
