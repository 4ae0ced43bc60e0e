//===- Presented.cpp - types that travel as others ------------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

using namespace rpcgen;

namespace {

/// Calls back for each presented type.
void forEachPresented(
    const Model &M,
    const std::function<void(const Site &, const Type &)> &Visit) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (Level.K == Type::Kind::Presented)
        Visit(At, Level);
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

void checkNontransmissible(const Model &M, Reporter &R) {
  forEachPresented(M, [&](const Site &At, const Type &Level) {
    const Type &Wire = Level.element();
    if (Wire.K == Type::Kind::Void)
      R.report(At.Loc, describe(At) + " is to travel as " +
                           quote(Wire.Spelling) +
                           ", which is not a known type that can travel");
  });
}

/// The type without its const.
std::string nameOf(const Type &T) {
  std::string Name = display(T);
  constexpr std::string_view Const = "const ";
  return Name.starts_with(Const) ? Name.substr(Const.size()) : Name;
}

void checkRoutines(const Model &M, Reporter &R) {
  forEachPresented(M, [&](const Site &At, const Type &Level) {
    if (!Level.Converted && Level.element().K != Type::Kind::Void)
      R.report(At.Loc, describe(At) + " has type '" + nameOf(Level) +
                           "', which nothing makes a '" +
                           display(Level.element()) + "' of")
          .note(At.Loc, "specialise 'rpc::wire_form<" + nameOf(Level) +
                            ">' before the stubs, with to_wire and from_wire");
  });
}

void checkPointer(const Model &M, Reporter &R) {
  forEachPresented(M, [&](const Site &At, const Type &Level) {
    const Type &Wire = Level.element();
    if (Pointers(M).isHeld(Wire))
      R.report(At.Loc, describe(At) + " travels as '" + display(Wire) +
                           "', which holds a plain pointer whose pointee "
                           "would not be released")
          .note(At.Loc,
                "use std::unique_ptr, std::vector or std::string there");
  });
}

void checkConformant(const Model &M, Reporter &R) {
  forEachPresented(M, [&](const Site &At, const Type &Level) {
    const Type &Wire = Level.element();
    if (isOpen(M, Wire))
      R.report(At.Loc, describe(At) + " travels as '" + display(Wire) +
                           "', which has no fixed size")
          .note(At.Loc, "let it travel as a std::vector");
  });
}

} // namespace

const Rule rpcgen::XmitRoutinesMissing = {
    "xmit-routines-missing", Severity::Error,
    "a type that travels as another one without an rpc::wire_form",
    checkRoutines};

const Rule rpcgen::XmitNontransmissible = {
    "xmit-nontransmissible", Severity::Error,
    "a type that travels as a type without a wire form", checkNontransmissible};

const Rule rpcgen::XmitPointer = {
    "xmit-pointer", Severity::Error,
    "a type that travels as one with plain pointers", checkPointer};

const Rule rpcgen::XmitConformant = {
    "xmit-conformant", Severity::Error,
    "a type that travels as one of varying size", checkConformant};
