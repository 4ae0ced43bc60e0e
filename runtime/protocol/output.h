#ifndef RUNTIME_PROTOCOL_OUTPUT_H
#define RUNTIME_PROTOCOL_OUTPUT_H

#include <rpc/buffer.h>

#include <cstddef>
#include <span>
#include <vector>

namespace rpc::protocol {

/// Bytes on their way to the peer, in order: headers and small bodies in one run,
/// large bodies by reference between them, so that many fragments go out with one
/// gather write and no large body is copied.
///
/// A connection fills one output while the transport sends another: take one with
/// server_connection::take_output (or the client's), gather and consume until it is
/// empty, and hand the same object in again, which keeps its memory.
class output {
 public:
  /// True when everything was consumed.
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  /// Bytes that are not consumed yet.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// Sets `views` to the first unconsumed bytes, at most `views.size()` runs of them,
  /// and returns how many runs were set. They stay valid until the next call of a
  /// member that is not const.
  std::size_t gather(std::span<std::span<const std::byte>> views) const noexcept;

  /// Forgets the first `count` bytes, which were sent; `count` <= size().
  void consume(std::size_t count) noexcept;

  /// PDUs that were begun since it was cleared.
  [[nodiscard]] std::size_t pdus() const noexcept { return pdus_; }

  /// Forgets everything and keeps the memory.
  void clear() noexcept;

  /// Gives back the memory that more than a few short messages have taken, if it is empty.
  void trim() noexcept {
    constexpr std::size_t kept = 512;
    if (empty() && flat_.capacity() > kept) *this = output();
  }

  /// Appends the first `count` bytes of a PDU, or all, for the caller to write at once; the pointer
  /// is valid until the next call of any member.
  std::byte* extend(std::size_t count);

  /// Takes back the last `count` bytes, which extend() has appended at once.
  void withdraw(std::size_t count) noexcept;

  /// Takes over `body` and returns its number, for share(). `body` is empty afterwards.
  std::size_t keep(buffer& body);

  /// Appends `count` bytes of the kept body `number`, from `offset`, without copying.
  void share(std::size_t number, std::size_t offset, std::size_t count);

 private:
  struct piece {
    std::size_t source;  // 0: flat_, n: bodies_[n - 1]
    std::size_t offset;
    std::size_t size;
  };

  void add(std::size_t source, std::size_t offset, std::size_t count);

  buffer flat_;
  std::vector<buffer> bodies_;
  std::vector<piece> pieces_;
  std::size_t first_ = 0;  // the first piece that is not wholly consumed
  std::size_t size_ = 0;
  std::size_t pdus_ = 0;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_OUTPUT_H
