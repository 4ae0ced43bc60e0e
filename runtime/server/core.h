#ifndef RUNTIME_SERVER_CORE_H
#define RUNTIME_SERVER_CORE_H

#include "../transport/event.h"
#include "../transport/listener.h"
#include "../transport/reactor.h"
#include "call_gate.h"
#include "dispatch.h"
#include "local_session.h"
#include "pool.h"
#include "socket_session.h"

#include <rpc/server.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <new>
#include <set>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

namespace rpc::runtime {

class acceptor;

/// What rpc::server is inside.
class server_core final : public session_host {
 public:
  explicit server_core(server_options options);
  server_core(const server_core&) = delete;
  server_core& operator=(const server_core&) = delete;
  ~server_core();

  void add(service_entry entry);
  endpoint listen(const endpoint& at);
  void run();
  int run_until(std::span<const int> signals);
  void start();
  void stop();
  void request_stop() noexcept { stop_requests_.notify(); }

  /// A connection in this process, for its client.
  std::shared_ptr<transport::stream> connect();

  // For acceptors, on the reactor's thread:
  void accept(transport::descriptor client, const endpoint& at);
  /// Logs the line that `compose` makes, if there is memory for it.
  template <class Compose>
  void log(Compose compose) const noexcept {
    try {
      options_.log(compose());
    } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch)
    }
  }
  [[nodiscard]] transport::reactor& loop() noexcept { return loop_; }

 private:
  enum class state : std::uint8_t { idle, serving, stopping, stopped };

  std::span<std::byte> input_room() override { return input_; }
  void run(std::vector<job>& calls) override;
  void release(std::shared_ptr<association> left) override;
  void forget(const std::shared_ptr<socket_session>& ended, std::string_view reason) override;

  template <class Prepare>
  void begin(Prepare prepare);
  void serve();
  void run_job(job& next, call_room& room);
  bool park(job& call, call_room& room);
  static void refuse(job& left);
  void watch_calls();
  void look_after_calls();
  void leave_service();
  void on_stop_request();
  void begin_stop();
  void wind_up();
  [[nodiscard]] protocol::settings settings(std::uint16_t default_fragment) const;

  const server_options options_;
  const dispatcher dispatcher_;
  call_gate local_calls_;
  association_table associations_{dispatcher_};
  std::atomic<std::uint64_t> connections_ = 0;  // that there ever were

  transport::errand_of<server_core, &server_core::on_stop_request> stop_requested_{*this};
  transport::errand_of<server_core, &server_core::begin_stop> stopping_{*this};
  transport::errand_of<server_core, &server_core::wind_up> winding_up_{*this};
  transport::errand_of<server_core, &server_core::look_after_calls> looking_{*this};
  transport::reactor loop_;  // before all that it watches, and after what it has to do
  transport::event stop_requests_{loop_, stop_requested_};

  std::mutex mutex_;
  std::condition_variable stopped_;
  state state_ = state::idle;
  std::shared_ptr<const catalogue> served_ = std::make_shared<catalogue>();
  std::vector<std::weak_ptr<local_session>> local_sessions_;
  std::vector<std::shared_ptr<acceptor>> acceptors_;
  std::thread thread_;  // of start()

  // The reactor's thread only:
  std::vector<std::byte> input_;
  std::set<std::shared_ptr<socket_session>> sessions_;
  bool watching_ = false;                  // look_after_calls() will come
  std::chrono::milliseconds pause_{0};     // before that
  std::chrono::milliseconds patience_{0};  // with clients that do not take their answers

  worker_pool pool_;  // last: its threads use the rest
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_CORE_H
