#ifndef RUNTIME_SERVER_EVENT_LOG_H
#define RUNTIME_SERVER_EVENT_LOG_H

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <new>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>

namespace rpc::runtime {

/// The lines of a server's log, on their way to its sink, which a thread of the log's own calls:
/// a sink that blocks holds up nothing else.
///
/// What a peer can cause is limited: it gets a burst of lines, and then one per second; what is
/// left out is counted, and the number is logged. One lock guards all of it; it is not held while
/// the sink is called.
class event_log {
 public:
  explicit event_log(std::function<void(std::string_view)> sink) : sink_(std::move(sink)) {}
  event_log(const event_log&) = delete;
  event_log& operator=(const event_log&) = delete;
  ~event_log();

  /// Logs the line that `compose` makes about `peer`, if it is the peer's turn and there is memory
  /// for it. Any thread.
  template <class Compose>
  void write(const std::string& peer, Compose compose) noexcept {
    try {
      if (admit(peer)) add(peer + ": " + compose());
    } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch)
    }
  }

  /// Waits until the sink has got all lines.
  void drain();

 private:
  using clock = std::chrono::steady_clock;

  /// What one peer has caused.
  struct account {
    std::size_t credit;   // lines that may still be logged
    std::size_t omitted;  // since the last line
    clock::time_point earned;
  };

  [[nodiscard]] bool admit(const std::string& peer);
  void add(std::string line);
  void report_omitted(bool all) noexcept;
  void report_lost() noexcept;
  void deliver();

  const std::function<void(std::string_view)> sink_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::condition_variable drained_;
  std::unordered_map<std::string, account> accounts_;
  std::deque<std::string> lines_;
  std::size_t lost_ = 0;      // lines that the sink was too slow for
  std::size_t omitting_ = 0;  // peers of which lines are left out
  std::size_t draining_ = 0;  // threads in drain()
  bool delivering_ = false;
  bool ended_ = false;
  std::thread thread_;  // once there is a line
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_EVENT_LOG_H
