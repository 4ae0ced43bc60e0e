#include "rules/Rule.h"
#include "rules/support/Obstacles.h"

using namespace rpcgen;

static bool isNullableReference(const Type &T) {
  return (T.FromReference || T.Reseatable) && T.Class != PointerClass::Ref;
}

static void checkType(const Site &At, const UntransmissibleType &U,
                      ModelReporter &R) {
  const Type &T = U.T;
  if (T.Why != Obstacle::RvalueReference && T.Why != Obstacle::ReferenceField)
    return;
  bool Field = T.Why == Obstacle::ReferenceField;
  R.report(At.Loc, typed(At, T) + (Field ? ", and only parameters can be "
                                           "references"
                                         : ", and an rvalue reference "
                                           "cannot travel"))
      .note(At.Loc, Field ? "use a [ref] pointer" : "pass it by value");
}

static void checkSite(const Site &At, ModelReporter &R) {
  if (At.T.K == Type::Kind::Reference)
    R.report(At.Loc, describe(At) + " is a reference, and nothing there lasts "
                                    "as long as the client")
        .note(At.Loc, "return the value, or a [unique] pointer to it");
  if (At.T.Reseatable && At.T.Const)
    R.report(At.Loc, describe(At) + " is a reference to a pointer that "
                                    "cannot be replaced")
        .note(At.Loc,
              "pass the pointer itself: '" + display(At.T) + At.Name + "'");
  if (isNullableReference(At.T))
    R.report(At.Loc, describe(At) +
                         " is a reference, which is never null and "
                         "cannot be [" +
                         (At.T.Class == PointerClass::Full ? "ptr" : "unique") +
                         "]")
        .note(At.Loc, "use a pointer");
}

DEFINE_RULE(ReferenceParam) = {"reference-param", Severity::Error,
                               "a reference that is returned, an rvalue "
                               "reference, a field, or may be null",
                               checkType, checkSite};
