// As it should be in telemetry, in C++: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;

namespace telemetry {
struct reports : service {
  int report(const series &s) override {
    if (s.last)
      log_line(s.last->sensor);
    for (const auto &each : s.samples)
      if (each.unit && each.unit->size() > 1)
        log_line(*each.unit);
    return s.samples.empty() ? 0 : static_cast<int>(s.samples.back().value);
  }
};
struct reports_parents : service {
  int report(const series &s) override {
    int depth = 0;
    for (const series *at = &s; at; at = at->parent.get())
      ++depth;
    return depth;
  }
};
struct reports_shared : service {
  std::vector<std::shared_ptr<series>> all_;
  int attach(std::shared_ptr<series> s) override {
    if (!s)
      return 87;
    all_.push_back(s);
    std::weak_ptr<series> weak = s;
    all_.push_back(std::move(s));
    return weak.expired();
  }
};
struct reports_visitor : service {
  int report_one(std::optional<sample> s) override {
    const auto size = [](const sample &each) { return each.unit.value_or("").size(); };
    return s ? static_cast<int>(size(*s)) : -1;
  }
};
struct reports_all : service {
  int report_all(const std::vector<series> &all) override {
    double sum = 0;
    for (const auto &value : all | std::views::filter([](const auto &s) { return s.last != nullptr; }) |
                                 std::views::transform([](const auto &s) { return s.last->value; }))
      sum += value;
    return static_cast<int>(sum);
  }
};
struct subscribes : service {
  std::shared_mutex m_;
  std::map<std::string, std::set<std::string>, std::less<>> topics_;
  int subscribe(std::string_view topic, const std::string &who) override {
    std::unique_lock hold(m_);
    auto at = topics_.find(topic);
    if (at == topics_.end())
      at = topics_.emplace(topic, std::set<std::string>{}).first;
    return at->second.insert(who).second;
  }
};
struct subscribes_parsed : service {
  int subscribe(std::string_view topic, const std::string &) override {
    int n = 0;
    const auto [end, error] = std::from_chars(topic.data(), topic.data() + topic.size(), n);
    return error == std::errc() ? n : -1;
  }
};
struct subscribes_split : service {
  std::vector<std::string> parts_;
  int subscribe(std::string_view topic, const std::string &who) override {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= topic.size();) {
      const auto end = std::min(topic.find('/', at), topic.size());
      parts.push_back(topic.substr(at, end - at));
      at = end + 1;
    }
    parts_.assign(parts.begin(), parts.end());
    return static_cast<int>(parts.size() + who.size());
  }
};
struct submits : service {
  std::vector<std::unique_ptr<series>> all_;
  std::vector<std::string_view> names_;
  int submit(std::unique_ptr<series> s) override {
    if (s == nullptr || s->samples.empty())
      return 87;
    const double first = s->samples.front().value;
    names_.push_back(s->name);
    all_.push_back(std::move(s));
    return static_cast<int>(first);
  }
};
struct submits_thread : service {
  int submit(std::unique_ptr<series> s) override {
    std::thread([s = std::move(s)] {
      if (s)
        log_line(s->name);
    }).detach();
    return 0;
  }
};
struct histograms : service {
  int histogram(std::span<const int> buckets) override {
    if (buckets.empty())
      return 0;
    const auto [least, most] = std::minmax_element(buckets.begin(), buckets.end());
    return *most - *least + buckets.front();
  }
};
struct peaks : service {
  int peak(const std::vector<double> &values) override {
    const auto at = std::max_element(values.begin(), values.end());
    return at == values.end() ? 0 : static_cast<int>(*at);
  }
};
struct peaks_copy : service {
  int peak(const std::vector<double> &values) override {
    if (values.size() < 2)
      return 0;
    std::vector<double> sorted(values);
    std::ranges::sort(sorted, std::greater<>());
    return static_cast<int>(sorted[0] - sorted[1]);
  }
};
struct calibrates : service {
  double scale_ = 1;
  void calibrate(std::vector<double> &values) override {
    std::ranges::sort(values);
    scale_ = values.empty() ? 1 : values[values.size() / 2];
  }
};
struct gauges : service {
  std::array<double, 32> gauges_{};
  int gauge(unsigned slot, double value) override {
    if (slot >= gauges_.size())
      return 87;
    gauges_[slot] = value;
    return 0;
  }
};
struct gauges_grow : service {
  std::vector<double> gauges_;
  static constexpr unsigned most = 1024;
  int gauge(unsigned slot, double value) override {
    if (slot > most)
      throw rpc::error(rpc::status::call_failed);
    if (slot >= gauges_.size())
      gauges_.resize(slot + 1);
    gauges_[slot] = value;
    return 0;
  }
};
struct recents : service {
  std::deque<sample> kept_;
  std::vector<sample> recent(unsigned count) override {
    const auto n = std::min<std::size_t>(count, kept_.size());
    std::vector<sample> all;
    all.reserve(n);
    all.insert(all.end(), kept_.end() - static_cast<std::ptrdiff_t>(n), kept_.end());
    return all;
  }
};
struct latests : service {
  std::unordered_map<std::string, sample> last_;
  std::optional<sample> latest(const std::string &sensor) override {
    if (const auto at = last_.find(sensor); at != last_.end())
      return at->second;
    return {};
  }
};
struct annotates : service {
  void annotate(series &s) override {
    if (!s.last)
      s.last = std::make_unique<sample>();
    s.last->unit = "C";
    s.samples.emplace_back("sensor", 1.0, std::nullopt);
    s.samples.back().value = 2;
    if (auto parent = s.parent)
      parent->name += "+";
  }
};
struct topics_valued : service {
  int topics(const std::vector<std::optional<std::string>> &names) override {
    std::size_t n = 0;
    for (const auto &each : names) {
      if (!each)
        continue;
      n += each->size();
    }
    n += std::ranges::count_if(names, [](const auto &each) { return each && each->empty(); });
    return static_cast<int>(n);
  }
};
struct summaries : service {
  void summary(std::string_view topic, std::string &text) override {
    text.assign(topic);
    text += '!';
  }
};
struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};
struct coroutines : service {
  static task later(std::string topic) {
    co_await std::suspend_never();
    log_line(topic);
  }
  int subscribe(std::string_view topic, const std::string &) override {
    later(std::string(topic));
    return 0;
  }
};
}
