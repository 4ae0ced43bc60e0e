//===- Outputs.h - the pointers that the stub sends back ------------------===//
#ifndef RPCGEN_BODIES_IMPLEMENTATIONS_OUTPUTS_H
#define RPCGEN_BODIES_IMPLEMENTATIONS_OUTPUTS_H

#include "bodies/flow/Body.h"
#include "model/Location.h"

#include <vector>

namespace rpcgen {

/// A pointer that the stub follows when the function has returned.
struct Output {
  const Region *Holder; ///< null for the result
  const Type *T;        ///< Pointer, resolved
  Values What;
};

/// Those that [out] parameters and the result point to, as far as it is known
/// where they point. Of arms of unions, those that were set.
std::vector<Output> outputsAt(const Body &B, const Exit &E);

/// Where the value came there, or what it points to was released; where the
/// function returns if that is not known.
Location originOf(const Body &B, const Exit &E, const Output &O, Value V);

/// "[out] parameter 'p'", "'p->next' of [out] parameter 'p'", "the result".
std::string describe(const Body &B, const Output &O);

} // namespace rpcgen

#endif // RPCGEN_BODIES_IMPLEMENTATIONS_OUTPUTS_H
