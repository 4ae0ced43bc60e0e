// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-uuid-duplicate -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

extern rpc::handle_t usual;
namespace places { extern rpc::handle_t other; extern int number; }

// expected-error@+2 {{'nowhere' is not a variable of type 'rpc::handle_t' [handle-implicit]}}
// expected-note@+1 {{declare it before the interface, 'extern rpc::handle_t h'}}
namespace [[INTERFACE, rpc::implicit_handle(nowhere)]] a { void f(); }
// expected-error@+1 {{'places::number' is not a variable of type 'rpc::handle_t'}}
namespace [[INTERFACE, rpc::implicit_handle(places::number)]] b { void f(); }

// Silent.
namespace [[INTERFACE, rpc::implicit_handle(usual)]] c { void f(); }
namespace [[INTERFACE, rpc::implicit_handle(places::other)]] d { void f(); }

[[rpc::stubs]];
