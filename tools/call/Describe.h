//===- Describe.h - what a file declares ----------------------------------===//
#ifndef RPCGEN_TOOLS_CALL_DESCRIBE_H
#define RPCGEN_TOOLS_CALL_DESCRIBE_H

#include "Session.h"

#include <iosfwd>

namespace call {

/// A line for each operation: "echo::add_one".
void list(const dynamic::Interfaces &Of, std::ostream &Out);

/// The declaration of an operation with its attributes, and how the structures
/// that it carries lie on the wire.
void describe(const Chosen &What, std::ostream &Out);

} // namespace call

#endif // RPCGEN_TOOLS_CALL_DESCRIBE_H
