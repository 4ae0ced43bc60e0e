// RUN: %clang -fsyntax-only -Xclang -verify %s
#include "Inputs/rpc.h"

// expected-note@+1 5 {{lower it here, and raise it for the operations that need more}}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a31", 1, 0), rpc::protection(integrity)]] tested {
// expected-warning@+1 {{the protection 'none' of 'a' has no effect: interface 'tested' demands 'integrity' of all its calls [protection-weaker]}}
[[rpc::protection(none)]] void a();
// expected-warning@+1 {{the protection 'connect' of 'b' has no effect: interface 'tested' demands 'integrity' of all its calls}}
[[rpc::protection("connect")]] void b();
// expected-warning@+1 {{the protection 'none' of 'c' has no effect}}
[[rpc::protection(none)]] std::int32_t c(rpc::handle_t h);
// expected-warning@+1 {{the protection 'none' of 'd' has no effect}}
[[rpc::opnum(7), rpc::protection(none)]] void d(std::int32_t n);
} // namespace tested
namespace tested {
// expected-warning@+1 {{the protection 'none' of 'e' has no effect}}
[[rpc::protection(none)]] void e();

// Silent: what is stricter or the same, or says nothing.
[[rpc::protection(integrity)]] void f();
[[rpc::protection(privacy)]] void g();
void h();
[[rpc::suppress("protection-weaker"), rpc::protection(none)]] void i();
} // namespace tested

// Silent: an interface that demands nothing.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a32", 1, 0)]] open {
[[rpc::protection(none)]] void a();
[[rpc::protection(connect)]] void b();
} // namespace open
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a33", 1, 0), rpc::protection(none)]] none {
[[rpc::protection(none)]] void a();
[[rpc::protection(privacy)]] void b();
} // namespace none
