//===- Calls.h - what attributes say of calls -----------------------------===//
#ifndef RPCGEN_MODEL_CALLS_H
#define RPCGEN_MODEL_CALLS_H

#include "model/Interface.h"

namespace rpcgen {

Notification notificationOf(const AttributeList &Attributes);

/// Fills in what is resolved of an operation from its attributes and those of
/// its parameters alone. Descriptions hold the attributes only.
void decideCalls(Operation &O);

} // namespace rpcgen

#endif // RPCGEN_MODEL_CALLS_H
