#ifndef RUNTIME_MEMORY_HEAP_H
#define RUNTIME_MEMORY_HEAP_H

#include <chrono>

namespace rpc::runtime {

/// Gives back to the system what the calls of a server have left in the heap. By itself malloc
/// gives back only what is free at the end of an arena, of which a process has eight per core: each
/// would keep the most that calls ever had there. For one thread at a time.
class heap {
 public:
  using clock = std::chrono::steady_clock;

  /// A call has come.
  void use() noexcept { used_ = true; }

  /// To be called now and then. Gives back when no call has come for a quarter of a second, and
  /// every ten seconds while they come or something `holds` memory of theirs, which will be left in
  /// the heap later; more seldom if that takes long, as in programs with a large heap of their own.
  /// False if there is nothing to be called for until use().
  bool trim(clock::time_point now, bool holds) noexcept;

 private:
  bool used_ = false;  // since trim()
  bool left_ = false;  // there is something to give back
  clock::time_point last_use_{};
  clock::time_point since_{};  // the first use after a calm, or the last time
  clock::duration took_{};     // the last time
};

}  // namespace rpc::runtime

#endif  // RUNTIME_MEMORY_HEAP_H
