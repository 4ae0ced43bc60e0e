#include <rpc/binding.h>
#include <rpc/client.h>
#include <rpc/ndr/call.h>

namespace rpc::detail {

namespace {

ndr::call_state state_of(exchange& made, const ndr::frame_descriptor& of) {
  ndr::call_state state;
  if (of.has_contexts) state.contexts = &made.contexts();
  return state;
}

}  // namespace

void put_request(exchange& made, const binding& over, const ndr::frame_descriptor& of,
                 const void* frame) {
  ndr::marshal_request(over.syntax(), of, frame, made.request(),
                       ndr::request_limit(made.max_request()), state_of(made, of));
}

void get_response(exchange& made, const binding& over, const ndr::frame_descriptor& of,
                  void* frame) {
  ndr::unmarshal_response(over.syntax(), made.sender(), made.response(), of, frame,
                          state_of(made, of));
  if (of.has_contexts) made.contexts().keep();
}

void run_call(const binding& over, const ndr::frame_descriptor& of, void* frame) {
  exchange made(over, of.opnum, of.name);
  put_request(made, over, of, frame);
  made.run();
  get_response(made, over, of, frame);
}

}  // namespace rpc::detail
