// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

// expected-error@+2 {{full pointers are not supported yet, so pointer_default cannot be ptr [pointer-default-invalid]}}
// expected-note@+1 {{write 'rpc::pointer_default(unique)'}}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0), rpc::pointer_default(ptr)]] full {
void a(int **p);
}

// Silent.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12", 1, 0), rpc::pointer_default(ref)]] strict {
void a(int **p);
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a13", 1, 0), rpc::pointer_default(unique)]] nullable {
void a(int **p);
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a14", 1, 0)]] silent {
void a(int **p);
}

[[rpc::stubs]];
