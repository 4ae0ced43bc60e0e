//===- Rules.h - what makes a client wrong --------------------------------===//
//
// A rule is one small function over what a function that calls operations does.
// It has a line in bodies/List.def, a page in docs/rules and a test in
// test/bodies.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_BODIES_CALLERS_RULES_H
#define RPCGEN_BODIES_CALLERS_RULES_H

#include "bodies/callers/Client.h"
#include "rules/Reporter.h"

namespace rpcgen::bodies {

#define BODY_RULE(Identifier, Name, Level, Summary)
#define CLIENT_RULE(Identifier, Name, Level, Summary)                          \
  void check##Identifier(const Client &C, Reporter &R);
#include "bodies/List.def"

} // namespace rpcgen::bodies

#endif // RPCGEN_BODIES_CALLERS_RULES_H
