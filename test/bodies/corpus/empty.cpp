// Elements of arrays, containers and strings that clients may send without any.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <map>
#include <numeric>
#include <ranges>

namespace wrong {
using namespace corpus;

int head_of(const std::vector<int> &v) { return v.front(); }

struct front : service {
  int total_of(const std::vector<int> &v) override {
    return v.front(); // expected-warning {{[unchecked-empty]}}
  }
};
struct back : service {
  int total_of(const std::vector<int> &v) override {
    return v.back(); // expected-warning {{[unchecked-empty]}}
  }
};
struct index : service {
  int total_of(const std::vector<int> &v) override {
    int largest = v[0]; // expected-warning {{[unchecked-empty]}}
    for (int each : v)
      largest = std::max(largest, each);
    return largest;
  }
};
struct begin : service {
  int total_of(const std::vector<int> &v) override {
    return *v.begin(); // expected-warning {{[unchecked-empty]}}
  }
};
struct data : service {
  int total_of(const std::vector<int> &v) override {
    return v.data()[0]; // expected-warning {{[unchecked-empty]}}
  }
};
struct data_star : service {
  int total(std::span<const int> s) override {
    return *s.data(); // expected-warning {{[unchecked-empty]}}
  }
};
struct last_index : service {
  int total_of(const std::vector<int> &v) override {
    return v[v.size() - 1]; // expected-warning {{[unchecked-empty]}}
  }
};
struct reverse_begin : service {
  int total_of(const std::vector<int> &v) override {
    return *v.rbegin(); // expected-warning {{[unchecked-empty]}}
  }
};
struct before_end : service {
  int total_of(const std::vector<int> &v) override {
    return *std::prev(v.end()); // expected-warning {{[unchecked-empty]}}
  }
};
struct largest : service {
  int total_of(const std::vector<int> &v) override {
    return *std::max_element(v.begin(), v.end()); // expected-warning {{[unchecked-empty]}}
  }
};
struct smallest : service {
  int total(std::span<const int> s) override {
    return std::ranges::min(s); // expected-warning {{[unchecked-empty]}}
  }
};
struct span_front : service {
  int total(std::span<const int> s) override {
    return s.front(); // expected-warning {{[unchecked-empty]}}
  }
};
struct span_rest : service {
  int total(std::span<const int> s) override {
    const auto rest = s.subspan(1); // expected-warning {{[unchecked-empty]}}
    return std::accumulate(rest.begin(), rest.end(), 0);
  }
};
struct view_index : service {
  int say(std::string_view s) override {
    return s[0] == '/'; // expected-warning {{[unchecked-empty]}}
  }
};
struct view_back : service {
  int say(std::string_view s) override {
    if (s.back() == '\n') // expected-warning {{[unchecked-empty]}}
      s.remove_suffix(1);
    return static_cast<int>(s.size());
  }
};
struct string_front : service {
  int speak(const std::string &s) override {
    return s.front() == '-'; // expected-warning {{[unchecked-empty]}}
  }
};
struct string_pop : service {
  int utter(std::string s) override {
    s.pop_back(); // expected-warning {{[unchecked-empty]}}
    return static_cast<int>(s.size());
  }
};
struct array : service {
  int sum(unsigned, const int *a) override {
    return a[0]; // expected-warning {{[unchecked-empty]}}
  }
};
struct array_star : service {
  int sum(unsigned, const int *a) override {
    return *a; // expected-warning {{[unchecked-empty]}}
  }
};
struct array_last : service {
  int sum(unsigned n, const int *a) override {
    return a[n - 1]; // expected-warning {{[unchecked-empty]}}
  }
};
struct array_written : service {
  void fill(unsigned, int *a) override {
    a[0] = 7; // expected-warning {{[unchecked-empty]}}
  }
};
struct array_start : service {
  int sum(unsigned n, const int *a) override {
    return std::accumulate(a + 1, a + n, a[0]); // expected-warning {{[unchecked-empty]}}
  }
};
struct field : service {
  int weigh(const blob *b) override {
    return b->p[0]; // expected-warning {{[unchecked-empty]}}
  }
};
struct field_last : service {
  int weigh(const blob *b) override {
    return b->p[b->n - 1]; // expected-warning {{[unchecked-empty]}}
  }
};
struct field_written : service {
  void resize(blob *b) override {
    *b->p = 0; // expected-warning {{[unchecked-empty]}}
  }
};
struct member : service {
  int describe(const item &i) override {
    return i.marks[0]; // expected-warning {{[unchecked-empty]}}
  }
};
struct member_text : service {
  int describe(const item &i) override {
    return i.name.back() == '$'; // expected-warning {{[unchecked-empty]}}
  }
};
struct elements : service {
  int names(const std::vector<std::string> &v) override {
    return static_cast<int>(v.front().size()); // expected-warning {{[unchecked-empty]}}
  }
};
struct tested_wrong : service {
  int total_of(const std::vector<int> &v) override {
    if (v.empty())
      log_line("no numbers");
    return v.front(); // expected-warning {{[unchecked-empty]}}
  }
};
struct helper : service {
  int total_of(const std::vector<int> &v) override {
    return head_of(v); // expected-warning {{[unchecked-empty]}}
  }
};
struct bound : service {
  int total_of(const std::vector<int> &v) override {
    const int &first = v.front(); // expected-warning {{[unchecked-empty]}}
    return first * 2;
  }
};
}

namespace right {
using namespace corpus;

int head_of(std::span<const int> s) { return s.empty() ? 0 : s.front(); }
int first_of(const std::vector<int> &v) { return v.front(); }
void require(bool condition) {
  if (!condition)
    throw rpc::error(rpc::status::call_failed);
}
std::string_view trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ')
    s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ')
    s.remove_suffix(1);
  return s;
}

struct early : service {
  int total_of(const std::vector<int> &v) override {
    if (v.empty())
      return 0;
    int best = v.front();
    for (std::size_t n = 1; n < v.size(); ++n)
      best = std::max(best, v[n]);
    return best - v.back();
  }
};
struct choice : service {
  int total_of(const std::vector<int> &v) override { return v.empty() ? 0 : v[0]; }
  int total(std::span<const int> s) override { return s.size() > 2 ? s[2] : 0; }
};
struct in_a_variable : service {
  int total_of(const std::vector<int> &v) override {
    const std::size_t count = v.size();
    if (count == 0)
      return 0;
    return v[count - 1];
  }
  int total(std::span<const int> s) override {
    const bool some = !s.empty();
    return some ? s.front() : -1;
  }
};
struct required : service {
  int total_of(const std::vector<int> &v) override {
    require(!v.empty());
    return v.front() + v.back();
  }
};
struct by_helper : service {
  int total(std::span<const int> s) override { return head_of(s); }
  int total_of(const std::vector<int> &v) override {
    if (v.size() < 1)
      return 0;
    return first_of(v);
  }
};
struct sorted : service {
  int total_of(const std::vector<int> &v) override {
    std::vector<int> copy = v;
    copy.push_back(0);
    std::nth_element(copy.begin(), copy.begin() + copy.size() / 2, copy.end());
    return copy[copy.size() / 2];
  }
};
struct largest : service {
  int total_of(const std::vector<int> &v) override {
    const auto at = std::max_element(v.begin(), v.end());
    if (at == v.end())
      return 0;
    return *at;
  }
};
struct found : service {
  int total(std::span<const int> s) override {
    const auto at = std::ranges::find(s, 7);
    return at != s.end() ? *at : 0;
  }
};
struct loops : service {
  int sum(unsigned n, const int *a) override {
    int all = 0;
    for (unsigned i = 0; i != n; ++i)
      all += a[i];
    for (const int *at = a, *end = a + n; at != end; ++at)
      all += *at;
    return all;
  }
  int total(std::span<const int> s) override {
    int all = 0;
    while (!s.empty()) {
      all += s.front();
      s = s.subspan(1);
    }
    return all;
  }
};
struct pairs : service {
  int sum(unsigned n, const int *a) override {
    int rises = 0;
    for (unsigned i = 1; i < n; ++i)
      rises += a[i] > a[i - 1];
    return rises;
  }
};
struct algorithms : service {
  int sum(unsigned n, const int *a) override { return std::accumulate(a, a + n, 0); }
  int names(const std::vector<std::string> &v) override {
    return static_cast<int>(std::ranges::count_if(v, [](const std::string &s) { return !s.empty() && s[0] == '.'; }));
  }
};
struct array_tested : service {
  int sum(unsigned n, const int *a) override {
    if (!n)
      return 0;
    return a[0] + a[n - 1];
  }
  void fill(unsigned n, int *a) override {
    if (n > 0)
      a[0] = 7;
  }
};
struct field_tested : service {
  int weigh(const blob *b) override {
    if (b->n == 0 || b->p == nullptr)
      throw rpc::error(rpc::status::call_failed);
    return b->p[0];
  }
  void resize(blob *b) override {
    if (b->n >= 4)
      memset(b->p, 0, 4);
  }
};
struct texts : service {
  int say(std::string_view s) override {
    const std::string_view core = trimmed(s);
    if (core.starts_with('/') || core.ends_with('/'))
      return -1;
    return core.empty() ? 0 : core[0];
  }
};
struct string_end : service {
  int speak(const std::string &s) override { return s[0] == '/'; }
};
struct lines : service {
  int say(std::string_view s) override {
    int count = 0;
    for (std::size_t at = 0; at < s.size(); ++at)
      if (s[at] == '\n')
        ++count;
    if (const auto end = s.find('\n'); end != std::string_view::npos)
      count += s[end] == '\n';
    return count;
  }
};
struct popped : service {
  int utter(std::string s) override {
    if (s.size() && s.back() == '\n')
      s.pop_back();
    s += '!';
    return s.front();
  }
};
struct grouped : service {
  int names(const std::vector<std::string> &v) override {
    std::map<char, std::vector<std::string>> groups;
    for (const std::string &each : v)
      if (!each.empty())
        groups[each.front()].push_back(each);
    int longest = 0;
    for (const auto &[letter, group] : groups)
      longest = std::max(longest, static_cast<int>(group.front().size()));
    return longest;
  }
};
}
