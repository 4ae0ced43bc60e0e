#ifndef RUNTIME_PROTOCOL_REASSEMBLER_H
#define RUNTIME_PROTOCOL_REASSEMBLER_H

#include <rpc/buffer.h>

#include "pdu.h"
#include "settings.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace rpc::protocol {

/// Puts the stub data of one message together.
class reassembler {
 public:
  enum class result : std::uint8_t {
    ok,
    too_large,  ///< beyond the limit of bytes or of fragments; nothing was added
    empty,      ///< a fragment without stub data that is not the last: no progress
  };

  /// Adds the next fragment to `stub`, which holds those before it and nothing else.
  result add(buffer& stub, const fragment& part, bool last, const message_limits& limits);

 private:
  std::size_t fragments_ = 0;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_REASSEMBLER_H
