#include "rules/Rule.h"
#include "rules/pointers/PointerClasses.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  if (At.P || At.T.K != Type::Kind::Array)
    return;
  bool Pointers = false;
  forEachLevel(At.T, [&](const Type &Level) { Pointers |= Level.hasClass(); });
  for (Attribute::Kind Class : Classes)
    if (const Attribute *A = find(At.Attributes, Class); A && !Pointers)
      R.report(A->Loc, describe(At) +
                           " is an array, not a pointer, and cannot "
                           "be [" +
                           nameOf(Class) + "]");
}

DEFINE_RULE(PointerClassOnEmbeddedArray) = {
    "pointer-class-on-embedded-array", Severity::Warning,
    "ref, unique or ptr on an array in a structure", check};
