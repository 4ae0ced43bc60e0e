#ifndef NDR_MEMORY_H
#define NDR_MEMORY_H

#include <rpc/ndr/descriptor.h>
#include <rpc/ndr/failure.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

namespace rpc::ndr {

constexpr bool little = std::endian::native == std::endian::little;

/// A number of `size` bytes, whose order in memory is the processor's.
inline void store_number(std::byte* at, const void* value, std::size_t size) {
  switch (size) {
    case 1: std::memcpy(at, value, 1); break;
    case 2: std::memcpy(at, value, 2); break;
    case 4: std::memcpy(at, value, 4); break;
    default: std::memcpy(at, value, 8);
  }
  if constexpr (!little) std::reverse(at, at + size);
}

inline const void* pointer_at(const void* place) {
  const void* pointer = nullptr;
  std::memcpy(&pointer, place, sizeof pointer);
  return pointer;
}

/// An integer of memory, extended to 64 bits.
inline std::int64_t integer_at(const void* place, std::size_t size, bool is_signed) {
  const auto read = [&]<class T>(T value) {
    std::memcpy(&value, place, sizeof value);
    return static_cast<std::int64_t>(value);
  };
  switch (size) {
    case 1: return is_signed ? read(std::int8_t{}) : read(std::uint8_t{});
    case 2: return is_signed ? read(std::int16_t{}) : read(std::uint16_t{});
    case 4: return is_signed ? read(std::int32_t{}) : read(std::uint32_t{});
    default: return read(std::int64_t{});
  }
}
/// Stores the low bytes of a number as an integer of `size` bytes.
inline void set_integer(void* place, std::int64_t number, std::size_t size) {
  const auto store = [&]<class T>(T value) { std::memcpy(place, &value, sizeof value); };
  switch (size) {
    case 1: return store(static_cast<std::int8_t>(number));
    case 2: return store(static_cast<std::int16_t>(number));
    case 4: return store(static_cast<std::int32_t>(number));
    default: return store(number);
  }
}
inline word word_of(std::int64_t value, bool is_signed) {
  return is_signed ? word(value) : word(static_cast<std::uint64_t>(value));
}

}  // namespace rpc::ndr

#endif  // NDR_MEMORY_H
