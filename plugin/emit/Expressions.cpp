//===- Expressions.cpp ----------------------------------------------------===//
#include "emit/Expressions.h"

#include "emit/Declare.h"
#include "emit/Printer.h"
#include "model/Operands.h"

#include <algorithm>
#include <cstdint>

using namespace rpcgen;

namespace {

template <class Member>
const Type *findIn(const std::vector<Member> *All, const std::string &Name) {
  if (All)
    for (const Member &Each : *All)
      if (Each.Name == Name)
        return &Each.T;
  return nullptr;
}

/// The parameter or field of that name.
const Type *findSibling(const std::string &Name, const Scope &S) {
  return S.Parameters ? findIn(S.Parameters, Name) : findIn(S.Fields, Name);
}

template <class Visit> void forEachOperand(const Expression &E, Visit Each) {
  if (E.namesSibling())
    Each(E);
  for (const Expression &Part : E.Operands)
    forEachOperand(Part, Each);
}

class ExpressionPrinter {
public:
  explicit ExpressionPrinter(const Scope &In) : S(In) {}

  std::string print(const Expression &E) const {
    switch (E.K) {
    case Expression::Kind::Literal:
      return checked(literal(E.Value));
    case Expression::Kind::Operand:
    case Expression::Kind::Present:
      return guarded(E);
    case Expression::Kind::Unary:
      return E.Operator + operandOf(E);
    case Expression::Kind::Binary:
      return binary(E);
    case Expression::Kind::Conditional:
      return "choose(" + print(E.Operands[0]) + ", " + bare(E.Operands[1]) +
             ", " + bare(E.Operands[2]) + ")";
    case Expression::Kind::Cast:
      return std::string(S.Ndr) + "as<" + castType(E) + ">(" +
             print(E.Operands[0]) + ")";
    case Expression::Kind::Unknown:
    case Expression::Kind::Invalid:
      break;
    }
    return checked(""); // Rules have rejected it.
  }

private:
  std::string checked(const std::string &Value) const {
    return std::string(S.Ndr) + "checked(" + Value + ")";
  }

  static std::string literal(std::int64_t Value) {
    if (Value == INT64_MIN)
      return "(-9223372036854775807 - 1)";
    return std::to_string(Value);
  }

  static std::string castType(const Expression &Cast) {
    if (Cast.Bits == 1)
      return "bool";
    return std::string(Cast.Signed ? "std::int" : "std::uint") +
           std::to_string(Cast.Bits) + "_t";
  }

  /// The elements of an empty array are not read.
  std::string guarded(const Expression &E) const {
    const Type *Sibling = findSibling(E.Name, S);
    std::string Text = operand(E);
    if (!Sibling)
      return Text;
    for (const Expression *Size : sizesBefore(*Sibling, E))
      Text =
          rpcgen::print("$ndr$first_element($size$, [&] { return $element$; })",
                        {{"ndr", std::string(S.Ndr)},
                         {"size", print(*Size)},
                         {"element", Text}});
    return Text;
  }

  std::string operand(const Expression &E) const {
    bool Reference = S.Parameters && isReferenceParameter(E.Name);
    std::string Member = "(self." + E.Name + ")";
    if (E.K == Expression::Kind::Present) {
      unsigned Levels = E.Dereferences + Reference;
      std::string Over = Levels == 0 ? "" : "<" + std::to_string(Levels) + ">";
      return std::string(S.Ndr) + "present" + Over + Member;
    }
    bool Indirect = E.Dereferences > 0 || Reference;
    return std::string(S.Ndr) + (Indirect ? "pointee" : "checked") + Member;
  }

  bool isReferenceParameter(const std::string &Name) const {
    const Type *Sibling = findSibling(Name, S);
    return Sibling && isReference(*Sibling);
  }

  /// One side is enough to make the other one checked.
  std::string binary(const Expression &E) const {
    const Expression &Left = E.Operands[0], &Right = E.Operands[1];
    std::string First = readsOperand(Right) ? bare(Left) : nested(Left);
    return First + " " + E.Operator + " " + bare(Right);
  }

  /// A literal as it is; anything else, and all of its parts, checked.
  std::string bare(const Expression &E) const {
    return E.K == Expression::Kind::Literal ? literal(E.Value) : nested(E);
  }

  /// "-" before "-x" must not become "--x".
  std::string operandOf(const Expression &Unary) const {
    const Expression &E = Unary.Operands[0];
    return E.K == Expression::Kind::Unary ? "(" + print(E) + ")" : nested(E);
  }

  std::string nested(const Expression &E) const {
    bool Parentheses = E.K == Expression::Kind::Binary;
    return Parentheses ? "(" + print(E) + ")" : print(E);
  }

  const Scope &S;
};

} // namespace

std::string rpcgen::printExpression(const Expression &E, const Scope &S) {
  return ExpressionPrinter(S).print(E);
}

std::string rpcgen::resultOfExpression(const Expression &E, const Scope &S) {
  bool Follows = false, Reads = false;
  forEachOperand(E, [&](const Expression &Operand) {
    if (const Type *Sibling = findSibling(Operand.Name, S)) {
      Reads |= !sizesBefore(*Sibling, Operand).empty();
      Follows |= !S.Parameters && followsPointer(*Sibling, Operand);
    }
  });
  std::string_view When = Reads     ? "with_sizes"
                          : Follows ? "with_referents"
                                    : "";
  if (When.empty())
    return std::string(S.Ndr) + "checked";
  return print("$ndr$checked_later<$ndr$known::$when$>",
               {{"ndr", std::string(S.Ndr)}, {"when", std::string(When)}});
}

bool rpcgen::readsOperand(const Expression &E) {
  return E.namesSibling() || std::ranges::any_of(E.Operands, readsOperand);
}
