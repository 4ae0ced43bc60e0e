#ifndef RPC_SECRET_H
#define RPC_SECRET_H

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace rpc {

/// Bytes that are wiped from memory when they are not needed any more: keys, passwords.
class secret {
 public:
  secret() = default;
  explicit secret(std::span<const std::byte> bytes) : bytes_(bytes.begin(), bytes.end()) {}
  explicit secret(std::string_view text) : secret(std::as_bytes(std::span(text))) {}
  secret(const secret&) = default;
  secret(secret&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  secret& operator=(secret other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~secret() { wipe(bytes_); }

  [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return bytes_; }
  [[nodiscard]] std::string_view text() const noexcept {
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
  }
  [[nodiscard]] bool empty() const noexcept { return bytes_.empty(); }

  /// Overwrites bytes, whatever an optimizer thinks of it.
  static void wipe(std::span<std::byte> bytes) noexcept {
    for (std::byte& each : bytes) static_cast<volatile std::byte&>(each) = std::byte{0};
  }

 private:
  std::vector<std::byte> bytes_;
};

}  // namespace rpc

#endif  // RPC_SECRET_H
