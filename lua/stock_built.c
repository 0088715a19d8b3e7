/* The stock of a program that was linked without one. */
#include "lua/stock.h"

const cq_stock cq_stock_built = {0};
