// Sizes, discriminants, lengths and strings of [in, out] data.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <cctype>
#include <numeric>
#include <tuple>

namespace wrong_size {
using namespace corpus;

void set(unsigned &n, unsigned to) { n = to; }
void clear(blob *b) { b->n = 0; }

struct assigned : service {
  void resize(blob *b) override {
    b->n = 3; // expected-warning {{[change-size-var]}}
  }
};
struct incremented : service {
  void resize(blob *b) override {
    b->n++; // expected-warning {{[change-size-var]}}
  }
};
struct halved : service {
  void shrink(unsigned *n, int *) override {
    *n /= 2; // expected-warning {{[change-size-var]}}
  }
};
struct parameter : service {
  void shrink(unsigned *n, int *a) override {
    unsigned kept = 0;
    for (unsigned i = 0; i < *n; ++i)
      if (a[i] != 0)
        a[kept++] = a[i];
    *n = kept; // expected-warning {{[change-size-var]}}
  }
};
struct erased : service {
  void shrink(unsigned *n, int *a) override {
    int *end = std::remove(a, a + *n, 0);
    *n = static_cast<unsigned>(end - a); // expected-warning {{[change-size-var]}}
  }
};
struct cleared : service {
  void resize(blob *b) override {
    memset(&b->n, 0, sizeof b->n); // expected-warning {{[change-size-var]}}
  }
};
struct copied : service {
  void resize(blob *b) override {
    const unsigned two = 2;
    memcpy(&b->n, &two, sizeof two); // expected-warning {{[change-size-var]}}
  }
};
struct swapped : service {
  void resize(blob *b) override {
    unsigned n = 2;
    std::swap(b->n, n); // expected-warning {{[change-size-var]}}
  }
};
struct exchanged : service {
  void shrink(unsigned *n, int *) override {
    const unsigned old = std::exchange(*n, 1); // expected-warning {{[change-size-var]}}
    log_value(static_cast<int>(old));
  }
};
struct reference : service {
  void resize(blob *b) override {
    auto &[n, p] = *b;
    n = 1; // expected-warning {{[change-size-var]}}
  }
};
struct alias : service {
  void resize(blob *b) override {
    unsigned &n = b->n;
    n -= 1; // expected-warning {{[change-size-var]}}
  }
};
struct pointer : service {
  void shrink(unsigned *n, int *) override {
    unsigned *count = n;
    --*count; // expected-warning {{[change-size-var]}}
  }
};
struct helper : service {
  void resize(blob *b) override {
    set(b->n, 4); // expected-warning {{[change-size-var]}}
  }
};
struct helper_object : service {
  void resize(blob *b) override {
    clear(b); // expected-warning {{[change-size-var]}}
  }
};
struct tied : service {
  void resize(blob *b) override {
    int rest = 0;
    std::tie(b->n, rest) = std::make_tuple(1u, 2); // expected-warning {{[change-size-var]}}
    log_value(rest);
  }
};
struct sized_field : service {
  void slide(window *w) override {
    w->n = w->used; // expected-warning {{[change-size-var]}}
  }
};
}

namespace wrong_union {
using namespace corpus;

void retagged(int &tag) { tag = 2; }
void as_number(tagged *t, int n) {
  t->tag = 1;
  t->v.number = n;
}

struct assigned : service {
  void retag(tagged *t) override {
    t->tag = 2; // expected-warning {{[change-union-tag]}}
    t->v.fraction = 1;
  }
};
struct incremented : service {
  void retag(tagged *t) override {
    ++t->tag; // expected-warning {{[change-union-tag]}}
  }
};
struct cleared : service {
  void retag(tagged *t) override {
    memset(&t->tag, 0, sizeof t->tag); // expected-warning {{[change-union-tag]}}
  }
};
struct copied : service {
  void retag(tagged *t) override {
    const tagged number{1, {.number = 7}};
    memcpy(t, &number, sizeof number); // expected-warning {{[change-union-tag]}}
  }
};
struct swapped : service {
  void retag(tagged *t) override {
    int tag = 2;
    std::swap(t->tag, tag); // expected-warning {{[change-union-tag]}}
  }
};
struct swapped_whole : service {
  void retag(tagged *t) override {
    tagged other{1, {.number = 7}};
    std::swap(*t, other); // expected-warning {{[change-union-tag]}}
  }
};
struct exchanged : service {
  void retag(tagged *t) override {
    if (std::exchange(t->tag, 1) == 2) // expected-warning {{[change-union-tag]}}
      t->v.number = 0;
  }
};
struct whole : service {
  void retag(tagged *t) override {
    *t = tagged{1, {.number = 7}}; // expected-warning {{[change-union-tag]}}
  }
};
struct reference : service {
  void retag(tagged *t) override {
    int &tag = t->tag;
    if (tag == 1)
      tag = 2; // expected-warning {{[change-union-tag]}}
  }
};
struct helper : service {
  void retag(tagged *t) override {
    retagged(t->tag); // expected-warning {{[change-union-tag]}}
  }
};
struct helper_whole : service {
  void retag(tagged *t) override {
    if (t->tag == 2)
      as_number(t, static_cast<int>(t->v.fraction)); // expected-warning {{[change-union-tag]}}
  }
};
struct one_way : service {
  void retag(tagged *t) override {
    switch (t->tag) {
    case 1:
      t->v.fraction = static_cast<float>(t->v.number);
      t->tag = 2; // expected-warning {{[change-union-tag]}}
      break;
    default:
      break;
    }
  }
};
}

namespace wrong_length {
using namespace corpus;

struct one_more : service {
  void read_some(unsigned n, unsigned *used, int *) override {
    *used = n + 1; // expected-warning {{[length-exceeds-size]}}
  }
};
struct twice : service {
  void read_some(unsigned n, unsigned *used, int *) override {
    *used = n * 2; // expected-warning {{[length-exceeds-size]}}
  }
};
struct in_a_variable : service {
  void read_some(unsigned n, unsigned *used, int *) override {
    const unsigned count = n + 4;
    *used = count; // expected-warning {{[length-exceeds-size]}}
  }
};
struct incremented : service {
  void read_some(unsigned n, unsigned *used, int *) override {
    *used = n;
    ++*used; // expected-warning {{[length-exceeds-size]}}
  }
};
struct field : service {
  void slide(window *w) override {
    w->used = w->n + 1; // expected-warning {{[length-exceeds-size]}}
  }
};
struct made : service {
  void frame(window *w) override {
    w->p = rpc::allocate_array<int>(4);
    w->n = 4;
    w->used = 5; // expected-warning {{[length-exceeds-size]}}
  }
};

struct catted : service {
  void append(char *s) override {
    strcat(s, ".bak"); // expected-warning {{[inout-string-grow]}}
  }
};
struct copied_text : service {
  void append(char *s) override {
    strcpy(s, "unknown"); // expected-warning {{[inout-string-grow]}}
  }
};
struct of_string : service {
  std::string suffix;
  void append(char *s) override {
    const std::string all = s + suffix;
    strcpy(s, all.c_str()); // expected-warning {{[inout-string-grow]}}
  }
};
struct printed : service {
  void append(char *s) override {
    std::sprintf(s, "call %d", 7); // expected-warning {{[inout-string-grow]}}
  }
};
struct written : service {
  void append(char *s) override {
    const std::size_t end = strlen(s);
    memcpy(s + end, ".bak", 5); // expected-warning {{[inout-string-grow]}}
  }
};
struct field_text : service {
  void rename(person *p) override {
    if (p->name)
      strcat(p->name, " (left)"); // expected-warning {{[inout-string-grow]}}
  }
};
}

namespace right {
using namespace corpus;

void set(unsigned &n, unsigned to) { n = to; }
unsigned compact(std::span<int> a) { return static_cast<unsigned>(std::remove(a.begin(), a.end(), 0) - a.begin()); }

struct contents : service {
  void resize(blob *b) override { std::fill_n(b->p, b->n, 'x'); }
  void shrink(unsigned *n, int *a) override {
    std::sort(a, a + *n);
    unsigned count = *n;
    while (count > 0 && a[count - 1] == 0)
      --count;
    std::replace(a, a + count, 0, -1);
  }
};
struct new_array : service {
  void resize(blob *b) override {
    const unsigned more = 100;
    auto *bytes = rpc::allocate_array<unsigned char>(more);
    std::copy_n(b->p, std::min(b->n, more), bytes);
    b->p = bytes;
    b->n = more;
  }
};
struct whole_array : service {
  void resize(blob *b) override { *b = {8, rpc::allocate_array<unsigned char>(8)}; }
};
struct length : service {
  void slide(window *w) override {
    w->used = compact({w->p, w->used});
  }
  void read_some(unsigned n, unsigned *used, int *a) override {
    *used = std::min(n, 10u);
    std::iota(a, a + *used, 0);
  }
};
struct length_counted : service {
  void read_some(unsigned n, unsigned *used, int *a) override {
    unsigned count = 0;
    for (int each = 0; each < 100 && count < n; each += 7)
      a[count++] = each;
    set(*used, count);
  }
};
struct length_one_less : service {
  void read_some(unsigned n, unsigned *used, int *a) override {
    for (unsigned i = 0; i < n; ++i)
      a[i] = 1;
    *used = n > 0 ? n - 1 : 0;
  }
  void frame(window *w) override {
    *w = {8, 3, rpc::allocate_array<int>(8)};
  }
};
struct local_count : service {
  void resize(blob *b) override {
    blob copy = *b;
    copy.n = std::min(copy.n, 4u);
    log_value(static_cast<int>(copy.n));
    unsigned n = b->n;
    n /= 2;
    if (n)
      std::fill_n(b->p, n, 0);
  }
};
struct sized_result : service {
  void fetch(blob *b) override {
    b->p = rpc::allocate_array<unsigned char>(8);
    b->n = 8;
    --b->n;
  }
};
struct arm : service {
  void retag(tagged *t) override {
    switch (t->tag) {
    case 1:
      t->v.number += 1;
      break;
    case 2:
      t->v.fraction *= 2;
      break;
    default:
      throw rpc::error(rpc::status::call_failed);
    }
  }
  void choose(tagged *t) override {
    t->tag = 1;
    t->v.number = 7;
    if (t->v.number > 4) {
      t->tag = 2;
      t->v.fraction = 0.5f;
    }
  }
};
struct arm_copied : service {
  void retag(tagged *t) override {
    tagged here = *t;
    here.tag = 1;
    here.v.number = 3;
    if (t->tag == 1)
      t->v = here.v;
  }
};
struct shorter : service {
  void append(char *s) override {
    for (char *at = s; *at; ++at)
      *at = static_cast<char>(std::toupper(static_cast<unsigned char>(*at)));
    if (char *dot = strchr(s, '.'))
      *dot = '\0';
  }
  void extend(unsigned size, char *s) override {
    const std::string_view suffix = ".bak";
    if (strlen(s) + suffix.size() + 1 > size)
      throw rpc::error(rpc::status::call_failed);
    strcat(s, suffix.data());
  }
};
struct another_text : service {
  void rename(person *p) override {
    const std::string full = std::string(p->name ? p->name : "") + " (left)";
    char *name = rpc::allocate_array<char>(full.size() + 1);
    strcpy(name, full.c_str());
    p->name = name;
  }
};
}
