#ifndef RUNTIME_CLIENT_PEER_H
#define RUNTIME_CLIENT_PEER_H

#include <rpc/connection.h>
#include <rpc/endpoint.h>
#include <rpc/uuid.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace rpc::transport {
class stream;
}

namespace rpc::runtime {

class channel;

/// What a connection object connects to: a channel, or a host whose endpoint mapper knows the port
/// of each interface, with a channel for each port that was needed. Any thread.
class peer {
 public:
  /// Connects, if the endpoint has a port.
  peer(const endpoint& to, const connection_options& options);
  /// A server in this process, by the stream to it.
  peer(std::shared_ptr<transport::stream> stream, const connection_options& options);

  /// The channel over which an interface is bound. Throws as rpc::binding's constructor does.
  std::shared_ptr<channel> channel_for(const offered_interface& interface);

  /// Ends all channels, and makes no others.
  void close() noexcept;
  /// As channel::cancel().
  void cancel();

 private:
  std::shared_ptr<channel> add(std::uint16_t port, std::shared_ptr<channel> made);

  const connection_options options_;
  const std::optional<endpoint> host_;  // to ask for ports
  std::mutex mutex_;
  bool closed_ = false;
  std::map<std::uint16_t, std::shared_ptr<channel>> channels_;  // by port; 0 serves all interfaces
};

}  // namespace rpc::runtime

#endif  // RUNTIME_CLIENT_PEER_H
