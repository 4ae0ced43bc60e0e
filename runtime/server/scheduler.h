#ifndef RUNTIME_SERVER_SCHEDULER_H
#define RUNTIME_SERVER_SCHEDULER_H

#include "../transport/alarm.h"
#include "../transport/reactor.h"
#include "flow.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace rpc::runtime {

/// What a scheduler needs of its server.
class scheduler_host {
 public:
  using clock = transport::clock;

  /// Runs a job, `now`, on any of the threads; `room` is the thread's, and null at first. Returns
  /// when its work had ended, before the answer was sent; 0 if there was none. Must not throw.
  virtual clock::time_point run(job& next, std::unique_ptr<call_room>& room,
                                clock::time_point now) = 0;
  /// Jobs wait longer than brief ones would make them, or remind() was called. In a turn of the
  /// reactor.
  [[nodiscard]] virtual std::shared_ptr<transport::task> look_after_waiting() = 0;
  /// No job is left after close(). In a turn of the reactor.
  [[nodiscard]] virtual std::shared_ptr<transport::task> on_idle() = 0;
  /// The threads have left, after leave().
  virtual void on_left() = 0;

 protected:
  ~scheduler_host() = default;
};

/// The threads that read and run implementations, and who is next.
///
/// A thread that has nothing to run takes turns of the reactor, which is to read, if no other
/// thread does (leader and followers). It runs what it has read itself, since most calls are short
/// and to wake another thread costs more than such a call. No thread reads meanwhile, for a brief
/// time: then the thread looks for input between two jobs, and others are woken to run what waits.
/// Before a job of a flow whose last one lasted, or that waits for its client, another thread is
/// woken to read. For a job that lasts unexpectedly there is an alarm.
///
/// Peers take turns, one job each, and so do the flows of a peer among themselves: no peer waits
/// for another one's calls, however many connections they come over. A flow holds no more threads
/// than its share, all flows of one peer no more than its, and all flows of streams together no
/// more than theirs. What is done for a job takes the same time however many wait.
///
/// One lock guards all of it. No other lock is taken and no job is destroyed while it is held.
class scheduler {
 public:
  struct limits {
    unsigned threads;      ///< that run jobs; at least 1, as the others
    unsigned per_flow;     ///< threads that one flow may hold
    unsigned per_peer;     ///< threads that all flows of one peer may hold
    unsigned for_streams;  ///< threads that all flows of streams may hold, and one half of them
    std::size_t queued;    ///< jobs that wait, in all
    std::chrono::milliseconds idle;  ///< time after which threads end that are more than cores
  };

  /// Both outlive it.
  scheduler(const limits& most, scheduler_host& host, transport::reactor& input);
  scheduler(const scheduler&) = delete;
  scheduler& operator=(const scheduler&) = delete;
  /// Waits for the threads, which must leave or not have begun. Must not be called by a job.
  ~scheduler();

  /// Starts the first thread. Throws if that cannot be.
  void begin();

  /// Takes over `jobs`, but for those that find no room: it moves these to the front and returns
  /// their number. Where too many jobs wait, a peer that has fewer than its fair share of them is
  /// still given room, and so is a flow that has fewer than its of its peer's. Throws
  /// std::bad_alloc, and then has taken some.
  std::size_t submit(std::span<job> jobs);

  /// Takes over a job that could not be submitted again: there is always room. False if the
  /// scheduler was closed.
  bool add(job& next);

  /// A flow that is held starts no jobs until it is resumed.
  void hold(flow& what);
  void resume(flow& what);

  /// Takes the jobs of a flow that wait.
  job_queue withdraw(flow& what);

  /// The job that runs on this thread goes on when it has returned, without a thread: it is one of
  /// jobs() until end_detached(), which may be called first.
  void detach() noexcept;
  /// The scheduler may be destroyed as soon as this has been called.
  void end_detached();

  /// The host looks after what waits in a few milliseconds, whether there are jobs or not.
  void remind() noexcept;

  /// From now on takes no more jobs.
  void close();
  /// The threads take no more turns, and leave.
  void leave();

  struct job_counts {
    std::size_t waiting;
    std::size_t running;
    std::size_t detached;
  };
  [[nodiscard]] job_counts load() const;

  /// Jobs that wait, run, or were detached.
  [[nodiscard]] std::size_t jobs() const noexcept { return jobs_.load(); }

 private:
  using lock_type = std::unique_lock<std::mutex>;
  using clock = transport::clock;

  void push(job&& last);
  void taken_from(const flow& what, std::size_t less) noexcept;
  [[nodiscard]] bool room_for(const flow& more) const noexcept;
  [[nodiscard]] bool streams_may_start() const noexcept;
  [[nodiscard]] std::size_t share_of(const flow& what) const noexcept;
  [[nodiscard]] std::size_t startable(const peer_line& of, std::size_t most) const;
  [[nodiscard]] std::size_t startable(const line<peer_line>& peers, std::size_t most) const;
  [[nodiscard]] std::size_t startable(std::size_t most) const;
  [[nodiscard]] bool runnable() const noexcept;
  void make_ready(flow& what);
  void line_up(peer_line& what);
  static void leave_line(flow& what);
  [[nodiscard]] flow& next_flow();

  [[nodiscard]] bool reads_next() const noexcept;
  void read(lock_type& lock);
  void run_next(lock_type& lock, std::unique_ptr<call_room>& room);
  [[nodiscard]] job start(flow& from);
  void finish(flow& from);
  void note_idle();
  void look_around();
  void spread();
  void set_alarm();
  void find_thread();
  void wake(std::size_t wanted, std::size_t most);
  void start_thread();
  [[nodiscard]] bool sleep(lock_type& lock);
  void retire(lock_type& lock);
  void work();

  const limits most_;
  const std::size_t cores_;
  scheduler_host& host_;
  transport::reactor& input_;
  std::atomic<std::size_t> jobs_ = 0;

  mutable std::mutex mutex_;
  std::condition_variable woken_or_left_;
  line<peer_line> calls_;  // of peers that could start one; and rundowns
  line<peer_line> streams_;
  bool stream_is_next_ = false;
  std::size_t waiting_ = 0;          // jobs
  std::size_t waiting_peers_ = 0;    // peers that have some
  std::size_t running_ = 0;          // jobs
  std::size_t running_streams_ = 0;  // of them, those of flows of streams
  std::size_t lasting_ = 0;          // of them, those that were expected to last
  std::size_t detached_ = 0;         // jobs that go on without a thread
  std::size_t progress_ = 0;         // jobs that were started, and turns, since look_around()
  std::thread::id reader_{};         // who takes a turn
  bool read_just_now_ = false;       // no job has been run since the last turn
  bool reads_again_ = false;         // jobs have been run for a while since then
  clock::time_point since_turn_{};   // when the first of them began
  std::size_t sleeping_ = 0;         // threads that wait and have not been woken
  std::size_t woken_ = 0;            // threads that were woken and do not know it yet
  std::size_t starting_ = 0;         // threads that have been started and not begun
  std::size_t inside_ = 0;           // threads that have not left
  bool closed_ = false;
  bool leaves_ = false;
  bool reminds_ = false;  // when the alarm rings
  bool alarm_is_set_ = false;
  std::chrono::milliseconds pause_;  // before it rings
  std::vector<std::thread> threads_;
  std::thread retired_;     // the last that has left before the others
  transport::alarm alarm_;  // last: it uses the rest
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_SCHEDULER_H
