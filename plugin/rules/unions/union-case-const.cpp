#include "resolve/Constant.h"
#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Union &U, ModelReporter &R) {
  for (const Arm &A : U.Arms)
    if (const Attribute *Case = find(A.F.Attributes, Attribute::Case))
      for (std::size_t N = 0; N < Case->Expressions.size(); ++N)
        if (!constantArgument(*Case, N))
          R.report(Case->Loc, display(*Case) + " of union arm " +
                                  quote(A.F.Name) + " needs integer constants");
}

DEFINE_RULE(UnionCaseConst) = {"union-case-const", Severity::Error,
                               "a case that is not an integer constant", check};
