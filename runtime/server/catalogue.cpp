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

std::shared_ptr<const catalogue> catalogue_for(std::shared_ptr<const catalogue> all,
                                               const server_options& options,
                                               const listen_options& at, const caller& client) {
  if (!options.may_bind && at.interfaces.empty()) return all;
  auto some = std::make_shared<catalogue>();
  for (std::size_t i = 0; i < all->offers.size(); ++i) {
    const syntax_id& id = all->offers[i].id;
    const bool here =
        at.interfaces.empty() || std::ranges::find(at.interfaces, id.id) != at.interfaces.end();
    if (!here || (options.may_bind && !options.may_bind(client, id))) continue;
    some->offers.push_back(all->offers[i]);
    some->entries.push_back(all->entries[i]);
  }
  return some;
}

}  // namespace rpc::runtime
