//===- Path.h - the way to a finding, as notes
//-----------------------------===//
#ifndef RPCGEN_BODIES_PATH_H
#define RPCGEN_BODIES_PATH_H

#include "bodies/flow/Body.h"
#include "rules/Reporter.h"

#include <vector>

namespace rpcgen {

/// Collects what has happened before, as far as it matters for what is
/// reported, and adds it to the finding in the order of the source.
class PathNotes {
public:
  PathNotes(const Body &B, Location Reported) : B(B), Reported(Reported) {}

  /// Nothing, unless the function has allocated the object.
  PathNotes &allocated(const Region *Object);

  /// Nothing, unless the memory has been released.
  PathNotes &released(const Value &V);

  /// The tests on the way to it that decide: where the other ways have left it,
  /// on which it does not happen.
  PathNotes &taken(const Way &Here, const std::vector<const Way *> &Others);

  void addTo(FindingBuilder To);

private:
  void add(const clang::Expr *Where, std::string Message);

  const Body &B;
  Location Reported;
  std::vector<Note> Found;
};

/// The ways of those exits that the condition holds for.
template <class Condition>
std::vector<const Way *> waysOfExits(const Body &B, Condition Is) {
  std::vector<const Way *> Found;
  for (const Exit &E : B.Exits)
    if (Is(E))
      Found.push_back(&E.After.Facts);
  return Found;
}

/// The ways to where the same pointer is followed, as far as the condition
/// holds for them.
template <class Condition>
std::vector<const Way *> waysOfOthers(const Body &B, const Dereference &Like,
                                      Condition Is) {
  std::vector<const Way *> Found;
  for (const Dereference &D : B.Dereferences)
    if (D.Pointer == Like.Pointer && Is(D))
      Found.push_back(&D.Taken);
  return Found;
}

} // namespace rpcgen

#endif // RPCGEN_BODIES_PATH_H
