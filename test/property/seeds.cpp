// Prints seeds for the fuzzer of the interfaces that this is linked with: for every operation a
// random request and response, each in one syntax and byte order, a line of hexadecimal digits
// each.
#include <iostream>
#include <string>

#include "subject.h"

namespace {

using namespace rpc;
using test::messages;

constexpr std::size_t largest_message = 160;

/// The seed of a small message that says much: the largest up to a limit, or else the smallest.
std::uint64_t telling_seed(const test::subject& of, ndr::syntax syntax) {
  std::uint64_t best = 0;
  std::size_t chosen = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const messages made = of.make(syntax, seed, std::byte{0});
    const std::size_t size = made.request.size() + made.response.size();
    const bool better =
        size <= largest_message ? size > chosen || chosen > largest_message : size < chosen;
    if (best == 0 || better) {
      best = seed;
      chosen = size;
    }
  }
  return best;
}

std::string hex(std::span<const std::byte> bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::byte b : bytes) {
    text += digits[std::to_integer<unsigned>(b) >> 4];
    text += digits[std::to_integer<unsigned>(b) & 15];
  }
  return text;
}

/// See rpc::fuzz_input.
std::string input(const test::subject& of, ndr::syntax syntax, std::endian sender,
                  const messages* of_response, std::span<const std::byte> stub) {
  const auto number = [](std::size_t value) {
    return hex(std::array{static_cast<std::byte>(value), static_cast<std::byte>(value >> 8)});
  };
  const int choices = (syntax == ndr::syntax::ndr64 ? 1 : 0) |
                      (sender == std::endian::big ? 2 : 0) | (of_response != nullptr ? 4 : 0);
  std::string text = hex(std::array{static_cast<std::byte>(choices)}) + number(of.number);
  if (of_response != nullptr)
    text += number(of_response->request.size()) + hex(of_response->request.bytes());
  return text + hex(stub);
}

}  // namespace

int main() {
  for (const test::subject& of : test::subjects()) {
    std::cout << "# " << of << '\n';
    for (const ndr::syntax syntax : {ndr::syntax::ndr20, ndr::syntax::ndr64}) {
      messages little = of.make(syntax, telling_seed(of, syntax), std::byte{0});
      const messages big = of.swap(syntax, little);
      const bool swap_request = syntax == ndr::syntax::ndr64;
      std::cout << input(of, syntax, swap_request ? std::endian::big : std::endian::little, nullptr,
                         (swap_request ? big : little).request.bytes())
                << '\n'
                << input(of, syntax, swap_request ? std::endian::little : std::endian::big, &little,
                         (swap_request ? little : big).response.bytes())
                << '\n';
    }
  }
}
