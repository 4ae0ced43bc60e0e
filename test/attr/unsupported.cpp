// What the table knows and the plugin does not do yet is never ignored.
// RUN: %clang -fsyntax-only -Xclang -verify %s

void f([[rpc::string, rpc::charset(utf16)]] const char *p); // expected-error {{'rpc::charset' is not supported yet [not-supported]}} expected-note {{use char16_t}}
[[rpc::async]] void h();                            // expected-error {{'rpc::async' is not supported yet}} expected-note {{use std::async}}
using server [[rpc::handle]] = void *;              // expected-error {{'rpc::handle' is not supported yet}} expected-note {{leave it out: the client object names the server}}
[[rpc::maybe]] void m();                            // expected-error {{'rpc::maybe' is not supported by stubs yet [not-supported]}}
namespace [[rpc::async_uuid("60a15ec5-4de8-11d7-a637-005056a20183")]] a {} // expected-error {{'rpc::async_uuid' is not supported yet}} expected-note {{leave it out}}
