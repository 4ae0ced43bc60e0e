#ifndef RUNTIME_RANDOM_H
#define RUNTIME_RANDOM_H

#include <cerrno>
#include <cstddef>
#include <span>
#include <system_error>

#include <sys/random.h>

namespace rpc::runtime {

/// Fills `bytes`, at most 256, with unpredictable values.
inline void fill_random(std::span<std::byte> bytes) {
  // So few come at once or not at all, see getrandom(2).
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw std::system_error(errno, std::generic_category(), "getrandom");
}

/// An unpredictable number.
template <class T>
T random_number() {
  T value;
  fill_random(std::as_writable_bytes(std::span(&value, 1)));
  return value;
}

}  // namespace rpc::runtime

#endif  // RUNTIME_RANDOM_H
