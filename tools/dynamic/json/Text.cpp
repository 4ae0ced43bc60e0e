//===- Text.cpp -----------------------------------------------------------===//
#include "Text.h"

#include <chrono>
#include <cstdio>

namespace dynamic {
namespace {

constexpr bool isHigh(std::uint32_t Unit) {
  return Unit >= 0xD800 && Unit < 0xDC00;
}
constexpr bool isLow(std::uint32_t Unit) {
  return Unit >= 0xDC00 && Unit < 0xE000;
}

void append(std::string &Text, std::uint32_t Code) {
  auto Tail = [&](int Shift) {
    Text += static_cast<char>(0x80 | ((Code >> Shift) & 0x3F));
  };
  if (Code < 0x80) {
    Text += static_cast<char>(Code);
  } else if (Code < 0x800) {
    Text += static_cast<char>(0xC0 | (Code >> 6));
    Tail(0);
  } else if (Code < 0x10000) {
    Text += static_cast<char>(0xE0 | (Code >> 12));
    Tail(6), Tail(0);
  } else {
    Text += static_cast<char>(0xF0 | (Code >> 18));
    Tail(12), Tail(6), Tail(0);
  }
}

/// Takes the next code point, if any.
std::optional<std::uint32_t> next(std::string_view &Text) {
  const auto First = static_cast<unsigned char>(Text.front());
  const std::size_t Length = First < 0x80             ? 1
                             : (First & 0xE0) == 0xC0 ? 2
                             : (First & 0xF0) == 0xE0 ? 3
                             : (First & 0xF8) == 0xF0 ? 4
                                                      : 0;
  if (Length == 0 || Length > Text.size())
    return std::nullopt;
  std::uint32_t Code = Length == 1 ? First : First & (0x7F >> Length);
  for (std::size_t N = 1; N < Length; ++N) {
    const auto Byte = static_cast<unsigned char>(Text[N]);
    if ((Byte & 0xC0) != 0x80)
      return std::nullopt;
    Code = (Code << 6) | (Byte & 0x3F);
  }
  constexpr std::uint32_t Least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (Code < Least[Length] || Code > 0x10FFFF || isHigh(Code) || isLow(Code))
    return std::nullopt;
  Text.remove_prefix(Length);
  return Code;
}

constexpr std::uint64_t PerSecond = 10'000'000;
using Ticks = std::chrono::duration<std::int64_t, std::ratio<1, PerSecond>>;
constexpr std::chrono::sys_days Epoch =
    std::chrono::year(1601) / std::chrono::January / 1;

} // namespace

std::optional<std::vector<std::uint16_t>> toUtf16(std::string_view Utf8) {
  std::vector<std::uint16_t> Units;
  while (!Utf8.empty()) {
    const auto Code = next(Utf8);
    if (!Code)
      return std::nullopt;
    if (*Code >= 0x10000) {
      Units.push_back(static_cast<std::uint16_t>(0xD7C0 + (*Code >> 10)));
      Units.push_back(static_cast<std::uint16_t>(0xDC00 + (*Code & 0x3FF)));
    } else {
      Units.push_back(static_cast<std::uint16_t>(*Code));
    }
  }
  return Units;
}

std::optional<std::string> toUtf8(std::span<const std::uint16_t> Utf16) {
  std::string Text;
  for (std::size_t N = 0; N < Utf16.size(); ++N) {
    std::uint32_t Code = Utf16[N];
    if (isHigh(Code) && N + 1 < Utf16.size() && isLow(Utf16[N + 1]))
      Code = 0x10000 + ((Code & 0x3FF) << 10) + (Utf16[++N] & 0x3FFU);
    else if (isHigh(Code) || isLow(Code))
      return std::nullopt;
    append(Text, Code);
  }
  return Text;
}

std::string toHex(std::span<const std::byte> Bytes) {
  constexpr std::string_view Digits = "0123456789abcdef";
  std::string Text;
  for (std::byte Each : Bytes) {
    Text += Digits[static_cast<unsigned>(Each) >> 4];
    Text += Digits[static_cast<unsigned>(Each) & 15];
  }
  return Text;
}

std::optional<std::vector<std::byte>> fromHex(std::string_view Digits) {
  if (Digits.size() % 2 != 0 ||
      Digits.find_first_not_of("0123456789abcdefABCDEF") !=
          std::string_view::npos)
    return std::nullopt;
  auto Value = [](char Digit) {
    return Digit <= '9' ? Digit - '0' : (Digit | 0x20) - 'a' + 10;
  };
  std::vector<std::byte> Bytes;
  for (std::size_t N = 0; N < Digits.size(); N += 2)
    Bytes.push_back(
        static_cast<std::byte>(16 * Value(Digits[N]) + Value(Digits[N + 1])));
  return Bytes;
}

std::optional<std::string> timeText(std::uint64_t FileTime) {
  using namespace std::chrono;
  constexpr auto End = sys_days(year(10000) / January / 1);
  constexpr auto Most =
      static_cast<std::uint64_t>(duration_cast<Ticks>(End - Epoch).count());
  if (FileTime == 0 || FileTime >= Most)
    return std::nullopt;
  const auto At = Epoch + Ticks(static_cast<std::int64_t>(FileTime));
  const auto Day = floor<days>(At);
  const year_month_day Date(Day);
  const hh_mm_ss Time(At - Day);
  char Text[64];
  std::snprintf(
      Text, sizeof Text, "%04d-%02u-%02uT%02d:%02d:%02d",
      static_cast<int>(Date.year()), static_cast<unsigned>(Date.month()),
      static_cast<unsigned>(Date.day()), static_cast<int>(Time.hours().count()),
      static_cast<int>(Time.minutes().count()),
      static_cast<int>(Time.seconds().count()));
  std::string Result = Text;
  if (const std::uint64_t Rest = FileTime % PerSecond) {
    std::snprintf(Text, sizeof Text, ".%07u", static_cast<unsigned>(Rest));
    Result += Text;
  }
  return Result + "Z";
}

std::optional<std::uint64_t> fileTimeOf(std::string_view Text) {
  using namespace std::chrono;
  const std::string Whole(Text);
  int Year = 0, Hour = 0, Minute = 0, Second = 0, Read = 0;
  unsigned Month = 0, Day = 0;
  if (std::sscanf(Whole.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d%n", &Year, &Month,
                  &Day, &Hour, &Minute, &Second, &Read) != 6)
    return std::nullopt;
  std::string_view Rest = Text.substr(static_cast<std::size_t>(Read));
  std::uint64_t Fraction = 0;
  if (Rest.starts_with(".")) {
    Rest.remove_prefix(1);
    std::uint64_t Unit = PerSecond;
    while (!Rest.empty() && Rest.front() >= '0' && Rest.front() <= '9') {
      Unit /= 10;
      if (Unit == 0)
        return std::nullopt;
      Fraction += Unit * static_cast<std::uint64_t>(Rest.front() - '0');
      Rest.remove_prefix(1);
    }
  }
  const year_month_day Date{year(Year), month(Month), day(Day)};
  if (Rest != "Z" || !Date.ok() || Year < 1601 || Hour > 23 || Minute > 59 ||
      Second > 59 || Hour < 0 || Minute < 0 || Second < 0)
    return std::nullopt;
  const auto Since =
      sys_days(Date) - Epoch + hours(Hour) + minutes(Minute) + seconds(Second);
  return static_cast<std::uint64_t>(duration_cast<Ticks>(Since).count()) +
         Fraction;
}

} // namespace dynamic
