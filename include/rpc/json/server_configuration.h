#ifndef RPC_JSON_SERVER_CONFIGURATION_H
#define RPC_JSON_SERVER_CONFIGURATION_H

/// What who runs a server decides, in a file: its limits, and where it listens. Needs nlohmann-json
/// 3.9 or later (Debian: nlohmann-json3-dev), which the rest of the library does not.
///
///     {
///       "options": {"threads": 16, "max_request": 65536, "idle_timeout": "5min", "ndr64": false},
///       "endpoints": [
///         "ncacn_ip_tcp:127.0.0.1[5000]",
///         {"binding": "ncalrpc:[/run/echo]", "mode": "0660", "group": 27,
///          "interfaces": ["60a15ec5-4de8-11d7-a637-005056a20182"]}
///       ]
///     }
///
/// Options have the names of the members of rpc::server_options; functions and credentials are the
/// program's alone. Times are texts with a unit: us, ms, s, min or h. The members of an endpoint
/// are those of rpc::listen_options. Everything may be left out, and comments may be written as in
/// C++.

#include <rpc/endpoint.h>
#include <rpc/server.h>
#include <rpc/uuid.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace rpc {

struct configured_endpoint {
  std::string binding;
  listen_options options = {};
};

struct server_configuration {
  server_options options;
  std::vector<configured_endpoint> endpoints = {};
};

namespace detail {

/// A value of a configuration, which knows where it is. What is wrong is a std::invalid_argument
/// that says where.
class configured_value {
 public:
  configured_value(const nlohmann::json& value, std::string where)
      : value_(value), where_(std::move(where)) {}

  [[noreturn]] void refuse(const std::string& reason) const {
    throw std::invalid_argument(where_ + ": " + reason);
  }

  /// Calls `visit(name, value)` for each member.
  template <class Visit>
  void members(Visit visit) const {
    if (!value_.is_object()) refuse("an object is expected");
    for (const auto& [name, value] : value_.items())
      visit(name, configured_value(value, where_.empty() ? name : where_ + "." + name));
  }
  template <class Visit>
  void elements(Visit visit) const {
    if (!value_.is_array()) refuse("an array is expected");
    for (std::size_t i = 0; i < value_.size(); ++i)
      visit(configured_value(value_[i], where_ + "[" + std::to_string(i) + "]"));
  }

  [[nodiscard]] bool is_text() const { return value_.is_string(); }
  [[nodiscard]] std::string text() const {
    if (!is_text()) refuse("a text is expected");
    return value_.get<std::string>();
  }

  void store(bool& to) const {
    if (!value_.is_boolean()) refuse("true or false is expected");
    to = value_.get<bool>();
  }
  template <std::unsigned_integral Number>
  void store(Number& to) const {
    if (!value_.is_number_unsigned()) refuse("a whole number that is not negative is expected");
    const auto number = value_.get<std::uint64_t>();
    if (!std::in_range<Number>(number)) refuse("the number is too large");
    to = static_cast<Number>(number);
  }
  template <class Period>
  void store(std::chrono::duration<std::int64_t, Period>& to) const {
    using duration = std::chrono::duration<std::int64_t, Period>;
    constexpr std::pair<std::string_view, std::int64_t> units[] = {
        {"us", 1}, {"ms", 1000}, {"s", 1'000'000}, {"min", 60'000'000}, {"h", 3'600'000'000}};
    const std::string time = text();
    std::uint32_t count = 0;
    const auto [unit, error] = std::from_chars(time.data(), time.data() + time.size(), count);
    for (const auto& [name, microseconds] : units)
      if (error == std::errc() && unit == name) {
        const std::chrono::microseconds exact(count * microseconds);
        to = std::chrono::duration_cast<duration>(exact);
        if (to != exact) refuse("the time is finer than it can be");
        return;
      }
    refuse("a time is expected, such as \"250ms\", \"30s\", \"5min\" or \"1h\"");
  }
  void store(uuid& to) const {
    try {
      to = uuid(text());
    } catch (const std::invalid_argument& wrong) {
      refuse(wrong.what());
    }
  }
  /// Permissions, in octal as chmod(1) takes them.
  void store_mode(std::optional<unsigned>& to) const {
    const std::string mode = text();
    unsigned bits = 0;
    const char* const end = mode.data() + mode.size();
    const auto [rest, error] = std::from_chars(mode.data(), end, bits, 8);
    if (error != std::errc() || rest != end || bits > 07777)
      refuse("permissions are expected in octal, such as \"0660\"");
    to = bits;
  }

 private:
  const nlohmann::json& value_;
  const std::string where_;
};

/// Stores an option; false if there is none of that name.
inline bool store_option(server_options& to, std::string_view name, const configured_value& value) {
  bool known = false;
  const auto option = [&](std::string_view each, auto& member) {
    if (name != each) return;
    value.store(member);
    known = true;
  };
  option("threads", to.threads);
  option("threads_per_connection", to.threads_per_connection);
  option("threads_per_peer", to.threads_per_peer);
  option("threads_for_pipes", to.threads_for_pipes);
  option("thread_timeout", to.thread_timeout);
  option("max_queued_calls", to.max_queued_calls);
  option("max_calls_per_connection", to.max_calls_per_connection);
  option("max_connections", to.max_connections);
  option("max_connections_per_peer", to.max_connections_per_peer);
  option("max_connections_per_association", to.max_connections_per_association);
  option("max_buffered", to.max_buffered);
  option("bind_timeout", to.bind_timeout);
  option("pdu_timeout", to.pdu_timeout);
  option("request_timeout", to.request_timeout);
  option("min_rate", to.min_rate);
  option("write_timeout", to.write_timeout);
  option("idle_timeout", to.idle_timeout);
  option("max_fragment", to.max_fragment);
  option("max_request", to.max_request);
  option("max_response", to.max_response);
  option("max_call_memory", to.max_call_memory);
  option("base_call_memory", to.base_call_memory);
  option("max_memory", to.max_memory);
  option("max_contexts", to.max_contexts);
  option("pipe_timeout", to.pipe_timeout);
  option("drain_timeout", to.drain_timeout);
  option("record_memory", to.record_memory);
  option("management", to.management);
  option("allow_anonymous", to.allow_anonymous);
  option("ndr64", to.ndr64);
  option("spin", to.spin);
  return known;
}

inline configured_endpoint endpoint_of(const configured_value& from) {
  if (from.is_text()) return {from.text()};
  configured_endpoint result;
  from.members([&](const std::string& name, const configured_value& value) {
    file_access& access = result.options.access;
    if (name == "binding") {
      result.binding = value.text();
    } else if (name == "mode") {
      value.store_mode(access.mode);
    } else if (name == "user") {
      value.store(access.user.emplace());
    } else if (name == "group") {
      value.store(access.group.emplace());
    } else if (name == "interfaces") {
      value.elements([&](const configured_value& each) {
        each.store(result.options.interfaces.emplace_back());
      });
    } else {
      value.refuse("endpoints have binding, mode, user, group and interfaces");
    }
  });
  if (result.binding.empty()) from.refuse("an endpoint has a binding");
  return result;
}

}  // namespace detail

/// Reads a configuration; what it leaves out is as in `defaults`. Throws std::invalid_argument,
/// whose text says where something is wrong: "options.threads: the number is too large".
[[nodiscard]] inline server_configuration parse_server_configuration(std::string_view json,
                                                                     server_options defaults = {}) {
  nlohmann::json parsed;
  try {
    parsed = nlohmann::json::parse(json.begin(), json.end(), nullptr, true, true);
  } catch (const nlohmann::json::parse_error& wrong) {
    throw std::invalid_argument(wrong.what());
  }
  server_configuration result{std::move(defaults)};
  detail::configured_value(parsed, {})
      .members([&](const std::string& name, const detail::configured_value& value) {
        if (name == "options")
          value.members([&](const std::string& option, const detail::configured_value& is) {
            if (!detail::store_option(result.options, option, is))
              is.refuse("there is no such option");
          });
        else if (name == "endpoints")
          value.elements([&](const detail::configured_value& each) {
            result.endpoints.push_back(detail::endpoint_of(each));
          });
        else
          value.refuse("a configuration has options and endpoints");
      });
  return result;
}

/// The same of a file. Throws std::system_error if it cannot be read; texts begin with its name.
[[nodiscard]] inline server_configuration read_server_configuration(const std::string& file,
                                                                    server_options defaults = {}) {
  std::ifstream in(file);
  if (!in) throw std::system_error(errno, std::generic_category(), file);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  try {
    return parse_server_configuration(text, std::move(defaults));
  } catch (const std::invalid_argument& wrong) {
    throw std::invalid_argument(file + ": " + wrong.what());
  }
}

}  // namespace rpc

#endif  // RPC_JSON_SERVER_CONFIGURATION_H
