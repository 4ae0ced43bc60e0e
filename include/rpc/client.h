#ifndef RPC_CLIENT_H
#define RPC_CLIENT_H

#include <rpc/binding.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/chunks.h>
#include <rpc/ndr/streamed.h>
#include <rpc/operation.h>
#include <rpc/pipe.h>

#include <memory>
#include <span>
#include <string>
#include <utility>

namespace rpc {

namespace detail {

struct no_parameter {
  static constexpr bool is_result = false;
};

template <class Parameters>
struct last_parameter {
  using type = no_parameter;
};
template <class First, class... Rest>
struct last_parameter<ndr::parameters<First, Rest...>> : last_parameter<ndr::parameters<Rest...>> {
};
template <class Last>
struct last_parameter<ndr::parameters<Last>> {
  using type = Last;
};

/// Sends what the sources give, each until its end. An answer that comes before ends it.
template <class Frame, class Writer, class Exchange>
void put_pipes(Writer& out, const Frame& frame, Exchange& made) {
  operation<Frame>::parameters::each([&]<class P>(P) {
    if constexpr (ndr::is_pipe<P> && P::is_in) {
      using of = ndr::pipe_of<typename P::shape, typename P::type>;
      using elements = ndr::chunks<typename of::shape, typename of::type>;
      const auto room = std::make_unique<typename of::type[]>(elements::some);
      while (!made.answered()) {
        const std::size_t count = (frame.*P::member)->pull({room.get(), elements::some});
        if (count == 0) break;
        if (count > elements::some)
          throw error(status::invalid_bound, std::string(operation<Frame>::name) + ": '" + P::name +
                                                 "' gave more elements than there is room for");
        elements::put(out, {room.get(), count});
        if (out.failed()) {
          out.at(P::name);
          ndr::raise(operation<Frame>::name, out.failure());
        }
        out.forget(made.send(out.written()));
      }
      ndr::put_pipe_end(out);
    }
  });
}

/// Gives the sinks what comes.
template <class Frame, class Reader>
void get_pipes(Reader& in, const Frame& frame) {
  operation<Frame>::parameters::each([&]<class P>(P) {
    if constexpr (ndr::is_pipe<P> && P::is_out) {
      using of = ndr::pipe_of<typename P::shape, typename P::type>;
      using elements = ndr::chunks<typename of::shape, typename of::type>;
      const auto room = std::make_unique<typename of::type[]>(elements::some);
      elements read;
      std::size_t count = 0;
      do {
        count = read.get(in, {room.get(), elements::some});
        if (in.failed()) {
          in.at(P::name);
          ndr::raise(operation<Frame>::name, in.failure());
        }
        (frame.*P::member)->push({room.get(), count});
      } while (count > 0);
    }
  });
}

/// Makes a call with pipes by `made`, a streamed_exchange.
template <class Syntax, class Frame, class Exchange>
void run_piped(Exchange& made, Frame& frame, const ndr::call_state& state = {}) {
  using namespace ndr;  // NOLINT(google-build-using-namespace)
  writer<Syntax> out(made.request(), default_message_limit, state);
  put_parameters(out, frame, travels_in);
  if (out.failed()) raise(operation<Frame>::name, out.failure());
  put_pipes(out, frame, made);
  made.finish(out.written());

  streamed<client_storage> storage(made, made.max_response(), result_memory);
  reader<Syntax, streamed<client_storage>> in({}, made.sender(), storage, state);
  storage.set_unlimited(true);
  get_pipes(in, frame);
  storage.set_unlimited(false);
  get_results(in, frame);
  in.expect_end();
  if (in.failed()) raise(operation<Frame>::name, in.failure());
  storage.keep();
}

}  // namespace detail

/// Makes one call: sends the [in] parameters of `frame`, waits, and stores the [out] parameters
/// where the frame points to. Returns the operation's result, if it has one.
///
/// What the server allocated arrives as new memory of rpc::allocate. Throws rpc::error whose
/// text names the operation and, where there is one, the field. Many threads may call over one
/// binding.
template <class Frame>
auto invoke(const binding& over, Frame frame) {
  using call = operation<Frame>;
  constexpr bool has_contexts = call::parameters::have_contexts;
  const ndr::owned_parameters<Frame> owned(frame);
  ndr::call_state state;
  if constexpr (ndr::has_pipes<Frame>) {
    ndr::require_references(frame);
    streamed_exchange made(over, call::opnum, call::name);
    if constexpr (has_contexts) state.contexts = &made.contexts();
    ndr::with_syntax(over.syntax(), [&]<class S>(S) { detail::run_piped<S>(made, frame, state); });
    if constexpr (has_contexts) made.contexts().keep();
  } else {
    exchange made(over, call::opnum, call::name);
    if constexpr (has_contexts) state.contexts = &made.contexts();
    ndr::marshal_request(over.syntax(), frame, made.request(), ndr::default_message_limit, state);
    made.run();
    ndr::unmarshal_response(over.syntax(), made.sender(), made.response(), frame, state);
    if constexpr (has_contexts) made.contexts().keep();
  }
  // The return value, if there is one, is the last parameter.
  using last = typename detail::last_parameter<typename call::parameters>::type;
  if constexpr (last::is_result) return std::move(frame.*last::member);
}

}  // namespace rpc

#endif  // RPC_CLIENT_H
