//===- Expression.h - size, length and discriminant expressions -----------===//
//
// The value of size_is(n * 2), switch_is(*level) and their like: the operators
// of C over integers and over the parameters or fields beside the attribute.
// Enumerators, constexpr variables and sizeof are literals by the time they
// are here, and `p`, `!p` and `p != nullptr` ask whether p is Present.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_MODEL_EXPRESSION_H
#define RPCGEN_MODEL_EXPRESSION_H

#include "model/Location.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rpcgen {

struct Expression {
  enum class Kind {
    Literal, ///< Value.
    Operand, ///< The sibling parameter or field Name, after Dereferences '*'.
    Present, ///< 1 if the pointer that such an Operand would name is not null.
    Unknown, ///< Name names nothing that is a sibling or a constant.
    Unary,   ///< Operator (- ~ ! +) over Operands[0].
    Binary,  ///< Operands[0] Operator Operands[1], as C spells it.
    Conditional, ///< Operands[0] ? Operands[1] : Operands[2].
    Cast,        ///< Operands[0] as an integer of Bits; bool has 1.
    Invalid ///< Could not be read; Name says why, as the end of a sentence.
  };

  Kind K = Kind::Literal;
  std::int64_t Value = 0;
  std::string Name;
  unsigned Dereferences = 0;
  std::string Operator;
  unsigned Bits = 0;
  bool Signed = false;
  std::vector<Expression> Operands;
  Location Loc;
  Location Enumeration; ///< Of the one that has the Literal as an enumerator.

  /// Whether it names a parameter or field, which it may or may not find.
  bool namesSibling() const { return K == Kind::Operand || K == Kind::Present; }

  friend bool operator==(const Expression &, const Expression &) = default;
};

} // namespace rpcgen

#endif // RPCGEN_MODEL_EXPRESSION_H
