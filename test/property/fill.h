#ifndef TEST_PROPERTY_FILL_H
#define TEST_PROPERTY_FILL_H

// Random values of every shape: a new one belongs into one of these, and does not compile before.

#include "fill_arrays.h"
#include "fill_calls.h"
#include "fill_members.h"
#include "fill_pointers.h"
#include "fill_scalars.h"
#include "fill_standard.h"
#include "fill_strings.h"
#include "fill_structures.h"

#endif  // TEST_PROPERTY_FILL_H
