// MS-DRSR compiles as it is published, with all that a client and a server instantiate. The pointers to names, of which there must be
// one at least, are [unique] all the same (range-excludes-zero).
// RUN: %clang -fsyntax-only -Wall -Wextra -Werror -fplugin-arg-rpcgen-Wno-range-excludes-zero %s
#include "drsuapi.h"

template class drsuapi::basic_client<rpc::binding>;
static_assert(rpc::dispatch_table<drsuapi::service>.size() == 20);
