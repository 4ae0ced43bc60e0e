//===- SizeConstants.cpp - sizes that are wrong whatever the values -------===//

#include "resolve/Constant.h"
#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

void checkNegative(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    auto Check = [&](const char *What, const std::optional<Expression> &E) {
      std::optional<std::int64_t> Value = E ? evaluate(*E) : std::nullopt;
      if (Value.value_or(0) < 0)
        R.report(E->Loc, std::string("the ") + What + " of " + describe(At) +
                             " is always " + std::to_string(*Value) +
                             " and cannot be negative");
    };
    forEachLevel(At.T, [&](const Type &Level) {
      Check("size", Level.Size);
      Check("length", Level.Length);
      Check("first index", Level.First);
    });
  });
}

void checkDivision(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    auto Check = [&](const char *Attribute, const Expression &E) {
      bool Divides = E.K == Expression::Kind::Binary &&
                     (E.Operator == "/" || E.Operator == "%");
      if (Divides && evaluate(E.Operands[1]) == 0)
        R.report(E.Loc, std::string(Attribute) + " of " + describe(At) +
                            " divides by zero");
    };
    forEachCountPart(At, [&](const CountAttribute &A, const Expression &E) {
      Check(A.Name, E);
    });
    forEachPart(At, "switch_is",
                [&](const Expression &E) { Check("switch_is", E); });
  });
}

} // namespace

const Rule rpcgen::SizeExprConstantNegative = {
    "size-expr-constant-negative", Severity::Error,
    "a size, length or index that is a negative constant", checkNegative};

const Rule rpcgen::SizeExprDivZero = {
    "size-expr-div-zero", Severity::Error,
    "a size or discriminant that divides by zero", checkDivision};
