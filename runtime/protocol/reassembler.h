#ifndef RUNTIME_PROTOCOL_REASSEMBLER_H
#define RUNTIME_PROTOCOL_REASSEMBLER_H

#include <rpc/buffer.h>

#include "pdu.h"
#include "settings.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace rpc::protocol {

/// Makes room in `stub` for `size` bytes of a message of which `came` bytes have come. The hint is
/// the size of all of them. It may say anything: at first it never makes us allocate more than
/// eight times of what came. Larger blocks cost no memory but for what is used of them.
void reserve_message(buffer& stub, std::size_t came, std::size_t size, std::size_t hint,
                     std::size_t limit);

/// Adds `bytes`, unless they are where they belong already.
inline void append_or_keep(buffer& stub, std::span<const std::byte> bytes) {
  if (bytes.data() == stub.data() + stub.size())
    stub.resize(stub.size() + bytes.size());
  else
    stub.append(bytes);
}

/// Puts the stub data of one message together.
class reassembler {
 public:
  enum class result : std::uint8_t {
    ok,
    too_large,  ///< beyond the limit of bytes or of fragments; nothing was added
    empty,      ///< one without stub data that is neither the first nor the last: no progress
  };

  /// Adds the next fragment to `stub`, which holds those before it and nothing else. If it
  /// is empty, and the fragment has a buffer with all of them, it becomes that.
  result add(buffer& stub, const fragment& part, bool last, const message_limits& limits);

 private:
  std::size_t fragments_ = 0;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_REASSEMBLER_H
