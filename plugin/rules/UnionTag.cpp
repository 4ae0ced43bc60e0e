//===- UnionTag.cpp - the type of a discriminant --------------------------===//

#include "resolve/Unions.h"
#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

void checkType(const Model &M, Reporter &R) {
  forEachUnion(M, [&](const Union &U) {
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

unsigned bitsOf(const Type &T) {
  return T.K == Type::Kind::Integer ? T.Bits : 8;
}

/// An enumeration has another size in memory than on the wire, so it goes with
/// every integer; not with another enumeration.
bool match(const Type &Tag, const Type &Value) {
  bool TagIsEnum = Tag.K == Type::Kind::Enumeration;
  bool ValueIsEnum = Value.K == Type::Kind::Enumeration;
  if (TagIsEnum || ValueIsEnum)
    return TagIsEnum != ValueIsEnum || Tag.Definition == Value.Definition;
  return bitsOf(Tag) == bitsOf(Value);
}

void checkMismatch(const Model &M, Reporter &R) {
  forEachSwitch(M, [&](const Site &At, const Union &U, const Expression &E) {
    const Type *Value = operandType(At, E);
    bool Alone = innermost(At.T).Discriminant->K == Expression::Kind::Operand;
    bool Followed = Value && Value->K != Type::Kind::Untransmissible;
    if (!findSibling(At, E.Name) || isIgnored(At, E) || (Value && !Followed))
      return;
    std::string Begin =
        "the discriminant of " + describe(At) + ", " + quoteOperand(E) + ", ";
    if (!Value)
      R.report(E.Loc, Begin + "goes through something that is no pointer");
    else if (!canBeTag(*Value))
      R.report(E.Loc, Begin + "has type '" + display(*Value) +
                          "' and must be an integer of at most 32 bits, a "
                          "char, a bool or an enumeration");
    else if (Alone && U.Tag && canBeTag(*U.Tag) && !match(*U.Tag, *Value))
      R.report(E.Loc, Begin + "has type '" + display(*Value) +
                          "', and the union's switch_type is '" +
                          display(*U.Tag) + "'")
          .note(U.Loc, "union " + quote(U.Name) + " is declared here");
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
    "switch_is of another type than switch_type gives", checkMismatch};
