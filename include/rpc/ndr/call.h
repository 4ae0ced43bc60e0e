#ifndef RPC_NDR_CALL_H
#define RPC_NDR_CALL_H

#include <rpc/buffer.h>
#include <rpc/call_memory.h>
#include <rpc/error.h>
#include <rpc/memory.h>
#include <rpc/ndr/call_state.h>
#include <rpc/ndr/describe/parameters.h>
#include <rpc/ndr/frame.h>
#include <rpc/ndr/parameters.h>
#include <rpc/ndr/pipes.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/storage.h>
#include <rpc/ndr/syntax.h>
#include <rpc/ndr/writer.h>
#include <rpc/operation.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace rpc::ndr {

// The stub data of one call, from and to the frame that holds its parameters. All functions throw
// rpc::error, whose text names operation and field, and std::bad_alloc. What is sent is little
// endian. Those that write and read whole messages pull from the pipes of the frame what they send,
// and push into them what comes; a call streams instead (client.h, service.h).

/// Limits of what is sent, as the options of client and server set them.
constexpr size_limit request_limit(std::size_t bytes) {
  return {bytes, status::access_denied, "connection_options::max_request"};
}
constexpr size_limit response_limit(std::size_t bytes) {
  return {bytes, status::out_args_too_big, "server_options::max_response"};
}

/// Stub data of a message that belongs to no connection.
inline constexpr std::size_t default_message_limit = std::size_t{64} << 20;

/// The objects that full pointers of the call point to; null where it has no such pointers.
template <class Frame>
object_table* table_of(const Frame& frame) {
  return table_of(described_frame<Frame>, &frame);
}
/// The same for the next message.
template <class Frame>
object_table* table_of_next(const Frame& frame) {
  return table_of_next(described_frame<Frame>, &frame);
}

/// The pipes of one direction. A class and no lambda: translation units and modules agree on its
/// type.
template <bool In>
struct chosen_pipes {
  template <class P>
  constexpr bool operator()() const {
    return (In ? P::is_in : P::is_out) && is_pipe<P>;
  }
};
// Pipes travel after the other [in] parameters and before the other [out] parameters.
inline constexpr chosen_pipes<true> piped_in;
inline constexpr chosen_pipes<false> piped_out;

template <class Frame>
inline constexpr bool has_pipes =
    operation<Frame>::parameters::in_pipes + operation<Frame>::parameters::out_pipes > 0;

/// Writes the pipes of a direction, which pull; null: there are none.
template <class Frame, bool In>
constexpr pipe_writer pipe_writer_of() {
  pipe_writer pipes = nullptr;
  if constexpr ((In ? operation<Frame>::parameters::in_pipes
                    : operation<Frame>::parameters::out_pipes) > 0)
    pipes = [](writer& w, const void* frame) {
      put_pipes(w, *static_cast<const Frame*>(frame), chosen_pipes<In>(), [] { return true; });
    };
  return pipes;
}
/// Reads them and pushes.
template <class Frame, bool In>
constexpr pipe_reader pipe_reader_of() {
  pipe_reader pipes = nullptr;
  if constexpr ((In ? operation<Frame>::parameters::in_pipes
                    : operation<Frame>::parameters::out_pipes) > 0)
    pipes = [](reader& r, const void* frame) {
      get_pipes<Frame>(r, chosen_pipes<In>(), push_into(*static_cast<const Frame*>(frame)));
    };
  return pipes;
}

/// Client: writes the [in] parameters into `out`, which is emptied first.
template <class Frame>
void marshal_request(syntax s, const Frame& frame, buffer& out,
                     const size_limit& limit = default_message_limit, call_state call = {}) {
  marshal_request(s, described_frame<Frame>, &frame, out, limit, call,
                  pipe_writer_of<Frame, true>());
}

/// Server: reads the [in] parameters into `frame` and prepares the memory of [out] ones. `stub`
/// and `memory` must live as long as the frame is used: the frame's pointers point into both.
template <class Frame>
void unmarshal_request(syntax s, std::endian sender, std::span<std::byte> stub, Frame& frame,
                       arena& memory, call_state call = {}) {
  unmarshal_request(s, sender, stub, described_frame<Frame>, &frame, memory, call,
                    pipe_reader_of<Frame, true>());
}

/// Server: writes the [out] parameters and the return value into `out`, which is emptied first.
template <class Frame>
void marshal_response(syntax s, const Frame& frame, buffer& out,
                      const size_limit& limit = default_message_limit, call_state call = {}) {
  marshal_response(s, described_frame<Frame>, &frame, out, limit, call,
                   pipe_writer_of<Frame, false>());
}

/// Client: reads the [out] parameters and the return value: into the caller's storage where there
/// is some, else into memory of rpc::allocate, which the caller then owns. On failure nothing is
/// leaked: the pointers of [in, out] data have their old values, those of [out] data are null or
/// old.
template <class Frame>
void unmarshal_response(syntax s, std::endian sender, std::span<std::byte> stub, Frame& frame,
                        call_state call = {}) {
  unmarshal_response(s, sender, stub, described_frame<Frame>, &frame, call,
                     pipe_reader_of<Frame, false>());
}

/// Releases without recursion what the parameters in a frame own, when the call has ended.
template <class Frame>
class owned_parameters {
 public:
  explicit owned_parameters(Frame& frame) : frame_(frame) {}
  owned_parameters(const owned_parameters&) = delete;
  owned_parameters& operator=(const owned_parameters&) = delete;
  ~owned_parameters() {
    operation<Frame>::parameters::each([&]<class P>(P) {
      if constexpr (!is_deletions<P>) detail::dismantle(frame_.*P::member);
    });
  }

 private:
  Frame& frame_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_CALL_H
