#ifndef RPC_NDR_EXPLAIN_H
#define RPC_NDR_EXPLAIN_H

#include <rpc/ndr/call.h>
#include <rpc/ndr/trace.h>

#include <bit>
#include <cstddef>
#include <span>
#include <vector>

namespace rpc::ndr {

template <class Frame, class Chosen>
std::vector<explained> explain(syntax s, std::endian sender, std::span<std::byte> stub,
                               Chosen chosen) {
  return with_syntax(s, [&]<class S>(S) {
    arena memory;
    server_storage storage(memory);
    reader<S, server_storage, trace> r(stub, sender, storage);
    Frame frame{};
    get_parameters(r, frame, chosen);
    if (r.failed()) raise(operation<Frame>::name, r.failure());
    return r.traced().take();
  });
}

/// What the stub data of a request hold, scalar by scalar in the order of the wire. Throws
/// rpc::error for data that a server would refuse.
template <class Frame>
std::vector<explained> explain_request(syntax s, std::endian sender, std::span<std::byte> stub) {
  return explain<Frame>(s, sender, stub, travels_in);
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_EXPLAIN_H
