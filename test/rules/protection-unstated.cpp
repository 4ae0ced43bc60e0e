// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wprotection-unstated -Xclang -verify %s
// RUN: %clang -fsyntax-only -Xclang -verify=off %s
// off-no-diagnostics
#include "Inputs/rpc.h"

// expected-warning@+2 {{interface 'silent' does not state the protection of its calls [protection-unstated]}}
// expected-note@+1 {{write 'rpc::protection(privacy)', or a lower level that is enough, or 'rpc::protection(none)'}}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a21", 1, 0)]] silent {
void a();
void b([[rpc::in]] std::int32_t n);
} // namespace silent

// Some operations state it.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a22", 1, 0)]] some {
[[rpc::protection(privacy)]] void a();
// expected-warning@+2 {{operation 'b' does not state the protection of its calls [protection-unstated]}}
// expected-note@+1 {{write 'rpc::protection(privacy)'}}
void b();
[[rpc::protection(none)]] void c();
[[rpc::local]] void d();
[[rpc::reserved]] void e();
} // namespace some

// Silent: what states it, if only none, and what has no calls.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a23", 1, 0), rpc::protection(none)]] stated {
void a();
} // namespace stated
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a24", 1, 0)]] each {
[[rpc::protection(none)]] void a();
[[rpc::protection(integrity)]] void b();
[[rpc::local]] void c();
} // namespace each
namespace [[rpc::local]] local {
void a();
} // namespace local
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a25", 1, 0), rpc::suppress("protection-unstated")]] suppressed {
void a();
} // namespace suppressed
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a26", 1, 0), rpc::protection(connect)]] reopened {}
namespace reopened {
void a();
} // namespace reopened
