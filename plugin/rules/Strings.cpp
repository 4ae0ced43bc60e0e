//===- Strings.cpp - what [string] may stand on ---------------------------===//

#include "resolve/Types.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

bool isText(const Type &T) {
  return T.K == Type::Kind::Character || T.K == Type::Kind::WideCharacter ||
         (T.K == Type::Kind::Integer && T.Bits == 8 && !T.Signed) ||
         T.K == Type::Kind::Untransmissible; // reported by itself
}

void checkType(const Model &M, Reporter &R) {
  auto Check = [&](const Site &At, const Type &T, const Attribute *A) {
    if (!A || (countLevels(T) > 0 && isText(innermost(T))) ||
        T.K == Type::Kind::Untransmissible)
      return;
    R.report(A->Loc, "[string] needs a pointer to or an array of char, "
                     "char16_t or std::uint8_t, and " +
                         describe(At) + " has type '" + display(innermost(T)) +
                         "'");
  };
  forEachSite(M, [&](const Site &At) {
    Check(At, At.T, find(At.Attributes, "string"));
    forEachLevel(At.T, [&](const Type &Level) {
      Check(At, Level, find(Level.AliasAttributes, "string"));
    });
  });
}

void checkOutUnsized(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    if (!At.isOutOnly())
      return;
    forEachRefLevel(At.T, [&](const Type &Level) {
      if (Level.String && !Level.Size && !Level.Extent)
        R.report(At.Loc, "nothing tells the server how long " + describe(At) +
                             " may become")
            .note(At.Loc, "add size_is(n), or let the server allocate it: '" +
                              display(Level.element()) + " **" + At.Name + "'");
    });
  });
}

} // namespace

const Rule rpcgen::StringBadType = {
    "string-bad-type", Severity::Error,
    "a string of something else than char, char16_t or std::uint8_t",
    checkType};

const Rule rpcgen::StringOutUnsized = {
    "string-out-unsized", Severity::Error,
    "an [out] string without a size that the server does not allocate either",
    checkOutUnsized};
