#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Attribute *A =
      At.P ? find(At.Attributes, Attribute::PartialIgnore) : nullptr;
  if (!A)
    return;
  bool Both = At.P->Dir.In && At.P->Dir.Out;
  bool Unique =
      At.T.K == Type::Kind::Pointer && At.T.Class == PointerClass::Unique;
  if (!Both || !Unique)
    R.report(A->Loc, describe(At) + " cannot have partial_ignore, which "
                                    "tells the server whether it is null, "
                                    "and the client what is in it")
        .note(A->Loc, "write '[[rpc::in, rpc::out, rpc::unique, "
                      "rpc::partial_ignore]]'");
  else if (const Type &Pointee = At.T.element();
           isOpen(R.model(), Pointee) ? !isOpenArray(Pointee)
                                      : Pointee.String && !Pointee.Extent)
    R.report(A->Loc, "nothing tells the server how much memory " +
                         describe(At) + " takes")
        .note(A->Loc, "it needs a fixed size, or size_is");
}

DEFINE_RULE(PartialIgnoreNeeds) = {
    "partial-ignore-needs", Severity::Error,
    "partial_ignore on something else than an [in, out, unique] pointer with a "
    "size",
    check};
