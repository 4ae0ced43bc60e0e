#ifndef RUNTIME_SERVER_SCHEDULER_H
#define RUNTIME_SERVER_SCHEDULER_H

#include "flow.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace rpc::runtime {

/// The threads that run implementations, and who is next.
///
/// Flows take turns, one job each, so that no connection waits for another one's calls. A flow
/// holds no more threads than its share, and all flows of streams together no more than theirs.
///
/// Calls that arrive together are given to one thread, which is woken once: most calls are
/// short, and waking a thread for each costs more than the calls. There are as many threads as
/// cores at first; spread() brings in more where long calls hold these up.
///
/// One lock guards all of it. No other lock is taken and no job is destroyed while it is held.
class scheduler {
 public:
  struct limits {
    unsigned threads;      ///< at least 1, as the others
    unsigned per_flow;     ///< threads that one flow may hold
    unsigned for_streams;  ///< threads that all flows of streams may hold, and one half of them
    std::size_t queued;    ///< jobs that wait, in all
    std::chrono::microseconds spin;
  };

  /// `run` runs one job and must not throw.
  scheduler(const limits& most, std::function<void(job&, call_room&)> run);
  scheduler(const scheduler&) = delete;
  scheduler& operator=(const scheduler&) = delete;
  /// Waits for the jobs that run. Must not be called by one of them.
  ~scheduler();

  /// Starts the first thread, so that there always is one. Throws if that cannot be.
  void begin();

  /// Takes over `jobs`, but for those that find no room: it moves these to the front and returns
  /// their number. Where too many jobs wait, a flow that has fewer than its fair share of them is
  /// still given room. Throws std::bad_alloc, and then has taken some.
  std::size_t submit(std::span<job> jobs);

  /// Takes over a job that nobody could send again: there is always room. False if the scheduler
  /// was closed.
  bool add(job& next);

  /// A flow that is held starts no jobs until it is resumed.
  void hold(flow& what);
  void resume(flow& what);

  /// Takes the jobs of a flow that wait.
  job_queue withdraw(flow& what);

  /// To be called from time to time while there are jobs. If none was started since the last
  /// time, those that run are long ones: the jobs that wait get threads of their own, in a
  /// few steps.
  void spread();

  /// From now on takes no more jobs.
  void close();

  /// Jobs that wait or run.
  [[nodiscard]] std::size_t jobs() const noexcept { return jobs_.load(); }

 private:
  void push(job&& last);
  [[nodiscard]] bool room_for(const flow& more) const noexcept;
  [[nodiscard]] bool streams_may_start() const noexcept;
  [[nodiscard]] flow_ring& ring_of(const flow& what) noexcept;
  [[nodiscard]] std::size_t startable(const flow& what) const noexcept;
  void make_ready(flow& what);
  void count_runnable();
  [[nodiscard]] flow* next_flow();
  [[nodiscard]] job start(flow& from);
  void finish(flow& from);
  [[nodiscard]] std::size_t startable() const;
  [[nodiscard]] bool wake();
  void expect_thread();  // one that sleeps, and is notified next
  void start_thread();
  void work();

  const limits most_;
  const std::size_t cores_;
  const std::function<void(job&, call_room&)> run_;
  std::atomic<std::size_t> jobs_ = 0;
  std::atomic<std::size_t> runnable_ = 0;  // flows that may start a job; read without the lock

  std::mutex mutex_;
  std::condition_variable woken_or_closed_;
  flow_ring calls_;  // and rundowns
  flow_ring streams_;
  bool stream_is_next_ = false;
  std::size_t waiting_ = 0;          // jobs
  std::size_t waiting_flows_ = 0;    // flows that have some
  std::size_t running_streams_ = 0;  // jobs of flows of streams
  std::size_t started_ = 0;          // jobs that were started since the last spread()
  std::size_t looking_ = 0;          // threads that look for jobs before they sleep
  std::size_t sleeping_ = 0;         // threads that wait and have not been woken
  std::size_t woken_ = 0;            // threads that were woken and do not know it yet
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_SCHEDULER_H
