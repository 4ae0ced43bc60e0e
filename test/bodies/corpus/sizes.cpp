// Numbers that clients choose, as sizes and indices.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <map>

int counters[64];
std::array<int, 16> slots;

namespace wrong {
using namespace corpus;

int *room(unsigned n) { return rpc::allocate_array<int>(n); }
void clear(int *a, unsigned n) { memset(a, 0, n * sizeof(int)); }

struct by_array : service {
  void spread(unsigned n, int **a) override {
    *a = rpc::allocate_array<int>(n); // expected-warning {{[client-size-trust]}}
  }
};
struct by_bytes : service {
  void spread(unsigned n, int **a) override {
    *a = static_cast<int *>(rpc::allocate(n * sizeof(int))); // expected-warning {{[client-size-trust]}}
  }
};
struct by_user_allocate : service {
  void spread(unsigned n, int **a) override {
    *a = static_cast<int *>(midl_user_allocate(sizeof(int) * n)); // expected-warning {{[client-size-trust]}}
  }
};
struct by_variable : service {
  void spread(unsigned n, int **a) override {
    const std::size_t bytes = n * sizeof(int);
    *a = static_cast<int *>(rpc::allocate(bytes)); // expected-warning {{[client-size-trust]}}
  }
};
struct by_helper : service {
  void spread(unsigned n, int **a) override {
    *a = room(n); // expected-warning {{[client-size-trust]}}
  }
};
struct vector : service {
  int ask(unsigned n) override {
    std::vector<int> v(n); // expected-warning {{[client-size-trust]}}
    return static_cast<int>(v.size());
  }
};
struct vector_filled : service {
  int ask(unsigned n) override {
    auto v = std::vector<rec>(n, rec{1, 2}); // expected-warning {{[client-size-trust]}}
    return static_cast<int>(v.size());
  }
};
struct resized : service {
  int ask(unsigned n) override {
    std::vector<int> v;
    v.resize(n); // expected-warning {{[client-size-trust]}}
    return static_cast<int>(v.size());
  }
};
struct reserved : service {
  int ask(unsigned n) override {
    std::vector<rec> v;
    v.reserve(n); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct assigned : service {
  std::vector<int> kept;
  int ask(unsigned n) override {
    kept.assign(n, 0); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct string : service {
  int ask(unsigned n) override {
    const std::string s(n, ' '); // expected-warning {{[client-size-trust]}}
    return static_cast<int>(s.size());
  }
};
struct string_resized : service {
  int ask(unsigned n) override {
    std::string s;
    s.resize(n + 1); // expected-warning {{[client-size-trust]}}
    return static_cast<int>(s.size());
  }
};
struct new_array : service {
  int ask(unsigned n) override {
    std::unique_ptr<int[]> a(new int[n]); // expected-warning {{[client-size-trust]}}
    return a ? 1 : 0;
  }
};
struct unique_array : service {
  int ask(unsigned n) override {
    auto a = std::make_unique<int[]>(n); // expected-warning {{[client-size-trust]}}
    return a != nullptr;
  }
};
struct malloced : service {
  int ask(unsigned n) override {
    void *p = malloc(n * 4); // expected-warning {{[client-size-trust]}}
    free(p);
    return 0;
  }
};
struct stack : service {
  int ask(unsigned n) override {
    char *p = static_cast<char *>(__builtin_alloca(n)); // expected-warning {{[client-size-trust]}}
    return p != nullptr;
  }
};
struct field : service {
  int asked(const request *r) override {
    std::vector<int> v(r->count); // expected-warning {{[client-size-trust]}}
    return static_cast<int>(v.size());
  }
};
struct global : service {
  int ask(unsigned n) override {
    return counters[n]; // expected-warning {{[client-size-trust]}}
  }
};
struct global_written : service {
  int asked(const request *r) override {
    return ++counters[r->slot]; // expected-warning {{[client-size-trust]}}
  }
};
struct global_array : service {
  int ask(unsigned n) override {
    return slots[n]; // expected-warning {{[client-size-trust]}}
  }
};
struct local : service {
  int ask(unsigned n) override {
    const int days[] = {31, 28, 31, 30};
    return days[n]; // expected-warning {{[client-size-trust]}}
  }
};
struct local_standard : service {
  int ask(unsigned n) override {
    std::array<int, 4> days{31, 28, 31, 30};
    return days[n]; // expected-warning {{[client-size-trust]}}
  }
};
struct local_pointer : service {
  int ask(unsigned n) override {
    const int days[] = {31, 28, 31, 30};
    const int *p = days;
    return *(p + n); // expected-warning {{[client-size-trust]}}
  }
};
struct own_array : service {
  int table[8] = {};
  int ask(unsigned n) override {
    return table[n]; // expected-warning {{[client-size-trust]}}
  }
};
struct own_vector : service {
  std::vector<int> table;
  int ask(unsigned n) override {
    return table[n]; // expected-warning {{[client-size-trust]}}
  }
};
struct copied : service {
  void add(int n, int *) override {
    char here[16];
    memset(here, 0, static_cast<std::size_t>(n)); // expected-warning {{[client-size-trust]}}
    log_line({here, 4});
  }
};
struct copied_text : service {
  int sum(unsigned n, const int *a) override {
    int here[16];
    std::copy(a, a + n, here); // expected-warning {{[client-size-trust]}}
    return here[0];
  }
};
struct helper_clear : service {
  int ask(unsigned n) override {
    int here[8];
    clear(here, n); // expected-warning {{[client-size-trust]}}
    return here[0];
  }
};
}

namespace right {
using namespace corpus;
constexpr unsigned limit = 4096;

unsigned bounded(unsigned n) { return n < limit ? n : limit; }
void check(unsigned n) {
  if (n > limit)
    throw rpc::error(rpc::status::call_failed, "too many");
}

struct compared : service {
  void spread(unsigned n, int **a) override {
    if (n > limit)
      throw rpc::error(rpc::status::call_failed);
    *a = rpc::allocate_array<int>(n);
    for (unsigned i = 0; i < n; ++i)
      (*a)[i] = static_cast<int>(i);
  }
};
struct checked : service {
  void spread(unsigned n, int **a) override {
    check(n);
    *a = static_cast<int *>(rpc::allocate(n * sizeof(int)));
    std::fill_n(*a, n, 0);
  }
  int ask(unsigned n) override {
    std::vector<int> v(bounded(n));
    return static_cast<int>(v.size());
  }
};
struct smaller : service {
  int ask(unsigned n) override {
    std::vector<int> v;
    v.reserve(std::min(n, limit));
    std::string s(std::clamp<unsigned>(n, 1, 80), '-');
    n = std::min(n, 9u);
    v.resize(n);
    return static_cast<int>(v.size() + s.size());
  }
};
struct limited_once : service {
  int asked(const request *r) override {
    const unsigned count = r->count;
    if (count == 0 || count > 100)
      return 0;
    std::vector<rec> v(count);
    for (unsigned n = 0; n < count; ++n)
      v[n].a = static_cast<int>(n);
    return v.back().a;
  }
};
struct ranged : service {
  int asked(const request *r) override {
    const int here[16] = {1, 2, 3};
    std::vector<int> v(r->few + 1);
    return here[r->few] + static_cast<int>(v.size());
  }
};
struct indexed : service {
  std::vector<int> table{1, 2, 3};
  int ask(unsigned n) override {
    if (n >= table.size())
      return -1;
    return table[n];
  }
  int asked(const request *r) override {
    if (r->slot >= std::size(counters))
      throw rpc::error(rpc::status::call_failed);
    return ++counters[r->slot];
  }
};
struct in_a_variable : service {
  int ask(unsigned n) override {
    const bool valid = n < slots.size();
    if (!valid)
      return 0;
    return slots[n];
  }
};
struct remainder : service {
  int ask(unsigned n) override { return counters[n % 64] + slots[n & 15]; }
};
struct both_sides : service {
  void add(int n, int *) override {
    if (n < 0 || n >= 64)
      return;
    counters[n]++;
  }
};
struct enumerated : service {
  int ask(unsigned n) override {
    static constexpr int days[] = {31, 28, 31};
    switch (n) {
    case 0:
    case 1:
    case 2: return days[n];
    default: return -1;
    }
  }
};
struct looked_up : service {
  std::map<unsigned, int> known{{1, 2}};
  int ask(unsigned n) override {
    const auto at = known.find(n);
    if (at == known.end())
      return 0;
    return counters[1] + at->second;
  }
};
struct of_the_message : service {
  int sum(unsigned n, const int *a) override {
    std::vector<int> sorted(a, a + n);
    std::sort(sorted.begin(), sorted.end());
    std::vector<int> sums(n);
    int all = 0;
    for (unsigned i = 0; i < n; ++i)
      sums[i] = all += sorted[i];
    return n ? sums[n - 1] : 0;
  }
  int total_of(const std::vector<int> &v) override {
    std::vector<int> copy(v.size());
    copy.reserve(v.size() + 1);
    return static_cast<int>(copy.capacity());
  }
  int weigh(const blob *b) override {
    std::string copy(b->n, '\0');
    if (b->n)
      memcpy(copy.data(), b->p, b->n);
    return static_cast<int>(copy.size());
  }
};
struct stops : service {
  void fill(unsigned n, int *a) override {
    int here[16] = {};
    for (unsigned i = 0; i < n && i < std::size(here); ++i)
      a[i] = here[i];
  }
};
struct counted : service {
  int ask(unsigned n) override {
    int sum = 0;
    for (unsigned i = 0; i < n; ++i) {
      if (i == slots.size())
        break;
      sum += slots[i];
    }
    return sum;
  }
};
}
