//===- Correlation.cpp ----------------------------------------------------===//

#include "lock/Correlation.h"
#include "model/Operands.h"
#include "resolve/Constant.h"
#include "wire/Messages.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

using namespace rpcgen;

namespace {

/// Terms with their factors, and a constant. Unsigned, so that what overflows
/// overflows in the same way on both sides.
struct Sum {
  std::map<std::string, std::uint64_t> Terms;
  std::uint64_t Constant = 0;

  void add(const Sum &Other, std::uint64_t Factor) {
    for (const auto &[Term, Count] : Other.Terms)
      if ((Terms[Term] += Count * Factor) == 0)
        Terms.erase(Term);
    Constant += Other.Constant * Factor;
  }
};

constexpr std::uint64_t Minus = ~std::uint64_t{0}; ///< -1

std::string inParentheses(const std::string &Text) {
  return Text.find(' ') == Text.npos ? Text : "(" + Text + ")";
}

std::string print(const Sum &S) {
  std::string Text;
  auto Append = [&](std::uint64_t Factor, const std::string &Term) {
    bool Negative = static_cast<std::int64_t>(Factor) < 0;
    std::uint64_t Count = Negative ? 0 - Factor : Factor;
    Text += Text.empty() ? (Negative ? "-" : "") : (Negative ? " - " : " + ");
    if (Term.empty() || Count != 1)
      Text += std::to_string(Count) + (Term.empty() ? "" : " * ");
    Text +=
        Term.empty() || (S.Terms.size() == 1 && S.Constant == 0 && Factor == 1)
            ? Term
            : inParentheses(Term);
  };
  for (bool Negative : {false, true})
    for (const auto &[Term, Factor] : S.Terms)
      if (Negative == (static_cast<std::int64_t>(Factor) < 0))
        Append(Factor, Term);
  if (S.Constant != 0 || Text.empty())
    Append(S.Constant, "");
  return Text;
}

/// What an operand of an expression is called.
using OperandName = std::function<std::string(const Expression &Operand)>;

class Normal {
public:
  explicit Normal(OperandName Name) : Name(std::move(Name)) {}

  std::string text(const Expression &E) const { return print(sum(E)); }

private:
  Sum sum(const Expression &E) const {
    Sum S;
    if (auto Value = evaluate(E)) {
      S.Constant = static_cast<std::uint64_t>(*Value);
    } else if (E.K == Expression::Kind::Unary &&
               (E.Operator == "-" || E.Operator == "+")) {
      S.add(sum(E.Operands[0]), E.Operator == "-" ? Minus : 1);
    } else if (E.K == Expression::Kind::Binary &&
               (E.Operator == "+" || E.Operator == "-")) {
      S.add(sum(E.Operands[0]), 1);
      S.add(sum(E.Operands[1]), E.Operator == "-" ? Minus : 1);
    } else if (!addProduct(S, E)) {
      S.Terms[term(E)] = 1;
    }
    return S;
  }

  /// Where one side is a constant.
  bool addProduct(Sum &To, const Expression &E) const {
    if (E.K != Expression::Kind::Binary)
      return false;
    auto Left = evaluate(E.Operands[0]), Right = evaluate(E.Operands[1]);
    if (E.Operator == "*" && (Left || Right))
      To.add(sum(E.Operands[Left ? 1 : 0]),
             static_cast<std::uint64_t>(Left ? *Left : *Right));
    else if (E.Operator == "<<" && Right && *Right >= 0 && *Right < 63)
      To.add(sum(E.Operands[0]), std::uint64_t{1} << *Right);
    else
      return false;
    return true;
  }

  std::string term(const Expression &E) const {
    switch (E.K) {
    case Expression::Kind::Operand:
      return Name(E);
    case Expression::Kind::Present:
      return Name(E) + " != nullptr";
    case Expression::Kind::Cast:
      return castName(E) + "(" + text(E.Operands[0]) + ")";
    case Expression::Kind::Unary:
      return E.Operator == "!" ? "!" + inParentheses(truth(E.Operands[0]))
                               : E.Operator + side(E.Operands[0]);
    case Expression::Kind::Binary:
      return binary(E);
    case Expression::Kind::Conditional:
      return choice(E);
    case Expression::Kind::Literal:
    case Expression::Kind::Unknown:
    case Expression::Kind::Invalid:
      break;
    }
    return E.Name;
  }

  /// Without a negation: !c ? a : b is c ? b : a.
  std::string choice(const Expression &E) const {
    const Expression *Condition = &E.Operands[0];
    std::size_t Then = 1;
    for (; Condition->Operator == "!"; Condition = &Condition->Operands[0])
      Then = 3 - Then;
    return truth(*Condition) + " ? " + side(E.Operands[Then]) + " : " +
           side(E.Operands[3 - Then]);
  }

  static std::string castName(const Expression &Cast) {
    return Cast.Bits == 1
               ? "bool"
               : (Cast.Signed ? "int" : "uint") + std::to_string(Cast.Bits);
  }

  std::string binary(const Expression &E) const {
    const bool Logical = E.Operator == "&&" || E.Operator == "||";
    auto Print = [&](const Expression &Side) {
      return Logical ? inParentheses(truth(Side)) : side(Side);
    };
    std::string Left = Print(E.Operands[0]), Right = Print(E.Operands[1]);
    std::string Operator = E.Operator;
    if (Operator == ">" || Operator == ">=") {
      Operator[0] = '<';
      std::swap(Left, Right);
    }
    for (const char *Commutes : {"*", "&", "|", "^", "==", "!="})
      if (Operator == Commutes && Right < Left)
        std::swap(Left, Right);
    return Left + " " + Operator + " " + Right;
  }

  /// What only counts as zero or not: x is x != 0.
  std::string truth(const Expression &E) const {
    if (E.K == Expression::Kind::Binary && E.Operator == "!=")
      for (int Side : {0, 1})
        if (evaluate(E.Operands[Side]) == 0)
          return truth(E.Operands[1 - Side]);
    if (E.K == Expression::Kind::Cast && E.Bits == 1)
      return truth(E.Operands[0]);
    return text(E);
  }

  std::string side(const Expression &E) const { return inParentheses(text(E)); }

  const OperandName Name;
};

/// How many pointers have to be followed from an operand to its value.
unsigned pointersIn(const Type &T) {
  if (T.K == Type::Kind::Presented)
    return pointersIn(T.element());
  const bool IsPointer = T.K == Type::Kind::Pointer || isUsedAsPointer(T);
  return IsPointer ? 1 + pointersIn(T.element()) : 0;
}

} // namespace

Siblings rpcgen::siblingsIn(const Operation &O) {
  Siblings Parameters;
  for (const Parameter &P : O.Parameters) {
    std::string Key;
    for (auto [Way, Message] : {std::pair(&Direction::In, "#in"),
                                std::pair(&Direction::Out, "#out")}) {
      const auto All = wire::travelling(O, Way);
      if (auto At = std::ranges::find(All, &P); At != All.end())
        Key += Message + std::to_string(At - All.begin());
    }
    Parameters.push_back({P.Name, &P.T, Key});
  }
  return Parameters;
}

Siblings rpcgen::siblingsIn(const Structure &S) {
  Siblings Fields;
  for (const Field &F : S.Fields)
    Fields.push_back({F.Name, &F.T, "#" + std::to_string(Fields.size())});
  return Fields;
}

Correlation::Correlation(const Expression &E, const Siblings &Around) {
  Key = Normal([&](const Expression &Operand) {
          auto Found = std::ranges::find(Around, Operand.Name, &Sibling::Name);
          if (Found == Around.end())
            return Operand.Name;
          unsigned Steps = Operand.Dereferences + Found->T->FromReference;
          unsigned Pointers = pointersIn(*Found->T);
          return std::string(Pointers - std::min(Steps, Pointers), '&') +
                 Found->Key;
        }).text(E);
  Text = Normal([](const Expression &Operand) {
           return std::string(Operand.Dereferences, '*') + Operand.Name;
         }).text(E);
}
