#include "rules/Rule.h"

using namespace rpcgen;

/// What the server writes into the caller's memory may well be one character.
static bool isWrittenInPlace(const Site &At, const Type &Level) {
  return At.P && At.P->Dir.Out && &Level == &At.T && !Level.Reseatable;
}

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K != Type::Kind::Pointer || Level.FromReference ||
      isWrittenInPlace(At, Level))
    return;
  Type::Kind Pointee = Level.element().K;
  if (Pointee == Type::Kind::Character || Pointee == Type::Kind::WideCharacter)
    R.report(At.Loc, describe(At) + " points to exactly one character")
        .note(At.Loc, "add string for text, size_is(n) for several "
                      "characters, or pass one by reference");
}

DEFINE_RULE(PointerMayBeArray) = {"pointer-may-be-array", Severity::Warning,
                                  "a pointer to characters without string "
                                  "or a size, which sends one character",
                                  check};
