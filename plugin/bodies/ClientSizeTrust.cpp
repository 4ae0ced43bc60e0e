//===- ClientSizeTrust.cpp ------------------------------------------------===//

#include "bodies/Correlations.h"
#include "bodies/Rules.h"
#include "bodies/Words.h"

using namespace clang;

namespace rpcgen {
namespace {

/// The client's number that this is, if nothing bounds it.
const Region *trusted(const Body &B, const Values &Size) {
  Value V = Size.only();
  if (V.K != Value::Kind::Initial)
    return nullptr;
  const Type *T = B.typeOf(V.R);
  return T && T->Range ? nullptr : V.R;
}

/// Whether it is the size of an array that the client has sent, and so no
/// larger than the message.
bool isBoundedByMessage(const Body &B, const Region *Number) {
  bool Result = false;
  forEachBeside(B, Number, [&](const Correlated &Array) {
    const Parameter *P = B.parameterOf(Array.Beside);
    Result |= Array.T->Size && !Array.T->String && P->Dir.In &&
              uses(B, *Array.T->Size, Array.Beside, Number);
  });
  return Result;
}

bool isLocalArray(const Values &To) {
  return To.must([](const Value &V) {
    return V.K == Value::Kind::Address && V.R->object()->isOnStack() &&
           !V.R->T.isNull() && V.R->T->isArrayType();
  });
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
  for (const Call &C : B.Calls) {
    int Size = C.Of->Size;
    if (Size < 0 || static_cast<std::size_t>(Size) >= C.Arguments.size())
      continue;
    const Region *Number = trusted(B, C.Arguments[Size]);
    if (!Number || C.Before.Compared.contains(Number))
      continue;
    if (C.Of->Does == Effect::CopyBytes && isLocalArray(C.Arguments.front()))
      Report(C.At, Number, "the size of what is written to a local array");
    else if (C.Of->Does == Effect::Allocate && !isBoundedByMessage(B, Number))
      Report(C.At, Number, "the size of new memory");
  }
  for (const Dereference &D : B.Dereferences) {
    const Region *Number = D.Index ? trusted(B, D.IndexOf) : nullptr;
    if (Number && isLocalArray(D.Of) && !D.Compared.contains(Number))
      Report(D.Index, Number, "an index of a local array");
  }
}

} // namespace rpcgen
