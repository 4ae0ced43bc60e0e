#ifndef RUNTIME_PROTOCOL_FRAGMENTER_H
#define RUNTIME_PROTOCOL_FRAGMENTER_H

#include <rpc/buffer.h>
#include <rpc/uuid.h>

#include "output.h"
#include "pdu.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace rpc::protocol {

/// What stands in front of the stub data of every fragment of one message.
struct message {
  packet type;  ///< request or response
  std::uint32_t call_id;
  std::uint16_t context;
  std::uint16_t opnum = 0;          ///< requests only
  std::optional<uuid> object = {};  ///< requests only
};

/// Writes a request or a response as fragments of at most `max_fragment` bytes, which
/// is 64 or more; all but the last carry a multiple of 8 bytes of stub data. Small
/// stubs are copied and `stub` keeps its memory; large ones are taken over and sent
/// from where they are. `stub` is empty afterwards.
void write_message(output& to, const message& head, buffer& stub, std::size_t max_fragment);

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_FRAGMENTER_H
