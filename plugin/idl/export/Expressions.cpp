//===- Expressions.cpp - sizes and discriminants in IDL -------------------===//

#include "idl/export/Writer.h"

#include <algorithm>

namespace rpcgen::idl {
namespace {

std::string castTo(const Expression &E) {
  const char *Name = E.Bits == 8    ? "small"
                     : E.Bits == 16 ? "short"
                     : E.Bits == 32 ? "long"
                                    : "hyper";
  return std::string(E.Signed ? "(" : "(unsigned ") + Name + ")";
}

/// As an operand of another expression.
std::string nested(const Expression &E, const Siblings &Around) {
  std::string Text = spell(E, Around);
  const bool IsSimple = E.K == Expression::Kind::Operand ||
                        (E.K == Expression::Kind::Literal && E.Value >= 0);
  return IsSimple ? Text : "(" + Text + ")";
}

std::string operand(const Expression &E, const Siblings &Around) {
  return std::string(E.Dereferences + Around.isReference(E.Name), '*') +
         idlName(E.Name);
}

/// A condition: a pointer asks for null by itself.
std::string condition(const Expression &E, const Siblings &Around) {
  return E.K == Expression::Kind::Present ? operand(E, Around)
                                          : nested(E, Around);
}

} // namespace

bool Siblings::isReference(const std::string &Name) const {
  if (!Parameters)
    return false;
  auto Found = std::ranges::find(*Parameters, Name, &Parameter::Name);
  return Found != Parameters->end() && Found->T.FromReference;
}

std::string spell(const Expression &E, const Siblings &Around) {
  switch (E.K) {
  case Expression::Kind::Literal:
    return std::to_string(E.Value);
  case Expression::Kind::Operand:
    return operand(E, Around);
  case Expression::Kind::Present:
    return operand(E, Around) + " ? 1 : 0";
  case Expression::Kind::Unary:
    return E.Operator + nested(E.Operands[0], Around);
  case Expression::Kind::Binary: {
    const bool IsLogical = E.Operator == "&&" || E.Operator == "||";
    auto Side = [&](const Expression &Each) {
      return IsLogical ? condition(Each, Around) : nested(Each, Around);
    };
    return Side(E.Operands[0]) + " " + E.Operator + " " + Side(E.Operands[1]);
  }
  case Expression::Kind::Conditional:
    return condition(E.Operands[0], Around) + " ? " +
           nested(E.Operands[1], Around) + " : " +
           nested(E.Operands[2], Around);
  case Expression::Kind::Cast:
    if (E.Bits == 1)
      return condition(E.Operands[0], Around) + " ? 1 : 0";
    return castTo(E) + nested(E.Operands[0], Around);
  case Expression::Kind::Unknown:
  case Expression::Kind::Invalid:
    break;
  }
  return "0"; // Rules have rejected it.
}

} // namespace rpcgen::idl
