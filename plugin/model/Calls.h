//===- Calls.h - what attributes say of calls -----------------------------===//
#ifndef RPCGEN_MODEL_CALLS_H
#define RPCGEN_MODEL_CALLS_H

#include "model/Interface.h"

#include <string_view>

namespace rpcgen {

Notification notificationOf(const AttributeList &Attributes);

/// As users write it: "privacy". What is not stated is "none".
std::string_view nameOf(Protection P);

/// What the declaration itself states.
Protection protectionOf(const AttributeList &Attributes);

/// Fills in what is resolved of an interface and its operations from their
/// attributes and those of parameters alone. Descriptions of formats 1 and 2
/// hold the attributes only.
void decideCalls(Interface &I);

} // namespace rpcgen

#endif // RPCGEN_MODEL_CALLS_H
