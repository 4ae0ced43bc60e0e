#ifndef RUNTIME_SERVICES_TOWERS_H
#define RUNTIME_SERVICES_TOWERS_H

#include <rpc/dce/ept.h>
#include <rpc/memory.h>
#include <rpc/tower.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <span>

namespace rpc::runtime {

/// Codes that an endpoint mapper answers (C706 appendix E, ept_s_...).
namespace ept_status {
inline constexpr std::uint32_t cannot_perform = 0x16C9A0CD;
inline constexpr std::uint32_t no_memory = 0x16C9A0CE;
inline constexpr std::uint32_t invalid_entry = 0x16C9A0D3;
inline constexpr std::uint32_t not_registered = 0x16C9A0D6;
}  // namespace ept_status

/// A tower as the interface of the endpoint mapper has it, in memory of rpc::allocate. Throws
/// std::bad_alloc.
[[nodiscard]] inline ept::tower_octets* tower_of(std::span<const std::uint8_t> octets) {
  void* const memory = allocate(sizeof(ept::tower_octets) + octets.size());
  if (memory == nullptr) throw std::bad_alloc();
  auto* const made = ::new (memory) ept::tower_octets{};
  made->length = static_cast<std::uint32_t>(octets.size());
  std::ranges::copy(octets, made->octets);
  return made;
}

[[nodiscard]] inline std::span<const std::uint8_t> octets_of(const ept::tower_octets& tower) {
  return {tower.octets, tower.length};
}

/// Nothing if it is null, or not the tower of an interface.
[[nodiscard]] inline std::optional<tower> decode(const ept::tower_octets* from) {
  return from == nullptr ? std::nullopt : decode_tower(octets_of(*from));
}

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVICES_TOWERS_H
