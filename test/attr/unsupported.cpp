// What the table knows and the plugin does not do yet is never ignored.
// RUN: %clang -fsyntax-only -Xclang -verify %s

struct record {
  int n;
  [[rpc::value(2 * n)]] int bytes; // expected-error {{'rpc::value' is not supported yet [not-supported]}} expected-note {{set the field before the call}}
};
[[rpc::async]] void h();                            // expected-error {{'rpc::async' is not supported yet}} expected-note {{leave it out: every operation has an asynchronous form, rpc::async(client)}}
[[rpc::maybe]] void m();                            // expected-error {{'rpc::maybe' is not supported by stubs yet [not-supported]}}
namespace [[rpc::async_uuid("60a15ec5-4de8-11d7-a637-005056a20183")]] a {} // expected-error {{'rpc::async_uuid' is not supported yet}} expected-note {{leave it out}}
