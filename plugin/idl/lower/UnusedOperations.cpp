//===- UnusedOperations.cpp - not-used-on-wire ----------------------------===//
//
// Specifications give numbers that no call has names that say so.
//
//===----------------------------------------------------------------------===//

#include "idl/Symbols.h"
#include "idl/Walk.h"
#include "idl/lower/Lower.h"

#include <algorithm>
#include <cctype>

namespace rpcgen::idl {
namespace {

/// "Opnum5NotUsedOnWire", "Opnum14NotImplemented", "Lsar_Opnum7NotUsedOnWire"
bool saysUnused(const std::string &Name) {
  std::size_t Number = Name.find("pnum");
  return Number != std::string::npos && Number + 4 < Name.size() &&
         std::isdigit(static_cast<unsigned char>(Name[Number + 4])) &&
         (Name.find("NotUsed") != std::string::npos ||
          Name.find("NotImplemented") != std::string::npos ||
          Name.find("Reserved") != std::string::npos);
}

} // namespace

void lowerUnusedOperations(Program &P, Unit &U) {
  const Symbols Known(P);
  forEachItem(U.Tree.Items, [&](Item &I, Interface *In) {
    const Scope From = scopeOf(P, U, In);
    auto *O = std::get_if<Operation>(&I.Is);
    if (!O || !saysUnused(O->Name))
      return;
    bool HasData = std::ranges::any_of(O->Parameters, [&](const Variable &V) {
      return V.T && Known.stripped(*V.T, From).Name != "handle_t";
    });
    if (HasData)
      return;
    std::erase_if(O->Attrs,
                  [](const Attribute &A) { return A.Name != "reserved"; });
    O->Attrs.push_back({I.Loc, "reserved"});
  });
}

} // namespace rpcgen::idl
