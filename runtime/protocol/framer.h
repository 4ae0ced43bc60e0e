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
  /// If not null, `pdu` is call_header_size bytes, and the stub data are in this buffer, from
  /// `begin` on, after those of the message that came before. May be taken.
  buffer* stub = nullptr;
  std::size_t begin = 0;
};

/// Takes a request or a response apart; nothing if it is too short for its fields.
[[nodiscard]] inline std::optional<fragment> read_fragment(const frame& from) {
  auto result = read_fragment(from.head, from.pdu);
  if (from.stub != nullptr && result) {
    result->stub = from.stub->bytes().subspan(from.begin);
    result->message = from.stub;
  }
  return result;
}

/// Who puts the fragments of messages together.
class message_source {
 public:
  /// The stub data of the message so far that a fragment goes on with, to be given back with the
  /// frame; an empty buffer if it begins one, or if they are not to be had.
  virtual buffer take_stub(const header& head) = 0;
  /// How large that message may become.
  [[nodiscard]] virtual std::size_t most_stub(const header& head) = 0;

 protected:
  ~message_source() = default;
};

/// Cuts a stream into PDUs. The only place that believes fragment_length, after it was
/// checked: at least a header, and no more than `max_fragment`; PDUs that negotiate
/// (bind, alter_context, their answers, auth3) may be as long as their field can say,
/// because they carry tokens of the security packages.
///
/// PDUs that came in one piece are not copied. Of large requests and responses that come in pieces,
/// the stub data are read to where they belong (`places`), and those of the fragments that will
/// follow as well, as if these were as long as this one and nothing came between them. If that
/// turns out not to be so, what came is copied.
class framer {
 public:
  /// Where bytes are read to: runs of memory, one after the other.
  using runs = std::span<const std::span<std::byte>>;

  /// Without `messages` PDUs are always given as a whole.
  explicit framer(std::size_t max_fragment, message_source* messages = nullptr)
      : max_fragment_(max_fragment), messages_(messages) {}

  /// Sets `into` to where the next bytes of the stream are best read to, and returns how many runs
  /// that are: `room`, or the memory of a message and a part of `room`. `into` has place for one at
  /// least.
  std::size_t places(std::span<std::byte> room, std::span<std::span<std::byte>> into);

  /// Hands in the next bytes of the stream. Call next() until it gives nothing before
  /// `bytes` go away.
  void feed(std::span<const std::byte> bytes) {
    input_ = bytes;
    scattered_ = false;
  }
  /// The same for `count` bytes that were read to what places() has given. Of the framer nothing
  /// was used meanwhile.
  void feed(runs places, std::size_t count);

  /// The next PDU, or nothing until more bytes are fed.
  std::optional<frame> next();

  /// The bytes that were handed in and are not in a PDU that was given, nor kept. They are valid as
  /// long as those that were handed in, or until the next feed().
  [[nodiscard]] std::span<const std::byte> unread() { return scattered_ ? gather() : input_; }
  /// Gives back the memory of what came in several pieces, or to the wrong place, unless it is
  /// little. Not while input is being read.
  void trim() noexcept {
    constexpr std::size_t little = 512;
    if (partial() == 0 && partial_.capacity() > little) partial_ = buffer();
    if (misplaced_.capacity() + untaken_.capacity() + stub_.capacity() != 0) forget_misplaced();
  }
  /// Bytes that are kept: the beginning of a PDU whose rest has not come yet.
  [[nodiscard]] std::size_t partial() const noexcept {
    return given_ ? 0 : partial_.size() + stub_.size() - begin_;
  }
  /// Bytes that are kept of the message that this PDU goes on with.
  [[nodiscard]] std::size_t begun() const noexcept { return given_ ? 0 : begin_; }

 private:
  [[nodiscard]] bool acceptable(const header& head) const;
  [[nodiscard]] bool goes_in_place(const header& head) const;
  [[nodiscard]] std::size_t missing() const noexcept {
    return head_.fragment_length - call_header_size - (stub_.size() - begin_);
  }
  [[nodiscard]] bool follows(std::span<const std::byte> next, std::size_t stub) const;
  std::optional<frame> next_partial();
  std::optional<frame> next_in_place();
  void begin_in_place();
  void forget();
  bool advance();
  std::span<const std::byte> gather();
  void forget_misplaced() noexcept;
  bool fill(std::size_t size);

  std::size_t max_fragment_;
  message_source* messages_;
  std::span<const std::byte> input_;
  bool scattered_ = false;           // input follows
  runs more_;                        // here
  std::size_t more_size_ = 0;        // so much of it
  std::span<const std::byte> last_;  // and after that
  buffer misplaced_;                 // which is here

  buffer partial_;         // the beginning of a PDU whose rest has not come yet
  bool given_ = false;     // that PDU was given out and is to be forgotten
  bool in_place_ = false;  // its stub data are in stub_
  header head_{};          // its header
  buffer stub_;            // its message
  std::size_t begin_ = 0;  // of its stub data there
  std::size_t ahead_ = 0;  // stub data that should follow, and for which there is room
  buffer untaken_;         // a message that more_ may refer to
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_FRAMER_H
