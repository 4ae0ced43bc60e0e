//===- Messages.cpp -------------------------------------------------------===//
#include "Messages.h"

#include <memory>
#include <new>

using namespace dynamic;
using namespace rpc::ndr;

namespace {

pipe_reader pipesOf(const Operation &Of, bool IsRequest) {
  if (!Of.hasPipes(IsRequest))
    return nullptr;
  if (IsRequest)
    return [](reader &R, const void *F) { Frame::readPipes(R, F, true); };
  return [](reader &R, const void *F) { Frame::readPipes(R, F, false); };
}

outcome explainInto(Frame &Into, syntax In, const message &M, bool IsRequest,
                    const report &To, const void *Unknown) {
  const Operation &Of = Into.operation();
  return explain(In, M, Of.Described, Into.data(), Into.memory(), IsRequest,
                 pipesOf(Of, IsRequest), To, Unknown);
}

} // namespace

rpc::status Handles::put(const rpc::context_use &, const void *,
                         const void *Value, rpc::wire_context &Handle) {
  if (Value)
    Handle = *static_cast<const rpc::wire_context *>(Value);
  return rpc::status::ok;
}

rpc::status Handles::get(const rpc::context_use &, void *,
                         const rpc::wire_context &Handle, void *&Value) {
  Value = nullptr;
  if (Handle.null())
    return rpc::status::ok;
  Value = Memory.allocate(sizeof Handle, alignof(rpc::wire_context));
  if (!Value)
    return rpc::status::out_of_memory;
  ::new (Value) rpc::wire_context(Handle);
  return rpc::status::ok;
}

void dynamic::writeRequest(syntax In, Frame &From, rpc::buffer &Out,
                           const size_limit &Limit) {
  const frame_descriptor &Of = From.operation().Described;
  Handles Contexts(From.memory());
  writer W(In, Out, Limit, {&Contexts}, table_of_next(Of, From.data()));
  put_parameters(W, Of, From.data(), true);
  if (!W.failed())
    Frame::writePipes(W, From.data(), true);
  if (W.failed())
    raise(Of, W.failure());
  W.finish();
}

void dynamic::readMessage(syntax In, const message &From, Frame &Into,
                          bool IsRequest) {
  const frame_descriptor &Of = Into.operation().Described;
  Handles Contexts(Into.memory());
  server_storage Storage(Into.memory());
  object_table *Known = table_of_next(Of, Into.data());
  if (Known)
    Known->set_memory(Into.memory());
  reader R(In, From.stub, From.sender, Storage, {&Contexts}, Known);
  const pipe_reader Pipes = pipesOf(Into.operation(), IsRequest);
  if (!IsRequest && Pipes)
    Pipes(R, Into.data());
  get_parameters(R, Of, Into.data(), IsRequest);
  if (IsRequest && Pipes)
    Pipes(R, Into.data());
  if (!R.failed())
    R.expect_end();
  if (R.failed())
    raise(Of, R.failure());
}

outcome dynamic::explainRequest(const Operation &Of, syntax In,
                                const message &M, const report &To) {
  Frame Into(Of, call_memory(M));
  return explainInto(Into, In, M, true, To, nullptr);
}

outcome dynamic::explainResponse(const Operation &Of, syntax In,
                                 const message &M, const message *Request,
                                 const report &To) {
  const std::size_t Budget =
      call_memory(M) + (Request ? call_memory(*Request) : 0);
  auto Into = std::make_unique<Frame>(Of, Budget);
  const auto Ignore = [](const explained &) {};
  const bool IsKnown =
      Request && explainInto(*Into, In, *Request, true, report(Ignore), nullptr)
                     .error.empty();
  if (!IsKnown)
    Into = std::make_unique<Frame>(Of, Budget);
  return explainInto(*Into, In, M, false, To, IsKnown ? nullptr : Into->data());
}
