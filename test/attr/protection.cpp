// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include <rpc/rpc.h>

namespace [[rpc::interface("94b1f0a6-0a0f-44a8-b0a3-2f2e6c1c7d21", 1, 0), rpc::protection(integrity)]] tested {
[[rpc::protection(privacy)]] void right();
[[rpc::protection("privacy")]] void quoted();
[[using rpc: protection(privacy), idempotent]] void with_others();
[[rpc::protection(integrity)]] void again();
[[rpc::protection]] void bare();                     // expected-error {{'rpc::protection' takes one argument [attribute-arguments]}}
[[rpc::protection()]] void empty();                  // expected-error {{'rpc::protection' takes one argument}}
[[rpc::protection(privacy, none)]] void two();       // expected-error {{'rpc::protection' takes one argument}}
[[rpc::protection(secret)]] void unknown();          // expected-error {{'rpc::protection' takes none, connect, integrity or privacy [attribute-arguments]}}
[[rpc::protection(Privacy)]] void capital();         // expected-error {{'rpc::protection' takes none, connect, integrity or privacy}}
[[rpc::protection(rpc::protection::privacy)]] void qualified(); // expected-error {{'rpc::protection' takes none, connect, integrity or privacy}}
[[rpc::protection(6)]] void number();                // expected-error {{'rpc::protection' takes none, connect, integrity or privacy}}
[[rpc::protection(packet)]] void packet();           // expected-error {{'rpc::protection' takes none, connect, integrity or privacy}}
[[rpc::protection(1 + 5)]] void sum();               // expected-error {{'rpc::protection' takes names and literals, no expressions}}
[[rpc::protektion(privacy)]] void misspelt();        // expected-error {{'rpc::protektion' is unknown; did you mean 'rpc::protection'? [unknown-attribute]}}
void parameter([[rpc::protection(privacy)]] int n);  // expected-error {{'rpc::protection' belongs on a namespace or a function, not on a parameter [attribute-place]}}
struct [[rpc::protection(privacy)]] record {         // expected-error {{'rpc::protection' belongs on a namespace or a function, not on a struct}}
  [[rpc::protection(privacy)]] int n;                // expected-error {{'rpc::protection' belongs on a namespace or a function, not on a field}}
};
using alias [[rpc::protection(privacy)]] = int;      // expected-error {{'rpc::protection' belongs on a namespace or a function, not on a type alias}}
} // namespace tested

[[rpc::protection(privacy)]] int misplaced;          // expected-error {{'rpc::protection' belongs on a namespace or a function, not on a variable}}
enum class [[rpc::protection(privacy)]] colour {};   // expected-error {{'rpc::protection' belongs on a namespace or a function, not on an enumeration}}
[[rpc::protection(privacy)]];                        // expected-error {{'rpc::protection' belongs on a namespace or a function, not on an empty declaration}}
