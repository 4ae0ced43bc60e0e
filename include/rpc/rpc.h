#ifndef RPC_RPC_H
#define RPC_RPC_H

/// Everything that annotated headers and their stubs need. Programs without interfaces include the
/// headers that they use.

/// RPC_HAS_STUBS is defined where the stubs of interfaces come from: by the plugin, which answers
/// this pragma, and by generated files. Sources that use the types of interfaces alone may define
/// it.
#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wunknown-pragmas"
#pragma rpcgen
#pragma clang diagnostic pop
#endif

#if __cplusplus < 202002L
#error "rpcgen needs C++20: compile with -std=c++20"
#include <cstdint>  // So that this is the only error.
#include <string>
#include <vector>
#elif !defined(RPC_HAS_STUBS)
#error "interfaces have no stubs here: use rpcgen_interface (CMake), -fplugin or -include X.rpc.h"
#include <rpc/see_the_error_above.h>  // There is none, which ends the compilation: each use would be one more error.
#else

// IWYU pragma: always_keep
// IWYU pragma: begin_exports
#include <rpc/binding.h>
#include <rpc/call_memory.h>
#include <rpc/call_options.h>
#include <rpc/client.h>
#include <rpc/connection.h>
#include <rpc/context.h>
#include <rpc/endpoint.h>
#include <rpc/error.h>
#include <rpc/handle.h>
#include <rpc/memory.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/release.h>
#include <rpc/ndr/wire_form.h>
#include <rpc/none.h>
#include <rpc/operation.h>
#include <rpc/orphans.h>
#include <rpc/pipe.h>
#include <rpc/server.h>
#include <rpc/service.h>
#include <rpc/status.h>
#include <rpc/stop.h>
#include <rpc/stub_memory.h>
#include <rpc/user_allocator.h>
#include <rpc/uuid.h>

#include <cstdint>
// IWYU pragma: end_exports

#endif

#endif  // RPC_RPC_H
