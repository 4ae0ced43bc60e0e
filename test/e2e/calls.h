// What operations and interfaces say of calls: numbers that are reserved, endpoints, idempotence.
#pragma once
#include <rpc/rpc.h>

namespace [[rpc::interface("a3d0f7c1-6b1e-4e0b-8c57-5d1f0e9b2c01", 2, 0),
            rpc::endpoint("ncacn_ip_tcp:127.0.0.1[0]", "ncacn_ip_tcp:[5000]")]] calls {

[[rpc::idempotent]] std::int32_t first();
[[rpc::reserved]] void second();
std::int32_t third();

}  // namespace calls

/// The version before it, which had the operation whose number is reserved now.
namespace [[rpc::interface("a3d0f7c1-6b1e-4e0b-8c57-5d1f0e9b2c01", 2, 0),
            rpc::suppress("uuid-duplicate")]] older_calls {

std::int32_t first();
void second();

}  // namespace older_calls

[[rpc::stubs]];
