//===- Expressions.cpp ----------------------------------------------------===//

#include "rules/Expressions.h"

#include "model/Nearest.h"
#include "resolve/Unions.h"
#include "rules/Types.h"

#include <algorithm>
#include <array>

using namespace rpcgen;

namespace {

/// How many pointers the operand goes through.
unsigned countSteps(const Type &Sibling, const Expression &Operand) {
  return Operand.Dereferences + (Sibling.FromReference ? 1 : 0);
}

} // namespace

void rpcgen::forEachPart(const Expression &E,
                         const std::function<void(const Expression &)> &Visit) {
  Visit(E);
  for (const Expression &Part : E.Operands)
    forEachPart(Part, Visit);
}

void rpcgen::forEachPart(const Site &At, const char *Name,
                         const std::function<void(const Expression &)> &Visit) {
  if (const Attribute *A = find(At.Attributes, Name))
    for (const std::optional<Expression> &E : A->Expressions)
      if (E)
        forEachPart(*E, Visit);
}

void rpcgen::forEachCountPart(
    const Site &At,
    const std::function<void(const CountAttribute &, const Expression &)>
        &Visit) {
  for (const CountAttribute &A : CountAttributes)
    forEachPart(At, A.Name, [&](const Expression &E) { Visit(A, E); });
}

const Attribute *rpcgen::findSize(const Site &At) {
  const Attribute *SizeIs = find(At.Attributes, "size_is");
  return SizeIs ? SizeIs : find(At.Attributes, "max_is");
}

bool rpcgen::isUnresolved(const Site &At, const Expression &E) {
  return E.K == Expression::Kind::Unknown ||
         (E.K == Expression::Kind::Operand && !findSibling(At, E.Name));
}

void rpcgen::reportUnresolved(Reporter &R, const char *What, const Site &At,
                              const Expression &E) {
  std::string Others = listSiblings(At);
  auto Report =
      R.report(E.Loc, std::string("the ") + What + " of " + describe(At) +
                          " names " + quote(E.Name) + ", which is no " +
                          (At.P ? "parameter" : "field") + " beside it")
          .note(At.Loc, Others.empty() ? "nothing stands beside it"
                                       : "beside it: " + Others);
  if (std::string_view Meant = meantName(siblingsOf(At), E.Name);
      !Meant.empty() && E.Name.find("::") == std::string::npos)
    Report.replaceToken(E.Loc, std::string(Meant));
}

void rpcgen::forEachSwitch(
    const Model &M,
    const std::function<void(const Site &, const Union &, const Expression &)>
        &Visit) {
  forEachSite(M, [&](const Site &At) {
    const Type &T = innermost(At.T);
    if (T.K == Type::Kind::Union && T.Discriminant)
      forEachPart(*T.Discriminant, [&](const Expression &E) {
        if (E.K == Expression::Kind::Operand)
          Visit(At, M.Unions[T.Definition], E);
      });
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

bool rpcgen::mayBeNull(const Site &At, const Expression &Operand) {
  const Type *T = findSibling(At, Operand.Name);
  unsigned Steps = T ? countSteps(*T, Operand) : 0;
  for (; Steps > 0 && T->K == Type::Kind::Pointer; --Steps) {
    if (!T->Ignored && T->Class != PointerClass::Ref)
      return true;
    T = &T->element();
  }
  return false;
}

const Parameter *rpcgen::parameterNamed(const Site &At,
                                        const Expression &Operand) {
  if (At.P && Operand.K == Expression::Kind::Operand)
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
  return std::ranges::count(Operators, E.Operator) > 0;
}

std::string rpcgen::quoteOperand(const Expression &Operand) {
  return quote(std::string(Operand.Dereferences, '*') + Operand.Name);
}
