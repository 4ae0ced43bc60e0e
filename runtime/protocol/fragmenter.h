#ifndef RUNTIME_PROTOCOL_FRAGMENTER_H
#define RUNTIME_PROTOCOL_FRAGMENTER_H

#include <rpc/buffer.h>
#include <rpc/uuid.h>

#include "output.h"
#include "pdu.h"
#include "secured.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace rpc::protocol {

/// What precedes the stub data in every fragment of one message.
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
/// from where they are. `stub` is empty afterwards. If `by` is not null, it protects them; those
/// that it cannot protect are not written.
void write_message(output& to, const message& head, buffer& stub, std::size_t max_fragment,
                   secured* by = nullptr);

/// Which part of a message: its beginning, its end, both or neither.
struct part {
  bool first;
  bool last;
};

/// Writes a part of a message whose stub data are not known as a whole, and returns how many bytes
/// of `stub` went: all of the last part, else as many as fill fragments. The others begin
/// the next part.
std::size_t write_part(output& to, const message& head, std::span<const std::byte> stub,
                       std::size_t max_fragment, part which, secured* by = nullptr);

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_FRAGMENTER_H
