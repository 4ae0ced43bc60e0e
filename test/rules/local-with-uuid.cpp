// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12", 1, 0), rpc::local]] a {} // expected-warning {{interface 'a' is local, and no peer ever sees its uuid [local-with-uuid]}}
namespace [[rpc::local, rpc::uuid("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a13")]] b {}           // expected-warning {{interface 'b' is local}}

// Silent.
namespace [[rpc::local]] c {}
namespace [[INTERFACE]] d {
void f();
}

[[rpc::stubs]];
