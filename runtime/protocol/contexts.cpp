#include "contexts.h"

#include <algorithm>

namespace rpc::protocol {

namespace {

bool lists(const context_offer& offer, const syntax_id& transfer) {
  return std::ranges::find(offer.transfers, transfer) != offer.transfers.end();
}

context_result reject(std::uint16_t reason) {
  return {context_verdict::provider_rejection, reason, {}};
}

}  // namespace

/// An offer that could be accepted, or the answer to one that cannot.
struct context_table::candidate {
  std::optional<context> offered;
  bool known = false;  // the context exists already
  context_result answer{};
};

std::optional<std::vector<context_result>> context_table::negotiate(
    std::span<const context_offer> offers) {
  std::vector<candidate> candidates(offers.size());
  bool features_seen = false;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (const auto features = requested_features(offers[i].transfers.front())) {
      if (features_seen) return std::nullopt;
      features_seen = true;
      const auto granted = static_cast<std::uint16_t>(*features & features_);
      candidates[i].answer = {context_verdict::negotiate_ack, granted, {}};
    } else if (!judge(offers[i], candidates[i])) {
      return std::nullopt;
    }
  }

  // The best of the offers of the interface of `mine`.
  const auto wins = [&](const candidate& mine) {
    const auto same = [&](const candidate& other) {
      return other.offered && other.offered->interface == mine.offered->interface;
    };
    const auto better = [&](const candidate& other) {
      return same(other) && other.offered->syntax == ndr::syntax::ndr64;
    };
    auto best = std::ranges::find_if(candidates, better);
    if (best == candidates.end()) best = std::ranges::find_if(candidates, same);
    return &*best == &mine;
  };

  std::vector<context_result> results;
  results.reserve(offers.size());
  for (const candidate& mine : candidates) {
    if (!mine.offered) {
      results.push_back(mine.answer);
    } else if (!wins(mine)) {
      results.push_back(reject(rejection::transfers_unknown));
    } else if (!mine.known && contexts_.size() >= max_contexts_) {
      results.push_back(reject(rejection::local_limit));
    } else {
      if (!mine.known) {
        if (find(mine.offered->id) != nullptr) return std::nullopt;  // two offers, one id
        contexts_.push_back(*mine.offered);
      }
      results.push_back({context_verdict::acceptance, 0, transfer_syntax(mine.offered->syntax)});
    }
  }
  return results;
}

/// Decides about an offer without regard to the others; false if it breaks the protocol.
bool context_table::judge(const context_offer& offer, candidate& result) const {
  const auto interface = find_interface(offer.interface);
  if (const context* old = find(offer.id)) {
    if (interface != old->interface) return false;
    const auto syntax = choose(offer, *interface);
    if (syntax && *syntax != old->syntax) return false;
    result.known = syntax.has_value();
    if (syntax)
      result.offered = *old;
    else
      result.answer = reject(rejection::transfers_unknown);
    return true;
  }
  if (!interface) {
    result.answer = reject(rejection::interface_unknown);
  } else if (const auto syntax = choose(offer, *interface)) {
    result.offered = context{offer.id, *interface, *syntax};
  } else {
    result.answer = reject(rejection::transfers_unknown);
  }
  return true;
}

std::optional<ndr::syntax> context_table::choose(const context_offer& offer,
                                                 std::size_t interface) const {
  if (ndr64_ && interfaces_[interface].ndr64 && lists(offer, ndr64_syntax))
    return ndr::syntax::ndr64;
  if (lists(offer, ndr20_syntax)) return ndr::syntax::ndr20;
  return std::nullopt;
}

std::optional<std::size_t> context_table::find_interface(const syntax_id& wanted) const {
  for (std::size_t i = 0; i < interfaces_.size(); ++i) {
    const syntax_id& served = interfaces_[i].id;
    if (served.id == wanted.id && served.major == wanted.major && served.minor >= wanted.minor) {
      return i;
    }
  }
  return std::nullopt;
}

const context* context_table::find(std::uint16_t id) const {
  const auto found = std::ranges::find(contexts_, id, &context::id);
  return found == contexts_.end() ? nullptr : &*found;
}

}  // namespace rpc::protocol
