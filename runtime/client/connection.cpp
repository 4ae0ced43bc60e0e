#include <rpc/connection.h>

#include <rpc/binding.h>
#include <rpc/error.h>

#include "../protection.h"
#include "../transport/socket.h"
#include "channel.h"

#include <rpc/server.h>

#include <utility>

namespace rpc {
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

}  // namespace

connection::connection(const endpoint& to, const connection_options& options)
    : channel_(std::make_shared<runtime::channel>(
          transport::connect(to, connect_deadline(options), options.spin), to.text(),
          settings(options, default_fragment(to)), options, authentication(options, to.host),
          to.via == endpoint::transport::local ? protection::privacy : level_of(options))) {}

connection::connection(server& to, const connection_options& options)
    : channel_(std::make_shared<runtime::channel>(to.connect(), "the server in this process",
                                                  settings(options, protocol::local_max_fragment),
                                                  options, authentication(options, {}),
                                                  protection::privacy)) {}

connection::connection(const connection& shared, const uuid& object) noexcept
    : channel_(shared.channel_), object_(object) {}

connection::~connection() = default;

void connection::close() noexcept { channel_->close(); }

void connection::cancel() { channel_->cancel(); }

handle_t::handle_t(const connection& to) noexcept : to_(to.channel_), object_(to.object_) {}

binding::binding(const connection& peer, const offered_interface& interface, std::string_view name)
    : binding(peer.channel_, peer.object_, interface, name) {}

binding::binding(std::shared_ptr<runtime::channel> over, const std::optional<uuid>& object,
                 const offered_interface& interface, std::string_view name)
    : interface_(interface), name_(name), object_(object), channel_(std::move(over)) {
  const auto [number, syntax] = channel_->bind(interface, name);
  number_ = number;
  syntax_ = syntax;
}

binding binding::to(const handle_t& handle) const {
  return handle.to_ == nullptr ? *this : binding(handle.to_, handle.object_, interface_, name_);
}

binding binding::or_to(const handle_t& handle) const {
  return channel_ != nullptr ? *this : to(handle);
}

void binding::require(protection least, std::string_view operation) const {
  const protection has = channel_for(operation).level();
  if (runtime::meets(has, least)) return;
  const std::string level = runtime::name_of(least);
  throw error(
      status::access_denied,
      runtime::call_name{name_, operation}.text() + ": the header demands the protection " + level +
          ", and the connection has " + runtime::name_of(has) +
          (has == protection::none ? "; set connection_options::security to rpc::client_security{}"
                                   : "; set client_security::level to rpc::protection::" + level));
}

runtime::channel& binding::channel_for(std::string_view operation) const {
  if (channel_ == nullptr)
    throw error(status::invalid_binding, runtime::call_name{name_, operation}.text());
  return *channel_;
}

const caller& handle_t::from() const {
  if (from_ == nullptr) throw error(status::invalid_binding, "a handle that names no caller");
  return *from_;
}

exchange::exchange(const binding& over, std::uint16_t opnum, std::string_view operation)
    : over_(over),
      opnum_(opnum),
      operation_(operation),
      slot_(over.channel_for(operation).borrow()) {
  slot_->object = over.object_;
}

exchange::~exchange() { over_.channel_->give_back(std::move(slot_)); }

buffer& exchange::request() noexcept { return slot_->request; }

void exchange::run() {
  over_.channel_->call(*slot_, over_.number_, opnum_, {over_.name_, operation_});
}

std::span<std::byte> exchange::response() noexcept { return slot_->answer.stub.bytes(); }

client_contexts& exchange::contexts() noexcept { return slot_->handles; }

std::endian exchange::sender() const noexcept { return slot_->answer.sender; }

std::size_t exchange::max_request() const noexcept { return over_.channel_->options().max_request; }

streamed_exchange::streamed_exchange(const binding& over, std::uint16_t opnum,
                                     std::string_view operation)
    : over_(over), operation_(operation), slot_(over.channel_for(operation).borrow()) {
  slot_->object = over.object_;
  try {
    over.channel_->open(*slot_, over.number_, opnum, {over.name_, operation});
  } catch (...) {
    over.channel_->give_back(std::move(slot_));
    throw;
  }
}

streamed_exchange::~streamed_exchange() {
  over_.channel_->abandon(*slot_);
  over_.channel_->give_back(std::move(slot_));
}

buffer& streamed_exchange::request() noexcept { return slot_->request; }

bool streamed_exchange::answered() const { return over_.channel_->answered(*slot_); }

std::size_t streamed_exchange::send(std::span<const std::byte> stub) {
  return over_.channel_->send(*slot_, stub, false, {over_.name_, operation_});
}

void streamed_exchange::finish(std::span<const std::byte> rest) {
  over_.channel_->send(*slot_, rest, true, {over_.name_, operation_});
  sender_ = over_.channel_->await_response(*slot_, {over_.name_, operation_});
}

bool streamed_exchange::receive(buffer& into) {
  return over_.channel_->receive(*slot_, into, {over_.name_, operation_});
}

client_contexts& streamed_exchange::contexts() noexcept { return slot_->handles; }

std::size_t streamed_exchange::max_request() const noexcept {
  return over_.channel_->options().max_request;
}

std::size_t streamed_exchange::max_response() const noexcept {
  return over_.channel_->options().max_response;
}

}  // namespace rpc
