// An interface that any of several servers answers: what a call needs is in its parameters.
#ifndef JOBS_H
#define JOBS_H

#include <rpc/rpc.h>

namespace [[rpc::interface("5d0f3c1e-2f0b-4a41-9c55-8c1b5b0e7d42", 1, 0)]] jobs {

// Idempotent: a call whose connection was lost may be made again, at another server.
[[rpc::idempotent]] std::uint32_t square([[rpc::in]] std::uint32_t number,
                                         [[rpc::out]] std::uint32_t* server);

}  // namespace jobs

[[rpc::stubs]];

#endif
