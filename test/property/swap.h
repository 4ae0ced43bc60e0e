#ifndef TEST_PROPERTY_SWAP_H
#define TEST_PROPERTY_SWAP_H

#include <rpc/buffer.h>
#include <rpc/ndr/explain.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>
#include <stdexcept>

namespace rpc::test {

/// Swaps what explains itself as one field: scalars of `unit` bytes, or a context handle, which is
/// an integer and a uuid.
inline void swap_field(std::span<std::byte> bytes, std::size_t unit) {
  const auto swap = [&](std::size_t at, std::size_t size) {
    std::ranges::reverse(bytes.subspan(at, size));
  };
  if (unit == 20) {
    swap(0, 4);
    swap(4, 4);
    swap(8, 2);
    swap(10, 2);
  } else {
    for (std::size_t at = 0; at < bytes.size(); at += unit) swap(at, unit);
  }
}

/// The messages of a call, as a big-endian sender has them. What explains a message tells where its
/// scalars are; their bytes are reversed.
template <class Frame, class Messages>
Messages swap_messages(ndr::syntax syntax, Messages& little) {
  Messages big;
  big.request.append(little.request.bytes());
  big.response.append(little.response.bytes());
  const auto swap = [](buffer& stub) {
    return [&stub](const ndr::explained& field) {
      swap_field(stub.bytes().subspan(field.offset, field.size), field.unit);
    };
  };
  const ndr::message request{std::endian::little, little.request.bytes()};
  const ndr::message response{std::endian::little, little.response.bytes()};
  const auto in = swap(big.request);
  const auto out = swap(big.response);
  if (!ndr::explain_request<Frame>(syntax, request, ndr::report(in)).error.empty() ||
      !ndr::explain_response<Frame>(syntax, response, &request, ndr::report(out)).error.empty())
    throw std::logic_error("a valid message that cannot be explained");
  return big;
}

}  // namespace rpc::test

#endif  // TEST_PROPERTY_SWAP_H
