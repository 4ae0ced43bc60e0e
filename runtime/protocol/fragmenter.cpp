#include "fragmenter.h"

#include "bytes.h"

#include <algorithm>

namespace rpc::protocol {

namespace {

/// Up to here a copy costs less than another entry in a gather write.
constexpr std::size_t copied_at_most = 4096;

void write_call_header(output& to, const message& head, std::uint8_t flags, std::size_t header,
                       std::size_t stub, std::size_t hint) {
  std::byte* pdu = to.extend(header);
  if (head.object) {
    flags |= flag::object;
    store(pdu + call_header_size, *head.object);
  }
  write_header(pdu, head.type, flags, header + stub, head.call_id);
  store(pdu + 16, static_cast<std::uint32_t>(std::min<std::size_t>(hint, UINT32_MAX)));
  store(pdu + 20, head.context);
  store(pdu + 22, head.opnum);  // of a response: cancel_count and a reserved byte, both 0
}

/// Writes fragments for `size` bytes of stub data, those at an offset by `put(offset, count)`, and
/// returns how many bytes they carry.
template <class Put>
std::size_t write_fragments(output& to, const message& head, std::size_t size,
                            std::size_t max_fragment, part which, Put put) {
  const std::size_t header = call_header_size + (head.object ? 16 : 0);
  const std::size_t most = (max_fragment - header) / 8 * 8;
  std::size_t at = 0;
  while (which.last || size - at >= most) {
    const std::size_t count = std::min(most, size - at);
    const bool ends = which.last && at + count == size;
    const auto flags =
        static_cast<std::uint8_t>((which.first ? flag::first : 0) | (ends ? flag::last : 0));
    write_call_header(to, head, flags, header, count, which.last ? size - at : 0);
    put(at, count);
    at += count;
    which.first = false;
    if (ends) break;
  }
  return at;
}

}  // namespace

void write_message(output& to, const message& head, buffer& stub, std::size_t max_fragment) {
  const std::size_t size = stub.size();
  const std::size_t kept = size > copied_at_most ? to.keep(stub) : 0;
  write_fragments(to, head, size, max_fragment, {true, true},
                  [&](std::size_t at, std::size_t count) {
                    if (kept != 0) {
                      to.share(kept, at, count);
                    } else {
                      to.copy(stub.bytes().subspan(at, count));
                    }
                  });
  stub.clear();
}

std::size_t write_part(output& to, const message& head, std::span<const std::byte> stub,
                       std::size_t max_fragment, part which) {
  return write_fragments(
      to, head, stub.size(), max_fragment, which,
      [&](std::size_t at, std::size_t count) { to.copy(stub.subspan(at, count)); });
}

}  // namespace rpc::protocol
