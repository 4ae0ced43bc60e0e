#include "reassembler.h"

#include <algorithm>
#include <utility>

namespace rpc::protocol {
namespace {

constexpr std::size_t many = 32u << 10;

}  // namespace

void reserve_message(buffer& stub, std::size_t came, std::size_t size, std::size_t hint,
                     std::size_t limit) {
  if (size <= stub.capacity()) return;
  const std::size_t most = came < many ? 8 * came : limit;
  stub.reserve(std::clamp(hint, size, std::max(size, std::min(most, limit))));
}

reassembler::result reassembler::add(buffer& stub, const fragment& part, bool last,
                                     const message_limits& limits) {
  if (part.stub.empty() && !last && fragments_ > 0) return result::empty;
  if (part.message != nullptr && stub.empty()) {
    stub = std::move(*part.message);
    stub.resize(stub.size() - part.stub.size());
  }
  // Subtract from the limit instead of adding to the size: nothing can overflow.
  if (stub.size() > limits.bytes || part.stub.size() > limits.bytes - stub.size()) {
    return result::too_large;
  }
  if (fragments_ >= limits.fragments) return result::too_large;
  ++fragments_;

  const std::size_t size = stub.size() + part.stub.size();
  if (!last) reserve_message(stub, size, size, stub.size() + part.alloc_hint, limits.bytes);
  append_or_keep(stub, part.stub);
  return result::ok;
}

}  // namespace rpc::protocol
