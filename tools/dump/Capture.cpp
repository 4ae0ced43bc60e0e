//===- Capture.cpp --------------------------------------------------------===//
#include "Capture.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <pcap/pcap.h>

using namespace dump;

namespace {

using Capture = std::unique_ptr<pcap_t, decltype(&pcap_close)>;

/// Throws DamagedCapture if its header makes no sense.
Capture open(std::span<const std::byte> File) {
  // libpcap only reads; fmemopen has no type that says so.
  std::FILE *Stream =
      fmemopen(const_cast<std::byte *>(File.data()), File.size(), "rb");
  if (!Stream)
    throw std::runtime_error(std::strerror(errno));
  std::array<char, PCAP_ERRBUF_SIZE> Error{};
  Capture Opened(pcap_fopen_offline(Stream, Error.data()), pcap_close);
  if (!Opened) {
    std::fclose(Stream);
    throw DamagedCapture(0, Error.data());
  }
  return Opened; // It closes the stream.
}

} // namespace

bool dump::isCapture(std::span<const std::byte> File) {
  // pcap with micro- and nanoseconds, in both byte orders; pcapng.
  constexpr std::array<std::uint32_t, 5> Magics = {
      0xA1B2C3D4, 0xD4C3B2A1, 0xA1B23C4D, 0x4D3CB2A1, 0x0A0D0D0A};
  std::uint32_t First = 0;
  if (File.size() < sizeof First)
    return false;
  std::memcpy(&First, File.data(), sizeof First);
  return std::ranges::find(Magics, First) != Magics.end();
}

void dump::readCapture(std::span<const std::byte> File,
                       const std::function<void(const Packet &)> &Use) {
  const Capture Opened = open(File);
  const int LinkType = pcap_datalink(Opened.get());
  for (;;) {
    const long At = std::ftell(pcap_file(Opened.get()));
    pcap_pkthdr *Header = nullptr;
    const unsigned char *Bytes = nullptr;
    const int Status = pcap_next_ex(Opened.get(), &Header, &Bytes);
    if (Status == PCAP_ERROR_BREAK)
      return; // The end of the file.
    if (Status != 1)
      throw DamagedCapture(At, pcap_geterr(Opened.get()));
    Use({LinkType, std::as_bytes(std::span(Bytes, Header->caplen))});
  }
}
