#ifndef RPC_RPC_H
#define RPC_RPC_H

/// Everything that annotated headers and their stubs need.

#if __cplusplus < 202002L
#error "rpcgen needs C++20: compile with -std=c++20"
#include <cstdint>  // So that this is the only error.
#include <string>
#include <vector>
#else

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

#endif

#endif  // RPC_RPC_H
