#ifndef RPC_CALL_MEMORY_H
#define RPC_CALL_MEMORY_H

#include <cstddef>
#include <string_view>
#include <vector>

namespace rpc {

/// What the stub has made of the data of a server call: what is used where it was received, and
/// what memory was allocated for (server-stub-memory, "Memory Allocation for Inbound Data").
///
/// A server that was given server_options::record_memory keeps this account of every call. It is
/// complete when the implementation is entered, and does not count what that allocates itself.
class call_memory {
 public:
  /// Blocks, one for each pointer, and the bytes that they have in memory.
  struct usage {
    std::size_t blocks = 0;
    std::size_t bytes = 0;
    friend bool operator==(const usage&, const usage&) = default;
  };

  struct parameter {
    const char* name;  ///< as declared
    usage reused;      ///< in the received message, to which its pointers lead
    usage allocated;   ///< in memory of the call
  };

  /// The account of the call that runs on this thread: of the innermost one where calls nest. Null
  /// outside of calls and on servers that keep none. Lives as long as the call.
  [[nodiscard]] static const call_memory* current() noexcept;

  /// Every parameter that points to memory of the stub, [in] ones first, each in order of
  /// declaration.
  [[nodiscard]] const std::vector<parameter>& parameters() const noexcept { return parameters_; }
  /// The account of one parameter; of one that is not in the list, zeros.
  [[nodiscard]] parameter of(std::string_view name) const noexcept;

  [[nodiscard]] usage reused() const noexcept { return reused_; }
  [[nodiscard]] usage allocated() const noexcept { return allocated_; }

  // What follows is for stubs.

  /// Begins the account of another call.
  void clear() noexcept;
  /// What is counted from now on belongs to this parameter.
  void begin_parameter(const char* name) noexcept { parameter_ = name; }
  /// Each throws std::bad_alloc.
  void count_reused(std::size_t bytes) { add(&parameter::reused, reused_, bytes); }
  void count_allocated(std::size_t bytes) { add(&parameter::allocated, allocated_, bytes); }

 private:
  void add(usage parameter::* kind, usage& total, std::size_t bytes);

  std::vector<parameter> parameters_;
  usage reused_;
  usage allocated_;
  const char* parameter_ = "";
};

}  // namespace rpc

#endif  // RPC_CALL_MEMORY_H
