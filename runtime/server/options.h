#ifndef RUNTIME_SERVER_OPTIONS_H
#define RUNTIME_SERVER_OPTIONS_H

#include "../protocol/settings.h"

#include <rpc/server.h>

#include <chrono>
#include <cstdint>

namespace rpc::runtime {

/// The same with everything that was left open.
[[nodiscard]] server_options complete(server_options options);

/// How exact time limits are: a twentieth of the shortest of them, half a second at most.
[[nodiscard]] std::chrono::milliseconds tick_of(const server_options& options);

/// What a connection offers; `default_fragment` is that of its transport.
[[nodiscard]] protocol::settings settings_of(const server_options& options,
                                             std::uint16_t default_fragment);

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_OPTIONS_H
