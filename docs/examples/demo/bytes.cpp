// Prints the requests of the echo example byte by byte, under both transfer syntaxes.
#include <rpc/ndr/explain.h>
#include <algorithm>
#include <bit>
#include <cstdio>

#include "echo.h"

namespace {

constexpr std::size_t bytes_per_line = 8;

/// The bytes of a field from `at` on, as many as a line holds.
std::string line(std::span<const std::byte> bytes, const rpc::ndr::explained& field,
                 std::size_t at) {
  const std::size_t size = std::min(field.size - at, bytes_per_line);
  std::string text;
  for (const std::byte byte : bytes.subspan(field.offset + at, size)) {
    char digits[4];
    std::snprintf(digits, sizeof digits, "%02x ", std::to_integer<unsigned>(byte));
    text += digits;
  }
  return text;
}

template <class Frame>
void show(const char* call, const Frame& frame) {
  using rpc::ndr::syntax;
  for (const syntax form : {syntax::ndr20, syntax::ndr64}) {
    rpc::buffer stub;
    rpc::ndr::marshal_request(form, frame, stub);
    const std::span<std::byte> bytes(stub.data(), stub.size());

    std::printf("%s in %s: %zu bytes\n", call, form == syntax::ndr20 ? "NDR20" : "NDR64",
                bytes.size());
    const auto print = [&](const rpc::ndr::explained& row) {
      std::printf("  %4zu  %-24s %-32s %s\n", row.offset, line(bytes, row, 0).c_str(),
                  std::string(row.name).c_str(), std::string(row.value).c_str());
      for (std::size_t at = bytes_per_line; at < row.size; at += bytes_per_line) {
        std::printf("        %s\n", line(bytes, row, at).c_str());
      }
    };
    rpc::ndr::explain_request<Frame>(form, {std::endian::little, bytes}, rpc::ndr::report(print));
    std::printf("\n");
  }
}

}  // namespace

int main() {
  std::uint32_t two = 0;
  show("add_one(1)", echo::wire::add_one{.value = 1, .result = &two});

  std::uint8_t text[] = {'d', 'l', 'r', 'o', 'w'};
  show("reverse(dlrow)", echo::wire::reverse{.count = sizeof text, .data = text});

  echo::node last{3, nullptr}, middle{2, &last}, first{1, &middle};
  show("sum(1, 2, 3)", echo::wire::sum{.list = &first});
}
