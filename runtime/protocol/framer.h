#ifndef RUNTIME_PROTOCOL_FRAMER_H
#define RUNTIME_PROTOCOL_FRAMER_H

#include <rpc/buffer.h>

#include "pdu.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace rpc::protocol {

/// One PDU of the stream.
struct frame {
  header head;
  /// The whole PDU: head.fragment_length bytes, valid until the next call of the
  /// framer. Empty if the header is not acceptable: then the stream cannot be read on.
  std::span<const std::byte> pdu;
};

/// Cuts a stream into PDUs. The only place that believes fragment_length, after it was
/// checked: at least a header, and no more than `max_fragment`; PDUs that negotiate
/// (bind, alter_context, their answers, auth3) may be as long as their field can say,
/// because they carry tokens of the security packages.
///
/// PDUs that came in one piece are not copied.
class framer {
 public:
  explicit framer(std::size_t max_fragment) : max_fragment_(max_fragment) {}

  /// Hands in the next bytes of the stream. Call next() until it gives nothing before
  /// `bytes` go away.
  void feed(std::span<const std::byte> bytes) { input_ = bytes; }

  /// The next PDU, or nothing until more bytes are fed.
  std::optional<frame> next();

  /// How many of the bytes that were handed in are not in a PDU that was given, nor kept.
  [[nodiscard]] std::size_t unread() const noexcept { return input_.size(); }
  /// Gives back the memory of a PDU that came in several pieces.
  void trim() noexcept {
    if (partial() == 0) partial_ = buffer();
  }
  /// Bytes that are kept: the beginning of a PDU whose rest has not come yet.
  [[nodiscard]] std::size_t partial() const noexcept { return given_ ? 0 : partial_.size(); }

 private:
  [[nodiscard]] bool acceptable(const header& head) const;
  std::optional<frame> next_partial();
  bool fill(std::size_t size);

  std::size_t max_fragment_;
  std::span<const std::byte> input_;
  buffer partial_;      // the beginning of a PDU whose rest has not come yet
  bool given_ = false;  // partial_ was given out and is to be emptied
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_FRAMER_H
