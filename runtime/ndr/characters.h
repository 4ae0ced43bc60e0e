#ifndef NDR_CHARACTERS_H
#define NDR_CHARACTERS_H

#include <rpc/ndr/direct.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// An aligned block of 16 bytes does not reach into a page of which no byte is its string's. But
// sanitizers want every byte that is read to belong to an object, and to no other thread.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define RPC_NDR_READS_BLOCKS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(thread_sanitizer)
#define RPC_NDR_READS_BLOCKS 0
#endif
#endif
#ifndef RPC_NDR_READS_BLOCKS
#define RPC_NDR_READS_BLOCKS 1
#endif

namespace rpc::ndr {

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

#if RPC_NDR_READS_BLOCKS && defined(__SSE2__)
/// A bit for each of 16 bytes, from the lowest on, that belongs to a character that is zero.
template <std::size_t Width>
unsigned zeros_in(__m128i block) {
  const __m128i zero = _mm_setzero_si128();
  return static_cast<unsigned>(
      _mm_movemask_epi8(Width == 1 ? _mm_cmpeq_epi8(block, zero) : _mm_cmpeq_epi16(block, zero)));
}
#endif

/// Copies characters of `Width` bytes up to and including the terminator. Returns how many bytes
/// that are; zero if they are more than `most`: then what is at `to` means nothing.
template <std::size_t Width>
[[gnu::always_inline]] inline std::size_t copy_text(std::byte* to, const void* from,
                                                    std::size_t most) {
#if RPC_NDR_READS_BLOCKS && defined(__SSE2__)
  constexpr std::size_t block = sizeof(__m128i);
  const auto* const first = static_cast<const std::byte*>(from);
  const auto load = [&](std::size_t at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(first + at));
  };
  const auto store = [&](std::size_t at, __m128i bytes) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to + at), bytes);
  };
  const std::size_t before = reinterpret_cast<std::uintptr_t>(first) % block;
  if (before % Width == 0) [[likely]] {
    std::size_t size = block - before;  // of what has no terminator
    if (const unsigned zeros = zeros_in<Width>(load(0 - before)) >> before; zeros != 0) {
      size = static_cast<std::size_t>(std::countr_zero(zeros)) + Width;
    } else {
      for (;; size += block) {
        const __m128i bytes = load(size);
        if (const unsigned found = zeros_in<Width>(bytes); found != 0) {
          size += static_cast<std::size_t>(std::countr_zero(found)) + Width;
          break;
        }
        if (size + block > most) return 0;
        store(size, bytes);
      }
    }
    if (size > most) return 0;
    if (size < block) {
      copy(to, first, size);
    } else {  // what lies before the blocks, and in the last one
      store(0, load(0));
      store(size - block, load(size - block));
    }
    return size;
  }
#endif
  const std::size_t size = Width * length_of(from, Width);
  if (size > most) return 0;
  copy(to, from, size);
  return size;
}

}  // namespace rpc::ndr

#endif  // NDR_CHARACTERS_H
