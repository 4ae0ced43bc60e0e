#include <rpc/server.h>

#include "core.h"

#include <span>
#include <utility>

namespace rpc {

server::server(server_options options)
    : core_(std::make_shared<runtime::server_core>(std::move(options))) {}

server::~server() { core_->stop(); }

endpoint server::adopt(int listening_socket, const listen_options& options) {
  return core_->adopt(transport::descriptor(listening_socket), options);
}

endpoint server::listen(std::string_view binding, const listen_options& options) {
  return core_->listen(endpoint(binding), options);
}

void server::run() {
  // The server may be destroyed by another thread as soon as it has stopped.
  const auto core = core_;
  core->run();
}

int server::run_until(std::initializer_list<int> signals) {
  const auto core = core_;
  return core->run_until(std::span(signals.begin(), signals.size()));
}

std::vector<syntax_id> server::interfaces() const { return core_->interfaces(); }

std::vector<served_interface> server::served() const { return core_->served(); }

server_statistics server::statistics() const { return core_->statistics(); }

void server::start() { core_->start(); }

void server::stop() { core_->stop(); }

void server::request_stop() noexcept { core_->request_stop(); }

std::shared_ptr<transport::stream> server::connect() { return core_->connect(); }

void server::add(service_entry entry) { core_->add(std::move(entry)); }

}  // namespace rpc
