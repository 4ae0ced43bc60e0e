// Arrays that may be empty, and numbers of the client, over the fourth interface.
// RUN: %bodies -fexceptions -Wno-return-stack-address -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"
namespace site_sizes {
using namespace site;
inline char *dup_text(const char *from) {
  std::size_t n = strlen(from) + 1;
  auto *to = static_cast<char *>(rpc::allocate(n));
  memcpy(to, from, n);
  return to;
}
struct first_sample : service {
  int report(const series &s) override {
    return s.samples.front().value > 0; // expected-warning {{[unchecked-empty]}}
  }
};
struct peak_back : service {
  int peak(const std::vector<double> &values) override {
    return static_cast<int>(values[values.size() - 1]); // expected-warning {{[unchecked-empty]}}
  }
};
struct hist_reduce : service {
  int histogram(std::span<const int> b) override {
    return *std::ranges::max_element(b); // expected-warning {{[unchecked-empty]}}
  }
};
struct hist_mean : service {
  int histogram(std::span<const int> b) override {
    return b.back() - b.front(); // expected-warning {{[unchecked-empty]}}
  }
};
struct topic_slash : service {
  int subscribe(std::string_view topic, const std::string &) override {
    return topic.front() == '/'; // expected-warning {{[unchecked-empty]}}
  }
};
struct slot_table : service {
  unsigned state_[64] = {};
  int slot_state(unsigned slot, unsigned *state) override {
    *state = state_[slot]; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct slot_masked_late : service {
  std::array<unsigned, 16> state_{};
  int slot_state(unsigned slot, unsigned *state) override {
    *state = state_[slot]; // expected-warning {{[client-size-trust]}}
    if (slot >= state_.size())
      return 87;
    return 0;
  }
};
struct slots_vector : service {
  int slots(unsigned n, unsigned **free_slots) override {
    std::vector<unsigned> all(n); // expected-warning {{[client-size-trust]}}
    std::iota(all.begin(), all.end(), 0u);
    *free_slots = rpc::allocate_array<unsigned>(1);
    **free_slots = all.empty() ? 0 : all[0];
    return 0;
  }
};
struct slots_string : service {
  int gauge(unsigned slot, double) override {
    const std::string bar(slot, '#'); // expected-warning {{[client-size-trust]}}
    log_line(bar);
    return 0;
  }
};
struct device_new : service {
  int device_name(unsigned index, char **name) override {
    auto scratch = std::make_unique<char[]>(index * 8); // expected-warning {{[client-size-trust]}}
    scratch[0] = 'd';
    *name = dup_text("d");
    return 0;
  }
};
struct recent_reserve : service {
  std::vector<sample> recent(unsigned count) override {
    std::vector<sample> all;
    all.reserve(count); // expected-warning {{[client-size-trust]}}
    return all;
  }
};
struct used_more : service {
  int read_blocks(unsigned count, unsigned *got, unsigned *sums) override {
    std::fill_n(sums, count, 0u);
    *got = count + 1; // expected-warning {{[length-exceeds-size]}}
    return 0;
  }
};
struct queue_overfull : service {
  void queue_of(unsigned, queue_state *s) override {
    s->room = 4;
    s->used = 8; // expected-warning {{[length-exceeds-size]}}
    s->jobs = rpc::allocate_array<unsigned>(8);
  }
};
struct peak_guard : service {
  int peak(const std::vector<double> &values) override {
    if (values.empty())
      return 0;
    return static_cast<int>(values.back() - values[0]);
  }
};
struct peak_ssize : service {
  int peak(const std::vector<double> &values) override {
    double top = 0;
    for (auto i = std::ssize(values) - 1; i >= 0; --i)
      top = std::max(top, values[static_cast<std::size_t>(i)]);
    return static_cast<int>(top);
  }
};
struct hist_max : service {
  int histogram(std::span<const int> b) override {
    const auto top = std::ranges::max_element(b);
    return top == b.end() ? 0 : *top;
  }
};
struct hist_pairs : service {
  int histogram(std::span<const int> b) override {
    int n = 0;
    while (b.size() >= 2) {
      n += b[0] < b[1];
      b = b.subspan(2);
    }
    return n;
  }
};
struct topic_starts : service {
  int subscribe(std::string_view topic, const std::string &who) override {
    return topic.starts_with('/') && !who.empty() && who.back() != '/';
  }
};
struct slot_checked : service {
  unsigned state_[64] = {};
  int slot_state(unsigned slot, unsigned *state) override {
    if (slot >= std::size(state_))
      return 87;
    *state = state_[slot];
    return 0;
  }
};
struct slot_masked : service {
  std::array<unsigned, 16> state_{};
  int slot_state(unsigned slot, unsigned *state) override {
    *state = state_[slot & 15];
    return 0;
  }
};
struct slot_modulo : service {
  std::array<unsigned, 16> state_{};
  int slot_state(unsigned slot, unsigned *state) override {
    *state = state_[slot % state_.size()];
    return 0;
  }
};
struct slot_map : service {
  std::unordered_map<unsigned, unsigned> state_;
  int slot_state(unsigned slot, unsigned *state) override {
    const auto it = state_.find(slot);
    *state = it != state_.end() ? it->second : 0;
    return 0;
  }
};
struct recent_min : service {
  std::deque<sample> all_;
  std::vector<sample> recent(unsigned count) override {
    const auto n = std::min<std::size_t>(count, all_.size());
    return {all_.end() - static_cast<std::ptrdiff_t>(n), all_.end()};
  }
};
struct recent_limit : service {
  std::vector<sample> recent(unsigned count) override {
    constexpr unsigned most = 100;
    if (count > most)
      count = most;
    std::vector<sample> all(count);
    return all;
  }
};
struct used_fewer : service {
  int read_blocks(unsigned count, unsigned *got, unsigned *sums) override {
    unsigned n = 0;
    for (; n < count && n < 10; ++n)
      sums[n] = n;
    *got = n;
    return 0;
  }
};
struct queue_full : service {
  void queue_of(unsigned, queue_state *s) override {
    s->room = 8;
    s->jobs = rpc::allocate_array<unsigned>(8);
    s->used = 0;
    for (unsigned i = 0; i < 3; ++i)
      s->jobs[s->used++] = i;
  }
};
}
