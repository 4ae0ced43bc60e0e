//===- Messages.h - stub data to and from frames --------------------------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_MESSAGES_H
#define RPCGEN_TOOLS_DYNAMIC_MESSAGES_H

#include "Frame.h"

#include <rpc/buffer.h>
#include <rpc/context.h>
#include <rpc/ndr/explain.h>
#include <rpc/ndr/frame.h>

namespace dynamic {

/// Context handles as they travel: a slot points to a rpc::wire_context in the
/// memory of the call, or is null.
class Handles final : public rpc::context_map {
public:
  explicit Handles(rpc::arena &Memory) : Memory(Memory) {}

  rpc::status put(const rpc::context_use &Use, const void *Slot,
                  const void *Value, rpc::wire_context &Handle) override;
  rpc::status get(const rpc::context_use &Use, void *Slot,
                  const rpc::wire_context &Handle, void *&Value) override;

private:
  rpc::arena &Memory;
};

/// Writes the request whose parameters the frame holds. Throws rpc::error.
void writeRequest(rpc::ndr::syntax In, Frame &From, rpc::buffer &Out,
                  const rpc::ndr::size_limit &Limit);

/// Reads a message into the frame, which refers to it from then on. Throws
/// rpc::error.
void readMessage(rpc::ndr::syntax In, const rpc::ndr::message &From,
                 Frame &Into, bool IsRequest);

// Of one message, as the functions of rpc/ndr/explain.h.

rpc::ndr::outcome explainRequest(const Operation &Of, rpc::ndr::syntax In,
                                 const rpc::ndr::message &M,
                                 const rpc::ndr::report &To);
/// `Request` may be null.
rpc::ndr::outcome explainResponse(const Operation &Of, rpc::ndr::syntax In,
                                  const rpc::ndr::message &M,
                                  const rpc::ndr::message *Request,
                                  const rpc::ndr::report &To);

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_MESSAGES_H
