//===- ChangeSizeVar.cpp --------------------------------------------------===//

#include "bodies/implementations/Correlations.h"
#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

using namespace clang;

namespace rpcgen {
namespace {

/// Whether the implementation puts other memory there, with a size of its own.
bool isReplaced(const Body &B, const Region *Holder) {
  return llvm::any_of(B.Stores, [&](const Store &S) {
    return S.To == Holder && !S.changesNothing() &&
           !S.New.must([&](const Value &V) {
             return V.K == Value::Kind::Address && B.isStubOwned(V.R);
           });
  });
}

} // namespace

void bodies::checkChangeSizeVar(const Body &B, Reporter &R) {
  for (const Store &S : B.Stores) {
    if (!B.isStubOwned(S.To) || S.changesNothing())
      continue;
    bool Reported = false;
    forEachBeside(B, S.To, [&](const Correlated &Array) {
      const Parameter *P = B.parameterOf(Array.Beside);
      if (Reported || !Array.T->Size || !P->Dir.In || !P->Dir.Out ||
          !uses(B, *Array.T->Size, Array.Beside, S.To) ||
          isReplaced(B, Array.Holder))
        return;
      Reported = true;
      R.report(at(S.Where), "this changes the size of " +
                                describe(B, Array.Beside) +
                                ", whose memory stays as it is")
          .note(P->Loc, "to return fewer elements use length_is; to return "
                        "more, let the implementation allocate the array");
    });
  }
}

void bodies::checkChangeUnionTag(const Body &B, Reporter &R) {
  for (const Store &S : B.Stores) {
    if (!B.isStubOwned(S.To) || S.changesNothing())
      continue;
    bool Reported = false;
    forEachBeside(B, S.To, [&](const Correlated &Union) {
      const Parameter *P = B.parameterOf(Union.Beside);
      if (Reported || !Union.T->Discriminant || !P->Dir.In || !P->Dir.Out ||
          !uses(B, *Union.T->Discriminant, Union.Beside, S.To))
        return;
      Reported = true;
      R.report(at(S.Where), "this makes " + describe(B, Union.Beside) +
                                " another member of the union than the client "
                                "has memory for")
          .note(P->Loc, "return the new member through an [out] parameter");
    });
  }
}

} // namespace rpcgen
