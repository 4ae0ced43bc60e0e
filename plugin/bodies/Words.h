//===- Words.h - what rules over implementations say alike ----------------===//
#ifndef RPCGEN_BODIES_WORDS_H
#define RPCGEN_BODIES_WORDS_H

#include "bodies/Body.h"
#include "model/Location.h"

#include <string>

namespace rpcgen {

inline Location at(clang::SourceLocation Loc) { return {Loc.getRawEncoding()}; }
inline Location at(const clang::Expr *E) {
  return at(E->IgnoreParenImpCasts()->getExprLoc());
}

/// Behind the token there; nowhere, if a macro has made it.
Location behind(clang::SourceLocation Token, const clang::ASTContext &Context);

/// "[in, out] parameter 'list'"
std::string describe(const Parameter &P);

/// "'(*list)->next' of [in, out] parameter 'list'", or the parameter alone.
std::string describe(const Body &B, const Region *R);

} // namespace rpcgen

#endif // RPCGEN_BODIES_WORDS_H
