#include <rpc/metrics.h>

#include <charconv>
#include <concepts>
#include <cstdio>
#include <string_view>
#include <utility>

namespace rpc {
namespace {

using statistics_by_name = std::map<std::string, server_statistics>;

/// "{a="b",...}" with all but its end.
class labels {
 public:
  void add(std::string_view name, std::string_view value) {
    text_.append(text_.empty() ? "{" : ",").append(name).append("=\"");
    for (const char c : value) {
      if (c == '\\' || c == '"') text_ += '\\';
      c == '\n' ? text_.append("\\n") : text_.append(1, c);
    }
    text_ += '"';
  }
  [[nodiscard]] labels with(std::string_view name, std::string_view value) const {
    labels more = *this;
    more.add(name, value);
    return more;
  }
  [[nodiscard]] std::string text() const { return text_.empty() ? text_ : text_ + "}"; }

 private:
  std::string text_;
};

template <class Number>
std::string text_of(Number value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
  return {digits.begin(), end};
}

double seconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double>(time).count();
}

std::string status_label(status code) {
  const std::string_view known = name(code);
  if (known != "unknown") return std::string(known);
  std::array<char, 11> number{};
  std::snprintf(number.data(), number.size(), "0x%08X", static_cast<unsigned>(code));
  return number.data();
}

class exposition {
 public:
  explicit exposition(const statistics_by_name& servers) : servers_(servers) {}

  void describe(std::string_view metric, std::string_view type, std::string_view help) {
    metric_ = metric;
    for (const auto& [keyword, text] : {std::pair("# HELP ", help), std::pair("# TYPE ", type)})
      text_.append(keyword).append("rpcgen_").append(metric).append(" ").append(text).append("\n");
  }
  template <class Number>
  void sample(std::string_view suffix, const labels& of, Number value) {
    text_.append("rpcgen_").append(metric_).append(suffix).append(of.text());
    text_.append(" ").append(text_of(value)).append("\n");
  }

  /// A number of each server.
  template <std::unsigned_integral Number>
  void all(std::string_view metric, std::string_view type, std::string_view help,
           Number server_statistics::* which) {
    describe(metric, type, help);
    for (const auto& [server, of] : servers_) sample({}, labels_of(server), of.*which);
  }
  /// What `put(interface, labels)` has to say of each interface.
  template <class Put>
  void each_interface(Put put) {
    for (const auto& [server, of] : servers_)
      for (const interface_statistics& each : of.interfaces) {
        labels its = labels_of(server);
        its.add("interface", each.name);
        its.add("uuid", each.id.id.text());
        its.add("version", std::to_string(each.id.major) + "." + std::to_string(each.id.minor));
        put(each, its);
      }
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  static labels labels_of(const std::string& server) {
    labels result;
    if (!server.empty()) result.add("server", server);
    return result;
  }

  const statistics_by_name& servers_;
  std::string_view metric_;
  std::string text_;
};

void put_durations(exposition& to, const call_durations& took, const labels& of) {
  std::uint64_t calls = 0;
  for (std::size_t i = 0; i < took.buckets.size(); ++i) {
    calls += took.buckets[i];
    const bool bounded = i < call_durations::bounds.size();
    to.sample("_bucket",
              of.with("le", bounded ? text_of(seconds(call_durations::bounds[i])) : "+Inf"), calls);
  }
  to.sample("_sum", of, seconds(took.sum));
  to.sample("_count", of, calls);
}

}  // namespace

std::string metrics_text(const server_statistics& of) {
  return metrics_text(statistics_by_name{{{}, of}});
}

std::string metrics_text(const statistics_by_name& servers) {
  exposition to(servers);
  to.describe("calls_total", "counter", "Calls that a thread has begun to run.");
  to.each_interface(
      [&](const interface_statistics& each, const labels& its) { to.sample({}, its, each.calls); });
  to.describe("faults_total", "counter", "Calls that were run and answered with a fault.");
  to.each_interface([&](const interface_statistics& each, const labels& its) {
    for (const fault_count& of : each.faults)
      to.sample({}, its.with("status", status_label(of.code)), of.calls);
    if (each.other_faults != 0) to.sample({}, its.with("status", "other"), each.other_faults);
  });
  to.describe("call_duration_seconds", "histogram",
              "Time from when a call began to run to its answer.");
  to.each_interface([&](const interface_statistics& each, const labels& its) {
    put_durations(to, each.durations, its);
  });
  using all = server_statistics;
  to.all("refused_calls_total", "counter", "Calls that were not run since too many waited.",
         &all::refused_calls);
  to.all("connections_total", "counter", "Connections that were accepted.", &all::connections);
  to.all("received_pdus_total", "counter", "PDUs received over sockets.", &all::pdus_received);
  to.all("sent_pdus_total", "counter", "PDUs sent over sockets.", &all::pdus_sent);
  to.all("received_bytes_total", "counter", "Bytes received over sockets.", &all::bytes_received);
  to.all("sent_bytes_total", "counter", "Bytes sent over sockets.", &all::bytes_sent);
  to.all("open_connections", "gauge", "Connections.", &all::open_connections);
  to.all("queued_calls", "gauge", "Calls that wait for a thread.", &all::queued_calls);
  to.all("running_calls", "gauge", "Calls that hold a thread.", &all::running_calls);
  to.all("deferred_calls", "gauge", "Calls that are answered later, without a thread.",
         &all::deferred_calls);
  to.all("buffered_bytes", "gauge", "Requests and answers in memory.", &all::buffered);
  to.all("call_memory_bytes", "gauge", "Memory that calls have beyond their own.",
         &all::call_memory);
  return to.take();
}

}  // namespace rpc
