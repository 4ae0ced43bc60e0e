#ifndef RPC_NDR_STREAMED_H
#define RPC_NDR_STREAMED_H

#include <rpc/buffer.h>
#include <rpc/status.h>
#include <rpc/stub_stream.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <limits>
#include <span>
#include <utility>

namespace rpc::ndr {

/// The storage of a reader whose message arrives while it is read: it keeps a window of the
/// message, from what was not read yet to what has come. Objects are stored as `Base` does, but
/// nothing is left in the message.
template <class Base>
class streamed : public Base {
 public:
  static constexpr bool streams = true;
  static constexpr bool keeps_message = false;
  /// What it means that the message is longer than allowed.
  static constexpr status too_large =
      Base::keeps_existing ? status::out_args_too_big : status::access_denied;

  /// At most `most` bytes of the message may belong to other parameters than pipes.
  template <class... Arguments>
  streamed(stub_stream& from, std::size_t most, Arguments&&... arguments)
      : Base(std::forward<Arguments>(arguments)...), from_(from), most_(most) {}

  [[nodiscard]] std::size_t dropped() const { return dropped_; }

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
  bool unlimited_ = false;
  bool ended_ = false;
  std::size_t dropped_ = 0;
  buffer window_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STREAMED_H
