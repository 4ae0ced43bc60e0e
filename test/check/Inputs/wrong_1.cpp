#include "wrong.h"
