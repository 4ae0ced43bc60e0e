#ifndef RPC_NDR_FRAME_H
#define RPC_NDR_FRAME_H

#include <rpc/buffer.h>
#include <rpc/memory.h>
#include <rpc/ndr/call_state.h>
#include <rpc/ndr/checked.h>
#include <rpc/ndr/descriptor.h>
#include <rpc/ndr/failure.h>
#include <rpc/ndr/syntax.h>
#include <rpc/ndr/writer.h>

#include <array>
#include <bit>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rpc::ndr {

// What is done with the frame of a call, by its descriptor: nothing here depends on C++ types. All
// functions throw rpc::error, whose text names operation and field, and std::bad_alloc.

/// What texts call an operation: "echo::sum", or "sum" if it belongs to no interface.
[[nodiscard]] std::string name_of(const frame_descriptor& of);
/// Throws rpc::error for a failure in the stub data of the operation.
[[noreturn]] void raise(const frame_descriptor& of, const failure& f);

/// The objects that full pointers of the call point to; null where it has no such pointers.
inline object_table* table_of(const frame_descriptor& of, const void* frame) {
  return of.objects == nullptr ? nullptr : &of.objects(frame);
}
/// The same for the next message.
inline object_table* table_of_next(const frame_descriptor& of, const void* frame) {
  object_table* const known = table_of(of, frame);
  if (known != nullptr) known->begin_message();
  return known;
}

/// Client: demands that every top-level [ref] pointer points to something (allocation-rules: "Must
/// be non-null pointers"), and to as much as [byte_count] must hold, before anything is sent:
/// status::null_ref_pointer, status::byte_count_too_small.
void require_references(const frame_descriptor& of, const void* frame);

/// Client: what results may take of new memory, whatever the size of the response that brings them;
/// each of its bytes may take 16 more, as on servers (server_options::base_call_memory).
inline constexpr std::size_t result_memory = std::size_t{64} << 20;

// What the pipes of a frame give, or receive, in a message that is written or read as a whole.
// Null: it has none in this direction.
using pipe_writer = void (*)(writer& w, const void* frame);
using pipe_reader = void (*)(reader& r, const void* frame);

/// Client: writes the [in] parameters into `out`, which is emptied first.
void marshal_request(syntax s, const frame_descriptor& of, const void* frame, buffer& out,
                     const size_limit& limit, call_state call, pipe_writer pipes = nullptr);
/// Client: reads the [out] parameters and the return value.
void unmarshal_response(syntax s, std::endian sender, std::span<std::byte> stub,
                        const frame_descriptor& of, void* frame, call_state call,
                        pipe_reader pipes = nullptr);

/// Server: reads the [in] parameters and prepares the memory of the others.
void unmarshal_request(syntax s, std::endian sender, std::span<std::byte> stub,
                       const frame_descriptor& of, void* frame, arena& memory, call_state call,
                       pipe_reader pipes = nullptr);
/// Server: gives an implementation the memory that its [out] parameters point to, all of it zero:
/// what [ref] pointers point to, and [ref] pointers beneath, down to those that may be null
/// (server-stub-memory, "Initializing Outbound Data").
void prepare_results(const frame_descriptor& of, void* frame, arena& memory);
/// Server: when the implementation has returned, creates, keeps and closes the contexts that its
/// [out] handles speak of: all of them, and then throws if there was no room for one.
void settle_contexts(const frame_descriptor& of, const void* frame, server_contexts& contexts);
/// Where the return value lies in a frame; null if the operation returns nothing.
[[nodiscard]] void* result_of(const frame_descriptor& of, void* frame);
/// Server: writes the [out] parameters and the return value into `out`, which is emptied first.
void marshal_response(syntax s, const frame_descriptor& of, const void* frame, buffer& out,
                      const size_limit& limit, call_state call, pipe_writer pipes = nullptr);

/// Server: what the sizes of [out] and [in, out] arrays are when the implementation is called. It
/// may lower them, but their memory does not grow (server-stub-memory, "must not modify the field
/// value supplied to the size_is attribute"). Spans know their sizes themselves.
class granted_sizes {
 public:
  granted_sizes(const frame_descriptor& of, const void* frame);

  /// Throws status::invalid_bound if the implementation has raised one.
  void require() const;

 private:
  struct sizes {
    std::array<checked, 8> few;
    std::vector<checked> all;  // if they are more
  };

  const frame_descriptor& of_;
  const void* frame_;
  std::optional<sizes> granted_;  // nothing: there is no such array, as in most calls
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_FRAME_H
