// A protected fragment that was changed on its way. The first byte chooses the level, the direction
// and the amount of stub data; the others are what is changed, from the last byte of the verifier
// back to the header.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "security/pair.h"

namespace {

using rpc::protection;
using kind = rpc::protocol::client_event::kind;

/// Whether something was changed.
bool change(rpc::test::bytes& pdu, const std::uint8_t* data, std::size_t size) {
  bool changed = false;
  for (std::size_t i = 0; i < size && i < pdu.size(); ++i) {
    pdu[pdu.size() - 1 - i] ^= std::byte{data[i]};
    changed = changed || data[i] != 0;
  }
  return changed;
}

bool answered(const rpc::test::pair& one) {
  for (const auto& event : one.events)
    if (event.what == kind::response) return true;
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const protection levels[] = {protection::packet, protection::integrity, protection::privacy,
                               protection::privacy};
  rpc::test::pair one(levels[data[0] % 4]);
  if (!one.bind()) std::abort();
  const std::size_t amount = data[0] / 8 % 32;
  one.request(amount);
  rpc::test::bytes pdu = one.from_client();
  const bool response = data[0] / 4 % 2 != 0;
  if (response) {
    one.to_server(pdu);
    if (one.calls.size() != 1) std::abort();
    rpc::buffer stub(amount);
    one.server.respond(one.calls[0].ticket, stub);
    pdu = one.from_server();
  }
  const bool changed = change(pdu, data + 1, size - 1);
  response ? one.to_client(pdu) : one.to_server(pdu);
  if ((response ? answered(one) : !one.calls.empty()) == changed) std::abort();
  return 0;
}
