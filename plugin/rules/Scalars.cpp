//===- Scalars.cpp - scalar types without a wire form ---------------------===//

#include "rules/Obstacles.h"
#include "rules/Rules.h"

using namespace rpcgen;

namespace {

/// "std::int" or "std::uint", for the width to follow.
std::string fixedInteger(const Type &T) {
  return T.Signed ? "std::int" : "std::uint";
}

void checkLong(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::Long>(M, [&](const Site &At, const Type &T) {
    reportObstacle(
        R, At, T, typed(At, T) + ", which has 64 bits here and 32 bits in IDL",
        "write '" + fixedInteger(T) + "32_t' for a long of IDL, or '" +
            fixedInteger(T) + "64_t' for a hyper");
  });
}

void checkPointerSized(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::PointerSized>(M, [&](const Site &At,
                                                 const Type &T) {
    reportObstacle(
        R, At, T, typed(At, T) + ", whose size differs from machine to machine",
        "write '" + fixedInteger(T) + "64_t', or '" + fixedInteger(T) +
            "32_t' if that holds every value");
  });
}

/// What has the characters of `Spelling` in 16 bits.
std::string ofChar16(std::string_view Spelling) {
  auto Has = [&](std::string_view Word) {
    return Spelling.find(Word) != Spelling.npos;
  };
  return Has("string_view") ? "std::u16string_view"
         : Has("string")    ? "std::u16string"
                            : "char16_t";
}

void checkWideChar(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::WideChar>(M, [&](const Site &At, const Type &T) {
    bool Replaced =
        T.Spelling.ends_with("wchar_t") && !T.Spelling.ends_with("::wchar_t");
    auto Report = reportObstacle(
        R, At, T,
        typed(At, T) + ", which has 32 bits here and 16 bits on the wire",
        Replaced ? "" : "write '" + ofChar16(T.Spelling) + "'");
    if (Replaced)
      Report.replaceToken(T.Loc, "char16_t");
  });
}

void checkNotTransmissible(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::Char32, Obstacle::ExtendedFloat, Obstacle::Int128>(
      M, [&](const Site &At, const Type &T) {
        auto Has = [&](const char *Word) {
          return T.Spelling.find(Word) != std::string::npos;
        };
        const char *Instead =
            T.Why == Obstacle::Char32   ? "'char16_t' or 'std::uint32_t'"
            : T.Why == Obstacle::Int128 ? "a struct of two 'std::uint64_t'"
            : Has("_Complex")           ? "a struct of two 'double'"
            : Has("vector")             ? "'std::array'"
                                        : "'double'";
        reportObstacle(R, At, T, typed(At, T) + ", which has no wire form",
                       std::string("write ") + Instead);
      });
}

void checkInt3264(const Model &M, Reporter &R) {
  auto Check = [&](const Site &At, const Type &Named, const Attribute *A) {
    const Type &T = innermost(Named);
    if (A && !T.Int3264 && T.K != Type::Kind::Untransmissible)
      R.report(A->Loc, "[int3264] needs an integer of 64 bits, and " +
                           describe(At) + " is not one")
          .note(A->Loc, "an integer of another width has one size everywhere");
  };
  forEachSite(M, [&](const Site &At) {
    Check(At, At.T, find(At.Attributes, "int3264"));
    forEachLevel(At.T, [&](const Type &Level) {
      Check(At, Level, find(Level.AliasAttributes, "int3264"));
    });
  });
}

} // namespace

const Rule rpcgen::Lp64Long = {
    "lp64-long", Severity::Error,
    "long, which has 64 bits here and 32 bits in IDL", checkLong};

const Rule rpcgen::Lp64PointerSized = {
    "lp64-pointer-sized", Severity::Error,
    "std::size_t, time_t or another integer whose size differs from machine "
    "to machine",
    checkPointerSized};

const Rule rpcgen::WcharIs32Bit = {
    "wchar-is-32-bit", Severity::Error,
    "wchar_t, which has 32 bits here and 16 bits on the wire", checkWideChar};

const Rule rpcgen::TypeNotTransmissible = {
    "type-not-transmissible", Severity::Error,
    "a scalar type without a wire form", checkNotTransmissible};

const Rule rpcgen::Int3264Type = {
    "int3264-type", Severity::Error,
    "int3264 on something else than an integer of 64 bits", checkInt3264};
