//===- InoutStringGrow.cpp ------------------------------------------------===//

#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Whether the pointer leads to a string as long as it was sent.
bool isFittingString(const Type *Pointer) {
  if (!Pointer || Pointer->K != Type::Kind::Pointer)
    return false;
  const Type &To = Pointer->element();
  return To.K == Type::Kind::Array && To.String && !To.Size && !To.Extent;
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

} // namespace

void bodies::checkInoutStringGrow(const Body &B, Reporter &R) {
  for (const Call &C : B.Calls) {
    if (C.Of->Does != Effect::CopyText || C.Arguments.empty() ||
        (C.Arguments.size() > 1 && isEmptyLiteral(C.Arguments[1])))
      continue;
    Value To = C.Arguments.front().without(Value::Kind::Null).only();
    if (To.K != Value::Kind::Address || !B.isStubOwned(To.R) || !To.R->Holder)
      continue;
    const Parameter *P = B.parameterOf(To.R);
    if (P->Dir.In && isFittingString(B.typeOf(To.R->Holder)))
      R.report(at(C.At), std::string("'") + C.Of->Name +
                             "' may write past the end of " +
                             describe(B, To.R->Holder) +
                             ", which is as long as the client sent it")
          .note(P->Loc, "give it room with size_is, or return another string");
  }
}

} // namespace rpcgen
