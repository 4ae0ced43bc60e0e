//===- NullTests.h - pointers as conditions -------------------------------===//
//
// `p ? *p : 0`, `!p`, `p && *p` and `p != nullptr` ask whether the pointer is
// null. In the model that is an expression of its own, so that no later stage
// has to know what C++ converts.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_READ_NULLTESTS_H
#define RPCGEN_READ_NULLTESTS_H

#include "model/Expression.h"
#include "read/Names.h"

namespace rpcgen {

/// A null pointer, as long as nothing is compared with it.
Expression nullPointer(Location Loc);
bool isNullPointer(const Expression &E);

/// The expression as a condition.
Expression condition(Expression E, const Names &Known);

/// Left Operator Right, where both are there.
Expression binary(Expression Left, std::string Operator, Expression Right,
                  Location Loc, const Names &Known);

} // namespace rpcgen

#endif // RPCGEN_READ_NULLTESTS_H
