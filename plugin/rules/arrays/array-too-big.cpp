#include "rules/Rule.h"
#include "wire/Forms.h"

#include <algorithm>
#include <limits>

using namespace rpcgen;

constexpr std::uint64_t Most = 65535;

static std::uint64_t times(std::uint64_t Count, std::uint64_t Size) {
  constexpr std::uint64_t Limit = std::numeric_limits<std::uint64_t>::max();
  return Size != 0 && Count > Limit / Size ? Limit : Count * Size;
}

/// About how many bytes of memory a value takes, without what pointers point
/// to.
static std::uint64_t sizeOf(const wire::Forms &All, const wire::Construct &C) {
  return wire::match(
      C, [](const wire::Scalar &S) { return std::uint64_t{S.Memory}; },
      [&](const wire::Array &A) {
        return times(A.Extent.value_or(0), sizeOf(All, A.Of.front()));
      },
      [&](const wire::Structure &S) {
        std::uint64_t Sum = 0;
        for (const wire::Member &Each : All.Structures[S.Definition])
          Sum = std::max(Sum, Sum + sizeOf(All, Each.C));
        return Sum;
      },
      [&](const wire::Union &U) {
        std::uint64_t Largest = 0;
        for (const wire::Member &Each : All.Unions[U.Definition].Arms)
          Largest = std::max(Largest, sizeOf(All, Each.C));
        return Largest;
      },
      [&](const wire::Presented &P) { return sizeOf(All, P.By.front()); },
      [](const wire::Nothing &) { return std::uint64_t{0}; },
      [](const wire::Pipe &) { return std::uint64_t{0}; },
      [](const auto &) { return std::uint64_t{8}; }); // a few pointers
}

static void report(Reporter &R, Location Loc, const std::string &What,
                   std::uint64_t Size) {
  R.report(Loc, What + " takes " + std::to_string(Size) +
                    " bytes, and peers built by MIDL have at most " +
                    std::to_string(Most))
      .note(Loc, "pass a pointer with size_is");
}

static void check(const Model &M, ModelReporter &R) {
  const wire::Forms &All = R.forms();
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      std::uint64_t Size =
          Level.K == Type::Kind::Array || Level.isStandardArray()
              ? sizeOf(All, All.value(Level))
              : 0;
      if (Size > Most)
        report(R, At.Loc, describe(At), Size);
    });
  });
  forEachStructure(M, [&](const Structure &S) {
    std::uint64_t Sum = 0;
    for (const Field &F : S.Fields) {
      std::uint64_t Size = sizeOf(All, All.value(F.T));
      if (Size > Most) // said of the field
        return;
      Sum += Size;
    }
    if (Sum > Most)
      report(R, S.Loc, quote(S.Name), Sum);
  });
}

DEFINE_RULE(ArrayTooBig) = {
    "array-too-big", Severity::Warning,
    "an array or structure of 64 KB or more that is passed by value", check};
