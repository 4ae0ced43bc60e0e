#ifndef RUNTIME_SPIN_H
#define RUNTIME_SPIN_H

#include <sched.h>

#include <chrono>

namespace rpc::runtime {

/// The cores that this process may run on.
inline unsigned usable_cores() {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
  return static_cast<unsigned>(CPU_COUNT(&allowed));
}

/// Asks `done` again and again for up to `limit`, and says whether it came true. Yields in
/// between, so that a thread which has something to do gets the core: if it is the peer's, this
/// is faster than to sleep and be woken even where there is only one core.
template <class Condition>
bool spin_until(Condition done, std::chrono::microseconds limit) {
  using clock = std::chrono::steady_clock;
  if (limit.count() <= 0) return false;
  const auto end = clock::now() + limit;
  do {
    if (done()) return true;
    sched_yield();
  } while (clock::now() < end);
  return false;
}

/// Whether one place's spinning pays: it is given up where it did not lately, and tried again
/// now and then. For one thread at a time.
class spin_habit {
 public:
  template <class Condition>
  bool spin_until(Condition done, std::chrono::microseconds limit) {
    if (credit_ == 0 && ++skipped_ % attempts_apart != 0) return false;
    const bool paid = runtime::spin_until(done, limit);
    credit_ = paid ? most_credit : credit_ - (credit_ > 0);
    return paid;
  }

 private:
  static constexpr int most_credit = 4;
  static constexpr unsigned attempts_apart = 32;

  int credit_ = most_credit;  // failures that are still allowed
  unsigned skipped_ = 0;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SPIN_H
