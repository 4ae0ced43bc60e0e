// The endpoints of an interface are those that it names, of whatever protocol sequence.
// RUN: %clang -fsyntax-only %s
#include <rpc/rpc.h>

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a16", 1, 0), rpc::endpoint("ncacn_ip_tcp:[5000]", "ncacn_np:[\\pipe\\d]")]] d {
void f();
}
[[rpc::stubs]];

static_assert(rpc::interface<d::service>::endpoints[0] == "ncacn_ip_tcp:[5000]");
static_assert(rpc::interface<d::service>::endpoints[1] == "ncacn_np:[\\pipe\\d]");
