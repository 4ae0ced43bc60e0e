//===- UnionTag.cpp - the type of a discriminant --------------------------===//

#include "model/Operands.h"
#include "resolve/Unions.h"
#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"
#include "rules/Unions.h"
#include "wire/Forms.h"

using namespace rpcgen;

namespace {

void checkType(const Model &M, Reporter &R) {
  forEachUnion(M, [&](const Union &U) {
    if (isPlain(M, U))
      return;
    if (!U.Tag) {
      R.report(U.Loc, "nothing gives the type of the discriminant of union " +
                          quote(U.Name))
          .note(U.Loc, "write 'union [[rpc::switch_type(std::uint32_t)]] " +
                           U.Name + "'");
    } else if (!canBeTag(*U.Tag)) {
      const Attribute *A = find(U.Attributes, "switch_type");
      R.report(A ? A->Loc : U.Loc,
               "the discriminant of union " + quote(U.Name) + " has type '" +
                   display(*U.Tag) + "' and must be an integer of at most 32 " +
                   "bits, a char, a bool or an enumeration");
    }
  });
}

unsigned sizeOf(const Model &M, const Type &T) {
  const wire::Construct C = wire::scalarOf(M, T);
  const auto *S = C.as<wire::Scalar>();
  return S ? S->Size[0] : 1;
}

/// Whether every value of the discriminant can travel. Of an enumeration
/// and an integer it is not known: the values are fewer than either could have.
bool fits(const Model &M, const Type &Tag, const Type &Value) {
  bool TagIsEnum = Tag.K == Type::Kind::Enumeration;
  bool ValueIsEnum = Value.K == Type::Kind::Enumeration;
  return TagIsEnum != ValueIsEnum || sizeOf(M, Tag) >= sizeOf(M, Value);
}

/// The type of a discriminant that the program sees: that of an operand. What
/// an expression computes is held against switch_type when it is sent.
void checkMismatch(const Model &M, Reporter &R) {
  forEachSwitch(M, [&](const Site &At, const Union &U, const Expression &E) {
    const Type *Value = operandType(At, E);
    bool Alone = innermost(At.T).Discriminant->K == Expression::Kind::Operand;
    if (isUnresolved(At, E) || isIgnored(At, E) ||
        (Value && Value->K == Type::Kind::Untransmissible))
      return;
    std::string Begin =
        "the discriminant of " + describe(At) + ", " + quoteOperand(E) + ", ";
    if (!Value) {
      R.report(E.Loc, Begin + "goes through something that is not a pointer");
    } else if (E.K == Expression::Kind::Present ? !pointeeOf(*Value)
                                                : !canBeTag(*Value)) {
      R.report(E.Loc, Begin + "has type '" + display(*Value) +
                          "' and must be an integer of at most 32 bits, a "
                          "char, a bool or an enumeration");
    } else if (Alone && U.Tag && canBeTag(*U.Tag) && !fits(M, *U.Tag, *Value)) {
      R.report(E.Loc, Begin + "has type '" + display(*Value) +
                          "', which is wider than the union's switch_type '" +
                          display(*U.Tag) + "'")
          .note(U.Loc, "union " + quote(U.Name) + " is declared here");
    }
  });
}

} // namespace

const Rule rpcgen::UnionTagType = {
    "union-tag-type", Severity::Error,
    "a union without switch_type, or with one that is not an integer, a "
    "char, a bool or an enumeration",
    checkType};

const Rule rpcgen::UnionTagMismatch = {
    "union-tag-mismatch", Severity::Error,
    "switch_is with values that do not fit switch_type", checkMismatch};
