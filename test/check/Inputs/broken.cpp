#include "records.h"

int broken = nowhere;
