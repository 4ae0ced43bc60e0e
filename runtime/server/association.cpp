#include "association.h"

#include "../random.h"

#include <utility>

namespace rpc::runtime {

association::association(association_table& among, std::uint32_t number, std::string client)
    : among_(among), number_(number), client_(std::move(client)) {}

association::~association() { among_.forget(number_); }

std::shared_ptr<association> association_table::join(std::uint32_t wanted,
                                                     const std::string& client) {
  std::shared_ptr<association> found;  // released after the lock: it may be the last to hold it
  const std::lock_guard lock(mutex_);
  if (wanted != 0) {
    if (const auto known = all_.find(wanted); known != all_.end()) found = known->second.lock();
    return found && found->client() == client ? found : nullptr;
  }
  // Numbers are not reused soon, and tell a client nothing about others.
  auto number = random_number<std::uint32_t>();
  while (number == 0 || all_.contains(number)) ++number;
  const auto place = all_.try_emplace(number).first;
  try {
    place->second = found = std::make_shared<association>(*this, number, client);
  } catch (...) {
    all_.erase(place);
    throw;
  }
  return found;
}

void association_table::forget(std::uint32_t number) {
  const std::lock_guard lock(mutex_);
  all_.erase(number);
  if (all_.empty()) empty_.notify_all();
}

void association_table::wait() {
  std::unique_lock lock(mutex_);
  empty_.wait(lock, [this] { return all_.empty(); });
}

}  // namespace rpc::runtime
