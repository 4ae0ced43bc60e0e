//===- Values.cpp ---------------------------------------------------------===//

#include "idl/Values.h"

#include <cstdlib>

namespace rpcgen::idl {
namespace {

std::optional<std::int64_t> literal(const std::string &Text) {
  if (Text.size() == 3 && Text[0] == '\'')
    return Text[1];
  char *End = nullptr;
  std::int64_t Value =
      static_cast<std::int64_t>(std::strtoull(Text.c_str(), &End, 0));
  std::string Suffix = End;
  if (End == Text.c_str() ||
      Suffix.find_first_not_of("uUlLi64") != std::string::npos)
    return std::nullopt;
  return Value;
}

} // namespace

std::optional<std::int64_t> valueOf(const Expr &E) {
  if (E.K == Expr::Kind::Literal)
    return literal(E.Text);
  if (E.K == Expr::Kind::Unary && E.Text == "-")
    if (std::optional<std::int64_t> Value = valueOf(E.Operands[0]))
      return static_cast<std::int64_t>(-static_cast<std::uint64_t>(*Value));
  if (E.K != Expr::Kind::Binary)
    return std::nullopt;
  std::optional<std::int64_t> Left = valueOf(E.Operands[0]);
  std::optional<std::int64_t> Right = valueOf(E.Operands[1]);
  if (!Left || !Right)
    return std::nullopt;
  const auto L = static_cast<std::uint64_t>(*Left);
  const auto R = static_cast<std::uint64_t>(*Right);
  std::uint64_t Value = 0;
  if (E.Text == "+")
    Value = L + R;
  else if (E.Text == "-")
    Value = L - R;
  else if (E.Text == "*")
    Value = L * R;
  else if (E.Text == "|")
    Value = L | R;
  else if (E.Text == "<<" && R < 64)
    Value = L << R;
  else
    return std::nullopt;
  return static_cast<std::int64_t>(Value);
}

} // namespace rpcgen::idl
