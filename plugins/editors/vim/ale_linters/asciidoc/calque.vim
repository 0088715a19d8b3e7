call calque#ale#define('asciidoc')
