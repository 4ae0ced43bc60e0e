//===- Capture.cpp --------------------------------------------------------===//
//
// pcap: draft-ietf-opsawg-pcap; pcapng: draft-ietf-opsawg-pcapng.
//
//===----------------------------------------------------------------------===//
#include "Capture.h"

#include "protocol/bytes.h"

#include <bit>
#include <vector>

using namespace dump;

namespace {

constexpr std::uint32_t MicrosecondMagic = 0xA1B2C3D4;
constexpr std::uint32_t NanosecondMagic = 0xA1B23C4D;
constexpr std::uint32_t SectionBlock = 0x0A0D0D0A; ///< In both byte orders.
constexpr std::uint32_t ByteOrderMagic = 0x1A2B3C4D;

using Bytes = std::span<const std::byte>;

std::uint32_t load32(Bytes From, std::size_t At, std::endian Order) {
  return rpc::protocol::load<std::uint32_t>(&From[At], Order);
}

bool isPcapMagic(std::uint32_t Magic) {
  return Magic == MicrosecondMagic || Magic == NanosecondMagic;
}

bool isPcap(Bytes File, std::endian Order) {
  return File.size() >= 4 && isPcapMagic(load32(File, 0, Order));
}

bool isPcapng(Bytes File) {
  return File.size() >= 4 &&
         load32(File, 0, std::endian::little) == SectionBlock;
}

void readPcap(Bytes File, std::endian Order,
              const std::function<void(const Packet &)> &Use) {
  constexpr std::size_t FileHeader = 24, RecordHeader = 16;
  if (File.size() < FileHeader)
    throw DamagedCapture(0, "the capture ends within its header");
  const std::uint32_t LinkType = load32(File, 20, Order) & 0xFFFF;
  std::size_t At = FileHeader;
  while (At != File.size()) {
    if (File.size() - At < RecordHeader)
      throw DamagedCapture(At, "the capture ends within a packet's header");
    const std::size_t Size = load32(File, At + 8, Order);
    if (File.size() - At - RecordHeader < Size)
      throw DamagedCapture(At, "the capture ends within a packet");
    Use({LinkType, File.subspan(At + RecordHeader, Size)});
    At += RecordHeader + Size;
  }
}

class Pcapng {
public:
  Pcapng(Bytes File, const std::function<void(const Packet &)> &Use)
      : File(File), Use(Use) {}

  void run() {
    for (std::size_t At = 0; At != File.size();)
      At += readBlock(At);
  }

private:
  /// Returns the size of the block.
  std::size_t readBlock(std::size_t At) {
    constexpr std::size_t Least = 12;
    const Bytes Rest = File.subspan(At);
    if (Rest.size() < Least)
      throw DamagedCapture(At, "the capture ends within a block");
    if (load32(Rest, 0, std::endian::little) == SectionBlock)
      beginSection(At, Rest);
    const std::size_t Size = load32(Rest, 4, Order);
    if (Size < Least || Size % 4 != 0 || Size > Rest.size())
      throw DamagedCapture(At, "a block has an impossible length");
    readBody(At, load32(Rest, 0, Order), Rest.subspan(8, Size - Least));
    return Size;
  }

  void beginSection(std::size_t At, Bytes Section) {
    Order = std::endian::little;
    if (load32(Section, 8, Order) != ByteOrderMagic)
      Order = std::endian::big;
    if (load32(Section, 8, Order) != ByteOrderMagic)
      throw DamagedCapture(At, "a section without a byte order");
    LinkTypes.clear();
  }

  void readBody(std::size_t At, std::uint32_t Type, Bytes Body) {
    constexpr std::uint32_t Interface = 1, Simple = 3, Enhanced = 6;
    if (Type == Interface && Body.size() >= 8) {
      LinkTypes.push_back(
          rpc::protocol::load<std::uint16_t>(Body.data(), Order));
    } else if (Type == Enhanced && Body.size() >= 20) {
      readPacket(At, load32(Body, 0, Order), load32(Body, 12, Order),
                 Body.subspan(20));
    } else if (Type == Simple && Body.size() >= 4) {
      // The length is that of the packet, of which the end may be missing.
      readPacket(At, 0,
                 std::min<std::size_t>(load32(Body, 0, Order), Body.size() - 4),
                 Body.subspan(4));
    } else if (Type == Interface || Type == Enhanced || Type == Simple) {
      throw DamagedCapture(At, "a block is too short for its type");
    }
  }

  void readPacket(std::size_t At, std::size_t Interface, std::size_t Size,
                  Bytes Data) {
    if (Interface >= LinkTypes.size())
      throw DamagedCapture(At, "a packet of an unknown interface");
    if (Size > Data.size())
      throw DamagedCapture(At, "a packet is larger than its block");
    Use({LinkTypes[Interface], Data.first(Size)});
  }

  Bytes File;
  const std::function<void(const Packet &)> &Use;
  std::endian Order = std::endian::little;
  std::vector<std::uint16_t> LinkTypes; ///< Of the section's interfaces.
};

} // namespace

bool dump::isCapture(Bytes File) {
  return isPcapng(File) || isPcap(File, std::endian::little) ||
         isPcap(File, std::endian::big);
}

void dump::readCapture(Bytes File,
                       const std::function<void(const Packet &)> &Use) {
  if (isPcapng(File))
    return Pcapng(File, Use).run();
  readPcap(File,
           isPcap(File, std::endian::little) ? std::endian::little
                                             : std::endian::big,
           Use);
}
