// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{union 'value' needs at least one arm [union-empty]}}
// expected-note@+1 {{an arm that holds nothing is a member of type 'rpc::none'}}
union [[rpc::switch_type(int)]] value {};
union [[rpc::switch_type(int)]] right { [[rpc::default]] rpc::none nothing; };
void a(int tag, [[rpc::switch_is(tag)]] value v, [[rpc::switch_is(tag)]] right r);
}

[[rpc::stubs]];
