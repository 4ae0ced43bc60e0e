#ifndef VAULT_H
#define VAULT_H

#include <rpc/rpc.h>

namespace [[rpc::interface("8d1c4a3e-52f7-4a0b-9c61-0e7f3b2a9d58", 1, 0),
            rpc::pointer_default(unique)]] vault {

/// Takes from the caller's own account, and returns what is left.
std::int32_t withdraw([[rpc::in]] std::int32_t amount);

}  // namespace vault

[[rpc::stubs]];

#endif
