#include "framer.h"

#include "bytes.h"
#include "reassembler.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace rpc::protocol {
namespace {

// What comes in pieces and is smaller is copied.
constexpr std::size_t least_in_place = 4096;

// What is read at a time. So much is on its way from a peer that waits for us to read.
constexpr std::size_t most_in_place = std::size_t{512} << 10;

}  // namespace

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

bool framer::goes_in_place(const header& head) const {
  const bool has_stub =
      head.type == packet::response || (head.type == packet::request && !head.has(flag::object));
  return messages_ != nullptr && has_stub && head.auth_length == 0 &&
         head.fragment_length >= least_in_place;
}

std::size_t framer::places(std::span<std::byte> room, std::span<std::span<std::byte>> into) {
  into[0] = room;
  if (!in_place_ || given_) return 1;
  into[0] = {stub_.data() + stub_.size(), missing()};
  const std::size_t each = head_.fragment_length - call_header_size;
  std::size_t at = begin_ + each, left = ahead_, count = 1;
  while (left > 0 && count < into.size() && room.size() >= call_header_size) {
    into[count++] = room.first(call_header_size);
    room = room.subspan(call_header_size);
    const std::size_t size = std::min(each, left);
    // A header comes last, so that it is known then where its fragment goes.
    if (count + 1 >= into.size() || at + size > stub_.size() + most_in_place) break;
    into[count++] = {stub_.data() + at, size};
    at += size;
    left -= size;
  }
  return count;
}

/// Whether a header is the one that was expected before `stub` bytes.
bool framer::follows(std::span<const std::byte> next, std::size_t stub) const {
  if (next.size() < call_header_size) return false;
  const header head = read_header(next);
  return head.supported && head.type == head_.type && !head.has(flag::first) &&
         head.call_id == head_.call_id && head.order == head_.order && goes_in_place(head) &&
         head.fragment_length == call_header_size + stub;
}

// Of what was read to places of fragments to come, everything up to the first of them that is
// another one is where it belongs.
void framer::feed(runs places, std::size_t count) {
  if (places.size() == 1) return feed(places[0].first(count));
  std::size_t right = std::min(places[0].size(), count);
  std::size_t at = 1;
  for (bool goes_on = true; goes_on && at + 1 < places.size() && count - right > call_header_size;
       at += 2) {
    const auto next = places[at];
    if (!follows(next, places[at + 1].size())) break;
    goes_on = !read_header(next).has(flag::last);
    right = std::min(right + next.size() + places[at + 1].size(), count);
  }
  input_ = {};
  scattered_ = true;
  more_ = places;
  more_size_ = right;
  last_ = {};
  untaken_ = buffer();
  if (right == count) return;
  misplaced_.clear();
  for (; right < count; ++at) {
    const auto run = places[at].first(std::min(places[at].size(), count - right));
    misplaced_.append(run);
    right += run.size();
  }
  last_ = misplaced_.bytes();
}

std::span<const std::byte> framer::gather() {
  buffer rest;
  do rest.append(input_);
  while (advance());
  misplaced_ = std::move(rest);
  input_ = misplaced_.bytes();
  return input_;
}

std::optional<frame> framer::next() {
  if (given_) forget();
  if (scattered_ && input_.empty()) advance();
  if (input_.empty() && !scattered_) return std::nullopt;
  if (!partial_.empty() || input_.size() < header_size) return next_partial();

  const header head = read_header(input_);
  if (!acceptable(head)) return frame{head, {}};
  if (input_.size() < head.fragment_length) return next_partial();
  const auto pdu = input_.first(head.fragment_length);
  input_ = input_.subspan(head.fragment_length);
  return frame{head, pdu};
}

/// Collects a PDU that came in several pieces.
std::optional<frame> framer::next_partial() {
  if (in_place_) return next_in_place();
  if (!fill(header_size)) return std::nullopt;
  head_ = read_header(partial_.bytes());
  if (!acceptable(head_)) return frame{head_, {}};
  if (goes_in_place(head_)) {
    if (!fill(call_header_size)) return std::nullopt;
    begin_in_place();
    return next_in_place();
  }
  if (!fill(head_.fragment_length)) return std::nullopt;
  given_ = true;
  return frame{head_, partial_.bytes()};
}

void framer::begin_in_place() {
  const std::size_t size = head_.fragment_length - call_header_size;
  const std::size_t hint = load<std::uint32_t>(partial_.data() + header_size, head_.order);
  const std::size_t most = messages_->most_stub(head_);
  const std::size_t came = std::min(size, input_.size() + (scattered_ ? more_size_ : 0));
  stub_ = messages_->take_stub(head_);
  begin_ = stub_.size();
  in_place_ = true;
  const std::size_t end = begin_ + size;
  // Where it is being read to there is room, and nothing moves.
  reserve_message(stub_, begin_ + came, end, begin_ + hint, most);
  ahead_ = head_.has(flag::last) ? 0 : std::max(hint, size) - size;
  ahead_ = std::min(ahead_, std::max(stub_.capacity(), end) - end);
}

std::optional<frame> framer::next_in_place() {
  while (missing() > 0) {
    if (input_.empty() && !advance()) return std::nullopt;
    const auto came = input_.first(std::min(missing(), input_.size()));
    input_ = input_.subspan(came.size());
    append_or_keep(stub_, came);
  }
  given_ = true;
  return frame{head_, partial_.bytes(), &stub_, begin_};
}

/// The PDU that was given. If its message was not taken, what follows may still be in its
/// memory.
void framer::forget() {
  given_ = false;
  partial_.clear();
  if (!std::exchange(in_place_, false)) return;
  begin_ = 0;
  if (scattered_ && untaken_.capacity() == 0) std::swap(untaken_, stub_);
  stub_ = buffer();
}

void framer::forget_misplaced() noexcept {
  if (given_) forget();
  feed({});
  misplaced_ = buffer();
  untaken_ = buffer();
}

/// Goes on to the next run of input; false after the last.
bool framer::advance() {
  if (!scattered_) return false;
  if (more_size_ > 0) {
    input_ = more_.front().first(std::min(more_.front().size(), more_size_));
    more_ = more_.subspan(1);
    more_size_ -= input_.size();
  } else {
    scattered_ = false;
    input_ = last_;
    untaken_ = buffer();
  }
  return !input_.empty();
}

/// Moves input to partial_ until it has `size` bytes; false if there is not enough.
bool framer::fill(std::size_t size) {
  while (partial_.size() < size) {
    if (input_.empty() && !advance()) return false;
    const std::size_t count = std::min(size - partial_.size(), input_.size());
    partial_.append(input_.first(count));
    input_ = input_.subspan(count);
  }
  return true;
}

}  // namespace rpc::protocol
