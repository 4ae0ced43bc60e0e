//===- Peers.cpp ----------------------------------------------------------===//

#include "Peers.h"

#include "rules/Rules.h"

#include <algorithm>

namespace rpc_check {

void Peers::add(const rpcgen::PeerName &Name, const Place &Where,
                const rpcgen::Interface &I, std::optional<Level> L) {
  Peer P{I.Name, I.Namespace, {}, L};
  for (const rpcgen::Operation &O : I.Operations)
    P.Operations.insert(O.Name);
  All[Name].emplace(Where, std::move(P));
}

/// The header of an interface is installed, and older versions are kept.
bool Peers::Peer::isCopyOf(const Peer &Other) const {
  return Namespace == Other.Namespace &&
         std::ranges::any_of(Operations, [&](const std::string &O) {
           return Other.Operations.contains(O);
         });
}

void Peers::merge(Peers Other) {
  for (auto &[Name, Places] : Other.All)
    All[Name].merge(Places);
}

void Peers::restrictTo(const std::function<bool(const Place &)> &IsWanted) {
  for (auto &[Name, Places] : All)
    for (auto &[Where, Each] : Places)
      if (!IsWanted(Where))
        Each.L.reset();
}

std::vector<Result> Peers::duplicates(const std::vector<Result> &Found) const {
  auto IsFound = [&](const Place &Where) {
    return std::ranges::any_of(Found, [&](const Result &R) {
      return R.Rule == rpcgen::UuidDuplicate.Name && R.At == Where;
    });
  };
  std::vector<Result> More;
  for (const auto &[Name, Places] : All) {
    const std::pair<const Place, Peer> *First = nullptr;
    for (const auto &Each : Places) {
      const auto &[Where, Same] = Each;
      if (IsFound(Where))
        continue;
      if (!First) {
        First = &Each;
      } else if (Same.L && !Same.isCopyOf(First->second)) {
        Result R;
        R.At = Where;
        R.Rule = rpcgen::UuidDuplicate.Name;
        R.Message = rpcgen::sameAs(Same.Interface, First->second.Interface);
        R.L = *Same.L;
        R.Entity = Same.Interface;
        R.Notes = {{First->first, "the other interface is here"}};
        More.push_back(std::move(R));
      }
    }
  }
  return More;
}

} // namespace rpc_check
