// [[rpc::suppress]] is for all that is written of a declaration. What silences nothing is reported.
// RUN: %clang -fsyntax-only -Xclang -verify %s
#include <rpc/rpc.h>

namespace [[rpc::interface("9f7d3c58-8e07-4a6e-9b8f-0f9d1e2a6c01", 1, 0)]] tested {
[[rpc::suppress("return-const")]] const int a();
const int b(); // expected-warning {{[return-const]}}
#define QUIET [[rpc::suppress("return-const")]]
QUIET const int c();
#define CONSTANT const int
[[rpc::suppress("return-const")]] CONSTANT d();

[[rpc::suppress("return-const")]] int e();                 // expected-warning {{'return-const' finds nothing here [unused-suppression]}}
[[rpc::suppress("return-const", "uuid-bad")]] const int f(); // expected-warning {{'uuid-bad' finds nothing here}}
[[rpc::suppress("retrun-const")]] const int g();           // expected-warning {{there is no rule 'retrun-const'; did you mean 'return-const'? [unused-suppression]}} expected-warning {{[return-const]}}
[[rpc::suppress("attribute-place")]] int always();         // expected-warning {{'attribute-place' is always reported [unused-suppression]}}
void h([[rpc::suppress("return-const")]] int n);           // expected-warning {{finds nothing here}}
struct [[rpc::suppress("return-const")]] s {               // expected-warning {{finds nothing here}}
  [[rpc::suppress("return-const")]] int n;                 // expected-warning {{finds nothing here}}
};
} // namespace tested

// Of a part of a namespace, only that part.
namespace [[rpc::suppress("return-const")]] tested {
const int i();
const int j();
} // namespace tested
namespace tested {
const int k(); // expected-warning {{[return-const]}}
}

// No interface, for all that it says of itself.
namespace [[rpc::suppress("return-const")]] other { // expected-warning {{finds nothing here}}
const int l();
[[rpc::suppress("return-const")]] int variable;     // expected-warning {{finds nothing here}}
template <class T> [[rpc::suppress("return-const")]] T function(); // expected-warning {{finds nothing here}}
}

[[rpc::stubs]];
