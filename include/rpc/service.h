#ifndef RPC_SERVICE_H
#define RPC_SERVICE_H

#include <rpc/buffer.h>
#include <rpc/call_frame.h>
#include <rpc/context.h>
#include <rpc/handle.h>
#include <rpc/least_protection.h>
#include <rpc/memory.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/lent_pipes.h>
#include <rpc/ndr/message_window.h>
#include <rpc/ndr/syntax.h>
#include <rpc/operation.h>
#include <rpc/stub_stream.h>
#include <rpc/uuid.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <string_view>

/// How a server finds and runs an operation: what rpc::server::add makes of generated code.
namespace rpc {

/// One call on the server, from the request's stub data to the response's. The server
/// prepares it and lends it to the operation for the time of the call.
struct server_call {
  /// How far the call came, which says what an exception means.
  enum class phase : std::uint8_t {
    reading,    ///< the request is decoded: an error is the client's, nothing has executed
    running,    ///< the implementation runs
    answering,  ///< the response is encoded: an error is the implementation's, or a pipe's
  };

  ndr::syntax syntax{};          ///< of the request and of the response
  std::endian sender{};          ///< byte order of the request
  std::span<std::byte> request;  ///< its stub data; aligned as in rpc::buffer, decoded in place
  buffer response;               ///< receives the response's stub data; empty at first
  arena memory;                  ///< everything that lives as long as the call
  const caller* from = nullptr;  ///< lives as long as the call
  server_contexts* contexts = nullptr;  ///< of the client's association
  stub_stream* stream = nullptr;        ///< of an operation with pipes: in place of `request`, and
                                        ///< the way of all but the end of the response
  std::size_t max_request = 0;          ///< and what its other [in] parameters may take, in bytes
  std::size_t max_response = 0;         ///< of its response, pipes not counted, in bytes
  call_frame frame;    ///< what the request was decoded to; none: it has not been, or it has pipes
  bool taken = false;  ///< the implementation has taken the reply: put_answer() comes later
  phase reached = phase::reading;
};

/// One row of an interface's dispatch table.
struct operation_entry {
  const char* name = nullptr;  ///< as declared; null: the interface has no such opnum
  /// Decodes the request, runs the operation of the `service` that was added, encodes the
  /// response, unless the implementation has taken the reply (rpc/reply.h). Throws what these
  /// throw. Leaves `reached` at `reading`, without having had an effect, if the call is to be run
  /// again when its contexts are free: with the same `memory` and `frame`, if it has made one.
  void (*run)(void* service, server_call& call) = nullptr;
  /// What is to be called when the call's memory has been released, whether it succeeded or not:
  /// [notify], [notify_flag]. Null where nothing is. Throws what the service throws.
  void (*notify)(void* service, bool succeeded) = nullptr;
  /// It has pipes: it is run as soon as its request begins.
  bool streams = false;
  /// What the header demands of its calls, besides what the program does.
  protection least_protection = protection::none;
};

struct requirement;

/// An interface with an implementation that a server was given for it.
struct service_entry {
  offered_interface offer;
  std::string_view name;                        ///< as declared; lives for ever
  std::span<const operation_entry> operations;  ///< by opnum; lives for ever
  std::span<const context_rundown> rundowns;    ///< of its types of contexts; lives for ever
  void* implementation;                         ///< what operation_entry::run receives
  std::shared_ptr<void> owner;                  ///< keeps the implementation, or null
  std::shared_ptr<const requirement> required;  ///< of callers; null: what the endpoint demands
  uuid object = {};  ///< the only one that it is for; zero: those that have none of their own
};

namespace detail {

/// Runs the implementation on a frame, with rpc::allocate on the call's memory.
template <class Service, class Frame>
void run_implementation(void* service, server_call& call, void* of_call) {
  Frame& frame = *static_cast<Frame*>(of_call);
  if constexpr (requires { operation<Frame>::binding; })
    frame.*operation<Frame>::binding = handle_t(*call.from);
  call.reached = server_call::phase::running;
  if constexpr (operation<Frame>::parameters::reflect_deletions) call.memory.record_releases();
  const call_scope scope(call.memory);
  operation<Frame>::run(*static_cast<Service*>(service), frame);
}

/// Of [reflect_deletions]: what the implementation has released is gone for the client, too.
void note_releases(const ndr::frame_descriptor& of, const void* frame, const arena& memory);

/// An operation with pipes.
template <class Service, class Frame>
void run_piped(void* service, server_call& call) {
  using namespace ndr;  // NOLINT(google-build-using-namespace)
  using call_parameters = typename operation<Frame>::parameters;
  constexpr const frame_descriptor& of = described_frame<Frame>;
  const call_state state{.contexts = of.has_contexts ? call.contexts : nullptr};

  Frame frame{};
  const owned_parameters<Frame> owned(frame);
  if (object_table* const known = table_of(frame)) known->set_memory(call.memory);

  message_window window(*call.stream, call.max_request, status::access_denied);
  server_storage storage(call.memory);
  reader in(call.syntax, {}, call.sender, storage, state, table_of_next(frame));
  in.receive_by(window);
  writer out(call.syntax, call.response, response_limit(call.max_response), state, table_of(frame));
  pipe_traffic traffic{
      in, out, *call.stream, of, call_parameters::in_pipes, call_parameters::out_pipes};
  lent_pipes<call_parameters> pipes(traffic);

  get_parameters(in, of, &frame, true);
  if (call_parameters::in_pipes == 0) in.expect_end();
  if (in.failed()) raise(of, in.failure());
  window.set_unlimited(true);
  prepare_results(of, &frame, call.memory);
  if constexpr (of.has_contexts)
    if (!call.contexts->acquire()) return;
  pipes.lend(frame);
  const granted_sizes granted(of, &frame);
  try {
    run_implementation<Service, Frame>(service, call, &frame);
  } catch (...) {
    if (in.failed()) raise(of, in.failure());  // the request is to blame, whatever came of it
    throw;
  }
  call.reached = server_call::phase::answering;
  note_releases(of, &frame, call.memory);
  if constexpr (of.has_contexts) settle_contexts(of, &frame, *call.contexts);
  if (in.failed()) raise(of, in.failure());
  pipes.pass_over();
  granted.require();
  traffic.end_outs(traffic.ins + traffic.outs);
  table_of_next(frame);  // the response
  put_parameters(out, of, &frame, false);
  if (out.failed()) raise(of, out.failure());
  out.finish();
}

using implementation_runner = void (*)(void* service, server_call& call, void* frame);
/// An operation without pipes: decodes the request, unless that was done before the call had to
/// wait, and runs the implementation.
void run_unpiped(const ndr::frame_descriptor& of, const frame_form& form, void* service,
                 server_call& call, implementation_runner run);
/// What follows when it has answered: the results are checked, and the response encoded.
void put_answer(server_call& call);

template <class Service, class Frame>
void run_operation(void* service, server_call& call) {
  if constexpr (ndr::has_pipes<Frame>)
    run_piped<Service, Frame>(service, call);
  else
    run_unpiped(ndr::described_frame<Frame>, form_of<Frame>, service, call,
                &run_implementation<Service, Frame>);
}

template <class Service, class Frame>
constexpr auto notify_of() {
  decltype(operation_entry::notify) notify = nullptr;
  if constexpr (requires(Service& to) { operation<Frame>::notify(to, true); })
    notify = [](void* service, bool succeeded) {
      operation<Frame>::notify(*static_cast<Service*>(service), succeeded);
    };
  return notify;
}

template <class Service, class... Frames>
constexpr auto make_dispatch_table(operation_list<Frames...>) {
  constexpr std::size_t rows =
      std::max({std::size_t{0}, (std::size_t{operation<Frames>::opnum} + 1)...});
  std::array<operation_entry, rows> table{};
  (void)in_turn{
      0,
      (table[operation<Frames>::opnum] = {operation<Frames>::name, &run_operation<Service, Frames>,
                                          notify_of<Service, Frames>(), ndr::has_pipes<Frames>,
                                          least_protection<Frames>()},
       0)...};
  return table;
}

}  // namespace detail

/// The rundown routines of the contexts of `Service`; empty if it has none.
template <class Service>
std::span<const context_rundown> rundowns_of() {
  if constexpr (requires { interface<Service>::rundowns(); }) return interface<Service>::rundowns();
  return {};
}

/// The operations of `Service` by opnum, with empty rows in the gaps. Lives for ever.
template <class Service>
inline constexpr auto dispatch_table =
    detail::make_dispatch_table<Service>(typename interface<Service>::operations{});

}  // namespace rpc

#endif  // RPC_SERVICE_H
