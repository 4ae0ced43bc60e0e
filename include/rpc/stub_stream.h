#ifndef RPC_STUB_STREAM_H
#define RPC_STUB_STREAM_H

#include <rpc/buffer.h>

#include <cstddef>
#include <span>

namespace rpc {

/// The stub data of a call that has pipes, as they come from the peer and go to it. Of one call and
/// thread. Both functions wait, and throw rpc::error when the call cannot go on.
class stub_stream {
 public:
  stub_stream(const stub_stream&) = delete;
  stub_stream& operator=(const stub_stream&) = delete;

  /// Appends the stub data that have come to `into`, at least one byte. False, and nothing is
  /// appended, at their end.
  virtual bool receive(buffer& into) = 0;

  /// Sends the beginning of `stub` and returns its size, a multiple of 8: as many bytes as fill
  /// fragments. The others begin what is sent next.
  virtual std::size_t send(std::span<const std::byte> stub) = 0;

 protected:
  stub_stream() = default;
  ~stub_stream() = default;
};

}  // namespace rpc

#endif  // RPC_STUB_STREAM_H
