#include "twin_a.h"
