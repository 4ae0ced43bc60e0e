#include "peer.h"

#include "../protection.h"
#include "../transport/socket.h"
#include "channel.h"

#include <rpc/endpoint_mapper.h>
#include <rpc/error.h>

#include <utility>

namespace rpc::runtime {
namespace {

protocol::settings settings(const connection_options& options, std::uint16_t default_fragment) {
  protocol::settings result;
  result.max_fragment = options.max_fragment != 0 ? options.max_fragment : default_fragment;
  result.response = protocol::message_limits(options.max_response);
  result.ndr64 = options.ndr64;
  return result;
}

std::uint16_t default_fragment(const endpoint& to) {
  return to.via == endpoint::transport::local ? protocol::local_max_fragment
                                              : protocol::settings{}.max_fragment;
}

/// What makes the client known to the server at `host`.
protocol::authentication authentication(const connection_options& options, std::string host) {
  if (!options.security || options.security->level == protection::none) return {};
  const client_security& wanted = *options.security;
  std::string target = wanted.target.empty() ? std::move(host) : wanted.target;
  if (target.empty()) target = "localhost";
  if (target.find('/') == std::string::npos) target.insert(0, "host/");
  return {wanted.credentials.initiator().initiate(
              {wanted.mechanism, wanted.level, target, wanted.mutual, wanted.delegate}),
          wanted.mechanism, wanted.level};
}

/// What protects calls over a network. Other connections are seen by their two ends only.
protection level_of(const connection_options& options) {
  const bool none = !options.security || options.security->credentials.initiator().are_anonymous();
  return none ? protection::none : options.security->level;
}

transport::clock::time_point connect_deadline(const connection_options& options) {
  if (options.connect_timeout.count() == 0) return transport::clock::time_point::max();
  return transport::clock::now() + options.connect_timeout;
}

std::shared_ptr<channel> connect(const endpoint& to, const connection_options& options) {
  return std::make_shared<channel>(
      transport::connect(to, connect_deadline(options), options.spin), to.text(),
      settings(options, default_fragment(to)), options, authentication(options, to.host),
      to.via == endpoint::transport::local ? protection::privacy : level_of(options));
}

bool has_port(const endpoint& to) { return to.via == endpoint::transport::local || to.port != 0; }

}  // namespace

connected_peer::connected_peer(const endpoint& to, const connection_options& options)
    : options_(options), host_(has_port(to) ? std::nullopt : std::optional(to)) {
  if (!host_) channels_[0] = connect(to, options);
}

connected_peer::connected_peer(std::shared_ptr<transport::stream> stream,
                               const connection_options& options)
    : options_(options) {
  channels_[0] = std::make_shared<channel>(std::move(stream), "the server in this process",
                                           settings(options, protocol::local_max_fragment), options,
                                           authentication(options, {}), protection::privacy);
}

bound_channel connected_peer::bind(const offered_interface& interface, std::string_view name,
                                   const call_options&) {
  const std::shared_ptr<channel> over = channel_for(interface);
  const auto [number, syntax] = over->bind(interface, name);
  return {over, number, syntax};
}

std::shared_ptr<channel> connected_peer::channel_for(const offered_interface& interface) {
  const auto find = [&](std::uint16_t port) {
    const std::lock_guard lock(mutex_);
    const auto found = channels_.find(port);
    return found == channels_.end() ? nullptr : found->second;
  };
  if (!host_) return find(0);
  const endpoint at = resolve(*host_, interface, options_);
  if (auto known = find(at.port)) return known;
  return add(at.port, connect(at, options_));
}

/// Another thread may have connected or closed meanwhile.
std::shared_ptr<channel> connected_peer::add(std::uint16_t port, std::shared_ptr<channel> made) {
  const std::lock_guard lock(mutex_);
  if (closed_) throw error(status::call_failed_dne, host_->text() + ": the connection was closed");
  return channels_.try_emplace(port, std::move(made)).first->second;
}

void connected_peer::close() noexcept {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  for (const auto& [port, each] : channels_) each->close();
}

void connected_peer::cancel() {
  const std::lock_guard lock(mutex_);
  for (const auto& [port, each] : channels_) each->cancel();
}

}  // namespace rpc::runtime
