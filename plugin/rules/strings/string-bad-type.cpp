#include "resolve/Types.h"
#include "rules/Rule.h"

using namespace rpcgen;

static bool isText(const Type &T) {
  return T.K == Type::Kind::Character || T.K == Type::Kind::WideCharacter ||
         (T.K == Type::Kind::Integer && T.Bits == 8 && !T.Signed) ||
         T.K == Type::Kind::Untransmissible; // reported by itself
}

static void check(const Site &At, const AttributeList &Attributes,
                  const Type &T, ModelReporter &R) {
  const Attribute *A = find(Attributes, Attribute::String);
  if (A && !(countLevels(T) > 0 && isText(innermost(T))) &&
      T.K != Type::Kind::Untransmissible)
    R.report(A->Loc, "[string] needs a pointer to or an array of char, "
                     "char16_t or std::uint8_t, and " +
                         describe(At) + " has type '" + display(innermost(T)) +
                         "'");
}

DEFINE_RULE(StringBadType) = {
    "string-bad-type", Severity::Error,
    "a string of something else than char, char16_t or std::uint8_t", check};
