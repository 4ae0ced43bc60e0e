//===- Names.cpp ----------------------------------------------------------===//
#include "Names.h"

#include "protocol/bind.h"

#include <cstdio>
#include <utility>

using namespace dump;
using namespace rpc::protocol;

std::string dump::hex(std::uint32_t Number, int Digits) {
  char Text[16];
  std::snprintf(Text, sizeof Text, "0x%0*X", Digits, Number);
  return Text;
}

std::string dump::named(std::uint32_t Number, std::string_view Name) {
  return std::to_string(Number) +
         (Name.empty() ? "" : " (" + std::string(Name) + ")");
}

std::string dump::flagsText(std::uint8_t Flags) {
  constexpr std::pair<std::uint8_t, std::string_view> Names[] = {
      {flag::first, "first"},
      {flag::last, "last"},
      {0x04, "pending cancel or header signing"},
      {flag::concurrent, "concurrent multiplexing"},
      {flag::did_not_execute, "did not execute"},
      {flag::maybe, "maybe"},
      {flag::object, "object"}};
  std::string Text;
  for (const auto &[Bit, Name] : Names)
    if (Flags & Bit)
      Text += (Text.empty() ? " (" : ", ") + std::string(Name);
  return hex(Flags, 2) + Text + (Text.empty() ? "" : ")");
}

std::string dump::bytesText(std::size_t Count) {
  return std::to_string(Count) + (Count == 1 ? " byte" : " bytes");
}

std::string_view dump::nameOf(packet Type) {
  switch (Type) {
  case packet::request:
    return "request";
  case packet::response:
    return "response";
  case packet::fault:
    return "fault";
  case packet::bind:
    return "bind";
  case packet::bind_ack:
    return "bind_ack";
  case packet::bind_nak:
    return "bind_nak";
  case packet::alter_context:
    return "alter_context";
  case packet::alter_context_resp:
    return "alter_context_resp";
  case packet::auth3:
    return "auth3";
  case packet::shutdown:
    return "shutdown";
  case packet::co_cancel:
    return "co_cancel";
  case packet::orphaned:
    return "orphaned";
  }
  return "unknown";
}

std::string dump::nameOf(const rpc::syntax_id &Syntax) {
  if (Syntax == rpc::ndr20_syntax)
    return "ndr20";
  if (Syntax == rpc::ndr64_syntax)
    return "ndr64";
  std::string Text = Syntax.id.text() + " " + std::to_string(Syntax.major) +
                     "." + std::to_string(Syntax.minor);
  if (const auto Features = requested_features(Syntax))
    Text += " (features " + hex(*Features, 2) + ")";
  return Text;
}
