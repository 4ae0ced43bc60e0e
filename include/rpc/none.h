#ifndef RPC_NONE_H
#define RPC_NONE_H

namespace rpc {

/// The type of a union's member that holds no data: `[[rpc::case(0)]] rpc::none nothing;`
/// (MIDL: an arm that is empty).
struct none {};

}  // namespace rpc

#endif  // RPC_NONE_H
