//===- Owners.cpp - objects with a destructor, and views without ----------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>
#include <vector>

using namespace rpcgen;

namespace {

/// What an array consists of.
const Type &elementOf(const Type &T) {
  return T.K == Type::Kind::Array ? elementOf(T.element()) : T;
}

/// Whether the caller of a stub provides what the pointer leads to, or nothing
/// comes back: then the object is destroyed by whoever made it.
bool hasOwner(const Site &At, const Type &Pointer) {
  return At.P && &Pointer == &At.T && !Pointer.Reseatable &&
         (Pointer.Class == PointerClass::Ref || !At.P->Dir.Out);
}

void checkBehindPointer(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    forEachLevel(At.T, [&](const Type &Level) {
      if (Level.K != Type::Kind::Pointer)
        return;
      const Type &Object = elementOf(Level.element());
      if (Object.Owns && (isOpen(M, Object) || !hasOwner(At, Level)))
        R.report(At.Loc, describe(At) + " points to '" + display(Object) +
                             "', which owns memory that would not be "
                             "released")
            .note(At.Loc, "use std::unique_ptr or std::vector instead of the "
                          "plain pointer or open array");
    });
  });
}

/// Finds out whether a value may own one of its own type again, and so be of
/// any depth. The call is an owner of all that a std::shared_ptr leads to.
class Depths {
public:
  explicit Depths(const Model &Of) : M(Of), States(Of.Structures.size()) {}

  bool isDeep(const Type &T) {
    if (T.K == Type::Kind::Structure)
      return T.Owns && isDeep(T.Definition);
    if (T.K == Type::Kind::Standard &&
        T.Library == StandardClass::SharedPointer)
      return false;
    return (T.K == Type::Kind::Standard || T.K == Type::Kind::Array) &&
           std::ranges::any_of(T.Element,
                               [&](const Type &E) { return isDeep(E); });
  }

private:
  enum class State { Unknown, Open, Shallow, Deep };

  bool isDeep(std::size_t Structure) {
    State &Known = States[Structure];
    if (Known == State::Unknown) {
      Known = State::Open;
      bool Deep =
          std::ranges::any_of(M.Structures[Structure].Fields,
                              [&](const Field &F) { return isDeep(F.T); });
      Known = Deep ? State::Deep : State::Shallow;
    }
    return Known != State::Shallow;
  }

  const Model &M;
  std::vector<State> States;
};

void checkByValue(const Model &M, Reporter &R) {
  Depths D(M);
  forEachSite(M, [&](const Site &At) {
    if (At.P && D.isDeep(At.T))
      R.report(At.Loc, describe(At) + " is passed by value, and C++ would "
                                      "destroy it by recursion, as deep as the "
                                      "client likes")
          .note(At.Loc,
                "pass it by reference: 'const " + display(At.T) + " &'");
  });
}

/// Whether a field is more than bytes to the stub, which has to find it where
/// the field lies.
bool isMoreThanBytes(const Type &T) {
  if (T.isStandardArray())
    return isMoreThanBytes(elementOf(T.element()));
  return T.Owns || T.K == Type::Kind::Standard || T.K == Type::Kind::Presented;
}

void checkPacked(const Model &M, Reporter &R) {
  forEachStructure(M, [&](const Structure &S) {
    for (const Field &F : S.Fields)
      if (!S.NaturalLayout && isMoreThanBytes(elementOf(F.T)))
        R.report(F.Loc, "field " + quote(F.Name) + " is more than bytes and " +
                            "may not lie where " + quote(S.Name) +
                            " packs or aligns it")
            .note(S.Loc, "drop the packing of " + quote(S.Name));
  });
}

/// Looks for views in a type and in what it leads to.
class Views {
public:
  explicit Views(const Model &Of) : M(Of), Seen(Of.Structures.size()) {}

  bool holdsView(const Type &T) {
    if (T.isSpan() ||
        (T.K == Type::Kind::Standard && T.Library == StandardClass::StringView))
      return true;
    if (T.K == Type::Kind::Structure && !Seen[T.Definition]) {
      Seen[T.Definition] = true;
      return std::ranges::any_of(
          M.Structures[T.Definition].Fields,
          [&](const Field &F) { return holdsView(F.T); });
    }
    return std::ranges::any_of(T.Element,
                               [&](const Type &E) { return holdsView(E); });
  }

private:
  const Model &M;
  std::vector<bool> Seen;
};

void checkViewOut(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
    bool Received = At.K == Site::Kind::Result || (At.P && At.P->Dir.Out);
    // Results go where the caller's own span leads.
    const Type &Kept = At.P && At.T.isSpan() ? At.T.element() : At.T;
    if (Received && Views(M).holdsView(Kept))
      R.report(At.Loc, describe(At) + " is a view or holds one, and the client "
                                      "would have nothing that it views")
          .note(At.Loc, "use 'std::string', 'std::vector', or a std::span by "
                        "value");
  });
}

} // namespace

const Rule rpcgen::OwningBehindPointer = {
    "owning-behind-pointer", Severity::Error,
    "a plain pointer to an object that owns memory", checkBehindPointer};

const Rule rpcgen::OwningByValue = {"owning-by-value", Severity::Error,
                                    "a list or tree that is passed by value",
                                    checkByValue};

const Rule rpcgen::OwningPacked = {
    "owning-packed", Severity::Error,
    "a packed structure with a field that has a destructor", checkPacked};

const Rule rpcgen::ViewOut = {"view-out", Severity::Error,
                              "a result that is a view", checkViewOut};
