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

// Sanitizers want every byte that is read to belong to an object.
#if defined(__SANITIZE_ADDRESS__)
#define RPC_NDR_READS_BLOCKS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define RPC_NDR_READS_BLOCKS 0
#endif
#endif
#ifndef RPC_NDR_READS_BLOCKS
#define RPC_NDR_READS_BLOCKS 1
#endif

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

// Eight characters, which any processor with vectors looks at together.
using eight_characters [[gnu::vector_size(16)]] = std::uint16_t;

inline bool has_zero(const char16_t* first) {
  eight_characters eight;
  std::memcpy(&eight, first, sizeof eight);
  const auto compared = eight == 0;
  std::array<std::uint64_t, 2> is_zero;
  std::memcpy(is_zero.data(), &compared, sizeof compared);
  return (is_zero[0] | is_zero[1]) != 0;
}

/// The characters before the terminator.
inline std::size_t length_of(const char16_t* first) {
#if RPC_NDR_READS_BLOCKS
  // Aligned blocks do not reach into a page where the terminator is not.
  const char16_t* next = first;
  for (; reinterpret_cast<std::uintptr_t>(next) % sizeof(eight_characters) != 0; ++next)
    if (*next == 0) return static_cast<std::size_t>(next - first);
  while (!has_zero(next)) next += 8;
  while (*next != 0) ++next;
  return static_cast<std::size_t>(next - first);
#else
  return std::char_traits<char16_t>::length(first);
#endif
}
/// The first of `most` characters that is zero, or null.
inline const char16_t* find_zero(const char16_t* first, std::size_t most) {
  for (; most >= 8 && !has_zero(first); most -= 8) first += 8;
  return std::char_traits<char16_t>::find(first, most, u'\0');
}

/// Characters up to and including the terminator.
inline std::size_t length_of(const void* first, std::size_t width) {
  return 1 + (width == 1 ? std::strlen(static_cast<const char*>(first))
                         : length_of(static_cast<const char16_t*>(first)));
}
/// The same of at most `most`; zero if there is no terminator among them.
inline std::size_t length_of(const void* first, std::size_t width, std::uint64_t most) {
  const void* end = width == 1 ? std::memchr(first, 0, most)
                               : find_zero(static_cast<const char16_t*>(first), most);
  if (end == nullptr) return 0;
  return static_cast<std::size_t>(static_cast<const std::byte*>(end) -
                                  static_cast<const std::byte*>(first)) /
             width +
         1;
}

}  // namespace rpc::ndr

#endif  // NDR_MEMORY_H
