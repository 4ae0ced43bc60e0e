//===- Rules.h - rules over the bodies of functions -----------------------===//
#ifndef RPCGEN_BODIES_RULES_H
#define RPCGEN_BODIES_RULES_H

#include "model/Finding.h"
#include "model/Interface.h"

#include <vector>

namespace clang {
class ASTContext;
}

namespace rpcgen {

/// Runs all of them over every implementation of an operation of the model
/// that the translation unit defines, functions that are declared in an
/// interface and overrides of its service, and over every call of a client.
std::vector<Finding> checkBodies(clang::ASTContext &Context, const Model &M);

/// Where the first function is defined that they would look at; nowhere if the
/// translation unit has none.
Location firstBody(clang::ASTContext &Context, const Model &M);

} // namespace rpcgen

#endif // RPCGEN_BODIES_RULES_H
