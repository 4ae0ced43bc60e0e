//===- Rules.h - what makes an implementation wrong -----------------------===//
//
// A rule is one small function over what an implementation does. It has a line
// in bodies/List.def, a page in docs/rules and a test in test/bodies.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_BODIES_IMPLEMENTATIONS_RULES_H
#define RPCGEN_BODIES_IMPLEMENTATIONS_RULES_H

#include "bodies/flow/Body.h"
#include "rules/Reporter.h"

namespace rpcgen::bodies {

#define BODY_RULE(Identifier, Name, Level, Summary)                            \
  void check##Identifier(const Body &B, Reporter &R);
#define CLIENT_RULE(Identifier, Name, Level, Summary)
#include "bodies/List.def"

} // namespace rpcgen::bodies

#endif // RPCGEN_BODIES_IMPLEMENTATIONS_RULES_H
