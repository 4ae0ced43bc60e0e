//===- Bounds.cpp ---------------------------------------------------------===//

#include "rules/support/Bounds.h"

#include "resolve/Constant.h"
#include "rules/support/Expressions.h"

#include <algorithm>

using namespace rpcgen;

namespace {

constexpr std::int64_t Lowest = Bounds::Lowest, Highest = Bounds::Highest;

/// What is not known stays so, and what overflows is not known.
std::int64_t addTo(std::int64_t A, std::int64_t B, std::int64_t Unknown) {
  std::int64_t Result = 0;
  bool Lost =
      A == Unknown || B == Unknown || __builtin_add_overflow(A, B, &Result);
  return Lost ? Unknown : Result;
}

Bounds scale(Bounds B, std::int64_t Factor) {
  auto Times = [&](std::int64_t Value, std::int64_t Unknown) {
    std::int64_t Result = 0;
    bool Lost = Value == Lowest || Value == Highest ||
                __builtin_mul_overflow(Value, Factor, &Result);
    return Lost ? Unknown : Result;
  };
  if (Factor < 0)
    std::swap(B.Least, B.Most);
  return {Times(B.Least, Lowest), Times(B.Most, Highest)};
}

std::string spell(const Expression &E) {
  switch (E.K) {
  case Expression::Kind::Literal:
    return std::to_string(E.Value);
  case Expression::Kind::Unary:
    return E.Operator + spell(E.Operands[0]);
  case Expression::Kind::Cast:
    return (E.Signed ? "int" : "uint") + std::to_string(E.Bits) +
           spell(E.Operands[0]);
  case Expression::Kind::Binary:
  case Expression::Kind::Conditional: {
    std::string Text = "(";
    for (const Expression &Part : E.Operands)
      Text += spell(Part) + E.Operator;
    return Text + ")";
  }
  case Expression::Kind::Operand:
  case Expression::Kind::Present:
  case Expression::Kind::Unknown:
  case Expression::Kind::Invalid:
    break;
  }
  return quoteOperand(E);
}

Bounds boundsOfInteger(unsigned Bits, bool Signed) {
  if (Bits > 32)
    return {};
  std::int64_t Span = std::int64_t{1} << Bits;
  return Signed ? Bounds{-Span / 2, Span / 2 - 1} : Bounds{0, Span - 1};
}

/// Whether a cast leaves every value as it is.
bool keepsValues(const Site &At, const Expression &Cast) {
  Bounds To = boundsOfInteger(Cast.Bits, Cast.Signed),
         Of = boundsOf(At, Cast.Operands[0]);
  return Of.Least >= To.Least && Of.Most <= To.Most;
}

/// Of what is no sum: a quotient, a remainder, bits, a choice.
Bounds boundsOfTerm(const Site &At, const Expression &E) {
  if (isTrueOrFalse(E))
    return {0, 1};
  if (E.K == Expression::Kind::Cast)
    return boundsOfInteger(E.Bits, E.Signed);
  if (E.K == Expression::Kind::Conditional) {
    Bounds Then = boundsOf(At, E.Operands[1]),
           Else = boundsOf(At, E.Operands[2]);
    return {std::min(Then.Least, Else.Least), std::max(Then.Most, Else.Most)};
  }
  auto By =
      E.K == Expression::Kind::Binary ? evaluate(E.Operands[1]) : std::nullopt;
  if (!By || *By <= 0)
    return {};
  Bounds Left = boundsOf(At, E.Operands[0]);
  if (E.Operator == "/")
    return {Left.Least == Lowest ? Lowest : Left.Least / *By,
            Left.Most == Highest ? Highest : Left.Most / *By};
  if (E.Operator == "%")
    return {Left.Least >= 0 ? 0 : 1 - *By, *By - 1};
  if (E.Operator == "&")
    return {0, *By};
  return {};
}

Bounds boundsOfOperand(const Site &At, const Expression &E) {
  const Type *T = operandType(At, E);
  if (!T)
    return {};
  return T->Range ? Bounds{T->Range->Low, T->Range->High} : boundsOf(*T);
}

} // namespace

Bounds rpcgen::boundsOf(const Type &T) {
  switch (T.K) {
  case Type::Kind::Boolean:
    return {0, 1};
  case Type::Kind::Character:
    return {0, 255};
  case Type::Kind::WideCharacter:
    return {0, 65535};
  case Type::Kind::Integer:
    return boundsOfInteger(T.Bits, T.Signed);
  case Type::Kind::Void:
  case Type::Kind::Float:
  case Type::Kind::Enumeration:
  case Type::Kind::Structure:
  case Type::Kind::Union:
  case Type::Kind::Pointer:
  case Type::Kind::Reference:
  case Type::Kind::Array:
  case Type::Kind::Standard:
  case Type::Kind::Presented:
  case Type::Kind::ContextHandle:
  case Type::Kind::BindingHandle:
  case Type::Kind::Pipe:
  case Type::Kind::Untransmissible:
    break;
  }
  return {};
}

Sum::Sum(const Site &At, const Expression &E) {
  auto Part = [&](std::size_t N) { return Sum(At, E.Operands[N]); };
  if (auto Value = evaluate(E)) {
    Constant = *Value;
  } else if (E.K == Expression::Kind::Operand) {
    Terms[spell(E)] = {1, boundsOfOperand(At, E)};
  } else if (E.K == Expression::Kind::Cast && keepsValues(At, E)) {
    add(Part(0));
  } else if (E.Operator == "+" || E.Operator == "-") {
    bool Unary = E.K == Expression::Kind::Unary;
    if (!Unary)
      add(Part(0));
    add(Part(Unary ? 0 : 1), E.Operator == "+" ? 1 : -1);
  } else if (E.Operator == "*" && evaluate(E.Operands[1])) {
    add(Part(0), *evaluate(E.Operands[1]));
  } else if (E.Operator == "*" && evaluate(E.Operands[0])) {
    add(Part(1), *evaluate(E.Operands[0]));
  } else {
    Terms[spell(E)] = {1, boundsOfTerm(At, E)};
  }
}

Sum &Sum::add(const Sum &Other, std::int64_t Factor) {
  bool Lost = false;
  auto AddProduct = [&](std::int64_t &To, std::int64_t Value) {
    std::int64_t Product = 0;
    Lost |= __builtin_mul_overflow(Value, Factor, &Product) ||
            __builtin_add_overflow(To, Product, &To);
  };
  AddProduct(Constant, Other.Constant);
  for (const auto &[Name, Added] : Other.Terms) {
    Term &To = Terms.try_emplace(Name, Term{0, Added.Values}).first->second;
    AddProduct(To.Factor, Added.Factor);
  }
  if (Lost)
    Terms["overflow"] = {1, {}};
  return *this;
}

Bounds Sum::bounds() const {
  Bounds All{Constant, Constant};
  for (const auto &[Name, Each] : Terms) {
    if (Each.Factor == 0)
      continue;
    Bounds Scaled = scale(Each.Values, Each.Factor);
    All.Least = addTo(All.Least, Scaled.Least, Lowest);
    All.Most = addTo(All.Most, Scaled.Most, Highest);
  }
  return All;
}
