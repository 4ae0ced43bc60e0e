#include <rpc/ndr/call.h>
#include <rpc/service.h>

namespace rpc::detail {

void run_decoded(const ndr::frame_descriptor& of, void* frame, void* service, server_call& call,
                 implementation_runner run) {
  ndr::unmarshal_request(call.syntax, call.sender, call.request, of, frame, call.memory, {});
  run_received(of, frame, service, call, run);
}

void run_received(const ndr::frame_descriptor& of, void* frame, void* service, server_call& call,
                  implementation_runner run) {
  const ndr::granted_sizes granted(of, frame);
  run(service, call, frame);
  call.reached = server_call::phase::answering;
  if (of.has_contexts) ndr::settle_contexts(of, frame, *call.contexts);
  granted.require();
  ndr::marshal_response(call.syntax, of, frame, call.response,
                        ndr::response_limit(call.max_response),
                        {.contexts = of.has_contexts ? call.contexts : nullptr});
}

}  // namespace rpc::detail
