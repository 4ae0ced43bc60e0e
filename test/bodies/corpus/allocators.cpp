// Results in memory of the program: literals, statics and members, and of other
// allocators than rpc::allocate.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/corpus.h"
#include <algorithm>
#include <map>
#include <mutex>
#include <unordered_map>

namespace wrong_static {
using namespace corpus;

rec usual{1, 2};
const char *const levels[] = {"low", "high"};
std::map<int, rec> records;
std::vector<rec> pool(8);
std::string motto = "motto";
const char *level(int n) {
  switch (n) {
  case 0: return "none";
  case 1: return "some";
  default: return "all";
  }
}
std::vector<unsigned char> &cache() {
  static std::vector<unsigned char> bytes(4);
  return bytes;
}
rec *default_record() { return &usual; }

struct literal : service {
  void badge(const char **s) override {
    *s = "badge"; // expected-warning {{[return-static]}}
  }
};
struct literal_cast : service {
  void title(char **s) override {
    *s = const_cast<char *>("title"); // expected-warning {{[return-static]}}
  }
};
struct literal_choice : service {
  void tag(label *l) override {
    l->width = 3;
    l->text = l->width > 2 ? "wide" : "narrow"; // expected-warning 1+ {{[return-static]}}
  }
};
struct literal_view : service {
  void badge(const char **s) override {
    constexpr std::string_view name = "badge"; *s = name.data(); // expected-warning {{[return-static]}}
  }
};
struct literal_aggregate : service {
  void tag(label *l) override {
    *l = {"text", 4}; // expected-warning {{[return-static]}}
  }
};
struct literal_table : service {
  void badge(const char **s) override {
    *s = levels[1]; // missed: [return-static]: what is in a table of the program is not known
  }
};
struct literal_helper : service {
  void badge(const char **s) override {
    *s = level(1); // expected-warning {{[return-static]}}
  }
};
struct global : service {
  void make(rec **r) override {
    *r = &usual; // expected-warning {{[return-static]}}
  }
};
struct global_helper : service {
  rec *give() override {
    return default_record(); // expected-warning {{[return-static]}}
  }
};
struct global_reference : service {
  void make(rec **r) override {
    rec &here = usual;
    here.a++;
    *r = &here; // expected-warning {{[return-static]}}
  }
};
struct global_string : service {
  void title(char **s) override {
    *s = motto.data(); // expected-warning {{[return-static]}}
  }
};
struct global_vector : service {
  void make(rec **r) override {
    *r = &pool[3]; // expected-warning {{[return-static]}}
  }
};
struct global_map : service {
  void make(rec **r) override {
    auto at = records.find(1);
    if (at != records.end())
      *r = &at->second; // expected-warning {{[return-static]}}
  }
};
struct static_buffer : service {
  void title(char **s) override {
    static char text[32];
    std::snprintf(text, sizeof text, "call %d", 7);
    *s = text; // expected-warning {{[return-static]}}
  }
};
struct static_string : service {
  char *caption() override {
    static std::string all;
    all = std::to_string(7);
    return all.data(); // expected-warning {{[return-static]}}
  }
};
struct static_vector : service {
  void fetch(blob *b) override {
    static std::vector<unsigned char> v(4);
    *b = {4, v.data()}; // expected-warning {{[return-static]}}
  }
};
struct per_thread : service {
  void make(rec **r) override {
    thread_local rec mine;
    mine = {1, 2};
    *r = &mine; // expected-warning {{[return-static]}}
  }
};
struct singleton : service {
  void fetch(blob *b) override {
    auto &bytes = cache();
    b->n = 4;
    b->p = bytes.data(); // expected-warning {{[return-static]}}
  }
};
struct own_field : service {
  rec last{};
  void make(rec **r) override {
    *r = &last; // expected-warning {{[return-static]}}
  }
};
struct own_string : service {
  std::string name;
  void badge(const char **s) override {
    *s = name.c_str(); // expected-warning {{[return-static]}}
  }
};
struct own_vector : service {
  std::vector<unsigned char> bytes;
  void fetch(blob *b) override {
    b->n = bytes.size();
    b->p = bytes.data(); // expected-warning {{[return-static]}}
  }
};
struct own_list : service {
  node first{}, second{};
  void build(node **l) override {
    first.next = &second;
    *l = &first; // expected-warning {{[return-static]}}
  }
};
}

namespace wrong_allocator {
using namespace corpus;

rec *new_record(int a) { return new rec{a, 0}; }

struct by_new : service {
  void make(rec **r) override {
    *r = new rec{1, 2}; // expected-warning {{[foreign-allocator]}}
  }
};
struct by_malloc : service {
  void make(rec **r) override {
    *r = static_cast<rec *>(malloc(sizeof(rec))); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_calloc : service {
  node *list() override {
    auto *made = static_cast<node *>(std::calloc(1, sizeof(node)));
    return made; // expected-warning {{[foreign-allocator]}}
  }
};
struct by_strdup : service {
  void title(char **s) override {
    *s = strdup("title"); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_strdup_string : service {
  char *caption() override {
    std::string x = std::to_string(7);
    return strdup(x.c_str()); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_unique : service {
  void make(rec **r) override {
    *r = std::make_unique<rec>().release(); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_local_unique : service {
  void make(rec **r) override {
    auto mine = std::make_unique<rec>();
    mine->a = 1;
    *r = mine.release(); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_unique_of_new : service {
  rec *give() override {
    std::unique_ptr<rec> mine(new rec{1, 2});
    return mine.release(); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_array : service {
  void fetch(blob *b) override {
    auto bytes = std::make_unique<unsigned char[]>(16);
    b->n = 16;
    b->p = bytes.release(); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_new_array : service {
  void fetch(blob *b) override {
    *b = {4, new unsigned char[4]{}}; // expected-warning {{[foreign-allocator]}}
  }
};
struct by_operator : service {
  void make(rec **r) override {
    *r = static_cast<rec *>(::operator new(sizeof(rec))); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_realloc : service {
  void title(char **s) override {
    *s = static_cast<char *>(realloc(nullptr, 8)); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_helper : service {
  void make(rec **r) override {
    *r = new_record(1); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_lambda : service {
  void make(rec **r) override {
    auto create = [](int a) { return new rec{a, a}; };
    *r = create(3); // expected-warning {{[foreign-allocator]}}
  }
};
struct in_a_list : service {
  void head(node *l) override {
    for (int n = 0; n < 3; ++n) {
      l->next = new node{n, nullptr}; // expected-warning 1+ {{[foreign-allocator]}}
      l = l->next;
    }
  }
};
struct in_a_field : service {
  void grow(tree *t) override {
    t->key = 1;
    t->left = new tree{0, nullptr, nullptr}; // expected-warning {{[foreign-allocator]}}
  }
};
struct in_rows : service {
  void list_rows(table *t) override {
    t->rows = rpc::allocate_array<rec *>(1);
    t->n = 1;
    t->rows[0] = std::make_unique<rec>().release(); // expected-warning {{[foreign-allocator]}}
  }
};
struct by_exchange : service {
  void make(rec **r) override {
    std::exchange(*r, new rec{}); // expected-warning {{[foreign-allocator]}}
  }
};
}

namespace right {
using namespace corpus;

char *duplicate(std::string_view s) {
  auto *copy = static_cast<char *>(rpc::allocate(s.size() + 1));
  std::copy(s.begin(), s.end(), copy);
  copy[s.size()] = '\0';
  return copy;
}
template <class T> T *cloned(const T &from) {
  T *made = rpc::allocate<T>();
  *made = from;
  return made;
}
const char *level(int n) { return n > 0 ? "high" : "low"; }

struct of_literal : service {
  void badge(const char **s) override { *s = duplicate(level(1)); }
  void tag(label *l) override {
    static constexpr std::string_view usual = "usual";
    l->text = duplicate(usual);
    l->width = usual.size();
  }
};
struct of_global : service {
  void make(rec **r) override { *r = cloned(wrong_static::usual); }
  rec *give() override {
    static const rec none{0, 0};
    return cloned(none);
  }
};
struct directory : service {
  std::mutex lock;
  std::unordered_map<std::string, std::string> mails;
  void who(person *p) override {
    const std::lock_guard guard(lock);
    const auto found = mails.find("root");
    if (found == mails.end())
      return;
    p->name = duplicate(found->first);
    p->mail = duplicate(found->second);
    p->age = 42;
  }
};
struct by_stub : service {
  void make(rec **r) override {
    *r = static_cast<rec *>(midl_user_allocate(sizeof(rec)));
    **r = {1, 2};
  }
  void title(char **s) override {
    const char *from = "title";
    *s = rpc::allocate_array<char>(strlen(from) + 1);
    strcpy(*s, from);
  }
};
struct scratch_memory : service {
  void fetch(blob *b) override {
    auto bytes = std::make_unique<unsigned char[]>(16);
    std::fill_n(bytes.get(), 16, 'x');
    b->n = 16;
    b->p = rpc::allocate_array<unsigned char>(16);
    std::copy_n(bytes.get(), 16, b->p);
  }
  void make(rec **r) override {
    rec *here = new rec{1, 2};
    here->a += here->b;
    *r = cloned(*here);
    delete here;
  }
};
struct own_records : service {
  std::map<int, std::unique_ptr<rec>> records;
  int ask(unsigned n) override {
    auto &slot = records[static_cast<int>(n % 64)];
    if (!slot)
      slot = std::make_unique<rec>();
    return ++slot->a;
  }
  node *spare = nullptr;
  int peek(const rec *r) override {
    spare = new node{r->a, spare};
    return spare->v;
  }
};
struct contexts : service {
  void open(handle *h) override {
    auto fresh = std::make_unique<session>();
    fresh->limit = 10;
    *h = fresh.release();
  }
  void cycle(handle &h) override {
    if (!h)
      h = new session;
    ++h->calls;
  }
};
struct results_own : service {
  std::unique_ptr<rec> lend() override { return std::unique_ptr<rec>(new rec{1, 2}); }
  std::vector<item> all() override {
    static const char *const usual[] = {"one", "two"};
    std::vector<item> found;
    for (const char *each : usual) {
      item &one = found.emplace_back();
      one.name = each;
      one.owned.reset(new rec{0, 1});
      one.shared = std::make_shared<rec>();
    }
    return found;
  }
  std::string text() override { return "text"; }
};
struct window_of_pool : service {
  std::array<int, 16> pool{};
  void fill(unsigned n, int *a) override {
    const unsigned count = std::min<unsigned>(n, pool.size());
    std::copy_n(pool.begin(), count, a);
    int *at = pool.data();
    for (unsigned i = 0; i < count; ++i, ++at)
      *at += 1;
  }
};
}
