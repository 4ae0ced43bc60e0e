#include "rules/Rule.h"
#include "rules/support/Bounds.h"

#include <algorithm>
#include <map>
#include <set>

using namespace rpcgen;

/// Whether no element of the array need travel.
static bool mayBeEmpty(const Site &At, const Type &Array) {
  if (Array.Range && Array.Range->Low > 0)
    return false;
  if (Array.Length || Array.Size)
    return boundsOf(At, Array.Length ? *Array.Length : *Array.Size).Least <= 0;
  return Array.Extent.value_or(0) == 0;
}

namespace {

/// The structures and unions that have no value with an end.
class Endless {
public:
  explicit Endless(const Model &M) : M(M) {
    forEachSite(M, [&](const Site &At) {
      if (const void *Holder = holderOf(At))
        Parts[Holder].push_back(At);
    });
    for (const auto &[Definition, Sites] : Parts)
      Found.insert(Definition);
    // Each that is seen to end may let others end.
    while (std::erase_if(Found, [&](const void *D) { return ends(D); }))
      ;
  }

  /// The structure or union that a field or arm belongs to; null for others.
  static const void *holderOf(const Site &At) {
    return At.S ? static_cast<const void *>(At.S) : At.U;
  }

  /// Whether every value of the field or arm holds another of its structure or
  /// union.
  bool recurses(const Site &At) const {
    std::set<const void *> Seen;
    return holds(holderOf(At), At, Seen);
  }

private:
  /// A structure has all of its fields, a union one of its arms.
  bool ends(const void *Definition) const {
    const std::vector<Site> &Sites = Parts.at(Definition);
    auto Ends = [&](const Site &At) { return !endless(At, At.T); };
    return Sites.front().U ? std::ranges::any_of(Sites, Ends)
                           : std::ranges::all_of(Sites, Ends);
  }

  const void *definitionOf(const Type &T) const {
    if (T.K == Type::Kind::Structure)
      return &M.Structures[T.Definition];
    return T.K == Type::Kind::Union ? &M.Unions[T.Definition] : nullptr;
  }

  bool endless(const Site &At, const Type &T) const {
    auto Inner = [&](const Type &E) { return endless(At, E); };
    switch (T.K) {
    case Type::Kind::Structure:
    case Type::Kind::Union:
      return Found.contains(definitionOf(T));
    case Type::Kind::Pointer:
      return T.Class == PointerClass::Ref && Inner(T.element());
    case Type::Kind::Array:
      return !mayBeEmpty(At, T) && Inner(T.element());
    case Type::Kind::Standard:
      return (T.Library == StandardClass::Array && T.Extent != 0u &&
              Inner(T.element())) ||
             (T.Library == StandardClass::Variant &&
              std::ranges::all_of(T.Element, Inner));
    case Type::Kind::Presented:
      return Inner(T.element());
    case Type::Kind::Void:
    case Type::Kind::Boolean:
    case Type::Kind::Integer:
    case Type::Kind::Character:
    case Type::Kind::WideCharacter:
    case Type::Kind::Float:
    case Type::Kind::Enumeration:
    case Type::Kind::Reference:
    case Type::Kind::ContextHandle:
    case Type::Kind::BindingHandle:
    case Type::Kind::Pipe:
    case Type::Kind::Untransmissible:
      break;
    }
    return false;
  }

  bool holds(const void *Goal, const Site &At,
             std::set<const void *> &Seen) const {
    if (!endless(At, At.T))
      return false;
    bool Reached = false;
    forEachLevel(At.T, [&](const Type &Level) {
      const void *Next = definitionOf(Level);
      if (!Next || !Found.contains(Next) || !Seen.insert(Next).second)
        return;
      Reached |= Next == Goal ||
                 std::ranges::any_of(Parts.at(Next), [&](const Site &Inner) {
                   return holds(Goal, Inner, Seen);
                 });
    });
    return Reached;
  }

  const Model &M;
  std::map<const void *, std::vector<Site>> Parts;
  std::set<const void *> Found;
};

} // namespace

static bool holdsRef(const Type &T) {
  bool Found = false;
  forEachLevel(T, [&](const Type &Level) {
    Found |= Level.K == Type::Kind::Pointer && Level.Class == PointerClass::Ref;
  });
  return Found;
}

static void check(const Model &M, ModelReporter &R) {
  const Endless E(M);
  forEachSite(M, [&](const Site &At) {
    if (!Endless::holderOf(At) || !holdsRef(At.T) || !E.recurses(At))
      return;
    bool One = At.T.K == Type::Kind::Pointer;
    auto Report =
        R.report(At.Loc, quote(At.S ? At.S->Name : At.U->Name) +
                             " recurses through the [ref] " +
                             (One ? "pointer " : "pointers of ") +
                             quote(At.Name) + ", so it can never end");
    if (const Attribute *Ref = find(At.Attributes, Attribute::Ref))
      Report.replaceToken(Ref->Loc, "unique");
    else
      Report.note(At.Loc, "write '[[rpc::unique]]' before the field");
  });
}

DEFINE_RULE(RecursiveRef) = {
    "recursive-ref", Severity::Error,
    "a structure that contains itself through [ref] pointers alone", check};
