#ifndef RUNTIME_CLIENT_PEER_H
#define RUNTIME_CLIENT_PEER_H

#include <rpc/call_options.h>
#include <rpc/connection.h>
#include <rpc/endpoint.h>
#include <rpc/ndr/syntax.h>
#include <rpc/uuid.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

namespace rpc::transport {
class stream;
}

namespace rpc::runtime {

class channel;

/// An interface that is bound, and where.
struct bound_channel {
  std::shared_ptr<channel> over;
  std::size_t number;
  ndr::syntax syntax;
};

/// What a connection object connects to. Any thread.
class peer {
 public:
  virtual ~peer() = default;

  /// Binds an interface, or finds it bound; `name` is for errors. Throws as rpc::binding's
  /// constructor does. If it waits for a connection to come, then as `until` says.
  virtual bound_channel bind(const offered_interface& interface, std::string_view name,
                             const call_options& until) = 0;
  /// Ends all channels, and makes no others.
  virtual void close() noexcept = 0;
  /// As channel::cancel().
  virtual void cancel() = 0;
};

/// A channel, or a host whose endpoint mapper knows the port of each interface, with a channel for
/// each port that was needed.
class connected_peer final : public peer {
 public:
  /// Connects, if the endpoint has a port.
  connected_peer(const endpoint& to, const connection_options& options);
  /// A server in this process, by the stream to it.
  connected_peer(std::shared_ptr<transport::stream> stream, const connection_options& options);

  bound_channel bind(const offered_interface& interface, std::string_view name,
                     const call_options& until) override;
  void close() noexcept override;
  void cancel() override;

 private:
  std::shared_ptr<channel> channel_for(const offered_interface& interface);
  std::shared_ptr<channel> add(std::uint16_t port, std::shared_ptr<channel> made);

  const connection_options options_;
  const std::optional<endpoint> host_;  // to ask for ports
  std::mutex mutex_;
  bool closed_ = false;
  std::map<std::uint16_t, std::shared_ptr<channel>> channels_;  // by port; 0 serves all interfaces
};

}  // namespace rpc::runtime

#endif  // RUNTIME_CLIENT_PEER_H
