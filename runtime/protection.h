#ifndef RUNTIME_PROTECTION_H
#define RUNTIME_PROTECTION_H

#include <rpc/security.h>

namespace rpc::runtime {

/// "privacy"; lives for ever.
[[nodiscard]] const char* name_of(protection level) noexcept;

/// Whether what is protected at the one level is protected at least at the other. Packet is treated
/// as integrity.
[[nodiscard]] bool meets(protection has, protection least) noexcept;

}  // namespace rpc::runtime

#endif  // RUNTIME_PROTECTION_H
