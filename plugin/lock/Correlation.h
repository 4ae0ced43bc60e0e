//===- Correlation.h - expressions that receivers check -------------------===//
#ifndef RPCGEN_LOCK_CORRELATION_H
#define RPCGEN_LOCK_CORRELATION_H

#include "model/Interface.h"

#include <string>
#include <vector>

namespace rpcgen {

/// What an expression may name, and its key in a correlation.
struct Sibling {
  std::string Name;
  const Type *T;
  std::string Key;
};
using Siblings = std::vector<Sibling>;

/// Parameters are known by their places in the request and in the response,
/// fields by theirs.
Siblings siblingsIn(const Operation &O);
Siblings siblingsIn(const Structure &S);

/// In a form that is the same for expressions of the same value, as far as sums
/// and factors go: max_is(n - 1) is size_is(n).
struct Correlation {
  Correlation(const Expression &E, const Siblings &Around);

  std::string Key;  ///< the same where the values always are
  std::string Text; ///< for messages
};

} // namespace rpcgen

#endif // RPCGEN_LOCK_CORRELATION_H
