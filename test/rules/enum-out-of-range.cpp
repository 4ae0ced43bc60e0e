// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <filesystem>
#include <rpc/status.h>
#include <system_error>
#include <variant>
#include <vector>

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

// Those of libraries are reported where they are used.
using code = rpc::status;
// expected-error@+2 {{the value that 'c' returns is of enumeration 'status', whose 'comm_failure' is 469827585, and travels in 16 bits: values from 0 to 32767}}
// expected-note@+1 {{throw an rpc::error, or use 'std::uint32_t'}}
rpc::status c();
struct outcome {
  code result; // expected-error {{field 'result' is of enumeration 'status'}}
  std::filesystem::perms mode; // expected-error {{field 'mode' is of enumeration 'perms', whose 'unknown' is 65535}}
};
void d([[rpc::out]] outcome *o, [[rpc::out]] rpc::status *s); // expected-error {{[out] parameter 's' is of enumeration 'status'}}
void e([[rpc::in]] const std::vector<code> &v, [[rpc::out]] code (&a)[2]); // expected-error 2 {{is of enumeration 'status'}}
void f([[rpc::in]] const std::variant<int, std::vector<rpc::status>> &v); // expected-error {{is of enumeration 'status'}}

// Silent.
void g(std::errc e, [[rpc::in]] const std::vector<std::errc> &v);
enum narrow { zero, most = 32767 };
enum [[rpc::v1_enum]] negative { down = -1 };
enum unused { huge = 70000 };
void b(narrow n, negative m);
}

[[rpc::stubs]];
