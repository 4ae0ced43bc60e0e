//===- Arrays.cpp - what an array consists of -----------------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

using namespace rpcgen;

namespace {

/// A string ends by itself, but only behind a pointer can it be of any length.
bool lacksSize(const Site &At, const Type &Level) {
  if (Level.K != Type::Kind::Array || Level.Size)
    return false;
  if (Level.Extent)
    return *Level.Extent == 0;
  return !Level.String || &Level == &At.T;
}

void checkNoSize(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      bool Unsized =
          At.isOutOnly() && &Level == &At.T && Level.isSpan() && !Level.Size;
      if (Unsized || lacksSize(At, Level))
        R.report(At.Loc,
                 "nothing says how many elements " + describe(At) + " has")
            .note(At.Loc,
                  "add size_is(n), where n is a parameter or field "
                  "next to it, or string for text that ends with a zero");
    });
  });
}

void checkArrayOfOpen(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      bool HoldsElements =
          Level.K == Type::Kind::Array ||
          (Level.K == Type::Kind::Standard && !Level.Element.empty());
      if (HoldsElements && isOpen(M, Level.element()))
        R.report(At.Loc, "the elements of " + describe(At) +
                             " have no fixed size: '" +
                             display(Level.element()) + "' is open")
            .note(At.Loc, "use an array of pointers to them");
    });
  });
}

/// What the server writes into the caller's memory may well be one character.
bool isWrittenInPlace(const Site &At, const Type &Level) {
  return At.P && At.P->Dir.Out && &Level == &At.T && !Level.Reseatable;
}

void checkMayBeArray(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (Level.K != Type::Kind::Pointer || Level.FromReference ||
          isWrittenInPlace(At, Level))
        return;
      Type::Kind Behind = Level.element().K;
      if (Behind == Type::Kind::Character ||
          Behind == Type::Kind::WideCharacter)
        R.report(At.Loc, describe(At) + " points to exactly one character")
            .note(At.Loc, "add string for text, size_is(n) for several "
                          "characters, or pass one by reference");
    });
  });
}

} // namespace

const Rule rpcgen::ArrayNoSize = {
    "array-no-size", Severity::Error,
    "an array without an extent, size_is or string", checkNoSize};

const Rule rpcgen::ArrayOfConformant = {
    "array-of-conformant", Severity::Error,
    "an array of structures that end in an open array", checkArrayOfOpen};

const Rule rpcgen::PointerMayBeArray = {
    "pointer-may-be-array", Severity::Warning,
    "a pointer to characters without string or a size, which sends one "
    "character",
    checkMayBeArray};
