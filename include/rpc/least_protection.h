#ifndef RPC_LEAST_PROTECTION_H
#define RPC_LEAST_PROTECTION_H

#include <rpc/operation.h>
#include <rpc/security.h>

namespace rpc {

/// What the header states of the calls of an operation: the least protection that they must have,
/// on both ends. none where it states nothing.
template <class Frame>
constexpr protection least_protection() {
  if constexpr (requires { operation<Frame>::least_protection; }) {
    return operation<Frame>::least_protection;
  } else if constexpr (detail::has_interface<Frame>) {
    using service = typename decltype(detail::service_of(&operation<Frame>::run))::type;
    if constexpr (requires { interface<service>::least_protection; })
      return interface<service>::least_protection;
  }
  return protection::none;
}

}  // namespace rpc

#endif  // RPC_LEAST_PROTECTION_H
