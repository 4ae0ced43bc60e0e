#include <rpc/serialize.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "protocol/bytes.h"

namespace rpc {
namespace {

constexpr std::byte little_endian{0x10};
constexpr std::byte big_endian{0x00};
constexpr std::byte filler{0xCC};

/// What the two versions differ in. Lengths of headers are multiples of the alignment, which all
/// objects have, and to which they are padded.
struct version {
  std::byte number;
  std::uint16_t common_header;  ///< bytes
  std::size_t alignment;        ///< and bytes of the private header
};
constexpr version version1{std::byte{1}, 8, 8};
constexpr version version2{std::byte{2}, 64, 16};

constexpr std::size_t transfer_syntax_at = 24;  // in the common header of version 2
constexpr std::size_t interface_at = 44;

constexpr const version& version_of(serialization format) {
  return format == serialization::version1 ? version1 : version2;
}

/// Version 1 has no private header before an object of a primitive type; version 2 has one.
bool has_private_header(serialization format, bool primitive) {
  return format != serialization::version1 || !primitive;
}

std::size_t padded(std::size_t size, const version& v) { return ndr::align_up(size, v.alignment); }

void store(std::byte* at, const syntax_id& syntax) {
  protocol::store(at, syntax.id);
  protocol::store(at + 16, syntax.major);
  protocol::store(at + 18, syntax.minor);
}

[[noreturn]] void refuse(const std::string& what, const std::string& problem) {
  throw error(status::bad_stub_data, what + ": " + problem);
}

}  // namespace

encoder::encoder(const encode_options& options) : options_(options) {
  const version& v = version_of(options_.format);
  stream_.resize(v.common_header, filler);
  stream_[0] = v.number;
  stream_[1] = little_endian;
  protocol::store(&stream_[2], v.common_header);
  if (options_.format == serialization::version1) return;
  const bool ndr64 = options_.format == serialization::version2_ndr64;
  store(&stream_[transfer_syntax_at], ndr64 ? ndr64_syntax : ndr20_syntax);
  store(&stream_[interface_at], options_.interface);
}

void encoder::append_body(bool primitive, std::span<const ndr::writer::piece> pieces) {
  const version& v = version_of(options_.format);
  const std::size_t size = padded(body_.size(), v);
  if (size > std::numeric_limits<std::uint32_t>::max())
    throw error(status::invalid_bound, "an object of more than 4 GiB cannot be serialised");
  const std::size_t at = stream_.size();
  const bool header = has_private_header(options_.format, primitive);
  const std::size_t begin = at + (header ? v.alignment : 0);
  stream_.reserve(begin + size);
  stream_.resize(begin);
  if (header) protocol::store(&stream_[at], static_cast<std::uint32_t>(size));
  const auto body = std::as_const(body_).bytes();
  const auto append = [&](std::span<const std::byte> bytes) {
    stream_.insert(stream_.end(), bytes.begin(), bytes.end());
  };
  std::size_t done = 0;
  for (const ndr::writer::piece& each : pieces) {
    append(body.subspan(done, each.at - done));
    append(each.bytes);
    done = each.at + each.bytes.size();
  }
  append(body.subspan(done));
  stream_.resize(begin + size);
}

decoder::decoder(std::span<const std::byte> stream, const decode_options& options)
    : stream_(stream), options_(options) {
  constexpr auto what = "a serialised stream";
  if (stream.size() < version1.common_header) refuse(what, "it ends within its header");
  const bool first = stream[0] == version1.number;
  if (!first && stream[0] != version2.number)
    refuse(what, "its version is " + std::to_string(std::to_integer<int>(stream[0])));
  const version& v = first ? version1 : version2;

  // The common header is little endian, whatever follows (2.2.6.1).
  protocol::reader header(stream, 2, std::endian::little);
  if (header.take<std::uint16_t>() != v.common_header || stream.size() < v.common_header)
    refuse(what, "its header is not of " + std::to_string(v.common_header) + " bytes");
  if (first && stream[1] == big_endian) {
    sender_ = std::endian::big;
  } else if (stream[1] != little_endian) {
    refuse(what, "its byte order is " + std::to_string(std::to_integer<int>(stream[1])));
  }
  if (!first) {
    header.skip(transfer_syntax_at - header.position());
    const syntax_id syntax = header.take_syntax();
    if (syntax != ndr20_syntax && syntax != ndr64_syntax)
      throw error(status::unsupported_transfer_syntax,
                  std::string(what) + ": its syntax is " + syntax.id.text());
    format_ =
        syntax == ndr64_syntax ? serialization::version2_ndr64 : serialization::version2_ndr20;
    interface_ = header.take_syntax();
  }
  consumed_ = v.common_header;
}

/// The bytes of the next object, as many as the length before it says, or else as the alignment.
/// Lengths should count the padding, but those of some peers do not.
std::span<const std::byte> decoder::take_body(bool primitive, const std::string& type) {
  const version& v = version_of(format_);
  protocol::reader header(stream_, consumed_, sender_);
  std::size_t size = v.alignment;
  if (has_private_header(format_, primitive)) {
    size = header.take<std::uint32_t>();
    header.skip(v.alignment - sizeof(std::uint32_t));
  }
  if (!header.ok()) refuse(type, "the stream ends before the object");
  const std::size_t begin = header.position();
  const std::size_t left = stream_.size() - begin;
  if (has_private_header(format_, primitive) && size > left)
    refuse(type, "its length is " + std::to_string(size) + ", but " + std::to_string(left) +
                     " bytes are left");
  consumed_ = begin + std::min(padded(size, v), left);
  return stream_.subspan(begin, std::min(size, left));
}

}  // namespace rpc
