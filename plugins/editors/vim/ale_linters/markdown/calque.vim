call calque#ale#define('markdown')
