#include <rpc/endpoint.h>

#include <rpc/error.h>

#include <algorithm>
#include <charconv>

namespace rpc {
namespace {

constexpr std::string_view tcp_prefix = "ncacn_ip_tcp:";
constexpr std::string_view local_prefix = "ncalrpc:";
// sizeof(sockaddr_un::sun_path) without the terminating zero, unix(7).
constexpr std::size_t longest_path = 107;

[[noreturn]] void refuse(std::string_view binding, const std::string& problem) {
  throw error(status::invalid_string_binding,
              "'" + std::string(binding) + "' is not a valid binding string: " + problem);
}

constexpr auto tcp_form = "write ncacn_ip_tcp:host[port], as in ncacn_ip_tcp:127.0.0.1[5000]";
constexpr auto local_form = "write ncalrpc:[path], as in ncalrpc:[/run/echo]";

std::uint16_t read_port(std::string_view binding, std::string_view digits) {
  std::uint16_t port = 0;
  const auto [end, failure] = std::from_chars(digits.begin(), digits.end(), port);
  if (failure != std::errc{} || end != digits.end())
    refuse(binding, "the port '" + std::string(digits) + "' is not a number from 0 to 65535");
  return port;
}

bool begins_with(std::string_view text, std::string_view prefix) {
  const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return text.size() >= prefix.size() &&
         std::ranges::equal(text.substr(0, prefix.size()), prefix, {}, lower);
}

/// An IPv6 address may have brackets.
std::string_view without_brackets(std::string_view host) {
  const bool has = host.starts_with('[') && host.ends_with(']');
  return has ? host.substr(1, host.size() - 2) : host;
}

/// One colon is that of a port in another form than ours; an IPv6 address has more.
bool is_host(std::string_view text) {
  const std::string_view host = without_brackets(text);
  const auto colons = std::ranges::count(host, ':');
  return host.find_first_of("[]@ ,") == host.npos && colons != 1 &&
         (colons > 1 || host.size() == text.size());
}

/// Of a binding string that names another protocol, or none.
[[noreturn]] void refuse_protocol(std::string_view binding) {
  const std::size_t colon = binding.find(':');
  const std::string_view protocol = binding.substr(0, colon);
  if (colon != binding.npos && begins_with(protocol, "nca"))
    throw error(status::invalid_string_binding,
                "'" + std::string(binding) + "': the protocol sequence '" + std::string(protocol) +
                    "' is not supported; " + tcp_form + ", or ncalrpc:[path]");
  refuse(binding, "it begins with neither ncacn_ip_tcp: nor ncalrpc:; " + std::string(tcp_form) +
                      ", or ncalrpc:[path]");
}

}  // namespace

endpoint::endpoint(std::string_view binding) {
  if (const std::size_t zero = binding.find('\0'); zero != binding.npos)
    refuse(binding.substr(0, zero), "a zero byte follows");
  std::string_view rest = binding;
  if (begins_with(rest, tcp_prefix)) {
    rest.remove_prefix(tcp_prefix.size());
  } else if (begins_with(rest, local_prefix)) {
    via = transport::local;
    rest.remove_prefix(local_prefix.size());
  } else {
    refuse_protocol(binding);
  }
  const char* const form = via == transport::tcp ? tcp_form : local_form;

  // The last pair of brackets holds the port or path: an IPv6 address may have its own.
  const std::size_t open = rest.rfind('[');
  if (via == transport::tcp && is_host(rest)) {
    host = without_brackets(rest);
    return;
  }
  if (open == rest.npos || rest.back() != ']')
    refuse(binding, "it does not end with the endpoint in brackets; " + std::string(form));
  const std::string_view inside = rest.substr(open + 1, rest.size() - open - 2);
  const std::string_view before = rest.substr(0, open);

  if (via == transport::tcp) {
    if (inside.find(',') != inside.npos)
      refuse(binding, "options are not part of it; " + std::string(form) +
                          ", and set them in rpc::connection_options");
    if (!is_host(before))
      refuse(binding,
             "'" + std::string(without_brackets(before)) + "' is not a host; " + std::string(form));
    if (!inside.empty()) port = read_port(binding, inside);
    host = without_brackets(before);
  } else {
    if (!before.empty()) refuse(binding, "a local endpoint has no host; " + std::string(form));
    if (inside.empty() || inside == "@")
      refuse(binding, "the path is missing; " + std::string(form));
    if (inside.size() > longest_path)
      refuse(binding, "the path is longer than " + std::to_string(longest_path) + " bytes");
    path = inside;
  }
}

std::string endpoint::text() const {
  if (via == transport::local) return std::string(local_prefix) + "[" + path + "]";
  const bool brackets = host.find(':') != host.npos;
  return std::string(tcp_prefix) + (brackets ? "[" + host + "]" : host) + "[" +
         std::to_string(port) + "]";
}

}  // namespace rpc
