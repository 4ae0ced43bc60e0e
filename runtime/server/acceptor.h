#ifndef RUNTIME_SERVER_ACCEPTOR_H
#define RUNTIME_SERVER_ACCEPTOR_H

#include "../transport/listener.h"
#include "../transport/reactor.h"

#include <rpc/server.h>

#include <cstddef>
#include <memory>
#include <string>

namespace rpc::runtime {

class server_core;

/// Accepts the clients of one endpoint for a server, which outlives it.
class acceptor final : public transport::readiness_handler,
                       public std::enable_shared_from_this<acceptor> {
 public:
  acceptor(server_core& server, std::unique_ptr<transport::listener> at,
           const listen_options& options);

  [[nodiscard]] const endpoint& where() const noexcept { return listener_->where(); }
  [[nodiscard]] bool beyond_loopback() const noexcept { return beyond_loopback_; }
  [[nodiscard]] const listen_options& options() const noexcept { return options_; }
  /// How many clients there are now.
  [[nodiscard]] const std::shared_ptr<std::size_t>& clients() const noexcept { return clients_; }

  // In turns of the reactor:
  void open();
  /// It opens in a turn to come. Any thread.
  void post_open();
  void close();
  void on_readable() override;
  void on_writable() override {}

 private:
  void serve(transport::descriptor client);

  server_core& server_;
  transport::task_of<acceptor, &acceptor::open> opening_{*this};
  std::unique_ptr<transport::listener> listener_;  // null once it is closed
  transport::watch watch_;
  const bool beyond_loopback_;
  const listen_options options_;
  const std::string name_;  // in the log: text that is there if memory is not
  const std::shared_ptr<std::size_t> clients_ = std::make_shared<std::size_t>(0);
  bool exhausted_ = false;  // and the log knows
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_ACCEPTOR_H
