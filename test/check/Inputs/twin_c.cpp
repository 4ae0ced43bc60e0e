#include "twin_c.h"
