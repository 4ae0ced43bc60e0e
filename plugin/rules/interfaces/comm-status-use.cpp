#include "rules/Rule.h"

using namespace rpcgen;

static bool isStatus(const Type &T) {
  return T.K == Type::Kind::Integer && T.Bits == 32 && !T.Signed;
}

/// Whether the site can take the status: an [out] parameter, or the result.
static bool canTakeStatus(const Site &At) {
  if (!At.P)
    return isStatus(At.T);
  return At.isOutOnly() && At.T.K == Type::Kind::Pointer &&
         isStatus(At.T.element());
}

static void checkStatus(const Model &M, Reporter &R, Attribute::Kind Kind) {
  const Operation *Of = nullptr;
  const Attribute *First = nullptr;
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = At.O ? find(At.Attributes, Kind) : nullptr;
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

static void check(const Model &M, ModelReporter &R) {
  checkStatus(M, R, Attribute::CommStatus);
  checkStatus(M, R, Attribute::FaultStatus);
}

DEFINE_RULE(CommStatusUse) = {
    "comm-status-use", Severity::Error,
    "comm_status or fault_status on something else than one std::uint32_t that "
    "is a result",
    check};
