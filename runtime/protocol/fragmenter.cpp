#include "fragmenter.h"

#include "bytes.h"

#include <algorithm>
#include <cstring>

namespace rpc::protocol {

namespace {

/// Up to here a copy costs less than another entry in a gather write.
constexpr std::size_t copied_at_most = 4096;

std::size_t header_size_of(const message& head) {
  return call_header_size + (head.object ? 16 : 0);
}

void write_call_header(std::byte* pdu, const message& head, std::uint8_t flags, std::size_t length,
                       std::size_t auth_length, std::size_t hint) {
  if (head.object) {
    flags |= flag::object;
    store(pdu + call_header_size, *head.object);
  }
  write_header(pdu, head.type, flags, length, head.call_id, auth_length);
  store(pdu + 16, static_cast<std::uint32_t>(std::min<std::size_t>(hint, UINT32_MAX)));
  // Windows and Samba write the lower half only, and Samba's tests want it so.
  const bool response = head.type == packet::response;
  store(pdu + 20, static_cast<std::uint16_t>(response ? head.context & 0xFF : head.context));
  store(pdu + 22, head.opnum);  // of a response: cancel_count and a reserved byte, both 0
}

/// Cuts `size` bytes of stub data into fragments of at most `most`, those at an offset written by
/// `write(flags, at, count, hint)`, and returns how many bytes they carry.
template <class Write>
std::size_t write_fragments(std::size_t size, std::size_t most, part which, Write write) {
  std::size_t at = 0;
  while (which.last || size - at >= most) {
    const std::size_t count = std::min(most, size - at);
    const bool ends = which.last && at + count == size;
    const auto flags =
        static_cast<std::uint8_t>((which.first ? flag::first : 0) | (ends ? flag::last : 0));
    write(flags, at, count, which.last ? size - at : 0);
    at += count;
    which.first = false;
    if (ends) break;
  }
  return at;
}

/// Fragments without protection. `stub` is the body of that number which `to` keeps; 0: is copied.
std::size_t write_plain(output& to, const message& head, std::span<const std::byte> stub,
                        std::size_t kept, std::size_t max_fragment, part which) {
  const std::size_t header = header_size_of(head);
  return write_fragments(
      stub.size(), (max_fragment - header) / 8 * 8, which,
      [&](std::uint8_t flags, std::size_t at, std::size_t count, std::size_t hint) {
        std::byte* const pdu = to.extend(kept != 0 ? header : header + count);
        write_call_header(pdu, head, flags, header + count, 0, hint);
        if (kept != 0)
          to.share(kept, at, count);
        else if (count != 0)
          std::memcpy(pdu + header, stub.data() + at, count);
      });
}

std::size_t write_protected(output& to, const message& head, std::span<const std::byte> stub,
                            std::size_t max_fragment, part which, secured& by) {
  const std::size_t header = header_size_of(head);
  return write_fragments(
      stub.size(), by.capacity(max_fragment - header), which,
      [&](std::uint8_t flags, std::size_t at, std::size_t count, std::size_t hint) {
        by.write(to, header, stub.subspan(at, count),
                 [&](std::byte* pdu, std::size_t length, std::size_t auth_length) {
                   write_call_header(pdu, head, flags, length, auth_length, hint);
                 });
      });
}

}  // namespace

void write_message(output& to, const message& head, buffer& stub, std::size_t max_fragment,
                   secured* by) {
  const std::span<const std::byte> bytes = stub.bytes();
  constexpr part whole{true, true};
  if (by != nullptr && by->protects()) {
    write_protected(to, head, bytes, max_fragment, whole, *by);
  } else {
    const std::size_t kept = bytes.size() > copied_at_most ? to.keep(stub) : 0;
    write_plain(to, head, bytes, kept, max_fragment, whole);
  }
  stub.clear();
}

std::size_t write_part(output& to, const message& head, std::span<const std::byte> stub,
                       std::size_t max_fragment, part which, secured* by) {
  if (by != nullptr && by->protects())
    return write_protected(to, head, stub, max_fragment, which, *by);
  return write_plain(to, head, stub, 0, max_fragment, which);
}

}  // namespace rpc::protocol
