#ifndef TEST_PING_ECHO_H
#define TEST_PING_ECHO_H

#include <rpc/rpc.h>

namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0)]] echo {
std::int32_t add_one([[rpc::in]] std::int32_t value);
}

[[rpc::stubs]];

#endif  // TEST_PING_ECHO_H
