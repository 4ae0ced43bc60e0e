#include "acceptor.h"

#include "core.h"

#include <chrono>
#include <exception>
#include <string>
#include <utility>

namespace rpc::runtime {
namespace {

// Clients of one endpoint that are accepted before other work gets its turn.
constexpr int most_clients = 64;

// With no file descriptor to spare, the clients that wait would wake the reactor again and
// again: look for them after a pause instead.
constexpr std::chrono::milliseconds exhaustion_pause{100};

}  // namespace

acceptor::acceptor(server_core& server, std::unique_ptr<transport::listener> at,
                   const listen_options& options)
    : server_(server),
      listener_(std::move(at)),
      watch_(server.loop(), listener_->fd()),
      beyond_loopback_(listener_->beyond_loopback()),
      options_(options),
      name_(where().text()) {}

void acceptor::open() {
  if (!listener_) return;
  watch_.attach(shared_from_this());
  watch_.await(true, false);
}

void acceptor::post_open() { server_.loop().post({shared_from_this(), &opening_}); }

void acceptor::close() {
  watch_.release();
  listener_.reset();
}

void acceptor::on_readable() {
  if (!listener_) return;
  for (int clients = 0; clients < most_clients; ++clients) {
    transport::descriptor client;
    switch (listener_->accept(client)) {
      case transport::listener::outcome::accepted:
        exhausted_ = false;
        serve(std::move(client));
        break;
      case transport::listener::outcome::no_client: return;
      case transport::listener::outcome::exhausted:
        // It is closed once the reactor has done with it, before the next turn.
        if (server_.free_descriptor()) return;
        if (!std::exchange(exhausted_, true))
          server_.log().write(name_, [] {
            return std::string("cannot accept clients: no file descriptor is free; trying again");
          });
        watch_.await(false, false);
        server_.loop().after(exhaustion_pause, {shared_from_this(), &opening_});
        return;
    }
  }
}

void acceptor::serve(transport::descriptor client) {
  try {
    server_.accept(std::move(client), *this);
  } catch (const std::exception& failure) {  // of memory, or of the kernel's for watches
    server_.log().write(name_,
                        [&] { return std::string("cannot serve a client: ") + failure.what(); });
  }
}

}  // namespace rpc::runtime
