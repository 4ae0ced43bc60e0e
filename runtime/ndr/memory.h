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

/// Copies few bytes without a call.
inline void copy(std::byte* to, const void* from, std::size_t size) {
  const auto* bytes = static_cast<const std::byte*>(from);
  const auto both_ends = [&]<class T>(T) {
    T first;
    T last;
    std::memcpy(&first, bytes, sizeof(T));
    std::memcpy(&last, bytes + size - sizeof(T), sizeof(T));
    std::memcpy(to, &first, sizeof(T));
    std::memcpy(to + size - sizeof(T), &last, sizeof(T));
  };
  if (size > 32) {
    std::memcpy(to, from, size);
  } else if (size >= 16) {
    both_ends(std::array<std::uint64_t, 2>{});
  } else if (size >= 8) {
    both_ends(std::uint64_t{});
  } else if (size >= 4) {
    both_ends(std::uint32_t{});
  } else {
    for (std::size_t i = 0; i < size; ++i) to[i] = bytes[i];
  }
}

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

/// Characters up to and including the terminator.
inline std::size_t length_of(const void* first, std::size_t width) {
  if (width == 1) return std::strlen(static_cast<const char*>(first)) + 1;
  return std::char_traits<char16_t>::length(static_cast<const char16_t*>(first)) + 1;
}
/// The same of at most `most`; zero if there is no terminator among them.
inline std::size_t length_of(const void* first, std::size_t width, std::uint64_t most) {
  const void* end =
      width == 1 ? std::memchr(first, 0, most)
                 : std::char_traits<char16_t>::find(static_cast<const char16_t*>(first), most, 0);
  if (end == nullptr) return 0;
  return static_cast<std::size_t>(static_cast<const std::byte*>(end) -
                                  static_cast<const std::byte*>(first)) /
             width +
         1;
}

}  // namespace rpc::ndr

#endif  // NDR_MEMORY_H
