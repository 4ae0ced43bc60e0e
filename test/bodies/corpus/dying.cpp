// Results that point to variables and temporaries that are gone when the stub
// sends them.
// RUN: %bodies -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <map>
#include <sstream>

namespace wrong {
using namespace corpus;

rec *pick(std::vector<rec> &from) { return &from.front(); }
void point(rec **to, rec &at) { *to = &at; }
char *text_of(std::string &s) { return s.data(); }
struct holder {
  std::vector<unsigned char> bytes;
  unsigned char *begin() { return bytes.data(); }
};

struct address : service {
  void make(rec **r) override {
    rec here{1, 2};
    *r = &here; // expected-warning {{[return-stack]}}
  }
};
struct returned : service {
  rec *give() override {
    rec here{1, 2};
    return &here; // expected-warning {{[return-stack]}}
  }
};
struct member_of_local : service {
  void make(rec **r) override {
    struct { int n; rec inner; } here{};
    *r = &here.inner; // expected-warning {{[return-stack]}}
  }
};
struct reference : service {
  void make(rec **r) override {
    rec here{};
    rec &same = here;
    same.a = 4;
    *r = &same; // expected-warning {{[return-stack]}}
  }
};
struct string_data : service {
  void title(char **s) override {
    std::string x = std::to_string(7);
    *s = x.data(); // expected-warning {{[return-stack]}}
  }
};
struct string_c_str : service {
  char *caption() override {
    std::string x(20, 'x');
    return const_cast<char *>(x.c_str()); // expected-warning {{[return-stack]}}
  }
};
struct string_element : service {
  void title(char **s) override {
    std::string x = "title";
    x += '!';
    *s = &x[0]; // expected-warning {{[return-stack]}}
  }
};
struct view_of_local : service {
  void badge(const char **s) override {
    const std::string x = std::to_string(7);
    std::string_view v = x;
    *s = v.data(); // expected-warning {{[return-stack]}}
  }
};
struct stream : service {
  void title(char **s) override {
    std::ostringstream out;
    out << "call " << 7;
    std::string all = out.str();
    *s = all.data(); // expected-warning {{[return-stack]}}
  }
};
struct temporary_string : service {
  void title(char **s) override {
    *s = std::to_string(7).data(); // expected-warning {{[return-stack]}}
  }
};
struct temporary_stream : service {
  void badge(const char **s) override {
    std::ostringstream out;
    out << 7;
    *s = out.str().c_str(); // expected-warning {{[return-stack]}}
  }
};
struct temporary_view : service {
  void badge(const char **s) override {
    std::string_view v = std::string("temporary"); *s = v.data(); // expected-warning {{[return-stack]}}
  }
};
struct vector_data : service {
  void fetch(blob *b) override {
    std::vector<unsigned char> v{1, 2, 3};
    b->n = v.size();
    b->p = v.data(); // expected-warning {{[return-stack]}}
  }
};
struct vector_first : service {
  void fetch(blob *b) override {
    std::vector<unsigned char> v(16, 'x');
    b->n = 16;
    b->p = &v[0]; // expected-warning {{[return-stack]}}
  }
};
struct vector_begin : service {
  void fetch(blob *b) override {
    std::vector<unsigned char> v(16, 'x');
    b->n = 16;
    b->p = &*v.begin(); // expected-warning {{[return-stack]}}
  }
};
struct vector_front : service {
  void make(rec **r) override {
    std::vector<rec> v(2);
    *r = &v.front(); // expected-warning {{[return-stack]}}
  }
};
struct temporary_vector : service {
  void fetch(blob *b) override {
    b->n = 3;
    b->p = std::vector<unsigned char>(3).data(); // expected-warning {{[return-stack]}}
  }
};
struct standard_array : service {
  void fetch(blob *b) override {
    std::array<unsigned char, 4> a{};
    b->n = a.size();
    b->p = a.data(); // expected-warning {{[return-stack]}}
  }
};
struct c_array : service {
  void fetch(blob *b) override {
    unsigned char a[4] = {1, 2, 3, 4};
    *b = {4, a}; // expected-warning {{[return-stack]}}
  }
};
struct span_of_array : service {
  void fetch(blob *b) override {
    unsigned char a[4] = {1, 2, 3, 4};
    std::span<unsigned char> part(a, 2);
    b->n = part.size();
    b->p = part.data(); // expected-warning {{[return-stack]}}
  }
};
struct owned : service {
  void make(rec **r) override {
    auto mine = std::make_unique<rec>();
    mine->a = 1;
    *r = mine.get(); // expected-warning {{[return-stack]}}
  }
};
struct owned_star : service {
  rec *give() override {
    auto mine = std::make_unique<rec>();
    return &*mine; // expected-warning {{[return-stack]}}
  }
};
struct shared_here : service {
  void make(rec **r) override {
    const auto mine = std::make_shared<rec>();
    *r = mine.get(); // expected-warning {{[return-stack]}}
  }
};
struct temporary_owner : service {
  void make(rec **r) override {
    *r = std::make_unique<rec>().get(); // expected-warning {{[return-stack]}}
  }
};
struct engaged : service {
  void make(rec **r) override {
    std::optional<rec> found = rec{1, 2};
    *r = &*found; // expected-warning {{[return-stack]}}
  }
};
struct value_parameter : service {
  void echo(rec r, rec **copy) override {
    r.a += 1;
    *copy = &r; // expected-warning {{[return-stack]}}
  }
};
struct of_a_map : service {
  void make(rec **r) override {
    std::map<int, rec> all;
    all[1].a = 5;
    *r = &all[1]; // expected-warning {{[return-stack]}}
  }
};
struct by_helper : service {
  void make(rec **r) override {
    std::vector<rec> v(2);
    *r = pick(v); // expected-warning {{[return-stack]}}
  }
};
struct by_helper_out : service {
  void make(rec **r) override {
    rec here{};
    point(r, here); // expected-warning {{[return-stack]}}
  }
};
struct by_helper_text : service {
  void title(char **s) override {
    std::string x = "text";
    *s = text_of(x); // expected-warning {{[return-stack]}}
  }
};
struct by_member : service {
  void fetch(blob *b) override {
    holder h;
    h.bytes.assign(5, 0);
    *b = {5, h.begin()}; // expected-warning {{[return-stack]}}
  }
};
struct copied_pointer : service {
  void make(rec **r) override {
    rec here{};
    rec *p = &here;
    memcpy(r, &p, sizeof p); // expected-warning {{[return-stack]}}
  }
};
struct linked : service {
  void head(node *l) override {
    node last{2, nullptr};
    l->v = 1;
    l->next = &last; // expected-warning {{[return-stack]}}
  }
};
struct linked_vector : service {
  void build(node **l) override {
    std::vector<node> nodes(3);
    nodes[0].next = &nodes[1];
    nodes[1].next = &nodes[2];
    *l = nodes.data(); // expected-warning {{[return-stack]}}
  }
};
struct rows_here : service {
  void list_rows(table *t) override {
    rec here[2] = {{1, 1}, {2, 2}};
    t->rows = rpc::allocate_array<rec *>(2);
    t->n = 2;
    t->rows[0] = &here[0]; // expected-warning {{[return-stack]}}
  }
};
struct one_way : service {
  int try_build(int n, node **l) override {
    node here{n, nullptr};
    if (n < 0)
      return 5;
    *l = &here; // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct exchanged : service {
  void make(rec **r) override {
    rec here{};
    std::exchange(*r, &here); // expected-warning {{[return-stack]}}
  }
};
struct fields : service {
  void who(person *p) override {
    std::string name = "ann";
    *p = {.name = name.data(), .mail = nullptr, .age = 1}; // expected-warning {{[return-stack]}}
  }
};
struct room_on_stack : service {
  void title(char **s) override {
    char *room = static_cast<char *>(__builtin_alloca(4));
    memcpy(room, "abc", 4);
    *s = room; // expected-warning {{[return-stack]}}
  }
};
}
