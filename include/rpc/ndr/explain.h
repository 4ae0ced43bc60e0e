#ifndef RPC_NDR_EXPLAIN_H
#define RPC_NDR_EXPLAIN_H

#include <rpc/ndr/call.h>
#include <rpc/ndr/trace.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace rpc::ndr {

/// Stub data as they were received.
struct message {
  std::endian sender;  ///< byte order
  std::span<std::byte> stub;
};

/// How far reading came.
struct outcome {
  std::size_t read = 0;  ///< bytes; after a failure those before it
  std::string error;     ///< "'list.next': the data end too early: ..."; empty: none
};

/// Memory for reading `m`, as a server grants it by default.
[[nodiscard]] inline std::size_t call_memory(const message& m) {
  constexpr std::size_t base = std::size_t{1} << 20, most = std::size_t{64} << 20;
  return std::min(most, base + 16 * std::min(m.stub.size(), most));
}

// What pipes bring is read and reported only.
struct drop_elements {
  void operator()(auto&&...) const {}
};

/// Reports what a message holds, and reads it into the frame. Expressions over `unknown`, the
/// frame or null, are not checked. `pipes` reads those of this direction; null: there are none.
outcome explain(syntax s, const message& m, const frame_descriptor& of, void* frame, arena& memory,
                bool request, pipe_reader pipes, const report& to, const void* unknown = nullptr);

template <class Frame>
outcome explain(syntax s, const message& m, Frame& frame, arena& memory, bool request,
                const report& to, const void* unknown = nullptr) {
  const pipe_reader pipes = [](reader& r, const void*) {
    get_pipes<Frame>(r, piped_in, drop_elements());
  };
  const pipe_reader answered = [](reader& r, const void*) {
    get_pipes<Frame>(r, piped_out, drop_elements());
  };
  return explain(s, m, described_frame<Frame>, &frame, memory, request, request ? pipes : answered,
                 to, unknown);
}

/// Reports what the stub data of a request hold, in the order of the wire, with the code and the
/// limits by which a server reads them.
template <class Frame>
outcome explain_request(syntax s, const message& m, const report& to) {
  arena memory(call_memory(m));
  Frame frame{};
  return explain(s, m, frame, memory, true, to);
}
/// The same for a response. Sizes and discriminants may be [in] parameters: `request` has them, and
/// without it (null) they are not compared with the response.
template <class Frame>
outcome explain_response(syntax s, const message& m, const message* request, const report& to) {
  arena memory(call_memory(m) + (request == nullptr ? 0 : call_memory(*request)));
  std::optional<Frame> frame(std::in_place);
  const auto ignore = [](const explained&) {};
  const bool known = request != nullptr &&
                     explain(s, *request, *frame, memory, true, report(ignore)).error.empty();
  if (!known) frame.emplace();
  return explain(s, m, *frame, memory, false, to, known ? nullptr : &*frame);
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_EXPLAIN_H
