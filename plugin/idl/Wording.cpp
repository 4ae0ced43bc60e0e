//===- Wording.cpp --------------------------------------------------------===//

#include "idl/Wording.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace rpcgen::idl {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

/// Of two that begin alike the longer one first.
constexpr std::array<Words, 15> Spellings = {
    {{"[[", "["},
     {"]]", "]"},
     {"rpc::none other", ";"},
     {"rpc::none", "void"},
     {"rpc::", ""},
     {"std::int8_t", "small"},
     {"std::uint8_t", "unsigned char"},
     {"std::int16_t", "short"},
     {"std::uint16_t", "unsigned short"},
     {"std::int32_t", "long"},
     {"std::uint32_t", "unsigned long"},
     {"std::int64_t", "hyper"},
     {"std::uint64_t", "unsigned hyper"},
     {"char16_t", "wchar_t"},
     {"'bool'", "'boolean'"}}};

} // namespace

std::string inWordsOfIdl(std::string_view Message) {
  std::string Result;
  while (!Message.empty()) {
    auto Found = std::ranges::find_if(Spellings, [&](const Words &Each) {
      return Message.starts_with(Each.first);
    });
    const bool IsKnown = Found != Spellings.end();
    Result += IsKnown ? Found->second : Message.substr(0, 1);
    Message.remove_prefix(IsKnown ? Found->first.size() : 1);
  }
  return Result;
}

} // namespace rpcgen::idl
