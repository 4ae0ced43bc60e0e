//===- Values.h - the values of an enumeration ----------------------------===//
#ifndef RPCGEN_MODEL_VALUES_H
#define RPCGEN_MODEL_VALUES_H

#include "model/Interface.h"

namespace rpcgen {

/// The values of the narrowest integer that holds every enumerator: all that
/// C++ lets the enumeration have if it has no fixed underlying type, and all
/// that its enumerators can be combined to.
ValueRange valuesOf(const Enumeration &E);

} // namespace rpcgen

#endif // RPCGEN_MODEL_VALUES_H
