//===- Main.cpp - rpc-ping ------------------------------------------------===//
#include "Report.h"
#include "Survey.h"

#include <rpc/error.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include <getopt.h>

using namespace rpcgen::ping;

namespace {

constexpr const char *Usage =
    "usage: rpc-ping [options] BINDING\n"
    "\n"
    "Asks a server what it offers. BINDING is an endpoint, as in\n"
    "ncacn_ip_tcp:host[5000] or ncalrpc:[/run/echo], whose management "
    "interface\n"
    "is asked; or a host, as in ncacn_ip_tcp:host or host, whose endpoint "
    "mapper\n"
    "is asked.\n"
    "\n"
    "  --json              print JSON\n"
    "  --quiet             print nothing: for health checks\n"
    "  --timeout=SECONDS   for connecting, and for each call; 5 by default\n"
    "  --mapper-port=PORT  of the endpoint mapper; 135 by default\n"
    "  --help, --version\n"
    "\n"
    "Exit status: 0 if the server listens, 1 if it does not or cannot be\n"
    "reached, 2 if the command line is wrong.\n";

struct Options {
  bool Json = false;
  bool Quiet = false;
  rpc::connection_options Connection;
  std::string Binding;
};

int refuse(const std::string &Problem) {
  std::fprintf(stderr, "rpc-ping: %s; try rpc-ping --help\n", Problem.c_str());
  return 2;
}

std::optional<unsigned> number(std::string_view Text, unsigned Most) {
  unsigned Value = 0;
  const auto [End, Failure] =
      std::from_chars(Text.data(), Text.data() + Text.size(), Value);
  if (Failure != std::errc() || End != Text.data() + Text.size() ||
      Value == 0 || Value > Most)
    return std::nullopt;
  return Value;
}

/// The exit status, if there is nothing to ask.
std::optional<int> read(Options &To, int Count, char **Words) {
  enum : int { Json = 256, Quiet, Timeout, MapperPort, Help, Version };
  const option Known[] = {
      {"json", no_argument, nullptr, Json},
      {"quiet", no_argument, nullptr, Quiet},
      {"timeout", required_argument, nullptr, Timeout},
      {"mapper-port", required_argument, nullptr, MapperPort},
      {"help", no_argument, nullptr, Help},
      {"version", no_argument, nullptr, Version},
      {}};
  std::optional<unsigned> Seconds = 5, Port = 135;
  for (int Next; (Next = getopt_long(Count, Words, "", Known, nullptr)) != -1;)
    switch (Next) {
    case Json:
      To.Json = true;
      break;
    case Quiet:
      To.Quiet = true;
      break;
    case Timeout:
      if (!(Seconds = number(optarg, 3600)))
        return refuse("--timeout takes 1 to 3600 seconds");
      break;
    case MapperPort:
      if (!(Port = number(optarg, 65535)))
        return refuse("--mapper-port takes 1 to 65535");
      break;
    case Help:
      std::fputs(Usage, stdout);
      return 0;
    case Version:
      std::puts("rpc-ping " RPCGEN_VERSION);
      return 0;
    default: // getopt_long has said what is wrong
      return 2;
    }
  if (Count - optind != 1)
    return refuse("one binding is expected");
  To.Binding = Words[optind];
  if (To.Binding.find_first_of(":[") == std::string::npos)
    To.Binding.insert(0, "ncacn_ip_tcp:");
  To.Connection.connect_timeout = std::chrono::seconds(*Seconds);
  To.Connection.call_timeout = std::chrono::seconds(*Seconds);
  To.Connection.mapper_port = static_cast<std::uint16_t>(*Port);
  return std::nullopt;
}

} // namespace

int main(int Count, char **Words) try {
  Options Given;
  if (const std::optional<int> Done = read(Given, Count, Words))
    return *Done;
  const rpc::endpoint At(Given.Binding);
  if (Given.Quiet)
    return listens(At, Given.Connection) ? 0 : 1;
  const Survey Found = surveyOf(At, Given.Connection);
  const std::string Text = Given.Json ? printJson(Found) : printText(Found);
  std::fputs(Text.c_str(), stdout);
  return Found.Listens.value_or(true) ? 0 : 1;
} catch (const rpc::error &Thrown) {
  std::fprintf(stderr, "rpc-ping: %s\n", Thrown.what());
  return Thrown.code() == rpc::status::invalid_string_binding ? 2 : 1;
}
