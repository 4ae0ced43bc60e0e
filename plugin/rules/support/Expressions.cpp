//===- Expressions.cpp ----------------------------------------------------===//

#include "rules/support/Expressions.h"

#include "model/Nearest.h"
#include "model/Operands.h"
#include "rules/support/Types.h"

#include <algorithm>
#include <array>

using namespace rpcgen;

void rpcgen::forEachPart(const Expression &E,
                         const std::function<void(const Expression &)> &Visit) {
  Visit(E);
  for (const Expression &Part : E.Operands)
    forEachPart(Part, Visit);
}

void rpcgen::forEachPart(const Site &At, Attribute::Kind Kind,
                         const std::function<void(const Expression &)> &Visit) {
  if (const Attribute *A = find(At.Attributes, Kind))
    for (const std::optional<Expression> &E : A->Expressions)
      if (E)
        forEachPart(*E, Visit);
}

void rpcgen::forEachCount(
    const Site &At,
    const std::function<void(const CountAttribute &, const Expression &)>
        &Visit) {
  for (const CountAttribute &Each : CountAttributes)
    if (const Attribute *A = find(At.Attributes, Each.K))
      for (const std::optional<Expression> &E : A->Expressions)
        if (E)
          Visit(Each, *E);
}

void rpcgen::forEachCountPart(
    const Site &At,
    const std::function<void(const CountAttribute &, const Expression &)>
        &Visit) {
  forEachCount(At, [&](const CountAttribute &A, const Expression &Count) {
    forEachPart(Count, [&](const Expression &E) { Visit(A, E); });
  });
}

void rpcgen::forEachComputed(
    const Site &At,
    const std::function<void(Attribute::Kind, const Expression &)> &Visit) {
  forEachCountPart(
      At, [&](const CountAttribute &A, const Expression &E) { Visit(A.K, E); });
  forEachPart(At, Attribute::SwitchIs,
              [&](const Expression &E) { Visit(Attribute::SwitchIs, E); });
}

bool rpcgen::divides(const Expression &E) {
  return E.K == Expression::Kind::Binary &&
         (E.Operator == "/" || E.Operator == "%");
}

const Attribute *rpcgen::findSize(const Site &At) {
  const Attribute *SizeIs = find(At.Attributes, Attribute::SizeIs);
  return SizeIs ? SizeIs : find(At.Attributes, Attribute::MaxIs);
}

bool rpcgen::isUnresolved(const Site &At, const Expression &E) {
  return E.K == Expression::Kind::Unknown ||
         (E.namesSibling() && (E.Name == At.Name || !findSibling(At, E.Name)));
}

void rpcgen::reportUnresolved(Reporter &R, const char *What, const Site &At,
                              const Expression &E) {
  std::string Others = listSiblings(At);
  auto Report =
      R.report(E.Loc, std::string("the ") + What + " of " + describe(At) +
                          " names " + quote(E.Name) + ", which is not a " +
                          (At.P ? "parameter" : "field") + " next to it")
          .note(At.Loc, Others.empty() ? "there is nothing next to it"
                                       : "next to it: " + Others);
  if (std::string_view Meant = meantName(siblingsOf(At), E.Name);
      !Meant.empty() && E.Name.find("::") == std::string::npos)
    Report.replaceToken(E.Loc, std::string(Meant));
}

void rpcgen::forEachSwitchOperand(
    const Site &At, const std::function<void(const Expression &)> &Visit) {
  const Type &T = innermost(At.T);
  if (T.K == Type::Kind::Union && T.Discriminant)
    forEachPart(*T.Discriminant, [&](const Expression &E) {
      if (E.namesSibling())
        Visit(E);
    });
}

const Type *rpcgen::operandType(const Site &At, const Expression &Operand) {
  const Type *T = findSibling(At, Operand.Name);
  return T ? followOperand(*T, Operand) : nullptr;
}

bool rpcgen::isIgnored(const Site &At, const Expression &Operand) {
  const Type *T = findSibling(At, Operand.Name);
  return T && T->Ignored;
}

const Parameter *rpcgen::parameterNamed(const Site &At,
                                        const Expression &Operand) {
  if (At.P && Operand.namesSibling())
    for (const Parameter &Other : At.O->Parameters)
      if (Other.Name == Operand.Name)
        return &Other;
  return nullptr;
}

const Parameter *rpcgen::outOnlyParameter(const Site &At,
                                          const Expression &Operand) {
  const Parameter *Named = parameterNamed(At, Operand);
  return Named && Named->Dir.Out && !Named->Dir.In ? Named : nullptr;
}

bool rpcgen::isTrueOrFalse(const Expression &E) {
  constexpr std::array Operators = {
      "!", "&&", "||", "==", "!=", "<", "<=", ">", ">="};
  return E.K == Expression::Kind::Present ||
         (E.K == Expression::Kind::Cast && E.Bits == 1) ||
         std::ranges::count(Operators, E.Operator) > 0;
}

std::string rpcgen::quoteOperand(const Expression &Operand) {
  return quote(std::string(Operand.Dereferences, '*') + Operand.Name);
}

std::string rpcgen::withNullTest(const Expression &Operand) {
  std::string Test;
  for (unsigned N = 0; N < Operand.Dereferences; ++N)
    Test += (N == 0 ? "" : " && ") + std::string(N, '*') + Operand.Name;
  return quote(Test + " ? " + std::string(Operand.Dereferences, '*') +
               Operand.Name + " : 0");
}
