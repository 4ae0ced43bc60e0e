#include "spnego_tokens.h"

#include <array>

namespace rpc::security::spnego {
namespace {

using der::bytes;
using der::make;
using der::take;
using der::view;
namespace tag = der::tag;

/// 1.3.6.1.5.5.2
constexpr std::array<std::uint8_t, 6> spnego_oid = {0x2b, 0x06, 0x01, 0x05, 0x05, 0x02};

bytes copy(view from) { return {from.begin(), from.end()}; }

/// A field [number] that holds a value of type `inner`. False if it is there and not right.
bool take_field(view& from, std::uint8_t number, std::uint8_t inner, std::optional<bytes>& to) {
  auto field = take(from, tag::context(number));
  if (!field) return true;
  const auto value = take(*field, inner);
  if (!value) return false;
  to = copy(*value);
  return true;
}

void append_field(bytes& to, std::uint8_t number, std::uint8_t inner,
                  const std::optional<bytes>& from) {
  if (!from) return;
  const bytes made = make(tag::context(number), {make(inner, {*from})});
  to.insert(to.end(), made.begin(), made.end());
}

}  // namespace

bytes encode(init_token& from) {
  bytes all;
  for (const bytes& each : from.mechanisms) {
    const bytes made = make(tag::oid, {each});
    all.insert(all.end(), made.begin(), made.end());
  }
  from.list = make(tag::sequence, {all});
  bytes fields = make(tag::context(0), {from.list});
  append_field(fields, 2, tag::octet_string, from.token);
  const bytes inner = make(tag::context(0), {make(tag::sequence, {fields})});
  return make(tag::application0, {make(tag::oid, {std::as_bytes(std::span(spnego_oid))}), inner});
}

bytes encode(const response_token& from) {
  bytes fields;
  if (from.state)
    append_field(fields, 0, tag::enumerated, bytes{static_cast<std::byte>(*from.state)});
  append_field(fields, 1, tag::oid, from.mechanism);
  append_field(fields, 2, tag::octet_string, from.token);
  append_field(fields, 3, tag::octet_string, from.mic);
  return make(tag::context(1), {make(tag::sequence, {fields})});
}

std::optional<init_token> decode_init(view from) {
  auto application = take(from, tag::application0);
  if (!application || !take(*application, tag::oid)) return std::nullopt;
  auto choice = take(*application, tag::context(0));
  if (!choice) return std::nullopt;
  auto fields = take(*choice, tag::sequence);
  if (!fields) return std::nullopt;
  auto list = take(*fields, tag::context(0));
  if (!list) return std::nullopt;

  init_token result;
  result.list = copy(*list);
  auto mechanisms = take(*list, tag::sequence);
  if (!mechanisms) return std::nullopt;
  while (!mechanisms->empty()) {
    const auto next = take(*mechanisms, tag::oid);
    if (!next) return std::nullopt;
    result.mechanisms.push_back(copy(*next));
  }
  (void)take(*fields, tag::context(1));  // reqFlags, which mean nothing (RFC 4178 4.2.1)
  if (!take_field(*fields, 2, tag::octet_string, result.token)) return std::nullopt;
  return result;
}

std::optional<response_token> decode_response(view from) {
  auto choice = take(from, tag::context(1));
  if (!choice) return std::nullopt;
  auto fields = take(*choice, tag::sequence);
  if (!fields) return std::nullopt;
  response_token result;
  std::optional<bytes> state;
  const bool right = take_field(*fields, 0, tag::enumerated, state) &&
                     take_field(*fields, 1, tag::oid, result.mechanism) &&
                     take_field(*fields, 2, tag::octet_string, result.token) &&
                     take_field(*fields, 3, tag::octet_string, result.mic);
  if (!right || (state && state->size() != 1)) return std::nullopt;
  if (state) result.state = static_cast<spnego::state>(state->front());
  return result;
}

}  // namespace rpc::security::spnego
