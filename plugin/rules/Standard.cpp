//===- Standard.cpp - what classes of the standard library do not say -----===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <functional>

using namespace rpcgen;

namespace {

void forEachStandard(
    const Model &M,
    const std::function<void(const Site &, const Type &)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (Level.K == Type::Kind::Standard)
        Visit(At, Level);
    });
  });
}

void checkEmbeddedNul(const Model &M, Reporter &R) {
  forEachStandard(M, [&](const Site &At, const Type &T) {
    if (T.Library == StandardClass::String ||
        T.Library == StandardClass::StringView)
      R.report(At.Loc, describe(At) +
                           " is a string on the wire, which ends at its first "
                           "zero: a text that holds one makes the call fail")
          .note(At.Loc, "let bytes that may be zero travel as a "
                        "'std::vector<std::byte>'");
  });
}

void checkVariant(const Model &M, Reporter &R) {
  forEachStandard(M, [&](const Site &At, const Type &T) {
    if (T.Library == StandardClass::Variant)
      R.report(At.Loc, describe(At) +
                           " travels with the numbers of its alternatives, "
                           "which change when one is inserted")
          .note(At.Loc, "give them numbers with 'case' in a union");
  });
}

} // namespace

const Rule rpcgen::StringEmbeddedNul = {
    "string-embedded-nul", Severity::Off,
    "a std::string, which cannot send a text with a zero in it",
    checkEmbeddedNul};

const Rule rpcgen::StdVariant = {
    "std-variant", Severity::Off,
    "a std::variant, whose discriminants are not written down", checkVariant};
