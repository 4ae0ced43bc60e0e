#ifndef TICKETS_H
#define TICKETS_H

#include <rpc/rpc.h>

// Context handles, for peers that know nothing of our stubs.

namespace [[rpc::interface("b1e7a9d0-6c1f-4f43-9a53-2d0b8f6e7c01", 1, 0)]] tickets {

struct ticket;
using handle [[rpc::context_handle(lose)]] = ticket*;
[[rpc::local]] void lose(handle left);

void open([[rpc::in]] std::uint32_t number, [[rpc::out]] handle* made);
std::uint32_t use([[rpc::in]] handle with);
void close([[rpc::in, rpc::out]] handle* left);
/// How many tickets were lost with their clients.
std::uint32_t lost();

}  // namespace tickets

[[rpc::stubs]];

#endif
