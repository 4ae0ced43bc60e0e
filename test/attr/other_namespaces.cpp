// An attribute of ours without our namespace changes nothing, and an interface that needs it is another one.
// RUN: %clang -fsyntax-only -ferror-limit=0 -Wno-unknown-attributes -Wno-ignored-attributes -Xclang -verify %s
#include <cstdint>

namespace outside {
struct node {
  std::int32_t n;
  [[unique]] node *next; // expected-error {{'unique' is not an attribute of namespace rpc; write 'rpc::unique' [unknown-attribute]}}
};
enum class [[v1_enum]] colour { red }; // expected-error {{write 'rpc::v1_enum'}}
using handle [[context_handle]] = void *; // expected-error {{write 'rpc::context_handle'}}
using names [[string]] = char *[2]; // expected-error {{write 'rpc::string'}}
// What no interface uses may be meant for somebody else.
struct other {
  [[unique]] other *next;
};
void marked([[in]] int *p, [[out]] int *q, [[sise_is(2)]] int *r);
using number [[range(0, 5)]] = int;
}

#define OUT [[out]]
#define BOTH in, out

namespace [[rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0)]] tested {
void plain([[in]] std::int32_t n);                       // expected-error {{'in' is not an attribute of namespace rpc; write 'rpc::in' [unknown-attribute]}}
void mixed([[rpc::in, string]] const char *s);           // expected-error {{'string' is not an attribute of namespace rpc; write 'rpc::string'}}
void first([[string, rpc::in]] const char *s);           // expected-error {{write 'rpc::string'}}
void arguments([[rpc::in]] std::int32_t n,
               [[rpc::in]] [[size_is(n)]] std::int32_t *p); // expected-error {{write 'rpc::size_is'}}
void misspelt([[sizeis(2)]] std::int32_t *p);            // expected-error {{'sizeis' is not an attribute of namespace rpc; write 'rpc::size_is'}}
void macro(OUT std::int32_t *p);                         // expected-error {{write 'rpc::out'}}
void macros([[BOTH]] std::int32_t *p);                   // expected-error {{write 'rpc::in'}} expected-error {{write 'rpc::out'}}
[[idempotent]] std::int32_t function();                  // expected-error {{write 'rpc::idempotent'}}
void prefix([[rpc_in]] std::int32_t n);                   // expected-error {{'rpc_in' is not an attribute of namespace rpc; write 'rpc::in'}}
void upper([[RPC::in]] std::int32_t n);                  // expected-error {{'RPC::in' is not an attribute of namespace rpc; write 'rpc::in'}}
void swapped([[rcp::in]] std::int32_t n);                // expected-error {{'rcp::in' is not}}
void longer([[rpcgen::in]] std::int32_t n);              // expected-error {{'rpcgen::in' is not}}
void midl([[midl::in]] std::int32_t n);                  // expected-error {{'midl::in' is not}}
void both([[Rpc::sise_is(2)]] std::int32_t *p);          // expected-error {{'Rpc::sise_is' is not an attribute of namespace rpc; write 'rpc::size_is'}}
void scope([[using RPC: in, out]] std::int32_t *p);      // expected-error {{'RPC::in' is not}} expected-error {{'RPC::out' is not}}
void gnu(__attribute__((in)) std::int32_t n);            // expected-error {{'__attribute__((in))' is not an attribute of namespace rpc; write '[[rpc::in]]'}}
void gnus(__attribute__((unused, size_is(n), in)) std::int32_t *p, std::int32_t n); // expected-error {{write '[[rpc::size_is]]'}} expected-error {{write '[[rpc::in]]'}}
void inout([[inout]] std::int32_t *p);                   // expected-error {{'inout' is not an attribute of namespace rpc; write 'rpc::in, rpc::out'}}
struct inside {
  [[ref]] std::int32_t *p;                               // expected-error {{write 'rpc::ref'}}
};
void used(outside::node *n, outside::colour c, outside::handle h, outside::names s);

// Right, or somebody else's.
void scoped([[using rpc: in, out]] std::int32_t *p);
[[nodiscard]] std::int32_t checked();
[[deprecated("later"), gnu::cold]] void old([[maybe_unused]] std::int32_t n, [[other::in, other::size_is(n)]] std::int32_t m);
void pure(std::int32_t n) __attribute__((nothrow, cold));
[[clang::suppress]] [[gsl::suppress("in")]] [[using other: in, out]] std::int32_t in();
}

// Where there is no interface without them.
namespace [[interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12", 1, 0)]] lost {} // expected-error {{'interface' is not an attribute of namespace rpc; write 'rpc::interface'}}
namespace [[Rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a12", 1, 0)]] lost {} // expected-error {{'Rpc::interface' is not}}
namespace [[deprecated]] old {}
[[stubs]]; // expected-error {{'stubs' is not an attribute of namespace rpc; write 'rpc::stubs'}}
