#ifndef RUNTIME_SERVER_SESSION_STREAM_H
#define RUNTIME_SERVER_SESSION_STREAM_H

#include "allowance.h"
#include "session.h"

#include <rpc/server.h>
#include <rpc/stub_stream.h>

#include <cstddef>
#include <span>

namespace rpc::runtime {

/// The stub data of one call on the server, for its pipes.
class session_stream final : public stub_stream {
 public:
  /// All must outlive it.
  session_stream(session& origin, protocol::incoming_call& call, server_call& work,
                 const server_options& options)
      : origin_(origin), call_(call), work_(work), options_(options) {}

  bool receive(buffer& into) override;
  std::size_t send(std::span<const std::byte> stub) override;

 private:
  void give(buffer& into);

  session& origin_;
  protocol::incoming_call& call_;
  server_call& work_;
  const server_options& options_;
  std::size_t given_ = 0;     // of call_.stub
  std::size_t received_ = 0;  // in all
  allowance waits_{options_.pipe_timeout, options_.min_rate};
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_SESSION_STREAM_H
