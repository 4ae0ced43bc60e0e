// What hostile servers send. The first byte is the size of the pieces in which the rest arrives.
#include <cstdint>
#include <cstdlib>
#include <span>

#include "feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span stream = std::as_bytes(std::span(data, size));
  if (size > 0 && !rpc::test::feed_client(stream.subspan(1), data[0] + std::size_t{1}))
    std::abort();
  return 0;
}
