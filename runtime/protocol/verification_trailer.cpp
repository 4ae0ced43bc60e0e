#include "verification_trailer.h"

#include "bind.h"
#include "bytes.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rpc::protocol {
namespace {

constexpr std::array<std::uint8_t, 8> signature = {0x8a, 0xe3, 0x13, 0x71, 0x02, 0xf4, 0x36, 0x71};

/// Commands, and what their numbers say besides.
namespace command {
constexpr std::uint16_t bitmask = 1;
constexpr std::uint16_t presentation_context = 2;
constexpr std::uint16_t header2 = 3;
constexpr std::uint16_t number = 0x3fff;
constexpr std::uint16_t ends = 0x4000;
constexpr std::uint16_t must_process = 0x8000;
}  // namespace command

constexpr std::uint32_t supports_header_signing = 1;

/// It begins in the last bytes, at a multiple of 4.
constexpr std::size_t longest = 1024;

/// Of an interface a client may want an older minor version.
bool is_of(const syntax_id& wanted, const syntax_id& served) {
  return wanted.id == served.id && wanted.major == served.major && wanted.minor <= served.minor;
}

bool is_signature(std::span<const std::byte> at) {
  return std::ranges::equal(at.first(signature.size()), std::as_bytes(std::span(signature)));
}

/// Whether one command agrees with the request.
bool agrees(std::uint16_t number, reader& from, std::size_t size, const request_facts& of) {
  switch (number & command::number) {
    case command::bitmask: {
      const auto bits = from.take<std::uint32_t>();
      // A client that can sign headers has offered it, unless the offer was removed on its way.
      return size == 4 && ((bits & supports_header_signing) == 0 || of.signs_headers);
    }
    case command::presentation_context: {
      const syntax_id interface = from.take_syntax();
      const syntax_id transfer = from.take_syntax();
      return size == 40 && is_of(interface, of.interface) && transfer == transfer_syntax(of.syntax);
    }
    case command::header2: {
      const auto type = from.take<std::uint8_t>();
      from.skip(3);
      const auto representation = from.take<std::uint8_t>();
      from.skip(3);
      const auto call_id = from.take<std::uint32_t>();
      const auto context = from.take<std::uint16_t>();
      const auto opnum = from.take<std::uint16_t>();
      const bool little = (representation & 0xf0) != 0;
      return size == 16 && type == static_cast<std::uint8_t>(packet::request) &&
             little == (of.head.order == std::endian::little) && call_id == of.head.call_id &&
             context == of.context && opnum == of.opnum;
    }
    default: from.skip(size); return (number & command::must_process) == 0;
  }
}

void put_command(buffer& to, std::uint16_t number, std::span<const std::byte> value) {
  std::array<std::byte, 4> head;
  store(head.data(), number);
  store(head.data() + 2, static_cast<std::uint16_t>(value.size()));
  to.append(head);
  to.append(value);
}

void store_syntax(std::byte* to, const syntax_id& syntax) {
  store(to, syntax.id);
  store(to + 16, syntax.major);
  store(to + 18, syntax.minor);
}

}  // namespace

void append_verification_trailer(buffer& stub, const request_facts& of) {
  constexpr std::byte zeros[3] = {};
  stub.append(std::span(zeros).first((4 - stub.size() % 4) % 4));
  stub.append(std::as_bytes(std::span(signature)));

  std::array<std::byte, 4> bits;
  store(bits.data(), supports_header_signing);
  put_command(stub, command::bitmask, bits);

  std::array<std::byte, 16> header{};
  if (!of.signs_headers) {
    header[4] = std::byte{0x10};  // little-endian, ASCII, IEEE
    store(header.data() + 8, of.head.call_id);
    store(header.data() + 12, of.context);
    store(header.data() + 14, of.opnum);
    put_command(stub, command::header2, header);
  }

  std::array<std::byte, 40> syntaxes;
  store_syntax(syntaxes.data(), of.interface);
  store_syntax(syntaxes.data() + 20, transfer_syntax(of.syntax));
  put_command(stub, command::presentation_context | command::ends, syntaxes);
}

bool take_verification_trailer(buffer& stub, const request_facts& of) {
  const std::span<const std::byte> all = stub.bytes();
  const std::size_t least = signature.size() + 4;
  if (all.size() < least) return true;
  for (std::size_t at = (all.size() - least) / 4 * 4;; at -= 4) {
    if (is_signature(all.subspan(at))) {
      reader from(all, at + signature.size(), std::endian::little);
      for (bool goes_on = true; goes_on;) {
        const auto number = from.take<std::uint16_t>();
        const auto size = from.take<std::uint16_t>();
        if (!from.ok() || !agrees(number, from, size, of) || !from.ok()) return false;
        goes_on = (number & command::ends) == 0;
      }
      stub.resize(at);
      return true;
    }
    if (at < 4 || all.size() - at > longest) return true;
  }
}

}  // namespace rpc::protocol
