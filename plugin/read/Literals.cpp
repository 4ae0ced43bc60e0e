//===- Literals.cpp -------------------------------------------------------===//

#include "read/Literals.h"

#include <string>

using llvm::StringRef;

namespace rpcgen {

std::optional<std::int64_t> integerLiteral(StringRef Text) {
  std::string Digits = Text.lower();
  std::erase(Digits, '\'');
  StringRef Rest = Digits;
  unsigned Radix = 10;
  if (Rest.consume_front("0x"))
    Radix = 16;
  else if (Rest.consume_front("0b"))
    Radix = 2;
  else if (Rest.size() > 1 && Rest.front() == '0')
    Radix = 8;
  std::uint64_t Value = 0;
  if (Rest.consumeInteger(Radix, Value) || Value > INT64_MAX)
    return std::nullopt;
  bool IsSuffix = Rest.find_first_not_of("ulz") == StringRef::npos;
  return IsSuffix ? std::optional<std::int64_t>(Value) : std::nullopt;
}

std::optional<std::int64_t> characterLiteral(StringRef Text) {
  Text = Text.drop_front(std::min(Text.find('\''), Text.size()));
  if (!Text.consume_front("'") || !Text.consume_back("'") || Text.empty())
    return std::nullopt;
  if (Text.size() == 1 && Text != "\\")
    return static_cast<unsigned char>(Text.front());
  if (!Text.consume_front("\\") || Text.empty())
    return std::nullopt;

  static constexpr StringRef Names = "abtnvfr\\'\"?";
  static constexpr StringRef Values = "\a\b\t\n\v\f\r\\'\"?";
  std::size_t Escape = Names.find(Text.front());
  if (Text.size() == 1 && Escape != StringRef::npos)
    return Values[Escape];
  unsigned Radix = Text.consume_front("x") ? 16 : 8;
  std::uint64_t Value = 0;
  if (Text.getAsInteger(Radix, Value) || Value > 0xFFFF)
    return std::nullopt;
  return Value;
}

} // namespace rpcgen
