// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12", 1, 2)]] tested {
int variable;
void first();
[[rpc::since(1)]] void second();
// expected-warning@+1 {{'late' came with minor version 3, and interface 'tested' has version 1.2 [since-version]}}
[[rpc::since(3)]] void late();
// expected-warning@+1 {{the minor version of operation 'odd' must be a constant from 0 to 65535 [since-version]}}
[[rpc::since(-1)]] void odd();
// expected-warning@+1 {{the minor version of operation 'large' must be a constant}}
[[rpc::since(65536)]] void large();
// expected-warning@+1 {{the minor version of operation 'unknown' must be a constant}}
[[rpc::since(variable)]] void unknown();
[[rpc::since(2)]] void third();
// expected-warning@+1 {{'inserted' has a higher number than 'third', and came with an older minor version [since-version]}}
[[rpc::since(1)]] void inserted();
// expected-warning@+1 {{'unsaid' has a higher number than 'third', and came with an older minor version}}
void unsaid();
} // namespace tested

// Numbers count, and not the order of declarations.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a13"), rpc::version(1, 2)]] numbered {
[[rpc::opnum(2), rpc::since(2)]] void third();
[[rpc::opnum(0)]] void first();
[[rpc::opnum(1), rpc::since(1)]] void second();
enum { newest = 2 };
[[rpc::opnum(4), rpc::since(newest)]] void fifth();
} // namespace numbered

// Silent: what has no number, or none that is used.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a14", 1, 1)]] gaps {
[[rpc::since(1)]] void first();
[[rpc::reserved]] void second();
[[rpc::local]] void helper();
[[rpc::since(1)]] void third();
} // namespace gaps

[[rpc::stubs]];
