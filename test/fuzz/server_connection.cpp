// What hostile clients send. The first byte is the size of the pieces in which the rest arrives.
#include <cstdint>
#include <span>

#include "feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 0)
    rpc::test::feed_server(std::as_bytes(std::span(data + 1, size - 1)), data[0] + std::size_t{1});
  return 0;
}
