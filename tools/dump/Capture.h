//===- Capture.h - pcap and pcapng files ----------------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_CAPTURE_H
#define RPCGEN_TOOLS_DUMP_CAPTURE_H

#include <cstddef>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>

namespace dump {

/// One captured packet.
struct Packet {
  int LinkType;                     ///< DLT_* of pcap/dlt.h
  std::span<const std::byte> Bytes; ///< Perhaps fewer than were on the wire.
};

/// Why a capture cannot be read on, in libpcap's words.
struct DamagedCapture : std::runtime_error {
  DamagedCapture(std::size_t At, const std::string &Why)
      : std::runtime_error(Why), Offset(At) {}
  std::size_t Offset; ///< Of the packet that could not be read.
};

/// Whether a file is a capture, by its first bytes.
bool isCapture(std::span<const std::byte> File);

/// Passes the packets of a capture to `Use`, in their order. Throws
/// DamagedCapture at the first packet that libpcap cannot read; so it does
/// where a pcapng file has interfaces of more than one link type.
void readCapture(std::span<const std::byte> File,
                 const std::function<void(const Packet &)> &Use);

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_CAPTURE_H
