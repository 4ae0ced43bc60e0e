// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

// expected-error@+2 {{the version of interface 'wide' must be a major and a minor number, each from 0 to 65535 [version-format]}}
// expected-note@+1 {{write for example '1, 0'}}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 70000)]] wide {
void a();
}
// expected-error@+1 {{the version of interface 'dotted' must be}}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12"), rpc::version(1.70000)]] dotted {
void a();
}
// expected-error@+1 {{the version of interface 'worded' must be}}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a13", one, 0)]] worded {
void a();
}

// Silent.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a14", 65535, 65535)]] most {
void a();
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a15")]] none_given {
void a();
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a16"), rpc::version(1.5)]] point {
void a();
}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a17", 3)]] major_only {
void a();
}

[[rpc::stubs]];
