//===- Enumerations.cpp - enumerations that fit the wire ------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <cstdint>
#include <functional>
#include <string>

using namespace rpcgen;

namespace {

constexpr ValueRange Narrow = {0, INT16_MAX};
constexpr ValueRange Wide = {INT32_MIN, UINT32_MAX};

const Enumerator *firstOutside(const Enumeration &E, ValueRange Values) {
  for (const Enumerator &Each : E.Enumerators)
    if (Each.Value < Values.Low || Each.Value > Values.High)
      return &Each;
  return nullptr;
}

/// Calls back with an enumeration of a system header, wherever one of the
/// user's declarations has it.
void forEachForeign(
    const Model &M,
    const std::function<void(const Site &, const Enumeration &)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &T) {
      if (T.K == Type::Kind::Enumeration &&
          M.Enumerations[T.Definition].Foreign)
        Visit(At, M.Enumerations[T.Definition]);
    });
  });
}

/// Failures are exceptions.
std::string insteadOf(const Enumeration &E) {
  return E.Spelling == "::rpc::status"
             ? "throw an rpc::error, or use 'std::uint32_t'"
             : "use an integer, or an enumeration of your own";
}

void checkForeignRange(const Model &M, Reporter &R) {
  forEachForeign(M, [&](const Site &At, const Enumeration &E) {
    if (const Enumerator *Outside = firstOutside(E, Narrow))
      R.report(At.Loc, describe(At) + " is of enumeration " + quote(E.Name) +
                           ", whose " + quote(Outside->Name) + " is " +
                           std::to_string(Outside->Value) +
                           ", and travels in 16 bits: values from 0 to 32767")
          .note(At.Loc, insteadOf(E));
  });
}

void checkRange(const Model &M, Reporter &R) {
  checkForeignRange(M, R);
  forEachEnumeration(M, [&](const Enumeration &E) {
    const Enumerator *TooWide = firstOutside(E, Wide);
    const Enumerator *Outside = E.V1 ? TooWide : firstOutside(E, Narrow);
    if (!Outside || E.Foreign)
      return;
    auto Report = R.report(
        Outside->Loc,
        quote(Outside->Name) + " is " + std::to_string(Outside->Value) +
            ", and enumeration " + quote(E.Name) + " travels in " +
            (E.V1 ? "32 bits" : "16 bits: values from 0 to 32767"));
    if (!TooWide)
      Report.note(E.Loc, "[[rpc::v1_enum]] gives it 32 bits")
          .insertBefore(E.Loc, "[[rpc::v1_enum]] ");
  });
}

bool differs(const Enumeration &E, unsigned Wire) {
  return E.FixedUnderlying && (E.Bits < Wire || E.Bits > 32);
}

void checkUnderlying(const Model &M, Reporter &R) {
  forEachForeign(M, [&](const Site &At, const Enumeration &E) {
    if (differs(E, 16))
      R.report(At.Loc, describe(At) + " is of enumeration " + quote(E.Name) +
                           ", which has " + std::to_string(E.Bits) +
                           " bits in memory and 16 on the wire")
          .note(At.Loc, insteadOf(E));
  });
  forEachEnumeration(M, [&](const Enumeration &E) {
    unsigned Wire = E.V1 ? 32 : 16;
    if (E.Foreign || !differs(E, Wire))
      return;
    std::string Fitting = "std::uint" + std::to_string(Wire) + "_t";
    R.report(E.Loc, "enumeration " + quote(E.Name) + " has " +
                        std::to_string(E.Bits) + " bits in memory and " +
                        std::to_string(Wire) + " on the wire")
        .note(E.Loc, "write ': " + Fitting + "', or leave the type out");
  });
}

} // namespace

const Rule rpcgen::EnumOutOfRange = {
    "enum-out-of-range", Severity::Error,
    "an enumerator that does not fit the size of its enumeration on the wire",
    checkRange};

const Rule rpcgen::EnumFixedUnderlying = {
    "enum-fixed-underlying", Severity::Error,
    "an enumeration whose underlying type is narrower or wider than the wire",
    checkUnderlying};
