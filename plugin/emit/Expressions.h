//===- Expressions.h - size and discriminant expressions as C++ -----------===//
#ifndef RPCGEN_EMIT_EXPRESSIONS_H
#define RPCGEN_EMIT_EXPRESSIONS_H

#include "model/Expression.h"
#include "model/Interface.h"

#include <string>
#include <string_view>
#include <vector>

namespace rpcgen {

/// Where shapes and expressions are printed, which are the same text but for
/// their qualification.
struct Scope {
  std::string_view Ndr;  ///< Qualifier of names of rpc::ndr: "" or "ndr::".
  std::string_view Self; ///< Type that holds the operands: "type" or "call".
  /// What operands may name: parameters, or else the fields of a structure.
  const std::vector<Parameter> *Parameters = nullptr;
  const std::vector<Field> *Fields = nullptr;
};

/// The expression over the members of `self`, computed in ndr::checked.
std::string printExpression(const Expression &E, const Scope &S);

/// What a function returns that computes the expression: it says when the
/// operands are known.
std::string resultOfExpression(const Expression &E, const Scope &S);

/// Whether an operand is part of the expression.
bool readsOperand(const Expression &E);

} // namespace rpcgen

#endif // RPCGEN_EMIT_EXPRESSIONS_H
