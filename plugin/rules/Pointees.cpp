//===- Pointees.cpp - what pointers and references may lead to ------------===//

#include "rules/Obstacles.h"
#include "rules/Rules.h"

using namespace rpcgen;

namespace {

void checkVoidPointer(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::VoidPointer>(M, [&](const Site &At, const Type &T) {
    reportObstacle(
        R, At, T, typed(At, T) + ", and nothing says what it points to",
        "name the type, or pass bytes: 'std::uint8_t *' with size_is");
  });
}

void checkFunctionPointer(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::FunctionPointer>(M, [&](const Site &At,
                                                    const Type &T) {
    reportObstacle(R, At, T,
                   declared(At, T) +
                       (T.Alias.empty() ? " points to" : " is a pointer to") +
                       " a function or member of the program, which means "
                       "nothing in another one",
                   "");
  });
}

bool isNullableReference(const Type &T) {
  return (T.FromReference || T.Reseatable) && T.Class != PointerClass::Ref;
}

void checkReference(const Model &M, Reporter &R) {
  forEachObstacle<Obstacle::RvalueReference, Obstacle::ReferenceField>(
      M, [&](const Site &At, const Type &T) {
        bool Field = T.Why == Obstacle::ReferenceField;
        R.report(At.Loc, typed(At, T) + (Field ? ", and only parameters can be "
                                                 "references"
                                               : ", and an rvalue reference "
                                                 "cannot travel"))
            .note(At.Loc, Field ? "use a [ref] pointer" : "pass it by value");
      });
  forEachSite(M, [&](const Site &At) {
    if (At.T.K == Type::Kind::Reference)
      R.report(At.Loc, describe(At) +
                           " is a reference, and nothing there lasts "
                           "as long as the client")
          .note(At.Loc, "return the value, or a [unique] pointer to it");
    if (At.T.Reseatable && At.T.Const)
      R.report(At.Loc, describe(At) + " is a reference to a pointer that "
                                      "cannot be replaced")
          .note(At.Loc,
                "pass the pointer itself: '" + display(At.T) + At.Name + "'");
    if (isNullableReference(At.T))
      R.report(At.Loc,
               describe(At) +
                   " is a reference, which is never null and "
                   "cannot be [" +
                   (At.T.Class == PointerClass::Full ? "ptr" : "unique") + "]")
          .note(At.Loc, "use a pointer");
  });
}

} // namespace

const Rule rpcgen::VoidPointer = {"void-pointer", Severity::Error,
                                  "a pointer to void", checkVoidPointer};

const Rule rpcgen::FunctionPointer = {"function-pointer", Severity::Error,
                                      "a pointer to a function or member",
                                      checkFunctionPointer};

const Rule rpcgen::ReferenceParam = {
    "reference-param", Severity::Error,
    "a reference that is returned, an rvalue reference, a field, or may be "
    "null",
    checkReference};
