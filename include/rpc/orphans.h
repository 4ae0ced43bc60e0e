#ifndef RPC_ORPHANS_H
#define RPC_ORPHANS_H

#include <span>
#include <vector>

namespace rpc {

/// Collects the objects that calls orphan: while it lives, those that its thread makes as a client.
///
/// An object of the caller is orphaned when a pointer in [in, out] data led to it, and leads
/// nowhere or elsewhere when the call has succeeded: a pointer that became null, a pointer in the
/// arm that a union had before, a full pointer or a `T*&` that was set anew (allocation-rules:
/// "Memory is orphaned on client"). It is still the caller's, who frees it, and what it points to,
/// if nothing else of the program points there. Not listed are the objects that orphans point to,
/// objects that a full pointer of the results points to, and those that [reflect_deletions] has
/// freed.
///
/// Scopes nest, each call tells the innermost one, and a scope ends on the thread that began it.
/// Without one nothing is collected, and calls do no work for it.
class orphans {
 public:
  /// One object, and the pointer that led to it. The names are those of the declarations and live
  /// for ever.
  struct orphan {
    const void* address;
    const char* operation;
    const char* parameter;
    const char* field;  ///< the member that is the pointer; null if none is
  };

  orphans() noexcept;
  orphans(const orphans&) = delete;
  orphans& operator=(const orphans&) = delete;
  ~orphans();

  /// What was orphaned since the beginning, or the last clear(), in the order of the results.
  [[nodiscard]] const std::vector<orphan>& found() const noexcept { return found_; }
  void clear() noexcept { found_.clear(); }

  // What follows is for stubs.

  /// The innermost one of this thread, or null.
  [[nodiscard]] static orphans* current() noexcept;
  /// Throws std::bad_alloc, and then nothing has happened.
  void add(std::span<const orphan> more);

 private:
  orphans* outer_;
  std::vector<orphan> found_;
};

}  // namespace rpc

#endif  // RPC_ORPHANS_H
