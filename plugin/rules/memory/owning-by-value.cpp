#include "rules/Rule.h"

#include <algorithm>
#include <vector>

using namespace rpcgen;

namespace {

/// Finds out whether a value may own one of its own type again, and so be of
/// any depth. The call is an owner of all that is reachable from a
/// std::shared_ptr.
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

} // namespace

static void check(const Model &M, ModelReporter &R) {
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

DEFINE_RULE(OwningByValue) = {"owning-by-value", Severity::Error,
                              "a list or tree that is passed by value", check};
