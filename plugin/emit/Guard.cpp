//===- Guard.cpp ----------------------------------------------------------===//
#include "emit/Guard.h"

#include "emit/Printer.h"

#include <algorithm>

using namespace rpcgen;

namespace {

bool isAlphanumeric(char C) {
  return (C >= 'a' && C <= 'z') || (C >= 'A' && C <= 'Z') ||
         (C >= '0' && C <= '9');
}

/// "_echo_node" for "::echo::node". Different spellings have different ones: no
/// name begins with a digit.
std::string identifierFor(std::string_view Spelling) {
  constexpr std::string_view Digits = "0123456789abcdef";
  // Where a function has the name of the type, "struct" may come first.
  Spelling.remove_prefix(std::min(Spelling.find("::"), Spelling.size()));
  std::string Result;
  for (; !Spelling.empty(); Spelling.remove_prefix(1)) {
    const auto C = static_cast<unsigned char>(Spelling.front());
    if (Spelling.starts_with("::")) {
      Result += '_';
      Spelling.remove_prefix(1);
    } else if (isAlphanumeric(Spelling.front())) {
      Result += Spelling.front();
    } else if (C == '_') {
      Result += "_0";
    } else {
      Result += {'_', '1', Digits[C / 16], Digits[C % 16]};
    }
  }
  return Result;
}

} // namespace

std::string rpcgen::printGuarded(std::string_view What,
                                 std::string_view Spelling,
                                 const std::string &Text) {
  return print(R"(
#ifndef $macro$
#define $macro$
$text$
#endif
)",
               {{"macro", "RPC_" + std::string(What) + identifierFor(Spelling)},
                {"text", Text}});
}
