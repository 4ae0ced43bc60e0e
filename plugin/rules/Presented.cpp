//===- Presented.cpp - types that travel as others ------------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>
#include <functional>
#include <vector>

using namespace rpcgen;

namespace {

/// Calls back for each presented type, with what it travels as.
void forEachWireType(
    const Model &M,
    const std::function<void(const Site &, const Type &)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (Level.K == Type::Kind::Presented)
        Visit(At, Level.element());
    });
  });
}

/// Looks for plain pointers in a type and in all that it leads to.
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

void checkPointer(const Model &M, Reporter &R) {
  forEachWireType(M, [&](const Site &At, const Type &Wire) {
    if (Pointers(M).isHeld(Wire))
      R.report(At.Loc, describe(At) + " travels as '" + display(Wire) +
                           "', which holds a plain pointer, and nobody would "
                           "release what it leads to")
          .note(At.Loc,
                "use std::unique_ptr, std::vector or std::string there");
  });
}

void checkConformant(const Model &M, Reporter &R) {
  forEachWireType(M, [&](const Site &At, const Type &Wire) {
    if (isOpen(M, Wire))
      R.report(At.Loc, describe(At) + " travels as '" + display(Wire) +
                           "', which has no fixed size")
          .note(At.Loc, "let it travel as a std::vector");
  });
}

} // namespace

const Rule rpcgen::XmitPointer = {
    "xmit-pointer", Severity::Error,
    "a type that another one travels as holds no plain pointer", checkPointer};

const Rule rpcgen::XmitConformant = {
    "xmit-conformant", Severity::Error,
    "a type that another one travels as has a fixed size", checkConformant};
