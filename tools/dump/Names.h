//===- Names.h - numbers of PDUs as text ----------------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_NAMES_H
#define RPCGEN_TOOLS_DUMP_NAMES_H

#include "protocol/pdu.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dump {

/// "0x1C010002"
std::string hex(std::uint32_t Number, int Digits);

/// "2 (fault)"; "2" without a name.
std::string named(std::uint32_t Number, std::string_view Name);

/// By the name of the number in a list of those from 0 on.
template <std::size_t N>
std::string named(std::uint32_t Number, const std::string_view (&Names)[N]) {
  return named(Number, Number < N ? Names[Number] : "");
}

/// Of pfc_flags: "0x03 (first, last)"
std::string flagsText(std::uint8_t Flags);

/// "1 byte", "2 bytes"
std::string bytesText(std::size_t Count);

/// "request", or "unknown"
std::string_view nameOf(rpc::protocol::packet Type);

/// "ndr20", "ndr64", or uuid and version.
std::string nameOf(const rpc::syntax_id &Syntax);

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_NAMES_H
