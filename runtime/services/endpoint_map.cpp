#include "endpoint_map.h"

#include "../tower_floors.h"

#include <algorithm>
#include <utility>

namespace rpc::runtime {

bool same_protocols(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
  const auto first = floors_of(a);
  const auto second = floors_of(b);
  return first && second &&
         std::ranges::equal(*first, *second, [](const tower_floor& x, const tower_floor& y) {
           return std::ranges::equal(x.left, y.left);
         });
}

bool endpoint_map::insert(std::vector<mapped_tower> added, bool replace,
                          const std::shared_ptr<const process_watch>& owner) {
  const std::lock_guard lock(mutex_);
  forget_ended();
  // A copy, so that nothing has changed if memory runs out or there is no room.
  std::vector<entry> all = entries_;
  std::uint64_t last = last_;
  for (mapped_tower& each : added) {
    const auto same = std::ranges::find_if(all, [&](const entry& known) {
      return known.what.object == each.object && known.what.octets == each.octets;
    });
    if (same != all.end()) {
      same->what.annotation = std::move(each.annotation);
      same->owner = owner;
      continue;
    }
    if (replace)
      std::erase_if(all, [&](const entry& known) {
        return known.number <= last_ && known.what.object == each.object &&
               known.what.interface == each.interface &&
               same_protocols(known.what.octets, each.octets);
      });
    if (all.size() >= most_) return false;
    all.push_back({++last, std::move(each), owner});
  }
  entries_ = std::move(all);
  last_ = last;
  return true;
}

bool endpoint_map::erase(const uuid& object, std::span<const std::uint8_t> octets) {
  const std::lock_guard lock(mutex_);
  return std::erase_if(entries_, [&](const entry& known) {
           return known.what.object == object && std::ranges::equal(known.what.octets, octets);
         }) != 0;
}

endpoint_map::page endpoint_map::find(std::uint64_t position, std::size_t most,
                                      const std::function<bool(const mapped_tower&)>& matches) {
  const std::lock_guard lock(mutex_);
  forget_ended();
  page result{{}, position};
  for (auto at = std::ranges::lower_bound(entries_, position, {}, &entry::number);
       at != entries_.end() && result.entries.size() < most; ++at) {
    if (matches(at->what)) result.entries.push_back(at->what);
    result.next = at->number + 1;
  }
  return result;
}

void endpoint_map::forget_ended() {
  std::erase_if(entries_,
                [](const entry& known) { return known.owner != nullptr && known.owner->ended(); });
}

}  // namespace rpc::runtime
