//===- UncheckedEmpty.cpp - elements of arrays that may have none ---------===//

#include "bodies/flow/Passing.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"
#include "resolve/Constant.h"

#include <optional>
#include <set>

using namespace clang;

namespace rpcgen {
namespace {

/// An array or a container whose number of elements the client chooses.
struct Sized {
  const Region *At; ///< the pointer to the array, the array, or the container
  const Type *T;    ///< Array or Standard
};

bool isContainer(const Type *T) {
  return T && T->K == Type::Kind::Standard &&
         (T->Library == StandardClass::Vector || T->isSpan() ||
          T->Library == StandardClass::String ||
          T->Library == StandardClass::StringView);
}

bool isPointerToArray(const Type *T) {
  return T && T->K == Type::Kind::Pointer &&
         T->element().K == Type::Kind::Array;
}

/// What this is an element of, or null instead of.
std::optional<Sized> sizedAt(const Body &B, const Value &V, bool OfElement) {
  if (!V.R || !B.parameterOf(V.R))
    return std::nullopt;
  const Type *T = B.declaredTypeOf(V.R);
  if (V.K == Value::Kind::Null && isPointerToArray(T))
    return Sized{V.R, &T->element()};
  if (V.K != Value::Kind::Address)
    return std::nullopt;
  const Region *Container = OfElement                         ? V.R
                            : V.R->K == Region::Kind::Content ? V.R->Parent
                                                              : nullptr;
  if (const Type *Class = Container ? B.typeOf(Container) : nullptr;
      isContainer(Class))
    return Sized{Container, Class};
  if (T && T->K == Type::Kind::Array)
    return Sized{V.R->Holder ? V.R->Holder : V.R, T};
  return std::nullopt;
}

/// The same for all that it may be; nothing if it may be something else.
std::vector<Sized> sizedAt(const Body &B, const Dereference &D) {
  std::vector<Sized> Found;
  for (const Value &V : D.Of) {
    std::optional<Sized> Each = sizedAt(B, V, D.OfElement);
    if (!Each)
      return {};
    Found.push_back(*Each);
  }
  return Found;
}

/// The parameter or field whose size expression names its siblings.
const Region *declaredAt(const Region *R) {
  while (R->K != Region::Kind::Field && R->K != Region::Kind::Variable)
    R = R->Parent;
  return R;
}

/// Adds the numbers of the client's that the size is made of, and puts the
/// smallest that they may be into its place.
void takeOperands(const Body &B, const Region *Beside, Expression &E,
                  std::vector<const Region *> &To) {
  for (Expression &Part : E.Operands)
    takeOperands(B, Beside, Part, To);
  if (E.K == Expression::Kind::Present) {
    E = Expression();
    E.Value = 1; // A null pointer counts as little as the smallest number.
  }
  if (E.K != Expression::Kind::Operand)
    return;
  const Region *Number = B.sibling(Beside, E);
  const Parameter *P = Number ? B.parameterOf(Number) : nullptr;
  if (!P || !P->Dir.In)
    return;
  const Type *T = B.typeOf(Number);
  E = Expression();
  E.Value = T && T->Range ? T->Range->Low : 0;
  To.push_back(Number);
}

bool isExamined(const Region *R, const RegionSet &Examined) {
  return llvm::any_of(Examined,
                      [R](const Region *Each) { return R->isIn(Each); });
}

/// The pointer was compared with null, and has elements if it is not.
bool isKnownNotNull(const Body &B, const Sized &Array, const Values &Of) {
  const Type *T = B.typeOf(Array.At);
  return isPointerToArray(T) && T->Class != PointerClass::Ref &&
         !Of.may(Value::Kind::Null);
}

/// The zero at the end of a string can be read as an element.
bool mayBeEmpty(const Body &B, const Dereference &D, const Sized &Container) {
  if (D.Index && Container.T->Library == StandardClass::String)
    return false;
  const std::optional<ValueRange> &Range = Container.T->Range;
  return B.parameterOf(Container.At)->Dir.In && !(Range && Range->Low > 0);
}

/// The number that makes the array empty if it is 0; null if that was examined
/// before, or if no number does.
const Region *emptyingNumber(const Body &B, const Dereference &D,
                             const Sized &Array) {
  const bool MayBeNull = D.Of.may(Value::Kind::Null);
  if (!Array.T->Size || (Array.T->String && !MayBeNull) ||
      (Array.T->Unchecked && MayBeNull) || isKnownNotNull(B, Array, D.Of))
    return nullptr;
  Expression Least = *Array.T->Size;
  std::vector<const Region *> Numbers, Lengths;
  takeOperands(B, declaredAt(Array.At), Least, Numbers);
  if (Array.T->Length) {
    Expression Length = *Array.T->Length;
    takeOperands(B, declaredAt(Array.At), Length, Lengths);
  }
  // No length is more than the size.
  if (llvm::any_of(Lengths, [&](const Region *Number) {
        return isExamined(Number, D.Examined);
      }))
    return nullptr;
  const bool Examined = llvm::any_of(Numbers, [&](const Region *Number) {
    return isExamined(Number, D.Examined);
  });
  return Numbers.empty() || Examined || evaluate(Least).value_or(0) > 0
             ? nullptr
             : Numbers.front();
}

/// Whether the index was taken from somewhere: a loop over numbers, or what is
/// called for each of them, is reached only if there are any.
bool isFound(const Body &B, const Dereference &D) {
  if (!D.Index || !D.IndexOf.must(Value::Kind::Unknown))
    return false;
  const Expr *Index = stripped(D.Index);
  if (const auto *Mention = dyn_cast<DeclRefExpr>(Index)) {
    const auto *V = dyn_cast<VarDecl>(Mention->getDecl());
    return !V || V->isCXXForRangeDecl() ||
           (isa<ParmVarDecl>(V) && V->getDeclContext() != B.F);
  }
  if (const auto *Followed = dyn_cast<UnaryOperator>(Index))
    return Followed->getOpcode() == UO_Deref;
  return isa<CXXOperatorCallExpr, ArraySubscriptExpr, MemberExpr>(Index);
}

bool isObjectionable(const Body &B, const Dereference &D, const Sized &Each) {
  return !isExamined(Each.At, D.Examined) &&
         (isContainer(Each.T) ? mayBeEmpty(B, D, Each)
                              : emptyingNumber(B, D, Each) != nullptr);
}

} // namespace

void bodies::checkUncheckedEmpty(const Body &B, Reporter &R) {
  std::set<const Region *> Reported;
  for (const Dereference &D : B.Dereferences) {
    if (D.Bulk || isFound(B, D))
      continue;
    const std::vector<Sized> Found = sizedAt(B, D);
    if (Found.empty() ||
        !llvm::all_of(
            Found,
            [&](const Sized &Each) { return isObjectionable(B, D, Each); }) ||
        !Reported.insert(Found.front().At).second)
      continue;
    const Sized &First = Found.front();
    const Location Declared = B.parameterOf(First.At)->Loc;
    if (isContainer(First.T)) {
      R.report(at(D.Pointer),
               describe(B, First.At) + " may be empty: the client decides")
          .note(Declared, "test it with 'empty()' first");
      continue;
    }
    const std::string Number =
        "'" + B.nameOf(emptyingNumber(B, D, First)) + "'";
    R.report(at(D.Pointer), describe(B, First.At) +
                                " has no element if the client sends " +
                                Number + " as 0")
        .note(Declared, "test " + Number +
                            " first, or declare it with [[rpc::range(1, "
                            "limit)]]");
  }
}

} // namespace rpcgen
