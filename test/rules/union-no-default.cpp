// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wunion-no-default -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
union [[rpc::switch_type(int)]] closed { [[rpc::case(1)]] int n; [[rpc::case(2)]] char c; }; // expected-warning {{'closed' has no default, and a discriminant that a later version adds is an error [union-no-default]}}
union [[rpc::switch_type(int)]] open { [[rpc::case(1)]] int n; [[rpc::default]] rpc::none other; };
void a(int t, [[rpc::switch_is(t)]] closed c, [[rpc::switch_is(t)]] open o);
}

[[rpc::stubs]];
