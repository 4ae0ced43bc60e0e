#include "rules/Rule.h"
#include "rules/enumerations/Enumerations.h"

#include <cstdint>

using namespace rpcgen;

constexpr ValueRange Narrow = {0, INT16_MAX};
constexpr ValueRange Wide = {INT32_MIN, UINT32_MAX};

static const Enumerator *firstOutside(const Enumeration &E, ValueRange Values) {
  for (const Enumerator &Each : E.Enumerators)
    if (Each.Value < Values.Low || Each.Value > Values.High)
      return &Each;
  return nullptr;
}

static void checkUse(const Site &At, const Type &Level, ModelReporter &R) {
  const Enumeration *E = asForeign(R.model(), Level);
  if (const Enumerator *Outside = E ? firstOutside(*E, Narrow) : nullptr)
    R.report(At.Loc, describe(At) + " is of enumeration " + quote(E->Name) +
                         ", whose " + quote(Outside->Name) + " is " +
                         std::to_string(Outside->Value) +
                         ", and travels in 16 bits: values from 0 to 32767")
        .note(At.Loc, insteadOf(*E));
}

static void checkOwn(const Enumeration &E, ModelReporter &R) {
  const Enumerator *TooWide = firstOutside(E, Wide);
  const Enumerator *Outside = E.V1 ? TooWide : firstOutside(E, Narrow);
  if (!Outside || E.Foreign)
    return;
  auto Report =
      R.report(Outside->Loc,
               quote(Outside->Name) + " is " + std::to_string(Outside->Value) +
                   ", and enumeration " + quote(E.Name) + " travels in " +
                   (E.V1 ? "32 bits" : "16 bits: values from 0 to 32767"));
  if (!TooWide)
    Report.note(E.Loc, "[[rpc::v1_enum]] gives it 32 bits")
        .insertBefore(E.Loc, "[[rpc::v1_enum]] ");
}

DEFINE_RULE(EnumOutOfRange) = {
    "enum-out-of-range", Severity::Error,
    "an enumerator that does not fit the size of its enumeration on the wire",
    checkUse, checkOwn};
