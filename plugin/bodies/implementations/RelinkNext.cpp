//===- RelinkNext.cpp -----------------------------------------------------===//

#include "bodies/flow/Passing.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

using namespace clang;

namespace rpcgen {
namespace {

bool isLink(const Type *Pointer, const Type *Holder) {
  if (!Pointer || !Holder || Pointer->K != Type::Kind::Pointer)
    return false;
  const Type &To = strippedOfArrays(Pointer->element());
  return To.K == Type::Kind::Structure && Holder->K == To.K &&
         To.Definition == Holder->Definition;
}

/// Whether it is a pointer to another structure of the kind that it is in.
bool isLink(const Body &B, const Region *R) {
  if (R->K != Region::Kind::Field)
    return false;
  const Type *Pointer = B.typeOf(R), *Holder = B.typeOf(R->Parent);
  return isLink(Pointer, Holder);
}

/// Whether it points to the first node of a list, and is no part of one.
bool isTopLink(const Body &B, const Region *R) {
  const Type *Pointer = B.typeOf(R);
  if (R->K == Region::Kind::Variable || !Pointer || Pointer->Reseatable ||
      Pointer->K != Type::Kind::Pointer)
    return false;
  const Type &To = strippedOfArrays(Pointer->element());
  return To.K == Type::Kind::Structure &&
         llvm::any_of(B.M.Structures[To.Definition].Fields,
                      [&](const Field &F) { return isLink(&F.T, &To); });
}

/// Whether it is written how many links there are from a parameter to the
/// place.
bool isFixed(const Body &B, const Expr *Place) {
  for (const Expr *E = stripped(Place);;) {
    if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      E = stripped(Member->getBase());
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(E);
               Unary && (Unary->getOpcode() == UO_Deref ||
                         Unary->getOpcode() == UO_AddrOf)) {
      E = stripped(Unary->getSubExpr());
    } else {
      const VarDecl *D = variableOf(E);
      if (!D || llvm::any_of(B.Stores, [&](const Store &S) {
            return S.To == B.variable(D) && S.Value != D->getInit();
          }))
        return false;
      if (isa<ParmVarDecl>(D))
        return true;
      if (!D->getInit())
        return false;
      E = stripped(D->getInit());
    }
  }
}

/// Whether it adds a node after the last one, as far as is known: that it is
/// the last one is what a loop has looked for. New nodes that go on with what
/// was there are inserted.
bool appends(const Body &B, const Store &S) {
  bool OneOfMany = S.To->isMany(), MayBeLast = S.Old.may(Value::Kind::Null);
  for (const Store &Other : B.Stores)
    if (Other.Where == S.Where && Other.To != S.To) {
      OneOfMany = true;
      MayBeLast |= Other.Old.may(Value::Kind::Null);
    }
  return OneOfMany && MayBeLast && !isFixed(B, S.Where) &&
         S.New.must([](const Value &V) {
           return V.K == Value::Kind::Address && V.R->isAllocation();
         }) &&
         llvm::none_of(B.Stores, [&](const Store &Other) {
           return Other.To->root()->isAllocation() &&
                  Other.New.may([&](const Value &V) {
                    return V.K == Value::Kind::Address &&
                           S.Old.may(
                               [&](const Value &Old) { return Old == V; });
                  });
         });
}

/// Whether the function always returns with what was there before, or what was
/// there is known to be null.
bool isPutBack(const Body &B, const Store &S) {
  return !B.Exits.empty() && llvm::all_of(B.Exits, [&](const Exit &E) {
    return B.load(E.After, S.To).must([&](const Value &V) {
      return llvm::is_contained(S.Old, V) ||
             (V.K == Value::Kind::Null &&
              llvm::any_of(E.After.Memory, [&](const auto &Each) {
                const Value Known = Each.second.only();
                return Known.K == Value::Kind::Null && Known.R == S.To;
              }));
    });
  });
}

} // namespace

void bodies::checkRelinkNext(const Body &B, Reporter &R) {
  for (const Store &S : B.Stores) {
    const Parameter *P = B.parameterOf(S.To);
    if (!P || !P->Dir.In || !B.isStubOwned(S.To) ||
        !(isLink(B, S.To) || isTopLink(B, S.To)) || B.leadsToBlock(S.To) ||
        B.isReflected(S.To))
      continue;
    // To add after the end takes nothing away.
    if (S.Old.must(Value::Kind::Null) || S.changesNothing() || appends(B, S) ||
        isPutBack(B, S))
      continue;
    R.report(at(S.Where), "this cuts off what " + describe(B, S.To) +
                              " pointed to, which may be part of the message")
        .note(P->Loc, "declare the pointer with [[rpc::force_allocate]], or "
                      "return a list of its own");
  }
}

void bodies::checkOrphanInoutUnique(const Body &B, Reporter &R) {
  for (const Store &S : B.Stores) {
    const Parameter *P = B.parameterOf(S.To);
    const Type *T = B.typeOf(S.To);
    if (!P || !P->Dir.In || !P->Dir.Out || !B.isStubOwned(S.To) || !T ||
        T->K != Type::Kind::Pointer || T->Class != PointerClass::Unique)
      continue;
    const bool IsLeft = llvm::any_of(B.Exits, [&](const Exit &E) {
      return B.load(E.After, S.To).must(Value::Kind::Null);
    });
    if (IsLeft && S.New.must(Value::Kind::Null) &&
        !S.Old.must(Value::Kind::Null))
      R.report(at(S.Where), "the client loses what " + describe(B, S.To) +
                                " pointed to, unless it keeps a pointer of its "
                                "own");
  }
}

} // namespace rpcgen
