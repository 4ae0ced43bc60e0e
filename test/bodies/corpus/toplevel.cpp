// Assignments to parameters, and results in parameters that are only [in].
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <numeric>
#include <tuple>

namespace wrong_parameter {
using namespace corpus;

void replace(rec *&r) { r = rpc::allocate<rec>(); }
void replace_by(rec **r, rec *made) { *r = made; }

struct allocated : service {
  void put(rec *r) override {
    r = rpc::allocate<rec>(); // expected-warning {{[assign-toplevel-pointer]}}
    r->a = 1;
  }
};
struct null : service {
  void edit(rec *r) override {
    if (r->a == 0)
      r = nullptr; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct cast : service {
  void head(node *l) override {
    l = static_cast<node *>(midl_user_allocate(sizeof(node))); // expected-warning {{[assign-toplevel-pointer]}}
    *l = {1, nullptr};
  }
};
struct outer : service {
  void make(rec **r) override {
    auto **made = static_cast<rec **>(rpc::allocate(sizeof(rec *)));
    *made = rpc::allocate<rec>();
    r = made; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct array : service {
  void fill(unsigned, int *a) override {
    int *fresh = rpc::allocate_array<int>(10);
    a = fresh; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct swapped : service {
  void edit(rec *r) override {
    rec *made = rpc::allocate<rec>();
    made->a = r->a + 1;
    std::swap(r, made); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct exchanged : service {
  void put(rec *r) override {
    std::exchange(r, rpc::allocate<rec>())->a = 2; // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct tied : service {
  void put(rec *r) override {
    int count = 0;
    std::tie(r, count) = std::make_tuple(rpc::allocate<rec>(), 1); // expected-warning {{[assign-toplevel-pointer]}}
    log_value(count);
  }
};
struct by_reference : service {
  void put(rec *r) override {
    rec *&result = r;
    result = rpc::allocate<rec>(); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct by_helper : service {
  void put(rec *r) override {
    replace(r); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct by_helper_pointer : service {
  void edit(rec *r) override {
    replace_by(&r, rpc::allocate<rec>()); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
}

namespace wrong_result {
using namespace corpus;

void store(int *to, int n) { *to = n; }

struct star : service {
  void add(int n, int *result) override {
    *result = n + 1; // expected-warning {{[lost-result]}}
  }
};
struct index : service {
  void add(int n, int *result) override {
    result[0] = n; // expected-warning {{[lost-result]}}
  }
};
struct reference : service {
  void add(int n, int *result) override {
    int &to = *result;
    to = n + 1; // expected-warning {{[lost-result]}}
  }
};
struct alias : service {
  void add(int n, int *result) override {
    int *to = result;
    *to = n; // expected-warning {{[lost-result]}}
  }
};
struct copied : service {
  void add(int n, int *result) override {
    memcpy(result, &n, sizeof n); // expected-warning {{[lost-result]}}
  }
};
struct by_helper : service {
  void add(int n, int *result) override {
    store(result, n + 1); // expected-warning {{[lost-result]}}
  }
};
struct by_lambda : service {
  void add(int n, int *result) override {
    [&] { *result = n + 1; }(); // expected-warning {{[lost-result]}}
  }
};
struct incremented : service {
  void add(int n, int *result) override {
    *result += n; // expected-warning {{[lost-result]}}
  }
};
struct fields : service {
  void scratch(rec *r) override {
    r->a = 1; // expected-warning 1+ {{[lost-result]}}
    r->b = 2; // expected-warning 0-1 {{[lost-result]}}
  }
};
struct whole : service {
  void scratch(rec *r) override {
    *r = {1, 2}; // expected-warning {{[lost-result]}}
  }
};
struct tied : service {
  void scratch(rec *r) override {
    std::tie(r->a, r->b) = std::make_pair(1, 2); // missed: [lost-result]: what std::tie assigns is not known
  }
};
struct string : service {
  void fix(std::string &s) override {
    s = "fixed"; // expected-warning {{[lost-result]}}
  }
};
struct string_appended : service {
  void fix(std::string &s) override {
    s += ".txt"; // expected-warning {{[lost-result]}}
  }
};
struct vector : service {
  void order(std::vector<int> &v) override {
    v.push_back(7); // expected-warning {{[lost-result]}}
  }
};
struct sorted : service {
  void order(std::vector<int> &v) override {
    std::sort(v.begin(), v.end()); // missed: [lost-result]: what algorithms do to a range is not known
  }
};
struct field : service {
  void adopt(person *p) override {
    p->age = 18; // expected-warning {{[lost-result]}}
  }
};
}

namespace right {
using namespace corpus;

void replace(rec *&r) { r = rpc::allocate<rec>(); }
void store(int &to, int n) { to = n; }

struct filled : service {
  void put(rec *r) override {
    *r = {1, 2};
    rec *here = r;
    here->a += 1;
  }
  void edit(rec *r) override {
    rec fresh{r->b, r->a};
    std::swap(*r, fresh);
  }
};
struct reseated : service {
  void fresh(rec *&r) override {
    r = rpc::allocate<rec>();
    r->a = 1;
  }
  void make(rec **r) override {
    rec *made = nullptr;
    replace(made);
    made->b = 2;
    *r = made;
  }
};
struct reseated_by_helper : service {
  void fresh(rec *&r) override { replace(r); }
};
struct walked_array : service {
  void fill(unsigned n, int *a) override {
    for (unsigned i = 0; i < n; ++i)
      *a++ = static_cast<int>(i);
  }
};
struct walked_pointer : service {
  void fill(unsigned n, int *a) override {
    int *const end = a + n;
    int value = 0;
    while (a != end) {
      *a = value++;
      a += 1;
    }
  }
};
struct walked_list : service {
  void trim(node *l) override {
    for (; l; l = l->next)
      if (l->v < 0)
        l->v = 0;
  }
};
struct walked_last : service {
  void trim(node *l) override {
    while (l->next)
      l = l->next;
    l->next = rpc::allocate<node>();
    l->next->v = 9;
  }
};
struct otherwise : service {
  int look(const rec *r) override {
    static const rec none{};
    if (!r)
      r = &none;
    return r->a;
  }
};
struct in_exchanged : service {
  int both(const rec *x, const rec *y) override {
    if (!x)
      std::swap(x, y);
    if (!x)
      return 0;
    return x->a;
  }
};
struct numbers_changed : service {
  int ask(unsigned n) override {
    int digits = 0;
    do {
      n /= 10;
      ++digits;
    } while (n);
    return digits;
  }
};
struct scratch_memory : service {
  int utter(std::string s) override {
    std::reverse(s.begin(), s.end());
    s += '!';
    return static_cast<int>(s.size());
  }
  void order(std::vector<int> &v) override {
    std::sort(v.begin(), v.end());
    v.erase(std::unique(v.begin(), v.end()), v.end());
    for (int each : v)
      log_value(each);
  }
};
struct scratch_read : service {
  void add(int n, int *result) override {
    *result += n;
    log_value(*result);
  }
  void scratch(rec *r) override {
    if (r->a > r->b)
      std::swap(r->a, r->b);
    log_value(r->b - r->a);
  }
};
struct scratch_loop : service {
  void visit(node *l) override {
    int sum = 0;
    for (node *n = l; n; n = n->next) {
      n->v = std::max(n->v, 0);
      sum += n->v;
    }
    log_value(sum);
  }
};
struct scratch_text : service {
  void fix(std::string &s) override {
    if (const auto at = s.find('\r'); at != std::string::npos)
      s.resize(at);
    log_line(s);
  }
  void adopt(person *p) override {
    if (p->name) {
      for (char *at = p->name; *at; ++at)
        if (*at == '\t')
          *at = ' ';
      log_line(p->name);
    }
  }
};
struct stored_locally : service {
  void add(int n, int *result) override {
    int sum = *result;
    store(sum, sum + n);
    int &same = sum;
    same *= 2;
    log_value(same);
  }
};
struct inout : service {
  void update(item &i) override {
    i.name += " (seen)";
    i.marks.push_back(1);
    i.at = rec{1, 2};
    i.owned = std::make_unique<rec>();
    std::sort(i.marks.begin(), i.marks.end());
  }
  void find(std::string_view name, std::optional<rec> &r) override {
    if (name == "root")
      r = rec{0, 0};
  }
};
}
