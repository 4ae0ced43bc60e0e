// What a ticket says of an account, KERB_VALIDATION_INFO.
#include <cstdint>
#include <cstdlib>
#include <span>

#include "security/pac.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = rpc::security::read_logon_info(std::as_bytes(std::span(data, size)));
  if (read && read->groups.size() > size / 4) std::abort();
  return 0;
}
