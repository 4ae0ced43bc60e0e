//===- Limits.cpp - what peers built by MIDL cannot describe --------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>
#include <limits>

using namespace rpcgen;

namespace {

constexpr std::uint64_t Most = 65535;

std::uint64_t times(std::uint64_t Count, std::uint64_t Size) {
  constexpr std::uint64_t Limit = std::numeric_limits<std::uint64_t>::max();
  return Size != 0 && Count > Limit / Size ? Limit : Count * Size;
}

/// About how many bytes of memory a value takes, without what pointers lead to.
std::uint64_t sizeOf(const Model &M, const Type &T) {
  switch (T.K) {
  case Type::Kind::Integer:
  case Type::Kind::Float:
    return T.Bits / 8;
  case Type::Kind::Boolean:
  case Type::Kind::Character:
    return 1;
  case Type::Kind::WideCharacter:
    return 2;
  case Type::Kind::Enumeration:
    return M.Enumerations[T.Definition].Bits / 8;
  case Type::Kind::Array:
    return times(T.Extent.value_or(0), sizeOf(M, T.element()));
  case Type::Kind::Structure: {
    std::uint64_t Sum = 0;
    for (const Field &F : M.Structures[T.Definition].Fields)
      Sum = std::max(Sum, Sum + sizeOf(M, F.T));
    return Sum;
  }
  case Type::Kind::Union: {
    std::uint64_t Largest = 0;
    for (const Arm &A : M.Unions[T.Definition].Arms)
      Largest = std::max(Largest, sizeOf(M, A.F.T));
    return Largest;
  }
  case Type::Kind::Pointer:
  case Type::Kind::Reference:
  case Type::Kind::ContextHandle:
    return 8;
  case Type::Kind::Standard: // about: all others are a few pointers
    return T.isStandardArray()
               ? times(T.Extent.value_or(0), sizeOf(M, T.element()))
               : 8;
  case Type::Kind::Presented: // as it travels
    return sizeOf(M, T.element());
  case Type::Kind::Void:
  case Type::Kind::BindingHandle:
  case Type::Kind::Pipe:
  case Type::Kind::Untransmissible:
    break;
  }
  return 0;
}

void report(Reporter &R, Location Loc, const std::string &What,
            std::uint64_t Size) {
  R.report(Loc, What + " takes " + std::to_string(Size) +
                    " bytes, and peers built by MIDL have at most " +
                    std::to_string(Most))
      .note(Loc, "pass a pointer with size_is");
}

void checkTooBig(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      std::uint64_t Size =
          Level.K == Type::Kind::Array || Level.isStandardArray()
              ? sizeOf(M, Level)
              : 0;
      if (Size > Most)
        report(R, At.Loc, describe(At), Size);
    });
  });
  forEachStructure(M, [&](const Structure &S) {
    std::uint64_t Sum = 0;
    for (const Field &F : S.Fields) {
      std::uint64_t Size = sizeOf(M, F.T);
      if (Size > Most) // said of the field
        return;
      Sum += Size;
    }
    if (Sum > Most)
      report(R, S.Loc, quote(S.Name), Sum);
  });
}

} // namespace

const Rule rpcgen::ArrayTooBig = {
    "array-too-big", Severity::Warning,
    "an array or structure of 64 KB or more that is passed by value",
    checkTooBig};
