#include "resolve/Constant.h"
#include "rules/Rule.h"

#include <cstdint>

using namespace rpcgen;

constexpr std::int64_t Highest = UINT16_MAX;

static void check(const Interface &I, ModelReporter &R) {
  std::int64_t Previous = -1;
  for (const Operation &O : I.Operations) {
    if (O.Local && !O.Reserved)
      continue;
    const Attribute *A = find(O.Attributes, Attribute::Opnum);
    auto Number = A ? constantArgument(*A, 0) : Previous + 1;
    if (!Number || *Number < 0 || *Number > Highest)
      R.report(A ? A->Loc : O.Loc, "the number of operation " + quote(O.Name) +
                                       " must be a constant from 0 to " +
                                       std::to_string(Highest));
    Previous = O.Opnum;
  }
}

DEFINE_RULE(OpnumRange) = {"opnum-range", Severity::Error,
                           "an operation number above 65535", check};
