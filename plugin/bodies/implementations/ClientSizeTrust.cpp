//===- ClientSizeTrust.cpp ------------------------------------------------===//

#include "bodies/flow/Passing.h"
#include "bodies/flow/Standard.h"
#include "bodies/flow/Statements.h"
#include "bodies/implementations/Correlations.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace rpcgen {
namespace {

/// The client's number that this is, or is made of, if nothing bounds it.
const Region *trusted(const Body &B, const Values &Size,
                      const RegionSet &Compared,
                      llvm::function_ref<bool(const Region *)> IsBounded) {
  if (!Size.must([](const Value &V) {
        return V.K == Value::Kind::Initial || V.K == Value::Kind::Derived;
      }))
    return nullptr;
  for (const Value &V : Size)
    if (const Type *T = B.typeOf(V.R);
        !(T && T->Range) && !Compared.contains(V.R) && !IsBounded(V.R))
      return V.R;
  return nullptr;
}

const Region *trusted(const Body &B, const Values &Size,
                      const RegionSet &Compared) {
  return trusted(B, Size, Compared, [](const Region *) { return false; });
}

/// Whether it is the size of an array that the client has sent, or that the
/// stub has allocated, and so no larger than what a call may use.
bool isBoundedByCall(const Body &B, const Region *Number) {
  bool Result = false;
  forEachBeside(B, Number, [&](const Correlated &Array) {
    const Parameter *P = B.parameterOf(Array.Beside);
    const bool IsThere = P->Dir.In || Array.Holder == Array.Beside;
    Result |= Array.T->Size && !Array.T->String && IsThere &&
              uses(B, *Array.T->Size, Array.Beside, Number);
  });
  return Result;
}

/// No number of 16 bits asks for much memory.
bool isSmall(const Body &B, const Region *Number) {
  return !Number->T.isNull() && Number->T->isIntegerType() &&
         B.context().getIntWidth(Number->T) <= 16;
}

/// An array or container of the program's, also one of a context, whose number
/// of elements is not the client's.
bool isOwnArray(const Body &B, const Values &To) {
  return To.must([&](const Value &V) {
    if (V.K != Value::Kind::Address ||
        (B.parameterOf(V.R) && !B.isOfContext(V.R)))
      return false;
    // An iterator, or the container itself.
    const Region *R = V.R->K == Region::Kind::Content ? V.R->Parent : V.R;
    const StandardKind K = standardKind(R->T);
    return K == StandardKind::Sequence ||
           (K == StandardKind::View && R == V.R && B.livesOn(R)) ||
           (!V.R->T.isNull() && V.R->T->isArrayType());
  });
}

/// The conditions of loops of the function, and all its comparisons.
struct Comparisons {
  explicit Comparisons(const FunctionDecl *F) {
    forEachStatement(F->getBody(), [&](const Stmt *S) {
      if (const auto *For = dyn_cast<ForStmt>(S))
        OfLoops.insert(For->getCond());
      else if (const auto *While = dyn_cast<WhileStmt>(S))
        OfLoops.insert(While->getCond());
      if (const auto *Binary = dyn_cast<BinaryOperator>(S);
          Binary && Binary->isComparisonOp())
        All.push_back(Binary);
    });
  }

  llvm::SmallPtrSet<const Stmt *, 8> OfLoops;
  std::vector<const BinaryOperator *> All;
};

/// The parameter that alone says how far the variable counts: a loop compares
/// the two, and nothing else is compared with either. Null if there is none.
const ParmVarDecl *onlyBound(const Comparisons &Made, const VarDecl *Index) {
  const ParmVarDecl *Bound = nullptr;
  for (const BinaryOperator *C : Made.All) {
    const VarDecl *Left = variableOf(C->getLHS());
    const VarDecl *Right = variableOf(C->getRHS());
    if (Left != Index && Right != Index)
      continue;
    const auto *Other =
        dyn_cast_or_null<ParmVarDecl>(Left == Index ? Right : Left);
    if (!Other || (Bound && Bound != Other) || !Made.OfLoops.contains(C))
      return nullptr;
    Bound = Other;
  }
  return Bound;
}

/// Whether it is only counted, from a constant on.
bool isCounted(const Body &B, const VarDecl *Index) {
  return llvm::all_of(B.Stores, [&](const Store &S) {
    return S.To != B.variable(Index) || !S.Value ||
           S.New.must(Value::Kind::Number);
  });
}

/// Whether a number of the type may be larger than the arrays are.
bool mayExceed(QualType Number, const Values &Arrays,
               const ASTContext &Context) {
  const unsigned Bits = Context.getIntWidth(Number);
  return llvm::all_of(Arrays, [&](const Value &V) {
    const auto *T =
        V.R->T.isNull() ? nullptr : Context.getAsConstantArrayType(V.R->T);
    return T && (Bits >= 32 || T->getSize().ult(1u << Bits));
  });
}

/// The client's number that an index of a local array counts up to, if nothing
/// bounds it.
const Region *loopBound(const Body &B, const Comparisons &Made,
                        const Dereference &D) {
  const VarDecl *Index = D.Index ? variableOf(D.Index) : nullptr;
  if (!Index || !Index->hasLocalStorage() || !isOwnArray(B, D.Of) ||
      !isCounted(B, Index))
    return nullptr;
  const ParmVarDecl *Bound = onlyBound(Made, Index);
  if (!Bound || !Bound->getType()->isIntegerType())
    return nullptr;
  const Region *Number = B.variable(Bound);
  const bool IsChanged =
      llvm::any_of(B.Stores, [&](const Store &S) { return S.To == Number; });
  return !IsChanged && trusted(B, B.load(State(), Number), D.Compared) &&
                 mayExceed(Bound->getType(), D.Of, B.context())
             ? Number
             : nullptr;
}

} // namespace

void bodies::checkClientSizeTrust(const Body &B, Reporter &R) {
  auto Report = [&](const Expr *At, const Region *Number, const char *What) {
    R.report(at(At), "the client chooses " + describe(B, Number) +
                         ", and nothing bounds it where it is " + What)
        .note(B.parameterOf(Number)->Loc,
              "compare it with a limit first, or declare it with "
              "[[rpc::range(0, limit)]]");
  };
  const Comparisons Made(B.F);
  for (const Call &C : B.Calls) {
    int Size = C.Of->Size;
    if (Size < 0 || static_cast<std::size_t>(Size) >= C.Arguments.size())
      continue;
    if (C.Of->Does == Effect::CopyBytes && isOwnArray(B, C.Arguments.front())) {
      if (const Region *Number =
              trusted(B, C.Arguments[Size], C.Before.Compared))
        Report(C.At, Number, "the size of what is written to an array");
    } else if (C.Of->Does == Effect::Allocate) {
      if (const Region *Number = trusted(
              B, C.Arguments[Size], C.Before.Compared, [&](const Region *R) {
                return isSmall(B, R) || isBoundedByCall(B, R);
              }))
        Report(C.At, Number, "the size of new memory");
    }
  }
  for (const Dereference &D : B.Dereferences) {
    const Region *Number =
        D.Index ? trusted(B, D.IndexOf, D.Compared) : nullptr;
    if (Number && isOwnArray(B, D.Of))
      Report(D.Index, Number, "an index of an array");
    else if (const Region *Bound = loopBound(B, Made, D))
      Report(D.Index, Bound, "how far an index of an array counts");
  }
}

} // namespace rpcgen
