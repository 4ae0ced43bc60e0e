// RUN: rm -rf %t
// RUN: %clang -x c++-header -fsyntax-only -fplugin-arg-rpcgen-Wno-pointer-may-be-array -fplugin-arg-rpcgen-out=%t %S/Inputs/released.h
// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-lock=%t/released.rpc.json -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-opnum-changed -fplugin-arg-rpcgen-lock=%t/released.rpc.json %s
// RUN: %clang -fsyntax-only %s
// RUN: %clang -x c++-header -fsyntax-only -Werror -fplugin-arg-rpcgen-lock=%t/released.rpc.json %S/Inputs/released.h
#include <rpc/rpc.h>

// expected-error@+1 {{operation 20, 'q', is gone from 'other': a newer server refuses the calls of older clients [opnum-changed]}}
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0), rpc::pointer_default(unique)]] other {
enum [[rpc::v1_enum]] colour { red, green };
enum shade { pale, deep };
struct node {
  // expected-error@+2 {{'list.value' of 'c' is uint32, and was uint16: a server misreads what clients of the other version send [opnum-changed]}}
  // expected-error@+1 {{'at.value' of 'i' is uint32, and was uint16: a server misreads what clients of the other version send, and a client misreads what servers of the other version send}}
  std::uint32_t value;
  node *next;
};
struct old_node {
  std::uint16_t renamed;
  old_node *next;
};
union value {
  [[rpc::case(1)]] std::int32_t number;
  // expected-error@+1 {{'which.it.text' of 'f' has a new case 3: an older server refuses what newer clients send}}
  [[rpc::case(3), rpc::string]] char *text;
};
struct tagged {
  std::uint32_t kind;
  // expected-error@+1 {{'which.it.text' of 'f' has lost the case 2: a newer server refuses what older clients send}}
  [[rpc::switch_is(kind)]] value it;
};
void a();
// expected-error@+1 {{'step' of 'b' is uint32, and was uint16}}
void b([[rpc::in]] std::uint32_t step, [[rpc::out]] std::uint32_t *result);
void c([[rpc::in, rpc::unique]] const node *list);
// expected-error@+1 {{'paint' of 'd' is an enum of 32 bits, and was an enum of 16 bits: a server misreads what clients of the other version send}}
void d([[rpc::in]] colour paint);
// expected-error@+1 {{'a' of 'e' is a varying conformant array, and was a conformant array}}
void e([[rpc::in]] std::uint32_t n, [[rpc::in, rpc::size_is(n), rpc::length_is(1)]] const std::int32_t *a);
void f([[rpc::in]] const tagged *which);
// expected-error@+1 {{the result of 'g' is gone: a client misreads what servers of the other version send}}
void g([[rpc::in, rpc::string]] const char *name);
// expected-error@+1 {{'a' of 'h' is a fixed array of 5 elements, and was a fixed array of 4 elements}}
void h([[rpc::in]] const std::uint32_t a[5]);
void i([[rpc::in, rpc::out]] node *at);
// expected-error@+1 {{operation 9 was 'j', and is 'inserted' now: peers of the other version call another one}}
void inserted();
// expected-error@+1 {{'y' of 'k' is new: a server misreads what clients of the other version send}}
void k([[rpc::in]] std::int32_t x, [[rpc::in]] std::int32_t y);
// expected-error@+1 {{'paint' of 'l' is an enum of 16 bits, and was an enum of 32 bits}}
void l([[rpc::in]] shade paint);
// expected-error@+1 {{'list' of 'm' is new: a client misreads what servers of the other version send}}
void m([[rpc::in, rpc::out]] old_node *list);
[[rpc::suppress("opnum-changed")]] void n([[rpc::in]] std::int32_t is_silent);
// expected-error@+1 {{'list' of 'o' is a unique pointer, and was a full pointer: a newer server misreads what older clients send}}
void o([[rpc::in, rpc::unique]] const old_node *list);

// Silent: another name, a reference, and what is new at the end.
void renamed([[rpc::in]] const std::int32_t &renamed_too);
void added([[rpc::in]] const node *list);
}

// Another version is another interface.
namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 2, 0)]] newer {
void c();
}

[[rpc::stubs]];
