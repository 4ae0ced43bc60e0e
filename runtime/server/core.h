#ifndef RUNTIME_SERVER_CORE_H
#define RUNTIME_SERVER_CORE_H

#include "../memory/heap.h"
#include "../services/management_service.h"
#include "../transport/event.h"
#include "../transport/listener.h"
#include "../transport/reactor.h"
#include "call_gate.h"
#include "counters.h"
#include "deferred_call.h"
#include "dispatch.h"
#include "event_log.h"
#include "local_session.h"
#include "options.h"
#include "scheduler.h"
#include "session_table.h"

#include <rpc/server.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::runtime {

class acceptor;

/// What rpc::server is inside.
///
/// The lock guards the members that follow it, up to those that are for turns of the reactor only.
/// While it is held, sessions within the process are closed, whose locks are taken then, and the
/// scheduler begins; it is never taken while another lock is held.
class server_core final : public session_host,
                          private scheduler_host,
                          private deferring_host,
                          private managed_server {
 public:
  explicit server_core(server_options options);
  server_core(const server_core&) = delete;
  server_core& operator=(const server_core&) = delete;
  ~server_core();

  void add(service_entry entry);
  endpoint listen(const endpoint& at, const listen_options& options);
  endpoint adopt(transport::descriptor listening, const listen_options& options);
  void run();
  int run_until(std::span<const int> signals);
  void start();
  void stop();
  [[nodiscard]] std::vector<syntax_id> interfaces() const;
  [[nodiscard]] std::vector<served_interface> served() const;
  [[nodiscard]] server_statistics statistics() const override;
  void request_stop() noexcept override { stop_requests_.notify(); }

  /// A connection in this process, for its client.
  std::shared_ptr<transport::stream> connect();

  // For acceptors, in turns of the reactor:
  void accept(transport::descriptor client, const acceptor& by);
  /// Closes a connection whose client has not bound, if there is one: its descriptor is wanted.
  bool free_descriptor() { return sessions_.close_unbound(); }
  [[nodiscard]] event_log& log() noexcept { return log_; }
  [[nodiscard]] transport::reactor& loop() noexcept { return loop_; }

 private:
  enum class state : std::uint8_t { idle, serving, stopping, stopped };

  void submit(std::vector<job>& calls) override;
  void release(std::shared_ptr<association> left, const std::shared_ptr<peer_share>& peer) override;
  void forget(const std::shared_ptr<socket_session>& ended, std::string_view reason) override;
  void hold(flow& calls) override { scheduler_.hold(calls); }
  void resume(flow& calls) override { scheduler_.resume(calls); }
  void count_buffered(std::ptrdiff_t more) override;
  common_budget& memory() noexcept override { return memory_; }
  counters& counts() noexcept override { return counters_; }
  void answers_are_held() noexcept override;

  [[nodiscard]] std::vector<syntax_id> interfaces_for_caller() const override;
  [[nodiscard]] bool listening() const override;
  [[nodiscard]] bool may_stop(const caller& by) const override;
  [[nodiscard]] std::string principal(mechanism of) const override;

  clock::time_point run(job& next, std::unique_ptr<call_room>& room,
                        clock::time_point now) override;
  std::shared_ptr<transport::task> look_after_waiting() override;
  std::shared_ptr<transport::task> on_idle() override;
  void on_left() override;

  template <class Prepare>
  void begin(Prepare prepare);
  template <class Prepare>
  void serve(Prepare prepare);
  void wait_until_stopped(std::unique_lock<std::mutex>& lock);
  endpoint add(std::unique_ptr<transport::listener> at, const listen_options& options);
  bool park(job& call, std::unique_ptr<call_room>& room);
  void defer(job& call, std::unique_ptr<call_room>& room) noexcept;
  void answer(deferred_call& later) noexcept override;
  void refuse(job& left);
  static void pass_turn(const job& left);
  template <class Answer>
  void drop_calls(socket_session& of, Answer answer);
  void watch_times();
  void check_times();
  void reduce_buffers();
  void flush();
  void leave_service();
  void on_stop_request();
  void begin_stop();
  void stop_local_calls();
  void wind_up();
  void end_calls();
  void end_drain();

  const server_options options_;
  event_log log_{options_.log};
  counters counters_;
  const dispatcher dispatcher_{options_, log_};
  const std::chrono::milliseconds tick_;  // how exact time limits are
  call_gate local_calls_;
  association_table associations_{dispatcher_, options_.max_connections_per_association};
  common_budget memory_{options_.max_memory};
  std::atomic<std::uint64_t> connections_ = 0;  // that there ever were
  std::atomic<std::size_t> sockets_ = 0;        // that are open

  transport::task_of<server_core, &server_core::on_stop_request> stop_requested_{*this};
  transport::task_of<server_core, &server_core::begin_stop> stopping_{*this};
  transport::task_of<server_core, &server_core::wind_up> winding_up_{*this};
  transport::task_of<server_core, &server_core::end_calls> ending_calls_{*this};
  transport::task_of<server_core, &server_core::end_drain> draining_{*this};
  transport::task_of<server_core, &server_core::flush> flushing_{*this};
  transport::task_of<server_core, &server_core::check_times> timing_{*this};
  transport::task_of<server_core, &server_core::reduce_buffers> reducing_{*this};
  transport::reactor loop_{
      options_.spin};  // before all that it watches, and after what it has to do
  transport::event stop_requests_{loop_, stop_requested_};

  mutable std::mutex mutex_;
  std::condition_variable stopped_;
  state state_ = state::idle;
  std::shared_ptr<const catalogue> served_ = std::make_shared<catalogue>();
  std::vector<std::weak_ptr<local_session>> local_sessions_;
  std::vector<std::shared_ptr<acceptor>> acceptors_;
  clock::time_point drained_by_{};  // when calls that run are given up

  // In turns only:
  session_table sessions_{options_};
  heap heap_;
  bool stops_ = false;
  bool drained_ = false;  // clients that have not taken their answers lose them

  std::atomic<std::ptrdiff_t> buffered_ = 0;  // bytes, of all sessions

  scheduler scheduler_;  // last: its threads use the rest
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_CORE_H
