#include "rules/Rule.h"

#include <algorithm>
#include <vector>

using namespace rpcgen;

namespace {

/// Looks for views in a type and in what is reachable from it.
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

} // namespace

static void check(const Site &At, ModelReporter &R) {
  bool Received = At.K == Site::Kind::Result || (At.P && At.P->Dir.Out);
  // Results go where the caller's own span leads.
  const Type &Kept = At.P && At.T.isSpan() ? At.T.element() : At.T;
  if (Received && Views(R.model()).holdsView(Kept))
    R.report(At.Loc, describe(At) + " is a view or holds one, and the client "
                                    "would have nothing that it views")
        .note(At.Loc, "use 'std::string', 'std::vector', or a std::span by "
                      "value");
}

DEFINE_RULE(ViewOut) = {"view-out", Severity::Error, "a result that is a view",
                        check};
