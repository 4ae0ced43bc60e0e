#ifndef RUNTIME_SERVICES_ENDPOINT_MAP_H
#define RUNTIME_SERVICES_ENDPOINT_MAP_H

#include "process_watch.h"

#include <rpc/uuid.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace rpc::runtime {

/// A tower that an endpoint mapper keeps, with what it is looked up by.
struct mapped_tower {
  std::vector<std::uint8_t> octets;
  syntax_id interface;
  uuid object;
  std::string annotation;
};

/// Whether two towers are of the same interface and transfer syntax, by their major versions, and
/// of the same protocols. Minor versions and addresses are on the right sides of floors.
[[nodiscard]] bool same_protocols(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b);

/// The entries of an endpoint mapper, in the order in which they came. Any thread.
class endpoint_map {
 public:
  explicit endpoint_map(std::size_t most) : most_(most) {}

  /// Adds all of them, or none: false if there is no room. An entry that is there keeps its place.
  /// `replace`: they take the place of those of the same object, version of the interface and
  /// protocols. They are forgotten once the process of `owner` has ended; null: they stay.
  bool insert(std::vector<mapped_tower> added, bool replace,
              const std::shared_ptr<const process_watch>& owner);

  /// Takes out the entry of an object and a tower. False if there is none.
  bool erase(const uuid& object, std::span<const std::uint8_t> octets);

  struct page {
    std::vector<mapped_tower> entries;
    std::uint64_t next = 0;  ///< where the following one begins
  };
  /// At most `most` of the entries from `position` on that `matches` accepts.
  page find(std::uint64_t position, std::size_t most,
            const std::function<bool(const mapped_tower&)>& matches);

 private:
  struct entry {
    std::uint64_t number;  // counts all that ever were, from 1
    mapped_tower what;
    std::shared_ptr<const process_watch> owner;
  };

  void forget_ended();

  std::mutex mutex_;
  const std::size_t most_;
  std::uint64_t last_ = 0;
  std::vector<entry> entries_;  // by number
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVICES_ENDPOINT_MAP_H
