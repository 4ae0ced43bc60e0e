#include <rpc/connection.h>

#include <rpc/binding.h>
#include <rpc/error.h>

#include "../protection.h"
#include "channel.h"
#include "peer.h"
#include "reconnecting_peer.h"

#include <rpc/server.h>

#include <utility>

namespace rpc {

connection::connection(const endpoint& to, const connection_options& options)
    : peer_(std::make_shared<runtime::connected_peer>(to, options)) {}

connection::connection(server& to, const connection_options& options)
    : peer_(std::make_shared<runtime::connected_peer>(to.connect(), options)) {}

connection::connection(std::shared_ptr<runtime::peer> to) noexcept : peer_(std::move(to)) {}

connection::connection(const connection& shared, const uuid& object) noexcept
    : peer_(shared.peer_), object_(object) {}

connection::~connection() = default;

void connection::close() noexcept { peer_->close(); }

void connection::cancel() { peer_->cancel(); }

handle_t::handle_t(const connection& to) noexcept : to_(to.peer_), object_(to.object_) {}

binding::binding(const connection& peer, const offered_interface& interface, std::string_view name)
    : binding(peer.peer_, peer.object_, interface, name) {}

binding::binding(const std::shared_ptr<runtime::peer>& to, const std::optional<uuid>& object,
                 const offered_interface& interface, std::string_view name)
    : interface_(interface), name_(name), object_(object) {
  reconnects_ = std::dynamic_pointer_cast<runtime::reconnecting_peer>(to);
  if (!reconnects()) use(to->bind(interface, name, {}));
}

void binding::use(runtime::bound_channel bound) {
  channel_ = std::move(bound.over);
  number_ = bound.number;
  syntax_ = bound.syntax;
}

binding binding::connected(const call_options& until) const {
  return connected_by(reconnects_->bind(interface_, name_, until), until);
}

binding binding::connected_by(runtime::bound_channel bound, const call_options& until) const {
  binding result = with(until);
  result.reconnects_ = nullptr;
  result.use(std::move(bound));
  return result;
}

binding binding::to(const handle_t& handle) const {
  if (handle.to_ == nullptr) return *this;
  return binding(handle.to_, handle.object_, interface_, name_).with(options_);
}

binding binding::with(const call_options& options) const {
  binding result = *this;
  result.options_ = options;
  return result;
}

binding binding::or_to(const handle_t& handle) const {
  return channel_ != nullptr || reconnects() ? *this : to(handle);
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
  if (channel_ != nullptr) return *channel_;
  throw error(status::invalid_binding, runtime::call_name{name_, operation}.text());
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
  slot_->options = &over.options_;
}

exchange::~exchange() {
  if (started_) over_.channel_->abandon(*slot_);
  over_.channel_->give_back(std::move(slot_));
}

buffer& exchange::request() noexcept { return slot_->request; }

void exchange::run() {
  if (!over_.options_.stop.stop_possible())
    return over_.channel_->call(*slot_, over_.number_, opnum_, {over_.name_, operation_});
  start();
  over_.channel_->finish(*slot_, {over_.name_, operation_});
}

void exchange::start() {
  started_ = true;
  over_.channel_->start(*slot_, over_.number_, opnum_, {over_.name_, operation_});
}

bool exchange::answered() const { return over_.channel_->answered(*slot_); }

bool exchange::wait(std::chrono::steady_clock::time_point deadline) const {
  return over_.channel_->wait(*slot_, deadline);
}

bool exchange::on_answer(std::function<void()> then) {
  return over_.channel_->on_answer(*slot_, std::move(then));
}

void exchange::cancel() { over_.channel_->cancel(*slot_); }

void exchange::require_response() const {
  over_.channel_->require_response(*slot_, {over_.name_, operation_});
}

std::span<std::byte> exchange::response() noexcept { return slot_->answer.stub.bytes(); }

client_contexts& exchange::contexts() noexcept { return slot_->handles; }

std::endian exchange::sender() const noexcept { return slot_->answer.sender; }

std::size_t exchange::max_request() const noexcept { return over_.channel_->options().max_request; }

streamed_exchange::streamed_exchange(const binding& over, std::uint16_t opnum,
                                     std::string_view operation)
    : over_(over), operation_(operation), slot_(over.channel_for(operation).borrow()) {
  slot_->object = over.object_;
  slot_->options = &over.options_;
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
