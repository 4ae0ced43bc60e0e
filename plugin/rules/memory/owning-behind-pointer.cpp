#include "rules/Rule.h"
#include "rules/memory/Owners.h"

#include <vector>

using namespace rpcgen;

/// Whether the caller of a stub provides the pointee, or nothing
/// comes back: then the object is destroyed by its owner.
static bool hasOwner(const Site &At, const Type &Pointer) {
  return At.P && &Pointer == &At.T && !Pointer.Reseatable &&
         (Pointer.Class == PointerClass::Ref || !At.P->Dir.Out);
}

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K != Type::Kind::Pointer)
    return;
  const Type &Object = elementOf(Level.element());
  if (Object.Owns && (isOpen(R.model(), Object) || !hasOwner(At, Level)))
    R.report(At.Loc, describe(At) + " points to '" + display(Object) +
                         "', which owns memory that would not be "
                         "released")
        .note(At.Loc, "use std::unique_ptr or std::vector instead of the "
                      "plain pointer or open array");
}

DEFINE_RULE(OwningBehindPointer) = {
    "owning-behind-pointer", Severity::Error,
    "a plain pointer to an object that owns memory", check};
