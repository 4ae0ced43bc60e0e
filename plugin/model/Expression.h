//===- Expression.h - size, length and discriminant expressions -----------===//
//
// The value of size_is(n * 2), switch_is(*level) and their like: the operators
// of C over integers and over the parameters or fields beside the attribute.
// Enumerators, constexpr variables and sizeof are literals by the time they
// are here.
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
    Operand, ///< The sibling parameter or field Name, behind Dereferences '*'.
    Unknown, ///< Name names nothing that is a sibling or a constant.
    Unary,   ///< Operator (- ~ ! +) over Operands[0].
    Binary,  ///< Operands[0] Operator Operands[1], as C spells it.
    Conditional, ///< Operands[0] ? Operands[1] : Operands[2].
    Invalid ///< Could not be read; Name says why, as the end of a sentence.
  };

  Kind K = Kind::Literal;
  std::int64_t Value = 0;
  std::string Name;
  unsigned Dereferences = 0;
  std::string Operator;
  std::vector<Expression> Operands;
  Location Loc;

  friend bool operator==(const Expression &, const Expression &) = default;
};

} // namespace rpcgen

#endif // RPCGEN_MODEL_EXPRESSION_H
