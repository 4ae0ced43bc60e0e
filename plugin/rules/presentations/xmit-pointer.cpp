#include "rules/Rule.h"

#include <algorithm>
#include <vector>

using namespace rpcgen;

namespace {

/// Looks for plain pointers in a type and in all that is reachable from it.
class Pointers {
public:
  explicit Pointers(const Model &Of)
      : M(Of), Structures(Of.Structures.size()), Unions(Of.Unions.size()) {}

  bool isHeld(const Type &T) {
    if (T.K == Type::Kind::Pointer)
      return true;
    if (T.K == Type::Kind::Structure && !Structures[T.Definition]) {
      Structures[T.Definition] = true;
      return std::ranges::any_of(M.Structures[T.Definition].Fields,
                                 [&](const Field &F) { return isHeld(F.T); });
    }
    if (T.K == Type::Kind::Union && !Unions[T.Definition]) {
      Unions[T.Definition] = true;
      return std::ranges::any_of(M.Unions[T.Definition].Arms,
                                 [&](const Arm &A) { return isHeld(A.F.T); });
    }
    return std::ranges::any_of(T.Element,
                               [&](const Type &E) { return isHeld(E); });
  }

private:
  const Model &M;
  std::vector<bool> Structures, Unions;
};

} // namespace

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K != Type::Kind::Presented)
    return;
  const Type &Wire = Level.element();
  if (Pointers(R.model()).isHeld(Wire))
    R.report(At.Loc, describe(At) + " travels as '" + display(Wire) +
                         "', which holds a plain pointer whose pointee "
                         "would not be released")
        .note(At.Loc, "use std::unique_ptr, std::vector or std::string there");
}

DEFINE_RULE(XmitPointer) = {"xmit-pointer", Severity::Error,
                            "a type that travels as one with plain pointers",
                            check};
