//===- Correlations.h - what sizes and discriminants belong to ------------===//
#ifndef RPCGEN_BODIES_IMPLEMENTATIONS_CORRELATIONS_H
#define RPCGEN_BODIES_IMPLEMENTATIONS_CORRELATIONS_H

#include "bodies/flow/Body.h"

#include <functional>

namespace rpcgen {

/// An array or union at a place from which its sizes, or its discriminant, are
/// looked up.
struct Correlated {
  const Type *T;        ///< Array or Union
  const Region *Holder; ///< of the pointer to it, or of itself
  const Region *Beside; ///< the parameter or field that it is declared as
};

/// Those that stand beside R, a parameter or field or what a parameter points
/// to, in their declaration.
void forEachBeside(const Body &B, const Region *R,
                   const std::function<void(const Correlated &)> &Visit);

/// Whether the expression is over the number in R.
bool uses(const Body &B, const Expression &E, const Region *Beside,
          const Region *R);

} // namespace rpcgen

#endif // RPCGEN_BODIES_IMPLEMENTATIONS_CORRELATIONS_H
