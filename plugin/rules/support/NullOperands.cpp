//===- NullOperands.cpp ---------------------------------------------------===//

#include "rules/support/NullOperands.h"

#include "model/Operands.h"

#include <set>
#include <string>
#include <utility>

using namespace rpcgen;

namespace {

using Kind = Expression::Kind;

/// Pointers that are not null: the names of siblings and how many '*' are
/// before them.
using Facts = std::set<std::pair<std::string, unsigned>>;

/// What follows if the condition is true, or if it is false.
Facts factsOf(const Expression &Condition, bool True) {
  if (Condition.K == Kind::Present)
    return True ? Facts{{Condition.Name, Condition.Dereferences}} : Facts{};
  if (Condition.K == Kind::Unary && Condition.Operator == "!")
    return factsOf(Condition.Operands[0], !True);
  if (Condition.K == Kind::Cast && Condition.Bits == 1)
    return factsOf(Condition.Operands[0], True);
  if (Condition.K == Kind::Binary &&
      Condition.Operator == (True ? "&&" : "||")) {
    Facts Both = factsOf(Condition.Operands[0], True);
    Both.merge(factsOf(Condition.Operands[1], True));
    return Both;
  }
  return {};
}

Facts operator+(Facts Known, Facts More) {
  Known.merge(More);
  return Known;
}

bool mayBeNull(const Type &Level) {
  return Level.K == Type::Kind::Standard ||
         (Level.K == Type::Kind::Pointer && !Level.Ignored &&
          Level.Class != PointerClass::Ref);
}

bool goesThroughNull(const Type &Sibling, const Expression &Operand,
                     const Facts &Known) {
  unsigned Steps = countSteps(Sibling, Operand);
  unsigned Reference = Steps - Operand.Dereferences;
  const Type *Level = &Sibling;
  for (unsigned N = 0; Level && N < Steps; ++N) {
    if (mayBeNull(*Level) &&
        (N < Reference || !Known.contains({Operand.Name, N - Reference})))
      return true;
    Level = pointeeOf(*Level);
  }
  return false;
}

class Walk {
public:
  Walk(const Site &In, const std::function<void(const Expression &)> &Call)
      : At(In), Visit(Call) {}

  void expression(const Expression &E, const Facts &Known) const {
    if (E.namesSibling()) {
      const Type *Sibling = findSibling(At, E.Name);
      if (Sibling && goesThroughNull(*Sibling, E, Known))
        Visit(E);
    } else if (E.K == Kind::Conditional) {
      expression(E.Operands[0], Known);
      expression(E.Operands[1], Known + factsOf(E.Operands[0], true));
      expression(E.Operands[2], Known + factsOf(E.Operands[0], false));
    } else if (E.K == Kind::Binary &&
               (E.Operator == "&&" || E.Operator == "||")) {
      expression(E.Operands[0], Known);
      expression(E.Operands[1],
                 Known + factsOf(E.Operands[0], E.Operator == "&&"));
    } else {
      for (const Expression &Part : E.Operands)
        expression(Part, Known);
    }
  }

private:
  const Site &At;
  const std::function<void(const Expression &)> &Visit;
};

} // namespace

void rpcgen::forEachUnaskedNull(
    const Site &At, const Expression &E,
    const std::function<void(const Expression &)> &Visit) {
  Walk(At, Visit).expression(E, {});
}
