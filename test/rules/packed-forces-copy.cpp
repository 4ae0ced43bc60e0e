// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wpacked-forces-copy -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
#pragma pack(push, 1)
struct tight { char c; int n; };  // expected-warning {{'tight' does not lie in memory as it does on the wire, and is copied field by field [packed-forces-copy]}}
struct fits { int n; int m; };
#pragma pack(pop)
struct alignas(16) wide { int n; }; // expected-warning {{[packed-forces-copy]}}
struct plain { char c; int n; };
void a([[rpc::in]] tight *t, [[rpc::in]] fits *f, [[rpc::in]] wide *w, [[rpc::in]] plain *p);
}

[[rpc::stubs]];
