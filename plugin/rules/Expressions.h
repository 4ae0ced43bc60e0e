//===- Expressions.h - the expressions of size_is and switch_is -----------===//
#ifndef RPCGEN_RULES_EXPRESSIONS_H
#define RPCGEN_RULES_EXPRESSIONS_H

#include "model/Expression.h"
#include "rules/Reporter.h"
#include "rules/Sites.h"

#include <functional>

namespace rpcgen {

/// The expression and all that it is made of.
void forEachPart(const Expression &E,
                 const std::function<void(const Expression &)> &Visit);

/// Every part of every argument of an attribute at a site; nothing if the
/// attribute is not there.
void forEachPart(const Site &At, const char *Attribute,
                 const std::function<void(const Expression &)> &Visit);

/// Whether the expression names what is neither beside the site nor constant.
bool isUnresolved(const Site &At, const Expression &E);

/// Reports it: "the size of field 'a' names 'n', which is no field beside it".
void reportUnresolved(Reporter &R, const char *What, const Site &At,
                      const Expression &E);

/// Every operand of the discriminant of a union, with the union that stands
/// at the site.
void forEachSwitch(const Model &M,
                   const std::function<void(const Site &, const Union &,
                                            const Expression &)> &Visit);

/// The type of the value that an operand names; null if there is no such
/// parameter or field, or it has fewer levels than the operand has '*'. A
/// reference is followed without one.
const Type *operandType(const Site &At, const Expression &Operand);

/// Whether a pointer that the operand goes through may be null.
bool mayBeNull(const Site &At, const Expression &Operand);

/// The parameter that an operand names, if the server alone gives it a value.
const Parameter *outOnlyParameter(const Site &At, const Expression &Operand);

/// "'**n'"
std::string quoteOperand(const Expression &Operand);

} // namespace rpcgen

#endif // RPCGEN_RULES_EXPRESSIONS_H
