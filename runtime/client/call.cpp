#include <rpc/binding.h>
#include <rpc/client.h>
#include <rpc/ndr/call.h>

namespace rpc::detail {

void run_call(const binding& over, const ndr::frame_descriptor& of, void* frame) {
  exchange made(over, of.opnum, of.name);
  ndr::call_state state;
  if (of.has_contexts) state.contexts = &made.contexts();
  ndr::marshal_request(over.syntax(), of, frame, made.request(),
                       ndr::request_limit(made.max_request()), state);
  made.run();
  ndr::unmarshal_response(over.syntax(), made.sender(), made.response(), of, frame, state);
  if (of.has_contexts) made.contexts().keep();
}

}  // namespace rpc::detail
