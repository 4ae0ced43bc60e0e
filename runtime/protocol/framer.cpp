#include "framer.h"

#include <algorithm>

namespace rpc::protocol {

bool framer::acceptable(const header& head) const {
  if (!head.supported || head.fragment_length < header_size) return false;
  switch (head.type) {
    case packet::bind:
    case packet::bind_ack:
    case packet::alter_context:
    case packet::alter_context_resp:
    case packet::auth3: return true;
    default: return head.fragment_length <= max_fragment_;
  }
}

std::optional<frame> framer::next() {
  if (given_) {
    partial_.clear();
    given_ = false;
  }
  if (!partial_.empty()) return next_partial();
  if (input_.size() < header_size) return next_partial();

  const header head = read_header(input_);
  if (!acceptable(head)) return frame{head, {}};
  if (input_.size() < head.fragment_length) return next_partial();
  const auto pdu = input_.first(head.fragment_length);
  input_ = input_.subspan(head.fragment_length);
  return frame{head, pdu};
}

/// Collects a PDU that came in several pieces.
std::optional<frame> framer::next_partial() {
  if (!fill(header_size)) return std::nullopt;
  const header head = read_header(partial_.bytes());
  if (!acceptable(head)) return frame{head, {}};
  if (!fill(head.fragment_length)) return std::nullopt;
  given_ = true;
  return frame{head, partial_.bytes()};
}

/// Moves input to partial_ until it has `size` bytes; false if there is not enough.
bool framer::fill(std::size_t size) {
  const std::size_t missing = size - std::min(size, partial_.size());
  const std::size_t count = std::min(missing, input_.size());
  partial_.append(input_.first(count));
  input_ = input_.subspan(count);
  return count == missing;
}

}  // namespace rpc::protocol
