//===- Path.cpp -----------------------------------------------------------===//

#include "bodies/Path.h"
#include "bodies/Places.h"
#include "bodies/flow/Conditions.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;

namespace rpcgen {
namespace {

/// Tests of one way, in their order.
using Tests = std::vector<const Fact *>;

/// Those that have had another outcome on the other way.
Tests differences(const Way &Here, const Way &Other) {
  Tests Found;
  for (const Fact &F : Here)
    if (llvm::any_of(Other, [&](const Fact &There) {
          return F.Condition == There.Condition && F.Holds != There.Holds;
        }))
      Found.push_back(&F);
  return Found;
}

bool hasAllOf(const Tests &A, const Tests &B) {
  return llvm::all_of(B,
                      [&](const Fact *F) { return llvm::is_contained(A, F); });
}

/// Where other ways leave this one that are as much alike it as can be. Of
/// tests that turn out together the first one is the reason.
Tests decisive(const Way &Here, const std::vector<const Way *> &Others) {
  std::vector<Tests> All;
  for (const Way *Other : Others)
    if (Tests Each = differences(Here, *Other); !Each.empty())
      All.push_back(std::move(Each));
  Tests Found;
  for (const Tests &Each : All)
    if (llvm::none_of(All,
                      [&](const Tests &Other) {
                        return Other.size() < Each.size() &&
                               hasAllOf(Each, Other);
                      }) &&
        !llvm::is_contained(Found, Each.front()))
      Found.push_back(Each.front());
  return Found;
}

/// As it is written; "" if a macro has made it, or if it has several lines.
std::string textOf(const Expr *E, const ASTContext &Context) {
  const CharSourceRange Range =
      CharSourceRange::getTokenRange(E->getSourceRange());
  if (Range.getBegin().isMacroID() || Range.getEnd().isMacroID())
    return "";
  const llvm::StringRef Text = Lexer::getSourceText(
      Range, Context.getSourceManager(), Context.getLangOpts());
  return Text.contains('\n') ? "" : Text.str();
}

std::string sayTaken(const Fact &F, const ASTContext &Context) {
  auto Name = [&](const Expr *E) {
    const std::string Text = textOf(E, Context);
    return Text.empty() ? std::string("this") : "'" + Text + "'";
  };
  const std::vector<PointerTest> Tests = testsOfPointers(F.E, F.Is);
  if (Tests.size() == 1 && Tests[0].Pointer->getType()->isAnyPointerType())
    return "taken when " + Name(Tests[0].Pointer) +
           (Tests[0].NotNull ? " is not null" : " is null");
  const auto *Cast = dyn_cast<ImplicitCastExpr>(F.E);
  if (Cast && Cast->getCastKind() == CK_IntegralToBoolean)
    return "taken when " + Name(F.E) + (F.Is ? " is not zero" : " is zero");
  return "taken when " + Name(F.E) + (F.Is ? " is true" : " is false");
}

} // namespace

/// Not on the line that is reported, where one sees it.
void PathNotes::add(const Expr *Where, std::string Message) {
  const SourceManager &Sources = B.context().getSourceManager();
  auto LineOf = [&](SourceLocation At) {
    return std::pair(Sources.getFileID(Sources.getExpansionLoc(At)),
                     Sources.getExpansionLineNumber(At));
  };
  const SourceLocation At = Where->IgnoreParenImpCasts()->getExprLoc();
  if (At.isValid() &&
      LineOf(At) != LineOf(SourceLocation::getFromRawEncoding(Reported.Raw)))
    Found.push_back({at(At), std::move(Message)});
}

PathNotes &PathNotes::allocated(const Region *Object) {
  if (Object && Object->isAllocation())
    add(Object->E, "allocated here");
  return *this;
}

PathNotes &PathNotes::released(const Value &V) {
  if (V.K == Value::Kind::Address && V.N == Value::Released && V.E)
    add(V.E, isa<CallExpr, CXXDeleteExpr>(V.E)
                 ? "released here"
                 : "released by the owner that is made here");
  return *this;
}

PathNotes &PathNotes::taken(const Way &Here,
                            const std::vector<const Way *> &Others) {
  for (const Fact *F : decisive(Here, Others))
    add(F->E, sayTaken(*F, B.context()));
  return *this;
}

void PathNotes::addTo(FindingBuilder To) {
  std::ranges::stable_sort(Found, {}, [](const Note &N) { return N.Loc.Raw; });
  for (Note &N : Found)
    To.note(N.Loc, std::move(N.Message));
}

} // namespace rpcgen
