//===- Emit.h - resolved model -> C++ text --------------------------------===//
//
// Prints what a rule-checked model declares: layouts of its types, and for
// each interface a service, functions, a frame per operation and a client.
// Decides nothing but names and order. The text has no #include, no macro
// but those that keep it from being there twice, and nothing that depends on
// the machine: equal models give equal text.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_EMIT_EMIT_H
#define RPCGEN_EMIT_EMIT_H

#include "emit/Select.h"
#include "model/Interface.h"
#include "wire/Forms.h"

#include <string>
#include <string_view>

namespace rpcgen {

/// The stubs of the selected interfaces, to be parsed at [[rpc::stubs]];
/// <rpc/rpc.h> and the interfaces themselves were seen before.
std::string emitStubs(const wire::Forms &Resolved, const Selection &Selected);

/// The same text as a header of its own, for the user's header `Include`
/// ("echo.h").
std::string emitHeader(const wire::Forms &Resolved, const Selection &Selected,
                       std::string_view Include);

/// Only what user code names (service, functions and client, and that they are
/// an interface), without operations: delivered in place of the stubs when a
/// rule has failed, so that the user reads that error and none that follow from
/// it. Nothing of an interface that uses one of these names itself.
std::string emitDeclarations(const Model &Resolved, const Selection &Selected);

} // namespace rpcgen

#endif // RPCGEN_EMIT_EMIT_H
