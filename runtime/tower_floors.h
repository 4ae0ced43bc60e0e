#ifndef RUNTIME_TOWER_FLOORS_H
#define RUNTIME_TOWER_FLOORS_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rpc::runtime {

/// A floor of a tower: a protocol, and its address.
struct tower_floor {
  std::span<const std::uint8_t> left;   ///< a protocol identifier, and data that belong to it
  std::span<const std::uint8_t> right;  ///< an address, or the rest of a version
};

/// The floors of a tower, as they are in `octets`; nothing if these are cut off, go on after the
/// last floor, or have more floors than any protocol.
[[nodiscard]] std::optional<std::vector<tower_floor>> floors_of(
    std::span<const std::uint8_t> octets);

}  // namespace rpc::runtime

#endif  // RUNTIME_TOWER_FLOORS_H
