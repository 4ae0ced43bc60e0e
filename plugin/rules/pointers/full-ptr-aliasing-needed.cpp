#include "rules/Rule.h"

using namespace rpcgen;

/// Calls back with each pointer of a parameter's own type to a structure.
template <class Visit>
static void forEachPointer(const Parameter &P, Visit Each) {
  forEachLevel(P.T, [&](const Type &Level) {
    if (Level.K == Type::Kind::Pointer &&
        Level.element().K == Type::Kind::Structure)
      Each(Level);
  });
}

/// The first parameter with a full pointer to the structure, or null.
static const Parameter *fullPointerTo(std::size_t Structure,
                                      const Operation &O) {
  for (const Parameter &P : O.Parameters) {
    bool Found = false;
    forEachPointer(P, [&](const Type &Pointer) {
      Found |= Pointer.Class == PointerClass::Full &&
               Pointer.element().Definition == Structure;
    });
    if (Found)
      return &P;
  }
  return nullptr;
}

static void check(const Interface &, const Operation &O, ModelReporter &R) {
  for (const Parameter &P : O.Parameters)
    forEachPointer(P, [&](const Type &Pointer) {
      const Parameter *Full = fullPointerTo(Pointer.element().Definition, O);
      if (Pointer.Class == PointerClass::Full || !Full || Full == &P)
        return;
      R.report(P.Loc, quote(P.Name) + " may point to what " +
                          quote(Full->Name) +
                          " points to, and only pointers "
                          "that are all [ptr] keep that")
          .note(Full->Loc, "the [ptr] pointer is here");
    });
}

DEFINE_RULE(FullPtrAliasingNeeded) = {
    "full-ptr-aliasing-needed", Severity::Warning,
    "several pointers of a call that are not all [ptr] may point to the same "
    "structure",
    check};
