// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
enum below {
  fine,
  // expected-error@+1 {{'minus' is -1, and enumeration 'below' travels in 16 bits: values from 0 to 32767 [enum-out-of-range]}}
  minus = -1
};
// expected-note@+1 {{[[rpc::v1_enum]] gives it 32 bits}}
enum class above {
  // expected-error@+1 {{'large' is 70000, and enumeration 'above' travels in 16 bits}}
  large = 70000
};
enum [[rpc::v1_enum]] wide : std::uint32_t {
  all = 0xffffffff
};
struct record { below b; };
void a([[rpc::in]] record *r, [[rpc::in]] above b[2], wide w);

// Silent.
enum narrow { zero, most = 32767 };
enum [[rpc::v1_enum]] negative { down = -1 };
enum unused { huge = 70000 };
void b(narrow n, negative m);
}

[[rpc::stubs]];
