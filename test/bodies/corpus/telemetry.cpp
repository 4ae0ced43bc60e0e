// Mistakes in telemetry, in C++.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;

namespace telemetry {
struct last_untested : service {
  int report(const series &s) override {
    return s.last->value > 3; // expected-warning {{[unchecked-null]}}
  }
};
struct parent_chain : service {
  int report(const series &s) override {
    int depth = 0;
    for (auto p = s.parent; p->parent; p = p->parent) // expected-warning {{[unchecked-null]}}
      ++depth;
    return depth;
  }
};
struct unit_of : service {
  int report_one(std::optional<sample> s) override {
    return static_cast<int>(s->unit.value_or("").size()); // expected-warning {{[unchecked-null]}}
  }
};
struct unit_deref : service {
  int report_one(std::optional<sample> s) override {
    if (!s.has_value())
      return 0;
    log_line(*s->unit); // expected-warning {{[unchecked-null]}}
    return 1;
  }
};
struct front_sample : service {
  int report(const series &s) override {
    log_line(s.samples.front().sensor); // expected-warning {{[unchecked-empty]}}
    return 0;
  }
};
struct all_units : service {
  int report_all(const std::vector<series> &all) override {
    std::size_t length = 0;
    for (const auto &each : all)
      for (const auto &[sensor, value, unit] : each.samples)
        length += unit->size(); // expected-warning {{[unchecked-null]}}
    return static_cast<int>(length);
  }
};
struct topics_deref : service {
  int topics(const std::vector<std::optional<std::string>> &names) override {
    return static_cast<int>(std::accumulate(names.begin(), names.end(), std::size_t{0}, // expected-warning {{[unchecked-null]}}
                                            [](std::size_t n, const auto &each) { return n + each->size(); }));
  }
};
struct topics_transform : service {
  int topics(const std::vector<std::optional<std::string>> &names) override {
    int n = 0;
    for (const auto &each : names | std::views::drop(1))
      n += each->empty(); // missed: [unchecked-null]: a range that is adapted is not followed
    return n;
  }
};
struct subscriber : service {
  std::map<std::string_view, int> topics_;
  int subscribe(std::string_view topic, const std::string &) override {
    ++topics_[topic]; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct subscriber_ref : service {
  std::vector<const std::string *> who_;
  int subscribe(std::string_view, const std::string &who) override {
    who_.push_back(&who); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct subscriber_cstr : service {
  const char *who_ = nullptr;
  int subscribe(std::string_view, const std::string &who) override {
    who_ = who.c_str(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct submit_null : service {
  int submit(std::unique_ptr<series> s) override {
    log_line(s->name); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct attach_null : service {
  std::vector<std::shared_ptr<series>> all_;
  int attach(std::shared_ptr<series> s) override {
    all_.push_back(s);
    return static_cast<int>(s->samples.size()); // expected-warning {{[unchecked-null]}}
  }
};
struct histogram_first : service {
  int histogram(std::span<const int> buckets) override {
    return buckets.front(); // expected-warning {{[unchecked-empty]}}
  }
};
struct peak_max : service {
  int peak(const std::vector<double> &values) override {
    return static_cast<int>(*std::max_element(values.begin(), values.end())); // expected-warning {{[unchecked-empty]}}
  }
};
struct peak_back : service {
  int peak(const std::vector<double> &values) override {
    auto sorted = values;
    std::sort(sorted.begin(), sorted.end());
    return static_cast<int>(sorted.back()); // missed: [unchecked-empty]: of a copy it is not known how long it is
  }
};
struct calibrates : service {
  void calibrate(std::vector<double> &values) override {
    for (double &v : values)
      v *= 1.5; // expected-warning {{[lost-result]}}
  }
};
struct calibrates_push : service {
  void calibrate(std::vector<double> &values) override {
    values.push_back(0.5); // expected-warning {{[lost-result]}}
  }
};
struct gauge_array : service {
  std::array<double, 32> gauges_{};
  int gauge(unsigned slot, double value) override {
    gauges_[slot] = value; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct gauge_resize : service {
  std::vector<double> gauges_;
  int gauge(unsigned slot, double value) override {
    if (slot >= gauges_.size())
      gauges_.resize(slot + 1); // missed: [client-size-trust]: the number has been compared
    gauges_.at(slot) = value;
    return 0;
  }
};
struct recent_count : service {
  std::vector<sample> recent(unsigned count) override {
    std::vector<sample> all;
    all.reserve(count); // expected-warning {{[client-size-trust]}}
    return all;
  }
};
struct annotate_last : service {
  void annotate(series &s) override {
    s.last->unit = "C"; // expected-warning {{[unchecked-null]}}
  }
};
struct stoi_throws : service {
  int subscribe(std::string_view, const std::string &who) override {
    return std::stoi(who); // expected-warning {{[throw-unmapped]}}
  }
};
struct at_throws : service {
  std::map<std::string, int> known_;
  int subscribe(std::string_view, const std::string &who) override {
    return known_.at(who); // expected-warning {{[throw-unmapped]}}
  }
};
}
