// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12", 1, 0), rpc::endpoint("ncacn_ip_tcp:[5000]", "5000")]] a { // expected-error {{'5000' is not a valid binding string [endpoint-bad]}}
void f();
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a13", 1, 0), rpc::endpoint("ncacn_ip_tcp:[]")]] b { // expected-error {{[endpoint-bad]}}
void f();
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a14", 1, 0), rpc::endpoint("[5000]")]] c { // expected-error {{[endpoint-bad]}}
void f();
}

// Silent.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a15", 1, 0), rpc::endpoint("ncacn_ip_tcp:[5000]", "ncalrpc:[/run/echo]", "ncacn_ip_tcp:[::1][5000]", "ncacn_np:[\\pipe\\d]")]] d {
void f();
}

[[rpc::stubs]];
