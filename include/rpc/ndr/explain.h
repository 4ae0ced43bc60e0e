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

template <class Syntax, class Frame, class Get>
outcome explain(const message& m, Frame& frame, arena& memory, Get get, const report& to,
                const void* unknown = nullptr) {
  server_storage storage(memory);
  const auto known = objects_of_next(frame);
  if constexpr (keeps_objects<Frame>) known.table.set_memory(memory);
  reader<Syntax, server_storage, trace, std::remove_const_t<decltype(known)>> r(m.stub, m.sender,
                                                                                storage, {}, known);
  r.traced().report_to(to);
  r.traced().ignore_expressions_of(unknown);
  get(r, frame);
  if (r.failed()) return {r.traced().end(), r.failure().sentence()};
  return {m.stub.size() - r.left(), {}};
}

// What pipes bring is read and reported only.
struct drop_elements {
  void operator()(auto&&...) const {}
};
struct get_request {
  template <class Reader, class Frame>
  void operator()(Reader& r, Frame& frame) const {
    get_parameters(r, frame, travels_in);
    get_pipes<Frame>(r, piped_in, drop_elements());
  }
};
struct get_response {
  template <class Reader, class Frame>
  void operator()(Reader& r, Frame& frame) const {
    get_pipes<Frame>(r, piped_out, drop_elements());
    get_parameters(r, frame, travels_out);
  }
};

/// Reports what the stub data of a request hold, in the order of the wire, with the code and the
/// limits by which a server reads them.
template <class Frame>
outcome explain_request(syntax s, const message& m, const report& to) {
  return with_syntax(s, [&]<class S>(S) {
    arena memory(call_memory(m));
    Frame frame{};
    return explain<S>(m, frame, memory, get_request(), to);
  });
}

/// The same for a response. Sizes and discriminants may be [in] parameters: `request` has them, and
/// without it (null) they are not compared with the response.
template <class Frame>
outcome explain_response(syntax s, const message& m, const message* request, const report& to) {
  return with_syntax(s, [&]<class S>(S) {
    arena memory(call_memory(m) + (request == nullptr ? 0 : call_memory(*request)));
    std::optional<Frame> frame(std::in_place);
    const auto ignore = [](const explained&) {};
    const bool known =
        request != nullptr &&
        explain<S>(*request, *frame, memory, get_request(), report(ignore)).error.empty();
    if (!known) frame.emplace();
    return explain<S>(m, *frame, memory, get_response(), to, known ? nullptr : &*frame);
  });
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_EXPLAIN_H
