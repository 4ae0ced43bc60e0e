//===- Interactive.h - a call for each line -------------------------------===//
#ifndef RPCGEN_TOOLS_CALL_INTERACTIVE_H
#define RPCGEN_TOOLS_CALL_INTERACTIVE_H

#include "Session.h"

#include <iosfwd>

namespace call {

/// Makes the calls that lines ask for:
///
///   $h = open {"name": "x"}          keeps the results under a name
///   read {"handle": "$h.handle"}     and uses them
///   # a comment
///
/// What is wrong with one line is said, and the next one is read. False if
/// something was wrong.
bool interact(const dynamic::Interfaces &Of, Session &Over, std::istream &Lines,
              bool Prompts);

} // namespace call

#endif // RPCGEN_TOOLS_CALL_INTERACTIVE_H
