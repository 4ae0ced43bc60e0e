//===- ContextHandles.cpp - the end of contexts ---------------------------===//

#include "bodies/Path.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMap.h"
#include "clang/Lex/Lexer.h"

namespace rpcgen {
namespace {

/// The handle whose context the call releases, or null.
const Region *releasedHandle(const Body &B, const Call &C) {
  if (C.Of->Does != Effect::Release || C.Arguments.empty())
    return nullptr;
  Value V = C.Arguments.front().without(Value::Kind::Null).only();
  if (V.K != Value::Kind::Address || V.R->K != Region::Kind::Pointee)
    return nullptr;
  const Region *Handle = V.R->Parent;
  const Type *T = B.typeOf(Handle);
  return T && T->K == Type::Kind::ContextHandle ? Handle : nullptr;
}

bool dangles(const Body &B, const State &At, const Region *Handle) {
  return B.load(At, Handle).may([](const Value &V) {
    return V.K == Value::Kind::Address && V.N == Value::Released;
  });
}

/// A state in which the function returns, or an exception leaves it, while the
/// context of the handle is gone, or null.
const State *stateLeft(const Body &B, const Region *Handle) {
  for (const Exit &E : B.Exits)
    if (dangles(B, E.After, Handle))
      return &E.After;
  for (const Throw &T : B.Throws)
    if (dangles(B, T.Before, Handle))
      return &T.Before;
  return nullptr;
}

/// Behind the semicolon, where another statement can stand; nowhere, if the
/// expression is not a statement of a block.
Location behindStatement(const Body &B, const clang::Expr *E) {
  const clang::ParentMap Parents(B.F->getBody());
  const clang::Stmt *Around = Parents.getParentIgnoreParens(E);
  while (llvm::isa_and_nonnull<clang::FullExpr>(Around))
    Around = Parents.getParentIgnoreParens(Around);
  if (!llvm::isa_and_nonnull<clang::CompoundStmt>(Around))
    return {};
  return at(clang::Lexer::findLocationAfterToken(
      E->getEndLoc(), clang::tok::semi, B.context().getSourceManager(),
      B.context().getLangOpts(), false));
}

} // namespace

void bodies::checkCtxFreeInOnly(const Body &B, Reporter &R) {
  for (const Call &C : B.Calls)
    if (const Region *Handle = releasedHandle(B, C))
      if (const Parameter *P = B.parameterOf(Handle); !P->Dir.Out)
        R.report(at(C.At), "the context ends here, and the client keeps a "
                           "handle to it: " +
                               describe(*P) + " is not [out]")
            .note(P->Loc, "declare it [in, out] and set it to null");
}

void bodies::checkCtxNotNulled(const Body &B, Reporter &R) {
  for (const Call &C : B.Calls) {
    const Region *Handle = releasedHandle(B, C);
    if (!Handle || !B.parameterOf(Handle)->Dir.Out)
      continue;
    const State *Left = stateLeft(B, Handle);
    if (!Left)
      continue;
    auto Report =
        R.report(at(C.At), "the context ends here, and " + describe(B, Handle) +
                               " is not set to null: the client "
                               "keeps a handle to it");
    if (Location End = behindStatement(B, C.At))
      Report.insertBefore(End, " " + B.nameOf(Handle) + " = nullptr;");
    PathNotes(B, at(C.At))
        .taken(Left->Facts, waysOfExits(B,
                                        [&](const Exit &E) {
                                          return !dangles(B, E.After, Handle);
                                        }))
        .addTo(Report);
  }
}

} // namespace rpcgen
