#include "rules/Rule.h"

#include <algorithm>

using namespace rpcgen;

/// Whether the value or a part of it is const.
static bool holdsConst(const Model &M, const Type &T) {
  if (T.K == Type::Kind::Structure)
    return T.Const || std::ranges::any_of(
                          M.Structures[T.Definition].Fields,
                          [&](const Field &F) { return holdsConst(M, F.T); });
  return T.Const || (T.K == Type::Kind::Array && holdsConst(M, T.element()));
}

/// The pointee of a pointer that may change is new memory on both sides, so
/// only what the caller provides has to be writable.
static void check(const Site &At, ModelReporter &R) {
  if (!At.P || !At.P->Dir.Out || At.T.Reseatable)
    return;
  bool Const = false;
  std::vector<const Type *> Declared;
  forEachRefLevel(At.T, [&](const Type &Level) {
    Const |= &Level != &At.T && holdsConst(R.model(), Level);
    if (&Level != &At.T && Level.Const)
      Declared.push_back(&Level);
  });
  if (!Const && !(At.T.isSpan() && At.T.element().Const))
    return;
  auto Report =
      R.report(At.Loc, describe(At) + " points to const data, which the " +
                           "stub has to write")
          .note(At.Loc, "drop the const, or make it [in]");
  // That of a pointer is not written before the name of the type. What is
  // [in] as well may have one direction too many.
  if (At.isOutOnly() && Declared.size() == 1 &&
      Declared.front()->K != Type::Kind::Pointer)
    Report.removeConst(Declared.front()->Loc);
}

DEFINE_RULE(OutConst) = {"out-const", Severity::Error,
                         "an [out] parameter that points to a const object",
                         check};
