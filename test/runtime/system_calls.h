#ifndef TEST_RUNTIME_SYSTEM_CALLS_H
#define TEST_RUNTIME_SYSTEM_CALLS_H

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>

#include <dirent.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fixture {

/// Begins what is counted in the process that calls it, and ends it.
inline void mark() { ::syscall(SYS_getppid); }

/// The system calls, by number, that all threads of a process make between two calls of mark().
///
/// `work` is run in a new process, which is the one that is traced if `process` is 0. `process` is
/// a child of this one, and is killed in the end.
class system_calls {
 public:
  system_calls(pid_t process, const std::function<void()>& work) {
    int ends[2];
    if (::pipe(ends) != 0) return;
    const pid_t worker = ::fork();
    if (worker == 0) {
      char go = 0;
      if (::read(ends[0], &go, 1) == 1) work();
      ::_exit(0);
    }
    seize(process == 0 ? worker : process);
    const bool began = ::write(ends[1], "", 1) == 1;
    while (began && step(worker)) {
    }
    for (const int end : ends) ::close(end);
    if (process == 0) return;
    ::kill(process, SIGKILL);
    // Its threads are this process's to reap.
    while (::waitpid(-1, nullptr, __WALL) > 0 || errno == EINTR) {
    }
  }

  [[nodiscard]] bool complete() const { return marks_ == 2; }
  [[nodiscard]] long of(long number) const {
    const auto found = counts_.find(number);
    return found == counts_.end() ? 0 : found->second;
  }
  /// All but these.
  [[nodiscard]] long but(std::initializer_list<long> numbers) const {
    long sum = 0;
    for (const auto& [number, count] : counts_) sum += count;
    for (const long number : numbers) sum -= of(number);
    return sum;
  }

 private:
  static void seize(pid_t process) {
    constexpr long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL;
    DIR* const threads = ::opendir(("/proc/" + std::to_string(process) + "/task").c_str());
    while (const dirent* const next = ::readdir(threads)) {
      const pid_t thread = std::atoi(next->d_name);
      if (thread == 0) continue;  // . and ..
      ::ptrace(PTRACE_SEIZE, thread, nullptr, options);
      ::ptrace(PTRACE_INTERRUPT, thread, nullptr, nullptr);
    }
    ::closedir(threads);
  }

  /// Until a thread stops, which goes on then. False when `worker` has ended.
  bool step(pid_t worker) {
    int state = 0;
    const pid_t thread = ::waitpid(-1, &state, __WALL);
    if (thread < 0) return errno == EINTR;
    if (!WIFSTOPPED(state)) return thread != worker;
    const int signal = WSTOPSIG(state);
    const bool calls = signal == (SIGTRAP | 0x80);
    if (calls) count(thread);
    const bool is_signal = !calls && state >> 16 == 0;
    ::ptrace(PTRACE_SYSCALL, thread, nullptr, is_signal ? signal : 0);
    return true;
  }

  void count(pid_t thread) {
    __ptrace_syscall_info info{};
    ::ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info);
    if (info.op != PTRACE_SYSCALL_INFO_ENTRY) return;
    const auto number = static_cast<long>(info.entry.nr);
    if (number == SYS_getppid)
      ++marks_;
    else if (marks_ == 1)
      ++counts_[number];
  }

  int marks_ = 0;
  std::map<long, long> counts_;
};

}  // namespace fixture

#endif  // TEST_RUNTIME_SYSTEM_CALLS_H
