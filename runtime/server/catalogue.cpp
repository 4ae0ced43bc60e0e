#include "catalogue.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace rpc::runtime {
namespace {

service_entry unimplemented(const service_entry& of) {
  return {of.offer, of.name, of.operations, of.rundowns, nullptr, nullptr, nullptr};
}

}  // namespace

const service_entry& implementations::of(const std::optional<uuid>& object) const {
  if (!object) return others;
  const auto found = objects.find(*object);
  return found == objects.end() ? others : found->second;
}

std::shared_ptr<const catalogue> catalogue::with(service_entry entry) const {
  const syntax_id& id = entry.offer.id;
  const auto known = std::ranges::find_if(offers, [&](const offered_interface& each) {
    return each.id.id == id.id && each.id.major == id.major;
  });
  if (known != offers.end() && known->id != id)
    throw std::invalid_argument("the server serves another version of " + std::string(entry.name));
  const auto number = static_cast<std::size_t>(known - offers.begin());
  auto all = number == entries.size()
                 ? std::make_shared<implementations>(implementations{unimplemented(entry)})
                 : std::make_shared<implementations>(*entries[number]);
  const uuid object = entry.object;
  service_entry& place = object == uuid()
                             ? all->others
                             : all->objects.try_emplace(object, unimplemented(entry)).first->second;
  if (place.implementation != nullptr)
    throw std::invalid_argument("the server serves " + std::string(entry.name) + " already");
  place = std::move(entry);

  auto larger = std::make_shared<catalogue>(*this);
  if (number == entries.size()) {
    larger->offers.push_back(place.offer);
    larger->entries.emplace_back();
  }
  larger->entries[number] = std::move(all);
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
