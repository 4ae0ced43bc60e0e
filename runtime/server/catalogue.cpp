#include "catalogue.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace rpc::runtime {

std::shared_ptr<const catalogue> catalogue::with(service_entry entry) const {
  for (const auto& [id, ndr64] : offers)
    if (id.id == entry.offer.id.id && id.major == entry.offer.id.major)
      throw std::invalid_argument("the server serves " + std::string(entry.name) + " already");
  auto larger = std::make_shared<catalogue>(*this);
  larger->offers.push_back(entry.offer);
  larger->entries.push_back(std::move(entry));
  return larger;
}

std::vector<syntax_id> interfaces_of(const catalogue& served) {
  std::vector<syntax_id> result;
  for (const offered_interface& each : served.offers) result.push_back(each.id);
  return result;
}

bool serves_at(const catalogue& all, std::size_t number, const server_options& options,
               const listen_options& at) {
  return at.interfaces.empty() || (number == 0 && options.management) ||
         std::ranges::find(at.interfaces, all.offers[number].id.id) != at.interfaces.end();
}

std::shared_ptr<const catalogue> catalogue_for(std::shared_ptr<const catalogue> all,
                                               const server_options& options,
                                               const listen_options& at, const caller& client) {
  if (!options.may_bind && at.interfaces.empty()) return all;
  auto some = std::make_shared<catalogue>();
  for (std::size_t i = 0; i < all->offers.size(); ++i) {
    const syntax_id& id = all->offers[i].id;
    if (!serves_at(*all, i, options, at) || (options.may_bind && !options.may_bind(client, id)))
      continue;
    some->offers.push_back(all->offers[i]);
    some->entries.push_back(all->entries[i]);
  }
  return some;
}

}  // namespace rpc::runtime
