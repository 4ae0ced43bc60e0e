//===- Refuse.cpp ---------------------------------------------------------===//

#include "idl/Refuse.h"

#include "idl/Walk.h"

#include <set>

namespace rpcgen::idl {
namespace {

void forEach(const Program &P,
             const std::function<void(const Item &, const Scope &)> &Do) {
  for (const Unit &U : P.Units)
    forEachItem(U.Tree.Items, [&](const Item &I, const Interface *In) {
      Do(I, scopeOf(P, U, In));
    });
}

/// The items that need one of those, through any number of others.
std::map<std::uint32_t, std::string>
dependents(const Program &P, const Symbols &Known,
           std::set<std::uint32_t> Needed) {
  std::map<std::uint32_t, std::string> Result;
  for (bool Again = true; Again;) {
    Again = false;
    forEach(P, [&](const Item &I, const Scope &From) {
      if (Needed.count(I.Loc.Raw))
        return;
      forEachType(I, [&](const Type &T) {
        const Symbol *S = Known.find(T, From);
        if (!S || S->Item == I.Loc || !Needed.count(S->Item.Raw))
          return;
        if (Needed.insert(I.Loc.Raw).second) {
          Result[I.Loc.Raw] = S->Name;
          Again = true;
        }
      });
    });
  }
  return Result;
}

} // namespace

void refuseDependents(Program &P, const Symbols &Known) {
  std::set<std::uint32_t> Needed;
  for (const auto &[Item, Why] : P.Refused)
    Needed.insert(Item);
  for (const auto &[Item, Name] : dependents(P, Known, std::move(Needed)))
    P.Refused.emplace(Item, "'" + Name + "' is left out");
}

bool refuseFor(Program &P, const Symbols &Known, Location Wrong, bool IsNoCpp,
               const std::string &Why) {
  const std::size_t Before = P.Refused.size();
  bool IsOperation = false;
  std::set<std::uint32_t> Operations;
  forEach(P, [&](const Item &I, const Scope &) {
    if (!std::holds_alternative<Operation>(I.Is))
      return;
    Operations.insert(I.Loc.Raw);
    IsOperation |= I.Loc == Wrong;
  });
  if (IsNoCpp || IsOperation)
    P.Refused.emplace(Wrong.Raw, Why);
  for (const auto &[Item, Name] : dependents(P, Known, {Wrong.Raw}))
    if (IsNoCpp || Operations.count(Item))
      P.Refused.emplace(
          Item, "'" + Name +
                    (IsNoCpp ? "' is left out: " : "' cannot travel: ") + Why);
  return P.Refused.size() != Before;
}

} // namespace rpcgen::idl
