#include "fragmenter.h"

#include "bytes.h"

#include <algorithm>

namespace rpc::protocol {

namespace {

/// Up to here a copy costs less than another entry in a gather write.
constexpr std::size_t copied_at_most = 4096;

void write_call_header(output& to, const message& head, std::uint8_t flags, std::size_t header,
                       std::size_t stub, std::size_t left) {
  std::byte* pdu = to.extend(header);
  if (head.object) {
    flags |= flag::object;
    store(pdu + call_header_size, *head.object);
  }
  write_header(pdu, head.type, flags, header + stub, head.call_id);
  store(pdu + 16, static_cast<std::uint32_t>(std::min<std::size_t>(left, UINT32_MAX)));
  store(pdu + 20, head.context);
  store(pdu + 22, head.opnum);  // of a response: cancel_count and a reserved byte, both 0
}

}  // namespace

void write_message(output& to, const message& head, buffer& stub, std::size_t max_fragment) {
  const std::size_t header = call_header_size + (head.object ? 16 : 0);
  const std::size_t size = stub.size();
  const std::size_t most = (max_fragment - header) / 8 * 8;

  const std::size_t kept = size > copied_at_most ? to.keep(stub) : 0;
  std::size_t at = 0;
  do {
    const std::size_t count = std::min(most, size - at);
    const bool last = at + count == size;
    const auto flags =
        static_cast<std::uint8_t>((at == 0 ? flag::first : 0) | (last ? flag::last : 0));
    write_call_header(to, head, flags, header, count, size - at);
    if (kept != 0) {
      to.share(kept, at, count);
    } else {
      to.copy(stub.bytes().subspan(at, count));
    }
    at += count;
  } while (at < size);
  stub.clear();
}

}  // namespace rpc::protocol
