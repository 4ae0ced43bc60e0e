//===- Pdu.h - the fields of a PDU ----------------------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_PDU_H
#define RPCGEN_TOOLS_DUMP_PDU_H

#include "Output.h"

#include "protocol/pdu.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace dump {

/// Whether bytes that begin so can be a PDU: a stream that has lost its place
/// goes on where this is true. Needs header_size bytes.
bool looksLikePdu(std::span<const std::byte> Bytes);

/// What the end of a PDU says about its protection (C706 13.2.6.1).
struct Protection {
  rpc::protocol::auth_trailer Trailer = rpc::protocol::auth_trailer::none;
  std::size_t BodyEnd = 0; ///< Where padding and trailer begin.
  bool Encrypted = false;  ///< Level PKT_PRIVACY: stub data mean nothing.
};

/// Of a PDU whose own fields end at `Body`, as it says itself.
Protection protectionOf(const rpc::protocol::header &Head,
                        std::span<const std::byte> Pdu, std::size_t Body);

/// Prints the fields of a PDU; what is missing at the end is a problem. Stub
/// data are shown as bytes unless they are `Decoded` elsewhere.
void printPdu(const rpc::protocol::header &Head, std::span<const std::byte> Pdu,
              bool Decoded, Output &Out);

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_PDU_H
