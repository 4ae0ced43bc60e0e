//===- Interfaces.h - service, functions, frames, operations, client ------===//
#ifndef RPCGEN_EMIT_INTERFACES_H
#define RPCGEN_EMIT_INTERFACES_H

#include "wire/Forms.h"

#include <string>

namespace rpcgen {

/// "60a15ec5-4de8-11d7-a637-005056a20182"
std::string printUuid(const Interface &I);

/// Everything of one interface but the layouts of its types.
std::string printInterface(const wire::Forms &All, const Interface &I);

/// Its service, functions and client as declarations.
std::string declareInterface(const Interface &I);

} // namespace rpcgen

#endif // RPCGEN_EMIT_INTERFACES_H
