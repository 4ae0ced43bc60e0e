//===- Calls.cpp - how calls go and end -----------------------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>

using namespace rpcgen;

namespace {

void checkMaybe(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = At.O ? find(At.O->Attributes, "maybe") : nullptr;
    bool Answers =
        At.P ? At.P->Dir.Out
             : At.K == Site::Kind::Result && At.T.K != Type::Kind::Void;
    if (A && Answers)
      R.report(At.Loc, describe(At) + " travels to the client, which does not "
                                      "wait for the answer of a [maybe] call")
          .note(A->Loc, "the operation is [maybe]");
  });
}

bool isStatus(const Type &T) {
  return T.K == Type::Kind::Integer && T.Bits == 32 && !T.Signed;
}

/// Whether the site can take the status: an [out] parameter, or the result.
bool canTakeStatus(const Site &At) {
  if (!At.P)
    return isStatus(At.T);
  return At.isOutOnly() && At.T.K == Type::Kind::Pointer &&
         isStatus(At.T.element());
}

void checkStatus(const Model &M, Reporter &R, const char *Name) {
  const Operation *Of = nullptr;
  const Attribute *First = nullptr;
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = At.O ? find(At.Attributes, Name) : nullptr;
    if (!A)
      return;
    if (!canTakeStatus(At))
      R.report(A->Loc, describe(At) + " cannot take a status")
          .note(At.Loc, "it is a 'std::uint32_t' that the operation returns, "
                        "or an [out] parameter 'std::uint32_t *'");
    if (Of == At.O)
      R.report(A->Loc, quote(At.O->Name) + " has one place for its status")
          .note(First->Loc, "keep this one");
    Of = At.O;
    First = A;
  });
}

void checkStatuses(const Model &M, Reporter &R) {
  checkStatus(M, R, "comm_status");
  checkStatus(M, R, "fault_status");
}

void checkPartialIgnore(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = At.P ? find(At.Attributes, "partial_ignore") : nullptr;
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
    else if (const Type &Behind = At.T.element();
             isOpen(M, Behind) ? !isOpenArray(Behind)
                               : Behind.String && !Behind.Extent)
      R.report(A->Loc, "nothing tells the server how much memory " +
                           describe(At) + " takes")
          .note(A->Loc, "it needs a fixed size, or size_is");
  });
}

void checkCallAs(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &I, const Operation &O) {
    const Attribute *A = find(O.Attributes, "call_as");
    if (!A)
      return;
    auto Named =
        std::ranges::find(I.Operations, A->Words.front(), &Operation::Name);
    if (Named == I.Operations.end() || !Named->Local || Named->Reserved)
      R.report(A->Loc, quote(A->Words.front()) +
                           " is not a local function of "
                           "interface " +
                           quote(I.Name))
          .note(A->Loc, "declare it with '[[rpc::local]]': programs call it, "
                        "and " +
                            quote(O.Name) + " travels");
  });
}

} // namespace

const Rule rpcgen::MaybeOutput = {"maybe-output", Severity::Error,
                                  "a [maybe] call with results", checkMaybe};

const Rule rpcgen::CommStatusUse = {
    "comm-status-use", Severity::Error,
    "comm_status or fault_status on something else than one std::uint32_t "
    "that is a result",
    checkStatuses};

const Rule rpcgen::PartialIgnoreNeeds = {
    "partial-ignore-needs", Severity::Error,
    "partial_ignore on something else than an [in, out, unique] pointer with "
    "a size",
    checkPartialIgnore};

const Rule rpcgen::CallAsLocal = {
    "call-as-local", Severity::Error,
    "call_as that names no local function of the interface", checkCallAs};
