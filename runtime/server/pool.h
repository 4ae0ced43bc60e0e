#ifndef RUNTIME_SERVER_POOL_H
#define RUNTIME_SERVER_POOL_H

#include "call_queue.h"
#include "socket_session.h"

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

/// The threads that run implementations.
///
/// Calls that arrive together are given to one thread, which is woken once: most calls are
/// short, and waking a thread for each costs more than the calls. There are as many threads as
/// cores at first; spread() brings in more where long calls hold these up.
class worker_pool {
 public:
  struct limits {
    unsigned threads;
    std::size_t queued;
    std::chrono::microseconds spin;
  };

  /// `run` runs one job and must not throw.
  worker_pool(const limits& most, std::function<void(job&, call_room&)> run);
  worker_pool(const worker_pool&) = delete;
  worker_pool& operator=(const worker_pool&) = delete;
  /// Waits for the calls that run. Must not be called by one of them.
  ~worker_pool();

  /// Starts the first thread, so that there always is one. Throws if that cannot be.
  void begin();

  /// Takes over the first of `jobs`, as many as there is room for, and returns their number. Throws
  /// std::bad_alloc, as add() does, and then has taken none.
  std::size_t submit(std::span<job> jobs);

  /// Takes over a job that nobody could send again: there is always room. False if the pool takes
  /// no more.
  bool add(job& next);

  /// To be called from time to time while there are calls. If no call was started since the last
  /// time, those that run are long ones: the calls that wait get threads of their own, in a
  /// few steps.
  void spread();

  /// Takes no more calls, and returns those that wait.
  call_queue close();

  /// Calls that wait or run.
  [[nodiscard]] std::size_t calls() const noexcept { return calls_.load(); }

 private:
  [[nodiscard]] bool take(std::span<job> jobs);
  void expect_thread();  // one that sleeps, and is notified next
  void start_thread();
  void work();

  const limits most_;
  const std::size_t cores_;
  const std::function<void(job&, call_room&)> run_;
  std::atomic<std::size_t> calls_ = 0;
  std::atomic<std::size_t> waiting_ = 0;  // the queue's size, to look at without the lock

  std::mutex mutex_;
  std::condition_variable woken_or_closed_;
  call_queue queue_;
  std::size_t started_ = 0;   // calls that were started since the last spread()
  std::size_t looking_ = 0;   // threads that look for calls before they sleep
  std::size_t sleeping_ = 0;  // threads that wait and have not been woken
  std::size_t woken_ = 0;     // threads that were woken and do not know it yet
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_POOL_H
