#include "rules/Rule.h"

#include <algorithm>
#include <map>

using namespace rpcgen;

/// Of how many pointers, from the name inwards, the attributes say the class.
static std::size_t countNamed(const AttributeList &Attributes) {
  if (const Attribute *A = find(Attributes, Attribute::Ptrs))
    return A->Words.size();
  return find(Attributes, Attribute::Ref) ||
         find(Attributes, Attribute::Unique) ||
         find(Attributes, Attribute::Ptr);
}

/// Whether a pointer at the site has its class from pointer_default.
static bool needsDefault(const Site &At) {
  // The top level of a parameter is [ref], and the value by itself null.
  std::size_t Named = std::max<std::size_t>(countNamed(At.Attributes), !!At.P);
  bool Needs = false;
  forEachLevel(At.T, [&](const Type &Level) {
    Named = std::max(Named, countNamed(Level.AliasAttributes));
    if (!Level.hasClass() || Level.Ignored)
      return;
    Needs |= Level.K == Type::Kind::Pointer && Named == 0;
    Named -= Named > 0;
  });
  return Needs;
}

/// The namespace of the interface whose pointer_default is for the site; "" for
/// none.
static std::string homeOf(const Model &M, const Site &At) {
  if (At.S)
    return At.S->DefinedIn;
  if (At.U)
    return At.U->DefinedIn;
  for (const Interface &I : M.Interfaces)
    for (const Operation &O : I.Operations)
      if (&O == At.O)
        return I.Namespace;
  return "";
}

static void check(const Model &M, ModelReporter &R) {
  std::map<std::string, std::pair<std::string, Location>> First;
  forEachSite(M, [&](const Site &At) {
    if (needsDefault(At))
      First.try_emplace(homeOf(M, At), describe(At), At.Loc);
  });
  for (const Interface &I : M.Interfaces)
    if (auto Found = First.find(I.Namespace);
        Found != First.end() && !find(I.Attributes, Attribute::PointerDefault))
      R.report(I.Loc, "interface " + quote(I.Name) +
                          " has no pointer_default, and [unique] is assumed "
                          "for " +
                          Found->second.first)
          .note(Found->second.second,
                "name its class here, or write "
                "'rpc::pointer_default(unique)' at the interface");
}

DEFINE_RULE(PointerDefaultMissing) = {
    "pointer-default-missing", Severity::Off,
    "a pointer without a class, in an interface without pointer_default",
    check};
