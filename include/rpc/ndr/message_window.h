#ifndef RPC_NDR_MESSAGE_WINDOW_H
#define RPC_NDR_MESSAGE_WINDOW_H

#include <rpc/buffer.h>
#include <rpc/status.h>
#include <rpc/stub_stream.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <limits>
#include <span>

namespace rpc::ndr {

/// The part of a message that arrives while it is read: from what was not read yet to what has
/// come. Nothing that is read may stay in it.
class message_window {
 public:
  /// At most `most` bytes of the message may belong to other parameters than pipes; `too_large`
  /// says that there are more.
  message_window(stub_stream& from, std::size_t most, status too_large)
      : from_(from), most_(most), too_large_(too_large) {}

  /// Bytes of the message that were read and are not there any more.
  [[nodiscard]] std::size_t dropped() const { return dropped_; }
  [[nodiscard]] status too_large() const { return too_large_; }

  /// The bytes that may still be asked for.
  [[nodiscard]] std::size_t most() const {
    return unlimited_ ? std::numeric_limits<std::size_t>::max() : most_;
  }
  /// Whether what follows belongs to pipes, which are as long as they are.
  void set_unlimited(bool unlimited) { unlimited_ = unlimited; }

  /// Waits until there are `wanted` bytes from `at` on, an offset in the window, or the message has
  /// ended. Returns the window, in which `at` is now the offset of the same byte. What was before
  /// it is dropped, in steps that keep alignments.
  std::span<std::byte> receive(std::size_t& at, std::size_t wanted) {
    const std::size_t drop = at / buffer::alignment * buffer::alignment;
    const std::size_t kept = window_.size() - drop;
    if (drop > 0 && kept > 0) std::memmove(window_.data(), window_.data() + drop, kept);
    window_.resize(kept);
    dropped_ += drop;
    at -= drop;
    if (!unlimited_) most_ -= std::min(most_, drop);
    while (window_.size() - at < wanted && !ended_) ended_ = !from_.receive(window_);
    return window_.bytes();
  }

 private:
  stub_stream& from_;
  std::size_t most_;
  const status too_large_;
  bool unlimited_ = false;
  bool ended_ = false;
  std::size_t dropped_ = 0;
  buffer window_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_MESSAGE_WINDOW_H
