//===- Opnums.cpp - the numbers of operations -----------------------------===//

#include "resolve/Constant.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <cstdint>
#include <map>

using namespace rpcgen;

namespace {

constexpr std::int64_t Highest = UINT16_MAX;

void checkDuplicate(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces) {
    std::map<std::uint16_t, const Operation *> Seen;
    for (const Operation &O : I.Operations) {
      if (O.Local && !O.Reserved)
        continue;
      auto [First, IsNew] = Seen.emplace(O.Opnum, &O);
      if (!IsNew)
        R.report(O.Loc, "operation " + quote(O.Name) + " has the number " +
                            std::to_string(O.Opnum) + ", which is that of " +
                            quote(First->second->Name))
            .note(First->second->Loc, "it is declared here");
    }
  }
}

void checkRange(const Model &M, Reporter &R) {
  for (const Interface &I : M.Interfaces) {
    std::int64_t Previous = -1;
    for (const Operation &O : I.Operations) {
      if (O.Local && !O.Reserved)
        continue;
      const Attribute *A = find(O.Attributes, "opnum");
      auto Number = A ? constantArgument(*A, 0) : Previous + 1;
      if (!Number || *Number < 0 || *Number > Highest)
        R.report(A ? A->Loc : O.Loc, "the number of operation " +
                                         quote(O.Name) +
                                         " must be a constant from 0 to " +
                                         std::to_string(Highest));
      Previous = O.Opnum;
    }
  }
}

} // namespace

const Rule rpcgen::OpnumDuplicate = {"opnum-duplicate", Severity::Error,
                                     "several operations of the same number",
                                     checkDuplicate};

const Rule rpcgen::OpnumRange = {"opnum-range", Severity::Error,
                                 "an operation number above 65535", checkRange};
