//===- Describe.h - how rules over implementations name what they judge ---===//
#ifndef RPCGEN_BODIES_IMPLEMENTATIONS_DESCRIBE_H
#define RPCGEN_BODIES_IMPLEMENTATIONS_DESCRIBE_H

#include "bodies/Places.h"
#include "bodies/flow/Body.h"

#include <string>

namespace rpcgen {

/// "[in, out] parameter 'list'"
std::string describe(const Parameter &P);

/// "'(*list)->next' of [in, out] parameter 'list'", or the parameter alone.
std::string describe(const Body &B, const Region *R);

} // namespace rpcgen

#endif // RPCGEN_BODIES_IMPLEMENTATIONS_DESCRIBE_H
