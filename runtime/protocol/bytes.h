#ifndef RUNTIME_PROTOCOL_BYTES_H
#define RUNTIME_PROTOCOL_BYTES_H

#include <rpc/uuid.h>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace rpc::protocol {

template <std::unsigned_integral T>
constexpr T in_order(T value, std::endian order) {
  if (order == std::endian::native) return value;
  if constexpr (sizeof(T) == 2) return __builtin_bswap16(value);
  if constexpr (sizeof(T) == 4) return __builtin_bswap32(value);
  return value;
}

/// The integer at `from`, which need not be aligned.
template <std::unsigned_integral T>
T load(const std::byte* from, std::endian order) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return in_order(value, order);
}

/// Writes the integer at `to` in little-endian order, which is all that we send.
template <std::unsigned_integral T>
void store(std::byte* to, T value) {
  value = in_order(value, std::endian::little);
  std::memcpy(to, &value, sizeof value);
}

inline void store(std::byte* to, const uuid& id) {
  const auto wire = id.to_wire();
  std::memcpy(to, wire.data(), wire.size());
}

/// Takes a PDU apart from front to back. Whatever lies beyond the end reads as zero and
/// makes ok() false, so that a decoder checks once, when it is done.
class reader {
 public:
  reader(std::span<const std::byte> pdu, std::size_t position, std::endian order)
      : pdu_(pdu), position_(position), order_(order), ok_(position <= pdu.size()) {}

  template <std::unsigned_integral T>
  T take() {
    if (!has(sizeof(T))) return 0;
    const T value = load<T>(pdu_.data() + position_, order_);
    position_ += sizeof(T);
    return value;
  }

  uuid take_uuid() {
    std::array<std::uint8_t, 16> wire{};
    if (has(wire.size())) {
      std::memcpy(wire.data(), pdu_.data() + position_, wire.size());
      position_ += wire.size();
    }
    return uuid::from_wire(wire, order_ == std::endian::little);
  }

  /// A syntax with its version, which travels as one integer of 32 bits with the minor
  /// version in its upper half (C706 12.6.3.1).
  syntax_id take_syntax() {
    syntax_id syntax;
    syntax.id = take_uuid();
    const auto version = take<std::uint32_t>();
    syntax.major = static_cast<std::uint16_t>(version);
    syntax.minor = static_cast<std::uint16_t>(version >> 16);
    return syntax;
  }

  void skip(std::size_t count) {
    if (has(count)) position_ += count;
  }

  /// Moves on to a multiple of `alignment`, counted from the start of the PDU.
  void align(std::size_t alignment) { skip((alignment - position_ % alignment) % alignment); }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  bool has(std::size_t count) {
    if (!ok_ || count > pdu_.size() - position_) ok_ = false;
    return ok_;
  }

  std::span<const std::byte> pdu_;
  std::size_t position_;
  std::endian order_;
  bool ok_;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_BYTES_H
