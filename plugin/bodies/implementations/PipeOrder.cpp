//===- PipeOrder.cpp ------------------------------------------------------===//

#include "bodies/implementations/Describe.h"
#include "bodies/implementations/Rules.h"

namespace rpcgen {
namespace {

bool isPipe(const Parameter *P) {
  return P && P->T.K == Type::Kind::Pointer &&
         P->T.element().K == Type::Kind::Pipe;
}

/// The parameter whose pipe is used, or null.
const Parameter *pipeOf(const Body &B, const PipeUse &U) {
  Value V = U.Of.without(Value::Kind::Null).only();
  const Parameter *P =
      V.K == Value::Kind::Address ? B.parameterOf(V.R) : nullptr;
  return isPipe(P) ? P : nullptr;
}

/// Whether nothing can have been pulled: on no way to there has anything
/// happened to the parameter's pointee.
bool isUntouched(const Body &B, const State &At, const Region *Parameter) {
  Value V = B.load(At, Parameter).without(Value::Kind::Null).only();
  return V.K == Value::Kind::Address &&
         llvm::none_of(At.Clobbered,
                       [V](const Region *C) { return V.R->isIn(C); });
}

/// The first [in] pipe that comes before what is done to P, and that has not
/// been begun; null if there is none.
const Parameter *skippedPipe(const Body &B, const PipeUse &U,
                             const Parameter *P) {
  for (const clang::ParmVarDecl *D : B.F->parameters()) {
    const Parameter *Other = B.parameterOf(B.variable(D));
    if (Other == P && !U.Pushes)
      break;
    if (isPipe(Other) && Other->Dir.In &&
        isUntouched(B, U.Before, B.variable(D)))
      return Other;
  }
  return nullptr;
}

} // namespace

void bodies::checkPipeOrder(const Body &B, Reporter &R) {
  for (const PipeUse &U : B.PipeUses) {
    const Parameter *P = pipeOf(B, U);
    if (!P)
      continue;
    if (!(U.Pushes ? P->Dir.Out : P->Dir.In)) {
      R.report(at(U.At), (U.Pushes ? "nothing can be pushed into "
                                   : "nothing can be pulled from ") +
                             describe(*P));
    } else if (const Parameter *Skipped = skippedPipe(B, U, P)) {
      R.report(at(U.At), (U.Pushes ? "this pushes into " : "this pulls from ") +
                             describe(*P) + " before anything is pulled from " +
                             (Skipped == P ? "it" : describe(*Skipped)))
          .note(Skipped->Loc, "pull until no element comes, even if they are "
                              "not needed");
    }
  }
}

} // namespace rpcgen
