#include "twin_b.h"
#include "twin_a.h"
