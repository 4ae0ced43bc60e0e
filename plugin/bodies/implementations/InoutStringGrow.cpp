//===- InoutStringGrow.cpp ------------------------------------------------===//

#include "bodies/flow/Assignments.h"
#include "bodies/flow/Passing.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Whether the pointer points to a string as long as it was sent.
bool isFittingString(const Type *Pointer) {
  if (!Pointer || Pointer->K != Type::Kind::Pointer)
    return false;
  const Type &To = Pointer->element();
  return To.K == Type::Kind::Array && To.String && !To.Size && !To.Extent;
}

/// Whether it is the text of such a string that the client has sent.
bool isFittingText(const Body &B, const Region *Text) {
  return B.parameterOf(Text)->Dir.In && isFittingString(B.typeOf(Text->Holder));
}

bool isEmptyLiteral(const Values &Text) {
  return Text.must([](const Value &V) {
    const auto *Literal =
        V.K == Value::Kind::Address && V.R->K == Region::Kind::Literal
            ? cast<StringLiteral>(V.R->E)
            : nullptr;
    return Literal && Literal->getLength() == 0;
  });
}

/// How many bytes more than the text itself is long may be written: its zero.
std::int64_t roomBehind(const Body &B, const Region *Text) {
  return Text->T.isNull() || Text->T->isIncompleteType()
             ? 1
             : B.context().getTypeSizeInChars(Text->T).getQuantity();
}

/// Whether a variable that it is made of is counted, in a loop perhaps that
/// looks for the end of the text.
bool isCounted(const Body &B, const Assignments &Made, const Expr *E) {
  bool Found = false;
  Made.forEachSource(E, [&](const Expr *Part) {
    const VarDecl *D = variableOf(Part);
    Found |= D && llvm::any_of(B.Stores, [&](const Store &S) {
               return S.To == B.variable(D) && !S.Value;
             });
  });
  return Found;
}

/// Whether the expression is a length that has nothing to do with the text.
bool isOtherLength(const Assignments &Made, const Expr *E,
                   const ParmVarDecl *Text) {
  bool IsLength = false;
  Made.forEachSource(E, [&](const Expr *Part) {
    if (const auto *Call = dyn_cast<CallExpr>(Part))
      if (const FunctionDecl *F = Call->getDirectCallee();
          F && F->getIdentifier())
        IsLength |= llvm::StringSwitch<bool>(F->getName())
                        .Cases("size", "length", "strlen", "end", true)
                        .Default(false);
  });
  return IsLength && !Made.dependsOn(E, Text);
}

/// The argument that says how much is written: a number, or a range.
const Expr *amountOf(const Call &C) {
  const auto *Made = dyn_cast<CallExpr>(C.At);
  if (!Made)
    return nullptr;
  const unsigned First = isa<CXXOperatorCallExpr>(Made) ? 1 : 0;
  const unsigned At = First + C.Of->Size;
  if (At >= Made->getNumArgs())
    return nullptr;
  const Expr *Count = Made->getArg(At);
  return Count->getType()->isIntegerType() ? Count : Made->getArg(First);
}

/// Whether it begins at the end of the text that came in.
bool appends(const Body &B, const Call &C, const Region *Text) {
  const auto *Made = dyn_cast<CallExpr>(C.At);
  const auto *Sum = Made && Made->getNumArgs() > 0
                        ? dyn_cast<BinaryOperator>(stripped(Made->getArg(0)))
                        : nullptr;
  if (!Sum || Sum->getOpcode() != BO_Add)
    return false;
  if (const auto *Length = dyn_cast<CallExpr>(stripped(Sum->getRHS())))
    return Length->getDirectCallee() && Length->getNumArgs() == 1 &&
           Length->getDirectCallee()->getName() == "strlen" &&
           variableOf(Length->getArg(0)) == Text->root()->variable();
  const VarDecl *D = variableOf(Sum->getRHS());
  const Value V = D ? B.load(C.Before, B.variable(D)).only() : Value();
  return V.K == Value::Kind::Length && V.R == Text && V.N >= 0;
}

/// Whether the call may write more than there is: as far as it is known how
/// long the text is, and how much is written.
bool mayExceed(const Body &B, const Assignments &Made, const Call &C,
               const Region *Text) {
  if (C.Of->Size < 0)
    return C.Arguments.size() < 2 || !isEmptyLiteral(C.Arguments[1]);
  const std::int64_t Room = roomBehind(B, Text);
  const Value V = C.Arguments[C.Of->Size].only();
  const Expr *Amount = amountOf(C);
  const ParmVarDecl *P = Text->root()->parameter();
  if (appends(B, C, Text))
    return V.K != Value::Kind::Number || V.N > Room;
  switch (V.K) {
  case Value::Kind::Number:
    return V.N > Room && !(Amount && isCounted(B, Made, Amount));
  case Value::Kind::Length:
    return V.R != Text || V.N > Room;
  case Value::Kind::Initial:
  case Value::Kind::Derived:
    return true;
  case Value::Kind::Unknown:
    return Amount && !isCounted(B, Made, Amount) &&
           (Amount->getType()->isIntegerType() ? isOtherLength(Made, Amount, P)
                                               : !Made.dependsOn(Amount, P));
  default:
    return false;
  }
}

/// Whether the program has asked how long it is, on one of the ways to the
/// call: the others may be those that a condition with calls has ruled out.
bool isMeasured(const Body &B, const Call &C, const Region *Text) {
  return llvm::any_of(B.Calls, [&](const Call &Other) {
    return Other.At == C.At && (Other.Before.Compared.contains(Text) ||
                                Other.Before.Examined.contains(Text));
  });
}

} // namespace

void bodies::checkInoutStringGrow(const Body &B, Reporter &R) {
  const Assignments Made(B.F->getBody());
  auto Report = [&](const Expr *At, const std::string &What,
                    const Region *Text) {
    R.report(at(At), What + " past the end of " + describe(B, Text->Holder) +
                         ", which is as long as the client sent it")
        .note(B.parameterOf(Text)->Loc,
              "give it room with size_is, or return another string");
  };
  for (const Call &C : B.Calls) {
    const bool Copies =
        C.Of->Does == Effect::CopyText || C.Of->Does == Effect::CopyBytes;
    if (!Copies || C.Arguments.empty())
      continue;
    Value To = C.Arguments.front().without(Value::Kind::Null).only();
    if (To.K != Value::Kind::Address || !B.isStubOwned(To.R) || !To.R->Holder)
      continue;
    if (isFittingText(B, To.R) && !isMeasured(B, C, To.R) &&
        mayExceed(B, Made, C, To.R))
      Report(C.At, std::string("'") + C.Of->Name + "' may write", To.R);
  }
  for (const Overrun &O : B.Overruns)
    if (B.isStubOwned(O.Text) && O.Text->Holder && isFittingText(B, O.Text))
      Report(O.At, "this writes", O.Text);
}

} // namespace rpcgen
