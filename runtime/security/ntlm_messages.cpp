#include "ntlm_messages.h"

#include <algorithm>

namespace rpc::security::ntlm_message {
namespace {

constexpr std::string_view signature("NTLMSSP\0", 8);

}  // namespace

std::uint32_t number(view from, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size && at + i < from.size(); ++i)
    value |= std::to_integer<std::uint32_t>(from[at + i]) << (8 * i);
  return value;
}

std::optional<view> field(view message, std::size_t at) {
  const std::size_t size = number(message, at, 2);
  const std::size_t offset = number(message, at + 4, 4);
  if (size == 0) return view();
  if (offset > message.size() || size > message.size() - offset) return std::nullopt;
  return message.subspan(offset, size);
}

std::optional<std::u16string> text_field(view message, std::size_t at) {
  const auto found = field(message, at);
  if (!found || found->size() % 2 != 0) return std::nullopt;
  std::u16string text;
  for (std::size_t i = 0; i < found->size(); i += 2)
    text.push_back(static_cast<char16_t>(number(*found, i, 2)));
  return text;
}

bool is(view token, type wanted, std::size_t least) {
  return token.size() >= least &&
         std::ranges::equal(token.first(signature.size()), std::as_bytes(std::span(signature))) &&
         number(token, signature.size(), 4) == static_cast<std::uint32_t>(wanted);
}

void put(std::string& to, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) to.push_back(static_cast<char>(value >> (8 * i)));
}

void put(std::string& to, const std::u16string& text) {
  for (const char16_t each : text) put(to, each, 2);
}

std::string begin(type of) {
  std::string message(signature);
  put(message, static_cast<std::uint8_t>(of), 4);
  return message;
}

void put_field(std::string& to, std::size_t length, std::size_t offset) {
  put(to, length, 2);
  put(to, length, 2);
  put(to, offset, 4);
}

}  // namespace rpc::security::ntlm_message
