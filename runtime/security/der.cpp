#include "der.h"

namespace rpc::security::der {
namespace {

std::size_t octet(view from, std::size_t at) { return std::to_integer<std::size_t>(from[at]); }

}  // namespace

std::optional<element> take(view& from) {
  if (from.size() < 2) return std::nullopt;
  std::size_t size = octet(from, 1);
  std::size_t at = 2;
  if (size >= 0x80) {  // a length in so many bytes
    const std::size_t count = size - 0x80;
    if (count == 0 || count > 3 || count > from.size() - at) return std::nullopt;
    size = 0;
    for (const std::size_t end = at + count; at < end; ++at) size = size << 8 | octet(from, at);
  }
  if (size > from.size() - at) return std::nullopt;
  const element found{static_cast<std::uint8_t>(octet(from, 0)), from.subspan(at, size)};
  from = from.subspan(at + size);
  return found;
}

std::optional<view> take(view& from, std::uint8_t wanted) {
  view rest = from;
  const auto found = take(rest);
  if (!found || found->tag != wanted) return std::nullopt;
  from = rest;
  return found->content;
}

bytes make(std::uint8_t tag, std::initializer_list<view> parts) {
  std::size_t size = 0;
  for (const view part : parts) size += part.size();
  bytes made{std::byte{tag}};
  if (size < 0x80) {
    made.push_back(static_cast<std::byte>(size));
  } else {
    const std::size_t count = size > 0xffff ? 3 : size > 0xff ? 2 : 1;
    made.push_back(static_cast<std::byte>(0x80 + count));
    for (std::size_t i = count; i-- > 0;) made.push_back(static_cast<std::byte>(size >> (8 * i)));
  }
  for (const view part : parts) made.insert(made.end(), part.begin(), part.end());
  return made;
}

}  // namespace rpc::security::der
