#ifndef TEST_PROPERTY_SWAP_H
#define TEST_PROPERTY_SWAP_H

#include <rpc/buffer.h>
#include <rpc/ndr/explain.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <stdexcept>

namespace rpc::test {

/// The messages of a call, as a big-endian sender has them. What explains a message tells where its
/// scalars are; their bytes are reversed.
template <class Frame, class Messages>
Messages swap_messages(ndr::syntax syntax, Messages& little) {
  Messages big;
  big.request.append(little.request.bytes());
  big.response.append(little.response.bytes());
  const auto swap = [](buffer& stub) {
    return [&stub](const ndr::explained& field) {
      for (std::size_t at = field.offset; at < field.offset + field.size; at += field.unit)
        std::ranges::reverse(stub.bytes().subspan(at, field.unit));
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
