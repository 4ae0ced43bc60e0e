//===- Scalars.cpp - scalar types without a wire form ---------------------===//

#include "rules/Obstacles.h"
#include "rules/Rules.h"

using namespace rpcgen;

namespace {

void checkLong(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::Long>(M, [&](const Site &At, const Type &T) {
    std::string Prefix = display(T).find("unsigned") == std::string::npos
                             ? "std::int"
                             : "std::uint";
    R.report(T.Loc, typed(At, T) + ", which has 64 bits here and 32 bits in "
                                   "IDL")
        .note(T.Loc, "write '" + Prefix + "32_t' for a long of IDL, or '" +
                         Prefix + "64_t' for a hyper");
  });
}

void checkPointerSized(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::PointerSized>(
      M, [&](const Site &At, const Type &T) {
        R.report(T.Loc, typed(At, T) + ", whose size differs from machine to "
                                       "machine")
            .note(T.Loc, "write 'std::uint32_t', or another integer of a "
                         "fixed size");
      });
}

void checkWideChar(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::WideChar>(M, [&](const Site &At, const Type &T) {
    auto Report = R.report(T.Loc, typed(At, T) + ", which has 32 bits here and "
                                                 "16 bits on the wire");
    if (T.Spelling.ends_with("wchar_t") && !T.Spelling.ends_with("::wchar_t"))
      Report.replaceToken(T.Loc, "char16_t");
    else
      Report.note(T.Loc, "write 'char16_t'");
  });
}

void checkNotTransmissible(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::Char32, Obstacle::ExtendedFloat, Obstacle::Int128>(
      M, [&](const Site &At, const Type &T) {
        const char *Instead =
            T.Why == Obstacle::Char32   ? "'char16_t' or 'std::uint32_t'"
            : T.Why == Obstacle::Int128 ? "a struct of two 'std::uint64_t'"
                                        : "'double'";
        R.report(T.Loc, typed(At, T) + ", which has no wire form")
            .note(T.Loc, std::string("write ") + Instead);
      });
}

void checkInt3264(const Model &M, Reporter &R) {
  auto Check = [&](const Site &At, const Type &Named, const Attribute *A) {
    const Type &T = innermost(Named);
    if (A && !T.Int3264 && T.K != Type::Kind::Untransmissible)
      R.report(A->Loc, "[int3264] needs an integer of 64 bits, and " +
                           describe(At) + " is none")
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
    "long has another size here than in IDL and never travels", checkLong};

const Rule rpcgen::Lp64PointerSized = {
    "lp64-pointer-sized", Severity::Error,
    "std::size_t and its like have no fixed size", checkPointerSized};

const Rule rpcgen::WcharIs32Bit = {"wchar-is-32-bit", Severity::Error,
                                   "the wide character of the wire is char16_t",
                                   checkWideChar};

const Rule rpcgen::TypeNotTransmissible = {
    "type-not-transmissible", Severity::Error,
    "some scalar types of C++ have no wire form", checkNotTransmissible};

const Rule rpcgen::Int3264Type = {
    "int3264-type", Severity::Error,
    "int3264 stands on integers that have 64 bits here", checkInt3264};
