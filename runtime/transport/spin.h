#ifndef RUNTIME_TRANSPORT_SPIN_H
#define RUNTIME_TRANSPORT_SPIN_H

#include <algorithm>
#include <chrono>

namespace rpc::transport {

/// Looks again and again for what will come soon, before a thread sleeps until it comes: to be
/// woken takes longer than a short call. It never yields: a core that others want is not to be had
/// back for a whole time slice.
///
/// It does so only where it pays. After a look in vain it is not tried again for a while, and not
/// for longer if the thread was interrupted meanwhile, which shows that no core is free. Each time
/// doubles the while. For one thread at a time.
class spin_habit {
 public:
  using clock = std::chrono::steady_clock;

  /// Asks `done` from now on for up to `limit`, and says whether it came true.
  template <class Condition>
  bool spin_until(Condition done, std::chrono::microseconds limit, clock::time_point begin) {
    if (limit.count() <= 0 || begin < resume_) return false;
    for (auto before = begin;;) {
      const bool found = done();
      const auto now = clock::now();
      const bool interrupted = now - before > longest_look;
      if (found && !interrupted) {
        pause_ = {};
        return true;
      }
      if (found || interrupted || now - begin >= limit) {
        pause(now, interrupted);
        return found;
      }
      before = now;
    }
  }

 private:
  static constexpr std::chrono::microseconds longest_look{30};
  static constexpr std::chrono::microseconds shortest_pause{100};
  static constexpr std::chrono::milliseconds longest_pause{50};
  static constexpr std::chrono::milliseconds longest_pause_of_interrupted{1000};

  void pause(clock::time_point now, bool interrupted) {
    const clock::duration doubled = std::max<clock::duration>(2 * pause_, shortest_pause);
    if (interrupted)
      pause_ = std::clamp<clock::duration>(doubled, longest_pause, longest_pause_of_interrupted);
    else
      pause_ = std::max(pause_, std::min<clock::duration>(doubled, longest_pause));
    resume_ = now + pause_;
  }

  clock::duration pause_{};     // after the last look in vain
  clock::time_point resume_{};  // when to look again
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_SPIN_H
