#include "twin_b.h"
