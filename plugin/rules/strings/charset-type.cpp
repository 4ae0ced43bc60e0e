#include "rules/Rule.h"

#include <algorithm>
#include <cctype>

using namespace rpcgen;

/// Of a character as it travels, in bits; 0 of another type.
static unsigned widthOf(const Type &T) {
  switch (T.K) {
  case Type::Kind::Character:
    return 8;
  case Type::Kind::WideCharacter:
    return 16;
  case Type::Kind::Integer:
    return T.Bits == 8 && !T.Signed ? 8 : 0;
  case Type::Kind::Standard:
    return T.Element.empty() ? T.Bits : 0;
  default:
    return 0;
  }
}

/// "UTF-16le" as "UTF16LE"
static std::string normalise(std::string Name) {
  std::erase_if(Name, [](char C) { return C == '-' || C == '_'; });
  std::ranges::transform(Name, Name.begin(),
                         [](unsigned char C) { return std::toupper(C); });
  return Name;
}

/// The width that the character set has; 0 if none of our types has it.
static unsigned unitOf(const std::string &Name) {
  if (Name == "UTF16" || Name == "UTF16LE" || Name == "UCS2")
    return 16;
  bool IsOther = Name.starts_with("UTF16") || Name.starts_with("UCS") ||
                 Name.starts_with("UTF32");
  return IsOther ? 0 : 8;
}

static void check(const Site &At, const AttributeList &Attributes,
                  const Type &T, ModelReporter &R) {
  const Attribute *A = find(Attributes, Attribute::Charset);
  const Type &Inner = innermost(T);
  if (!A || A->Words.empty() || Inner.K == Type::Kind::Untransmissible)
    return;
  const unsigned Unit = unitOf(normalise(A->Words.front()));
  if (Unit == 0)
    R.report(A->Loc, "text in " + A->Words.front() +
                         " has no type here: characters have 8 bits, or 16 in "
                         "the byte order of the message");
  else if (widthOf(Inner) != Unit)
    R.report(A->Loc, "text in " + A->Words.front() + " has characters of " +
                         std::to_string(Unit) + " bits, and " + describe(At) +
                         " has type '" + display(Inner) + "'")
        .note(A->Loc, Unit == 16 ? "use 'char16_t'; nothing is converted"
                                 : "use 'char' or 'std::uint8_t'; nothing is "
                                   "converted");
}

DEFINE_RULE(CharsetType) = {
    "charset-type", Severity::Error,
    "a character set whose characters are not as wide as the type's", check};
