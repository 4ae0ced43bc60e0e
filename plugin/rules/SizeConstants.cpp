//===- SizeConstants.cpp - sizes that are wrong whatever the values -------===//

#include "resolve/Constant.h"
#include "rules/Expressions.h"
#include "rules/Rules.h"

using namespace rpcgen;

namespace {

void checkNegative(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    const Attribute *A = find(At.Attributes, "size_is");
    for (std::size_t N = 0; A && N < A->Expressions.size(); ++N)
      if (constantArgument(*A, N).value_or(0) < 0)
        R.report(A->Expressions[N]->Loc,
                 "the size of " + describe(At) + " is always " +
                     std::to_string(*constantArgument(*A, N)) +
                     " and cannot be negative");
  });
}

void checkDivision(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    for (const char *Attribute : {"size_is", "switch_is"})
      forEachPart(At, Attribute, [&](const Expression &E) {
        bool Divides = E.K == Expression::Kind::Binary &&
                       (E.Operator == "/" || E.Operator == "%");
        if (Divides && evaluate(E.Operands[1]) == 0)
          R.report(E.Loc, std::string(Attribute) + " of " + describe(At) +
                              " divides by zero");
      });
  });
}

} // namespace

const Rule rpcgen::SizeExprConstantNegative = {
    "size-expr-constant-negative", Severity::Error,
    "a constant size is not negative", checkNegative};

const Rule rpcgen::SizeExprDivZero = {
    "size-expr-div-zero", Severity::Error,
    "sizes and discriminants do not divide by zero", checkDivision};
