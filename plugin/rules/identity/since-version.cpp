#include "resolve/Constant.h"
#include "resolve/Identity.h"
#include "rules/Rule.h"

#include <algorithm>
#include <cstdint>

using namespace rpcgen;

/// What was there from the beginning says nothing, or 0.
static std::optional<std::int64_t> minorOf(const Operation &O) {
  const Attribute *A = find(O.Attributes, Attribute::Since);
  auto Minor = A ? constantArgument(*A, 0) : 0;
  return Minor && *Minor >= 0 && *Minor <= UINT16_MAX ? Minor : std::nullopt;
}

static Location placeOf(const Operation &O) {
  const Attribute *A = find(O.Attributes, Attribute::Since);
  return A ? A->Loc : O.Loc;
}

static std::vector<const Operation *> byNumber(const Interface &I) {
  std::vector<const Operation *> Remote;
  for (const Operation &O : I.Operations)
    if (!O.Local)
      Remote.push_back(&O);
  std::ranges::stable_sort(Remote, {}, &Operation::Opnum);
  return Remote;
}

static void check(const Interface &I, ModelReporter &R) {
  const bool Known = parseVersion(writtenVersion(I)).has_value();
  const Operation *Newest = nullptr;
  for (const Operation *O : byNumber(I)) {
    const auto Minor = minorOf(*O);
    if (!Minor)
      R.report(placeOf(*O), "the minor version of operation " + quote(O->Name) +
                                " must be a constant from 0 to 65535");
    else if (Known && *Minor > I.Minor)
      R.report(placeOf(*O), quote(O->Name) + " came with minor version " +
                                std::to_string(*Minor) + ", and interface " +
                                quote(I.Name) + " has version " +
                                std::to_string(I.Major) + "." +
                                std::to_string(I.Minor))
          .note(I.Loc, "raise the minor version here");
    else if (Newest && *Minor < minorOf(*Newest))
      R.report(placeOf(*O), quote(O->Name) + " has a higher number than " +
                                quote(Newest->Name) +
                                ", and came with an older minor version")
          .note(Newest->Loc, "a new operation takes the next number, so that "
                             "the others keep theirs");
    else
      Newest = O;
  }
}

DEFINE_RULE(SinceVersion) = {
    "since-version", Severity::Warning,
    "an operation that came with another minor version than its number says",
    check};
