#ifndef RPC_NDR_CALL_STATE_H
#define RPC_NDR_CALL_STATE_H

namespace rpc {
class context_map;
}

namespace rpc::ndr {

/// What belongs to a call rather than to one of its messages. Null where the call has no use for
/// it.
struct call_state {
  context_map* contexts = nullptr;  ///< of an operation with context handles
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_CALL_STATE_H
