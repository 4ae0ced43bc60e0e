//===- Capture.h - pcap and pcapng files ----------------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_CAPTURE_H
#define RPCGEN_TOOLS_DUMP_CAPTURE_H

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>

namespace dump {

/// One captured packet.
struct Packet {
  std::uint32_t LinkType; ///< As www.tcpdump.org/linktypes.html numbers them.
  std::span<const std::byte> Bytes; ///< Perhaps fewer than were on the wire.
};

/// Why a capture cannot be read on.
struct DamagedCapture : std::runtime_error {
  DamagedCapture(std::size_t At, const char *Why)
      : std::runtime_error(Why), Offset(At) {}
  std::size_t Offset;
};

/// Whether a file is a capture, by its first bytes.
bool isCapture(std::span<const std::byte> File);

/// Hands the packets of a capture to `Use`, in their order. Throws
/// DamagedCapture when it meets something that makes no sense.
void readCapture(std::span<const std::byte> File,
                 const std::function<void(const Packet &)> &Use);

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_CAPTURE_H
