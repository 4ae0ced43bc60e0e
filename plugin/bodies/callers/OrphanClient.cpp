//===- OrphanClient.cpp - memory that a client has no pointer to ----------===//

#include "bodies/Path.h"
#include "bodies/Places.h"
#include "bodies/callers/Managed.h"
#include "bodies/callers/Rules.h"
#include "bodies/flow/Passing.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace rpcgen {
namespace {

/// A local variable, or a part of it, that ends with the function and has
/// nothing done with what it points to.
bool isPlain(const Region *R) {
  const Region *Root = R->root();
  if (R->K == Region::Kind::Element && R->Parent->K == Region::Kind::Content)
    R = R->Parent->Parent; // of a std::array
  for (; R->Parent; R = R->Parent)
    if (R->K != Region::Kind::Field && R->K != Region::Kind::Element)
      return false;
  return Root->isOnStack() && !Root->T.isDestructedType();
}

/// Whether something that goes on after the function points there.
class Reach {
public:
  Reach(const State &At, const Values &Returned) {
    add(Returned);
    for (const auto &[R, Stored] : At.Memory)
      if (!isPlain(R) && At.heldAs(R->object()) < Hold::Possible)
        add(Stored);
    while (!ToDo.empty()) {
      const Region *Object = ToDo.back();
      ToDo.pop_back();
      for (const auto &[R, Stored] : At.Memory)
        if (R->isIn(Object))
          add(Stored);
    }
  }

  bool has(const Region *Object) const { return Seen.contains(Object); }

private:
  void add(const Values &More) {
    for (Value V : More)
      if (V.K == Value::Kind::Address && Seen.insert(V.R->object()).second)
        ToDo.push_back(V.R->object());
  }

  RegionSet Seen;
  std::vector<const Region *> ToDo;
};

/// The same allocation, though there has been another one since.
bool isLike(const Region *A, const Region *B) {
  return A->isAllocation() && B->isAllocation() && A->E == B->E && A->D == B->D;
}

/// The last store of the address that satisfies the condition, or null.
template <class Condition>
const Store *lastStore(const Client &C, Condition Is) {
  for (const Store &S : llvm::reverse(C.Stores))
    if (Is(S))
      return &S;
  return nullptr;
}

bool holds(const Values &Stored, const Region *Object) {
  return Stored.may([&](const Value &V) {
    return V.K == Value::Kind::Address && V.N == 0 && isLike(V.R, Object);
  });
}

std::string newMemoryOf(const Client &C, const Region *Variable,
                        const ClientCall &Made) {
  return "'" + C.nameOf(Variable) + "' points to " + memoryOf(Made) +
         ", which cannot be released after ";
}

/// The variable of the function that has the address to its end, or null.
const Region *lastHolder(const Client &C, const State &At, const Region *Lost) {
  for (const auto &[R, Stored] : At.Memory)
    if (const VarDecl *V = R->root()->variable();
        V && V->getDeclContext() == C.F && holds(Stored, Lost))
      return R;
  return nullptr;
}

/// Whether it is written which element of an array is released.
bool releasesElement(const Call &Each, const ASTContext &Context) {
  const auto *Release = dyn_cast<CallExpr>(Each.At);
  if (!Release || Release->getNumArgs() == 0)
    return false;
  const Expr *Argument = Release->getArg(0)->IgnoreParenCasts();
  const auto *OfArray = dyn_cast<ArraySubscriptExpr>(Argument);
  const auto *OfClass = dyn_cast<CXXOperatorCallExpr>(Argument);
  const Expr *Index = OfArray ? OfArray->getIdx()
                      : OfClass && OfClass->getOperator() == OO_Subscript
                          ? OfClass->getArg(1)
                          : nullptr;
  return Index && Index->isIntegerConstantExpr(Context);
}

/// Whether an array has it, whose elements are released on some way.
bool isReleasedInLoop(const Client &C, const State &At, const Region *Lost) {
  const Region *Last = lastHolder(C, At, Lost);
  const bool IsElement = Last && Last->K == Region::Kind::Element;
  return Last && (IsElement || Last->isMany()) &&
         llvm::any_of(C.Calls, [&](const Call &Each) {
           return Each.Of->Does == Effect::Release && !Each.Arguments.empty() &&
                  !(IsElement && releasesElement(Each, C.context())) &&
                  Each.Arguments.front().may([&](const Value &V) {
                    return V.K == Value::Kind::Unknown || V.R == Lost;
                  });
         });
}

struct Loss {
  Location At;
  std::string Message;
};

Loss describeLoss(const Client &C, const State &At, const Region *Lost) {
  const ClientCall &Made = *C.All.makerOf(Lost);
  const Location From = at(C.Made.lookup(Made.Call));
  const Store *By = lastStore(C, [&](const Store &S) {
    return S.Where && holds(S.Old, Lost) && !S.changesNothing() &&
           !S.New.may([&](const Value &V) { return V.R == Lost; });
  });
  if (const Region *Last = lastHolder(C, At, Lost))
    return {From, newMemoryOf(C, Last, Made) + "the end of the variable"};
  if (By) {
    const ClientCall *Into = C.All.find(By->Where);
    return {at(By->Where), newMemoryOf(C, By->To, Made) +
                               (Into ? "'" + Into->Of->Name + "' has changed it"
                                     : "it is changed")};
  }
  if (const Store *In = lastStore(C, [&](const Store &S) {
        return S.To->K != Region::Kind::Temporary && holds(S.New, Lost);
      }))
    return {From, newMemoryOf(C, In->To, Made) + "the end of the variable"};
  return {From, "'" + Made.Of->Name +
                    "' returns a pointer to new memory, which cannot be "
                    "released if the pointer is dropped"};
}

/// The ways to the end on which something releases what has been allocated.
std::vector<const Way *> waysOfRelease(const Client &C, const Region *Object) {
  return waysOfExits(C, [&](const Exit &E) {
    return E.After.isGone(Object) || (E.After.Held.contains(Object) &&
                                      Reach(E.After, E.Returned).has(Object));
  });
}

void reportLosses(const Client &C, const State &At, const Values &Returned,
                  RegionSet &Reported, Reporter &R) {
  if (At.Held.empty())
    return;
  const Reach Left(At, Returned);
  for (const auto &[Object, How] : At.Held)
    if (At.heldAs(Object) == Hold::Certain && !Left.has(Object) &&
        !isReleasedInLoop(C, At, Object) && Reported.insert(Object).second) {
      const ClientCall &Made = *C.All.makerOf(Object);
      const Loss L = describeLoss(C, At, Object);
      auto Report = R.report(L.At, L.Message);
      if (L.At.Raw != at(C.Made.lookup(Made.Call)).Raw)
        Report.note(at(Made.Call), "allocated by this call");
      PathNotes(C, L.At)
          .taken(At.Facts, waysOfRelease(C, Object))
          .addTo(Report);
    }
}

void reportUnset(const Client &C, const Read &Each, Reporter &R) {
  const ClientCall *Into = C.All.around(Each.At);
  if (!Into)
    return;
  const Expr *E = Each.At->IgnoreParenImpCasts();
  if (const auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = Address->getSubExpr()->IgnoreParenImpCasts();
  const VarDecl *V = variableOf(E);
  const bool IsReference =
      !Each.At->getType()->isAnyPointerType() ||
      !Each.At->getType()->getPointeeType()->isAnyPointerType();
  auto Report =
      R.report(at(E), "'" + (V ? V->getNameAsString() : "the pointer") +
                          "' has no value, and '" + Into->Of->Name +
                          "' sends what it points to; " +
                          (IsReference ? "let it point to an object"
                                       : "set it to nullptr"));
  if (V && !IsReference)
    Report.insertBefore(endOf(V->getLocation(), V->getASTContext()),
                        " = nullptr");
}

} // namespace

void bodies::checkOrphanClient(const Client &C, Reporter &R) {
  for (const Read &Each : C.Reads)
    if (Each.Of.must([](const Value &V) {
          return V.K == Value::Kind::Uninitialized && !V.E;
        }))
      reportUnset(C, Each, R);
  if (C.InCall || isManaged(C.F))
    return;
  RegionSet Reported;
  for (const Exit &E : C.Exits)
    reportLosses(C, E.After, E.Returned, Reported, R);
  for (const Throw &T : C.Throws)
    reportLosses(C, T.Before, {}, Reported, R);
}

} // namespace rpcgen
