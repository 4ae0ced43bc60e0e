//===- Places.h - where rules over bodies report --------------------------===//
#ifndef RPCGEN_BODIES_PLACES_H
#define RPCGEN_BODIES_PLACES_H

#include "model/Location.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/Lex/Lexer.h"

namespace rpcgen {

inline Location at(clang::SourceLocation Loc) { return {Loc.getRawEncoding()}; }
inline Location at(const clang::Expr *E) {
  return at(E->IgnoreParenImpCasts()->getExprLoc());
}

/// The end of the token there; invalid if a macro has made the token.
inline Location endOf(clang::SourceLocation Token,
                      const clang::ASTContext &Context) {
  return at(clang::Lexer::getLocForEndOfToken(
      Token, 0, Context.getSourceManager(), Context.getLangOpts()));
}

} // namespace rpcgen

#endif // RPCGEN_BODIES_PLACES_H
