#include "output.h"

#include <algorithm>

namespace rpc::protocol {

std::size_t output::gather(std::span<std::span<const std::byte>> views) const noexcept {
  const std::size_t count = std::min(views.size(), pieces_.size() - first_);
  for (std::size_t i = 0; i < count; ++i) {
    const piece& from = pieces_[first_ + i];
    const buffer& source = from.source == 0 ? flat_ : bodies_[from.source - 1];
    views[i] = source.bytes().subspan(from.offset, from.size);
  }
  return count;
}

void output::consume(std::size_t count) noexcept {
  if (count == size_) return clear();
  size_ -= count;
  while (count > 0) {
    piece& front = pieces_[first_];
    const std::size_t taken = std::min(count, front.size);
    front.offset += taken;
    front.size -= taken;
    count -= taken;
    if (front.size == 0) ++first_;
  }
}

void output::clear() noexcept {
  flat_.clear();
  bodies_.clear();
  pieces_.clear();
  first_ = 0;
  size_ = 0;
  pdus_ = 0;
}

std::byte* output::extend(std::size_t count) {
  const std::size_t at = flat_.size();
  flat_.resize(at + count);
  add(0, at, count);
  ++pdus_;
  return flat_.data() + at;
}

void output::withdraw(std::size_t count) noexcept {
  flat_.resize(flat_.size() - count);  // smaller: takes no memory
  pieces_.back().size -= count;
  size_ -= count;
  --pdus_;
  if (pieces_.back().size == 0) pieces_.pop_back();
}

std::size_t output::keep(buffer& body) {
  bodies_.push_back(std::move(body));
  return bodies_.size();
}

void output::share(std::size_t number, std::size_t offset, std::size_t count) {
  add(number, offset, count);
}

void output::add(std::size_t source, std::size_t offset, std::size_t count) {
  if (count == 0) return;
  size_ += count;
  if (pieces_.size() > first_) {
    piece& back = pieces_.back();
    if (back.source == source && back.offset + back.size == offset) {
      back.size += count;
      return;
    }
  }
  pieces_.push_back({source, offset, count});
}

}  // namespace rpc::protocol
