#include "rules/Rule.h"
#include "rules/support/Obstacles.h"

using namespace rpcgen;

/// What has the characters of `Spelling` in 16 bits.
static std::string ofChar16(std::string_view Spelling) {
  auto Has = [&](std::string_view Word) {
    return Spelling.find(Word) != Spelling.npos;
  };
  return Has("string_view") ? "std::u16string_view"
         : Has("string")    ? "std::u16string"
                            : "char16_t";
}

static void check(const Site &At, const UntransmissibleType &U,
                  ModelReporter &R) {
  const Type &T = U.T;
  if (T.Why != Obstacle::WideChar)
    return;
  bool Replaced =
      T.Spelling.ends_with("wchar_t") && !T.Spelling.ends_with("::wchar_t");
  auto Report = reportObstacle(
      R, At, T,
      typed(At, T) + ", which has 32 bits here and 16 bits on the wire",
      Replaced ? "" : "write '" + ofChar16(T.Spelling) + "'");
  if (Replaced)
    Report.replaceToken(T.Loc, "char16_t");
}

DEFINE_RULE(WcharIs32Bit) = {
    "wchar-is-32-bit", Severity::Error,
    "wchar_t, which has 32 bits here and 16 bits on the wire", check};
