#include "reassembler.h"

#include <algorithm>

namespace rpc::protocol {
namespace {

constexpr std::size_t many = 32u << 10;

}  // namespace

reassembler::result reassembler::add(buffer& stub, const fragment& part, bool last,
                                     const message_limits& limits) {
  if (part.stub.empty() && !last) return result::empty;
  // Subtract from the limit instead of adding to the size: nothing can overflow.
  if (stub.size() > limits.bytes || part.stub.size() > limits.bytes - stub.size()) {
    return result::too_large;
  }
  if (fragments_ >= limits.fragments) return result::too_large;
  ++fragments_;

  // The hint is the size of this and all that follow. It may say anything: at first it never makes
  // us allocate more than eight times of what came. Larger blocks cost no memory but for what
  // is used of them.
  const std::size_t size = stub.size() + part.stub.size();
  if (!last && size > stub.capacity()) {
    const std::size_t most = size < many ? 8 * size : limits.bytes;
    stub.reserve(std::clamp<std::size_t>(stub.size() + part.alloc_hint, size,
                                         std::max(size, std::min(most, limits.bytes))));
  }
  stub.append(part.stub);
  return result::ok;
}

}  // namespace rpc::protocol
