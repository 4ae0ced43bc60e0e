#include <rpc/call_frame.h>
#include <rpc/ndr/call.h>
#include <rpc/service.h>

#include <cstddef>
#include <new>

namespace rpc {

void call_frame::make(const ndr::frame_descriptor& of, const detail::frame_form& form,
                      arena& memory) {
  void* const at = form.size <= sizeof place_ && form.alignment <= alignof(std::max_align_t)
                       ? place_
                       : memory.allocate(form.size, form.alignment);
  if (at == nullptr) throw std::bad_alloc();
  form.construct(at);
  frame_ = at;
  of_ = &of;
  form_ = &form;
}

namespace detail {

void note_releases(const ndr::frame_descriptor& of, const void* frame, const arena& memory) {
  if (memory.records_releases()) ndr::table_of(of, frame)->release(memory.releases());
}

void run_unpiped(const ndr::frame_descriptor& of, const frame_form& form, void* service,
                 server_call& call, implementation_runner run) {
  call_frame& frame = call.frame;
  if (!frame) {
    frame.make(of, form, call.memory);
    ndr::unmarshal_request(call.syntax, call.sender, call.request, of, frame.get(), call.memory,
                           {.contexts = of.has_contexts ? call.contexts : nullptr});
  }
  if (of.has_contexts && !call.contexts->acquire()) return;
  frame.grant_sizes();
  run(service, call, frame.get());
  if (!call.taken) put_answer(call);
}

void put_answer(server_call& call) {
  const ndr::frame_descriptor& of = call.frame.descriptor();
  const void* const frame = call.frame.get();
  call.reached = server_call::phase::answering;
  note_releases(of, frame, call.memory);
  if (of.has_contexts) ndr::settle_contexts(of, frame, *call.contexts);
  call.frame.require_granted_sizes();
  ndr::marshal_response(call.syntax, of, frame, call.response,
                        ndr::response_limit(call.max_response),
                        {.contexts = of.has_contexts ? call.contexts : nullptr});
}

}  // namespace detail
}  // namespace rpc
