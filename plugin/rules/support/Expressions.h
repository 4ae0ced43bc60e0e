//===- Expressions.h - the expressions of attributes ----------------------===//
#ifndef RPCGEN_RULES_SUPPORT_EXPRESSIONS_H
#define RPCGEN_RULES_SUPPORT_EXPRESSIONS_H

#include "model/Expression.h"
#include "rules/Reporter.h"
#include "rules/support/Sites.h"

#include <functional>

namespace rpcgen {

/// An attribute that gives arrays their size or the part that travels, or
/// buffers their size.
struct CountAttribute {
  Attribute::Kind K;
  const char *Gives; ///< "size", for findings
};
inline constexpr CountAttribute CountAttributes[] = {
    {Attribute::SizeIs, "size"},       {Attribute::MaxIs, "highest index"},
    {Attribute::LengthIs, "length"},   {Attribute::FirstIs, "first index"},
    {Attribute::LastIs, "last index"}, {Attribute::ByteCount, "size in bytes"}};

/// The attribute of the site that sizes its arrays: size_is or max_is; null
/// without one.
const Attribute *findSize(const Site &At);

/// The expression and all that it is made of.
void forEachPart(const Expression &E,
                 const std::function<void(const Expression &)> &Visit);

/// Every part of every argument of an attribute at a site; nothing if the
/// attribute is not there.
void forEachPart(const Site &At, Attribute::Kind K,
                 const std::function<void(const Expression &)> &Visit);

/// Every part of every size, length and index that the site's attributes give,
/// with the attribute that gives it.
void forEachCountPart(const Site &At,
                      const std::function<void(const CountAttribute &,
                                               const Expression &)> &Visit);

/// The same for whole expressions.
void forEachCount(const Site &At,
                  const std::function<void(const CountAttribute &,
                                           const Expression &)> &Visit);

/// Every part of every size, length, index and discriminant at the site, with
/// its attribute.
void forEachComputed(
    const Site &At,
    const std::function<void(Attribute::Kind, const Expression &)> &Visit);

/// A quotient or a remainder.
bool divides(const Expression &E);

/// Whether the expression names what is neither beside the site nor constant.
bool isUnresolved(const Site &At, const Expression &E);

/// Reports it: "the size of field 'a' names 'n', which is no field beside it".
void reportUnresolved(Reporter &R, const char *What, const Site &At,
                      const Expression &E);

/// Every operand of the discriminant of a union at the site.
void forEachSwitchOperand(const Site &At,
                          const std::function<void(const Expression &)> &Visit);

/// The type of the value that an operand names; null if there is no such
/// parameter or field, or it has fewer levels than the operand has '*'. A
/// reference is followed without one.
const Type *operandType(const Site &At, const Expression &Operand);

/// Whether the operand is a pointer that does not travel, or goes through one.
bool isIgnored(const Site &At, const Expression &Operand);

/// The parameter that an operand names; null if the expression is no operand or
/// there is none.
const Parameter *parameterNamed(const Site &At, const Expression &Operand);

/// The same, if the server alone gives it a value.
const Parameter *outOnlyParameter(const Site &At, const Expression &Operand);

/// Whether it compares, asks for null, or combines what is true or false.
bool isTrueOrFalse(const Expression &E);

/// "'n ? *n : 0'"
std::string withNullTest(const Expression &Operand);

/// "'**n'"
std::string quoteOperand(const Expression &Operand);

} // namespace rpcgen

#endif // RPCGEN_RULES_SUPPORT_EXPRESSIONS_H
