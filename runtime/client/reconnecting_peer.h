#ifndef RUNTIME_CLIENT_RECONNECTING_PEER_H
#define RUNTIME_CLIENT_RECONNECTING_PEER_H

#include "../transport/stream.h"
#include "channel.h"
#include "peer.h"

#include <rpc/error.h>
#include <rpc/reconnecting.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace rpc::runtime {

/// Servers of which one is connected to while calls need it: connected peers, one after the other.
///
/// Calls wait for a condition, so that whatever ends a call ends its wait. A thread connects and
/// binds for all of them; it comes with the first that waits, and goes with the last.
///
/// One lock guards all of it. Nothing that takes long and no function of the program runs with it.
class reconnecting_peer final : public peer,
                                public std::enable_shared_from_this<reconnecting_peer> {
 public:
  reconnecting_peer(std::vector<endpoint> servers, const reconnect_options& options);

  bound_channel bind(const offered_interface& interface, std::string_view name,
                     const call_options& until) override;
  void close() noexcept override;
  void cancel() override;

  /// A call that waits for an interface to be bound.
  struct waiter {
    offered_interface interface;
    std::string_view name;
    std::optional<bound_channel> bound = {};
    status failed = status::ok;  // why it will not be
    std::string reason = {};
    // Where no thread waits: when it begins to, when that ends, and what is called then by the
    // thread that connects, which forgets the waiter before.
    transport::clock::time_point from = transport::clock::time_point::min();
    transport::clock::time_point until = transport::clock::time_point::max();
    std::function<void()> then = {};

    [[nodiscard]] bool done() const { return bound.has_value() || failed != status::ok; }
  };

  /// As bind(), but nothing if there is no connection over which it is bound.
  std::optional<bound_channel> bind_at_once(const offered_interface& interface,
                                            std::string_view name);
  /// Has waits.then called when it is done, or waits.until has passed. Throws as bind() does.
  void enqueue(waiter& waits);
  /// It is not called any more, unless that has begun.
  void withdraw(waiter& waits);
  /// How long a call that has failed so often should wait.
  std::chrono::nanoseconds pause_after(unsigned failures);

  /// Waits as long as a call that has failed so often should, or until its limit, its token or
  /// close() ends that.
  void pause(unsigned failures, const call_options& until);

  [[nodiscard]] const reconnect_options& options() const noexcept { return options_; }

 private:
  using clock = transport::clock;
  using lock_type = std::unique_lock<std::mutex>;

  void add(waiter& waits);
  void remove(waiter& waits);
  [[nodiscard]] bool needed() const;
  [[nodiscard]] std::string why_not(const waiter& waits) const;
  void require_open(std::string_view name) const;
  [[nodiscard]] std::optional<bound_channel> find(const offered_interface& interface) const;
  void lose(lock_type& lock, std::string reason);

  [[nodiscard]] std::optional<bound_channel> find_alive(lock_type& lock,
                                                        const offered_interface& interface,
                                                        std::string_view name);

  // On the thread that connects:
  void work();
  void end_waits(clock::time_point now);
  void deliver(lock_type& lock);
  [[nodiscard]] waiter* next_waiter(clock::time_point now, clock::time_point& due) const;
  void try_to_serve(lock_type& lock, const waiter& first);
  void serve(lock_type& lock, const waiter& first);
  bound_channel bind_more(lock_type& lock, const offered_interface& interface,
                          const std::string& name);
  bound_channel bind_anew(lock_type& lock, const offered_interface& interface,
                          const std::string& name);
  bound_channel connect(lock_type& lock, const endpoint& to, const offered_interface& interface,
                        const std::string& name);
  void fail_attempt(lock_type& lock, const std::string& reason);
  template <class Concerned>
  void fail(status code, const std::string& reason, Concerned concerned);

  [[nodiscard]] std::chrono::nanoseconds delay_after(unsigned failures);
  void report(lock_type& lock, reconnect_report next);

  const std::vector<endpoint> servers_;
  const reconnect_options options_;

  std::mutex mutex_;
  std::condition_variable_any changed_;
  bool closed_ = false;
  bool works_ = false;  // there is a thread that connects
  std::shared_ptr<connected_peer> current_;
  std::vector<std::pair<syntax_id, bound_channel>> bound_;  // of the current one
  std::vector<waiter*> waiting_;
  std::size_t server_ = 0;                             // which is tried next
  unsigned failures_ = 0;                              // attempts in a row
  clock::time_point next_ = clock::time_point::min();  // when the next one may be
  std::string reason_;                                 // of the last one
  std::minstd_rand random_{std::random_device{}()};
  std::deque<reconnect_report> reports_;
  std::optional<std::thread::id> reporter_;  // the thread that reports
};

}  // namespace rpc::runtime

#endif  // RUNTIME_CLIENT_RECONNECTING_PEER_H
