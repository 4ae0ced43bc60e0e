//===- Rules.h - what makes an implementation wrong -----------------------===//
//
// A rule is one small function over what an implementation does. It stands in
// a file, alone or with its family, and has a line in List.def, a page in
// docs/rules and a test in test/bodies.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_BODIES_RULES_H
#define RPCGEN_BODIES_RULES_H

#include "bodies/Body.h"
#include "bodies/UserCode.h"
#include "rules/Reporter.h"

#include "clang/AST/ASTContext.h"

#include <vector>

namespace rpcgen {

namespace bodies {
#define BODY_RULE(Identifier, Name, Level, Summary)                            \
  void check##Identifier(const Body &B, Reporter &R);
#define CLIENT_RULE(Identifier, Name, Level, Summary)                          \
  void check##Identifier(const Caller &In, Reporter &R);
#include "bodies/List.def"
} // namespace bodies

/// Runs all of them over every implementation of an operation of the model
/// that the translation unit defines, functions that are declared in an
/// interface and overrides of its service, and over every call of a client.
std::vector<Finding> checkBodies(clang::ASTContext &Context, const Model &M);

} // namespace rpcgen

#endif // RPCGEN_BODIES_RULES_H
