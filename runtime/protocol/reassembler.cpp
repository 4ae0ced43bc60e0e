#include "reassembler.h"

#include <algorithm>

namespace rpc::protocol {

reassembler::result reassembler::add(buffer& stub, const fragment& part, bool last,
                                     const message_limits& limits) {
  if (part.stub.empty() && !last) return result::empty;
  // Subtract from the limit instead of adding to the size: nothing can overflow.
  if (stub.size() > limits.bytes || part.stub.size() > limits.bytes - stub.size()) {
    return result::too_large;
  }
  if (fragments_ >= limits.fragments) return result::too_large;
  ++fragments_;

  // The first fragment's hint is the size of all. It may say anything: it never makes us
  // allocate more than twice of what came.
  if (stub.empty() && !last) {
    const std::size_t size = part.stub.size();
    stub.reserve(std::clamp<std::size_t>(part.alloc_hint, size, std::min(2 * size, limits.bytes)));
  }
  stub.append(part.stub);
  return result::ok;
}

}  // namespace rpc::protocol
