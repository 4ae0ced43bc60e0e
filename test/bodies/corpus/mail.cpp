// Mistakes in a service of letters, and in its callers.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/mail.h"

using mail::client;
using mail::service;

namespace nulls {
using namespace mail;
int port_of(const address *a) { return a->port; }
int size_or(const letter &l) { return static_cast<int>(l.size); }
bool usable(const address *a) { return a && a->port > 0; }

struct straight : service {
  int deliver(const letter *l) override {
    return static_cast<int>(l->size); // expected-warning {{[unchecked-null]}}
  }
};
struct by_reference : service {
  int deliver(const letter *l) override {
    return size_or(*l); // expected-warning {{[unchecked-null]}}
  }
};
struct by_helper : service {
  int rank(const address *a, const address *b) override {
    if (!a)
      return 0;
    return port_of(a) - port_of(b); // expected-warning {{[unchecked-null]}}
  }
};
struct wrong_of_two : service {
  int rank(const address *a, const address *b) override {
    if (a == nullptr && b == nullptr)
      return 0;
    return a->host; // expected-warning {{[unchecked-null]}}
  }
};
struct or_of_two : service {
  int rank(const address *a, const address *b) override {
    if (a || b)
      return b->host; // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct tested_after : service {
  int deliver(const letter *l) override {
    const unsigned id = l->id; // expected-warning {{[unchecked-null]}}
    return l ? static_cast<int>(id) : -1;
  }
};
struct member_of_tested : service {
  int deliver(const letter *l) override {
    if (!l)
      return 1;
    return l->subject[0]; // expected-warning {{[unchecked-null]}}
  }
};
struct length_of_subject : service {
  int deliver(const letter *l) override {
    if (!l)
      return 1;
    return static_cast<int>(strlen(l->subject)); // expected-warning {{[unchecked-null]}}
  }
};
struct string_of_null : service {
  int note(const char *s) override {
    const std::string text(s); // expected-warning {{[unchecked-null]}}
    return static_cast<int>(text.size());
  }
};
struct view_of_null : service {
  int note(const char *s) override {
    return speak_of(s); // expected-warning {{[unchecked-null]}}
  }
  static int speak_of(std::string_view v) { return static_cast<int>(v.size()); }
};
struct printed_null : service {
  int note(const char *s) override {
    return std::strcmp(s, "urgent") == 0; // expected-warning {{[unchecked-null]}}
  }
};
struct reply_address : service {
  int route(const envelope *e) override {
    return e->from->port + e->reply->port; // expected-warning {{[unchecked-null]}}
  }
};
struct next_of_next : service {
  void walk(header *h) override {
    for (; h; h = h->next->next) // expected-warning {{[unchecked-null]}}
      log_value(1);
  }
};
struct in_lambda : service {
  int rank(const address *a, const address *b) override {
    auto port = [&] { return b->port; };
    return a ? a->port : port(); // expected-warning {{[unchecked-null]}}
  }
};
struct in_algorithm : service {
  int homes(const std::vector<std::unique_ptr<address>> &all) override {
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto &a) { return a->port == 25; })); // expected-warning {{[unchecked-null]}}
  }
};
struct in_loop : service {
  int homes(const std::vector<std::unique_ptr<address>> &all) override {
    int most = 0;
    for (const auto &a : all)
      most = std::max(most, a->port); // expected-warning {{[unchecked-null]}}
    return most;
  }
};
struct optional_number : service {
  int age(const std::optional<int> &n) override {
    return *n + 1; // expected-warning {{[unchecked-null]}}
  }
};
struct optional_contact : service {
  int call(const std::optional<contact> &c) override {
    return static_cast<int>(c->name.size()); // expected-warning {{[unchecked-null]}}
  }
};
struct optional_inside : service {
  int call(const std::optional<contact> &c) override {
    if (!c.has_value())
      return 0;
    return static_cast<int>(c->phone->size()); // expected-warning {{[unchecked-null]}}
  }
};
struct unique_inside : service {
  int visit(const contact &c) override {
    const address &home = *c.home; // expected-warning {{[unchecked-null]}}
    return home.port;
  }
};
struct unique_parameter : service {
  int hand(std::unique_ptr<contact> c) override {
    log_line(c->name); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct shared_chain : service {
  int share(std::shared_ptr<contact> c) override {
    int n = 0;
    do {
      ++n;
      c = c->friend_; // missed: [unchecked-null]
    } while (c);
    return n;
  }
};
struct in_elements : service {
  int visit_all(const std::vector<contact> &c) override {
    int n = 0;
    for (const contact &each : c)
      n += each.home->port; // expected-warning {{[unchecked-null]}}
    return n;
  }
};
struct in_pointers : service {
  int post(const batch *b) override {
    int n = 0;
    for (unsigned i = 0; i < b->n; ++i)
      n += static_cast<int>(b->letters[i]->id); // expected-warning {{[unchecked-null]}}
    return n;
  }
};
struct inverted : service {
  int deliver(const letter *l) override {
    const bool missing = l == nullptr;
    if (missing)
      return static_cast<int>(l->id); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct tested_other_way : service {
  int rank(const address *a, const address *b) override {
    if (!usable(a))
      return 0;
    return a->host - b->host; // expected-warning {{[unchecked-null]}}
  }
};
struct in_thread : service {
  int deliver(const letter *l) override {
    std::jthread worker([l] { log_value(static_cast<int>(l->id)); }); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct in_guard : service {
  struct counter {
    const letter *l;
    ~counter() { log_value(static_cast<int>(l->id)); }
  };
  int deliver(const letter *l) override {
    const counter at_end{l}; // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct box_maybe : service {
  int reset(box *b, int state) override {
    (*b)->state = state; // expected-warning {{[ctx-null-in]}}
    return 0;
  }
};
struct box_by_reference : service {
  int reset(box *b, int state) override {
    account &here = **b; // expected-warning {{[ctx-null-in]}}
    here.state = state;
    return 0;
  }
};
}

namespace empties {
using namespace mail;
struct first_key : service {
  int index(unsigned n, const int *keys) override {
    return keys[0]; // expected-warning {{[unchecked-empty]}}
  }
};
struct last_key : service {
  int index(unsigned n, const int *keys) override {
    return keys[n - 1]; // expected-warning {{[unchecked-empty]}}
  }
};
struct maybe_key : service {
  int maybe(unsigned n, const int *keys) override {
    return *keys; // expected-warning {{[unchecked-empty]}}
  }
};
struct best_front : service {
  int best(const std::vector<int> &v) override {
    return v.front(); // expected-warning {{[unchecked-empty]}}
  }
};
struct best_algorithm : service {
  int best(const std::vector<int> &v) override {
    return *std::max_element(v.begin(), v.end()); // expected-warning {{[unchecked-empty]}}
  }
};
struct best_back : service {
  int total(std::span<const int> s) override {
    return s.back() - s[0]; // expected-warning {{[unchecked-empty]}}
  }
};
struct first_letter : service {
  int speak(std::string_view s) override {
    return s.front() == '/'; // expected-warning {{[unchecked-empty]}}
  }
};
struct begin_of : service {
  int best(const std::vector<int> &v) override {
    int most = *v.begin(); // expected-warning {{[unchecked-empty]}}
    for (const int each : v)
      most = each > most ? each : most;
    return most;
  }
};
struct codes_of : service {
  int visit(const contact &c) override {
    return c.codes[0]; // expected-warning {{[unchecked-empty]}}
  }
};
}

namespace sizes {
using namespace mail;
int table[64];
std::array<int, 64> other;
struct board : service {
  int ranks_[8] = {};
  std::vector<int> all_ = std::vector<int>(100);
  int slot(unsigned n) override {
    return ranks_[n]; // expected-warning {{[client-size-trust]}}
  }
  int few(unsigned n) override {
    return static_cast<int>(n);
  }
};
struct board_of_vector : board {
  int slot(unsigned n) override {
    return all_[n]; // expected-warning {{[client-size-trust]}}
  }
};
struct of_global : service {
  int slot(unsigned n) override {
    return table[n]++; // expected-warning {{[client-size-trust]}}
  }
};
struct of_array : service {
  int slot(unsigned n) override {
    int *at = &other[n]; // expected-warning {{[client-size-trust]}}
    return *at;
  }
};
struct wrong_test : service {
  int slot(unsigned n) override {
    if (n == 0)
      return 0;
    return static_cast<int>(std::vector<int>(n).size()); // expected-warning {{[client-size-trust]}}
  }
};
struct allocated : service {
  void addresses(unsigned n, address **a) override {
    *a = static_cast<address *>(rpc::allocate(n * sizeof(address))); // expected-warning {{[client-size-trust]}}
    memset(*a, 0, n * sizeof(address));
  }
};
struct array_allocated : service {
  void addresses(unsigned n, address **a) override {
    const unsigned doubled = n * 2;
    *a = rpc::allocate_array<address>(doubled); // expected-warning {{[client-size-trust]}}
  }
};
struct on_heap : service {
  int slot(unsigned n) override {
    const auto buffer = std::make_unique<char[]>(n); // expected-warning {{[client-size-trust]}}
    return buffer != nullptr;
  }
};
struct text_of : service {
  int slot(unsigned n) override {
    const std::string blanks(n, ' '); // expected-warning {{[client-size-trust]}}
    log_line(blanks);
    return 0;
  }
};
struct resized : service {
  std::vector<char> kept_;
  int slot(unsigned n) override {
    kept_.resize(n); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct on_stack : service {
  int slot(unsigned n) override {
    int marks[16] = {};
    marks[n] = 1; // expected-warning {{[client-size-trust]}}
    return marks[0];
  }
};
}

namespace released {
using namespace mail;
void drop(letter *l) { rpc::free(l->subject); }
struct deleted : service {
  void scrub(letter *l) override {
    delete l; // expected-warning {{[free-stub-owned]}}
  }
};
struct by_helper : service {
  void scrub(letter *l) override { drop(l); } // expected-warning {{[free-embedded]}}
};
struct body_freed : service {
  void scrub(letter *l) override {
    midl_user_free(l->body); // expected-warning {{[free-embedded]}}
    l->body = nullptr;
    l->size = 0;
  }
};
struct headers_freed : service {
  void walk(header *h) override {
    for (header *each = h->next; each;) {
      header *next = each->next;
      rpc::free(each); // expected-warning {{[free-embedded]}}
      each = next;
    }
  }
};
struct owned : service {
  void scrub(letter *l) override {
    const std::unique_ptr<letter> mine(l); // expected-warning {{[free-stub-owned]}}
    log_line("scrubbed");
  }
};
struct shared : service {
  int route(const envelope *e) override {
    std::shared_ptr<address> mine(e->to, std::free); // expected-warning {{[free-embedded]}}
    return mine->port;
  }
};
struct guard_of : service {
  struct at_exit {
    void *p;
    ~at_exit() { std::free(p); }
  };
  void rework(letter *l) override {
    const at_exit guard{l->body}; // expected-warning {{[free-embedded]}}
    l->size = l->size;
  }
};
struct in_out_freed : service {
  void replace(letter *&l) override {
    rpc::free(l->headers); // expected-warning {{[free-embedded]}}
    letter *fresh = rpc::allocate<letter>();
    l = fresh;
  }
};
struct strings : service {
  int length(const char *s) override {
    const int n = static_cast<int>(strlen(s));
    rpc::free(const_cast<char *>(s)); // expected-warning {{[free-stub-owned]}}
    return n;
  }
};
struct grown : service {
  void rework(letter *l) override {
    l->body = static_cast<unsigned char *>(rpc::reallocate(l->body, l->size + 1)); // expected-warning {{[realloc-stub-owned]}}
  }
};
struct grown_c : service {
  void scrub(letter *l) override {
    void *bigger = realloc(l->subject, 100); // expected-warning {{[realloc-stub-owned]}}
    free(bigger);
  }
};
struct in_lambda : service {
  void scrub(letter *l) override {
    auto release = [](auto *p) { rpc::free(p); };
    release(l->subject); // expected-warning {{[free-embedded]}}
  }
};
struct of_view : service {
  int speak(std::string_view s) override {
    free(const_cast<char *>(s.data())); // expected-warning {{[free-stub-owned]}}
    return 0;
  }
};
struct out_top : service {
  void load(unsigned id, letter *l) override {
    rpc::free(l); // expected-warning {{[free-stub-owned]}}
  }
};
}

namespace kept {
using namespace mail;
const address *last;
std::map<int, std::string_view> texts;
std::string_view recent;
struct global : service {
  int route(const envelope *e) override {
    last = e->to; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct views : service {
  int speak(std::string_view s) override {
    recent = s; // expected-warning {{[retain-pointer]}}
    texts.emplace(1, s.substr(1)); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct members : service {
  std::vector<const char *> names_;
  std::set<std::string_view> seen_;
  std::span<const int> numbers_;
  int length(const char *s) override {
    names_.emplace_back(s); // expected-warning {{[retain-pointer]}}
    return 0;
  }
  int speak(std::string_view s) override {
    seen_.insert(s); // expected-warning {{[retain-pointer]}}
    return 0;
  }
  int total(std::span<const int> s) override {
    numbers_ = s.first(s.size()); // expected-warning {{[retain-pointer]}}
    return 0;
  }
  int best(const std::vector<int> &v) override {
    numbers_ = v; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct functions : service {
  std::function<int()> later_;
  int deliver(const letter *l) override {
    later_ = [l] { return l ? static_cast<int>(l->id) : 0; }; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct detached : service {
  int length(const char *s) override {
    std::thread([s] { log_line(s); }).detach(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct futures : service {
  std::future<int> pending_;
  int best(const std::vector<int> &v) override {
    pending_ = std::async(std::launch::async, [&v] { return static_cast<int>(v.size()); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct statics : service {
  int visit(const contact &c) override {
    static const std::string *name = nullptr;
    name = &c.name; // expected-warning {{[retain-pointer]}}
    return name->empty();
  }
};
struct boxed : service {
  int set(box b, const char *text) override {
    b->tag = text; // expected-warning {{[retain-pointer]}}
    b->seen = text; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct adopted : service {
  std::vector<std::unique_ptr<account>> all_;
  int enter(const char *user, box *b) override {
    auto fresh = std::make_unique<account>();
    fresh->tag = user;
    *b = fresh.get();
    all_.push_back(std::move(fresh)); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct by_helper : service {
  const header *top_ = nullptr;
  void remember(const header *h) { top_ = h; }
  void walk(header *h) override { remember(h->next); } // expected-warning {{[retain-pointer]}}
};
struct of_string : service {
  const char *text_ = nullptr;
  std::string sign(const std::string &s) override {
    text_ = s.c_str(); // expected-warning {{[retain-pointer]}}
    return s + text_;
  }
};
}

namespace dying {
using namespace mail;
address fixed{1, 25};
char *text_of(const char *s) { return const_cast<char *>(s); }
struct local : service {
  void find(unsigned id, address *&a) override {
    address here{static_cast<int>(id), 25};
    a = &here; // expected-warning {{[return-stack]}}
  }
};
struct local_string : service {
  void label(char **s) override {
    std::string text = "label";
    text += '!';
    *s = text.data(); // expected-warning {{[return-stack]}}
  }
};
struct local_field : service {
  void load(unsigned id, letter *l) override {
    l->id = id;
    char text[] = "subject";
    l->subject = text; // expected-warning {{[return-stack]}}
  }
};
struct local_vector : service {
  void load(unsigned id, letter *l) override {
    std::vector<unsigned char> bytes(16);
    l->size = 16;
    l->body = bytes.data(); // expected-warning {{[return-stack]}}
  }
};
struct owner_ends : service {
  folder *tree() override {
    auto root = std::make_unique<folder>();
    return root.get(); // expected-warning {{[return-stack]}}
  }
};
struct temporary : service {
  char *motto() override {
    return text_of(std::string("motto").c_str()); // expected-warning {{[return-stack]}}
  }
};
struct freed_first : service {
  void label(char **s) override {
    char *text = rpc::allocate_array<char>(8);
    *s = text; // expected-warning {{[return-stack]}}
    rpc::free(text);
  }
};
struct global : service {
  void find(unsigned id, address *&a) override {
    a = &fixed; // expected-warning {{[return-static]}}
  }
};
struct literal : service {
  char *motto() override {
    return text_of("motto"); // expected-warning {{[return-static]}}
  }
};
struct member : service {
  folder root_{};
  folder *tree() override {
    return &root_; // expected-warning {{[return-static]}}
  }
};
struct element : service {
  std::map<unsigned, letter> all_;
  int fetch(unsigned id, letter **l) override {
    const auto found = all_.find(id);
    if (found == all_.end())
      return 1;
    *l = &found->second; // expected-warning {{[return-static]}}
    return 0;
  }
};
struct on_heap : service {
  int fetch(unsigned id, letter **l) override {
    *l = new letter{}; // expected-warning {{[foreign-allocator]}}
    (*l)->id = id;
    return 0;
  }
};
struct duplicated : service {
  void label(char **s) override {
    *s = strdup("label"); // expected-warning {{[foreign-allocator]}}
  }
};
struct given_up : service {
  letter *take(unsigned id) override {
    auto fresh = std::make_unique<letter>();
    fresh->id = id;
    return fresh.release(); // expected-warning {{[foreign-allocator]}}
  }
};
struct nested_heap : service {
  void folders(unsigned depth, folder **f) override {
    *f = rpc::allocate<folder>();
    (*f)->inner = static_cast<folder *>(calloc(1, sizeof(folder))); // expected-warning {{[foreign-allocator]}}
  }
};
}

namespace unset {
using namespace mail;
struct top : service {
  int fetch(unsigned id, letter **l) override {
    *l = static_cast<letter *>(rpc::allocate(sizeof(letter)));
    (*l)->id = id;
    (*l)->size = 0;
    (*l)->subject = nullptr;
    (*l)->body = nullptr;
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct chain : service {
  folder *tree() override {
    folder *root = static_cast<folder *>(midl_user_allocate(sizeof(folder)));
    root->name = nullptr;
    root->inner = nullptr;
    return root; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct some_ways : service {
  void folders(unsigned depth, folder **f) override {
    *f = static_cast<folder *>(rpc::allocate(sizeof(folder)));
    (*f)->name = nullptr;
    (*f)->next = nullptr;
    if (depth > 1)
      (*f)->inner = nullptr;
  } // expected-warning {{[uninit-out-pointer]}}
};
struct fails : service {
  int seal(unsigned id, envelope **e) override {
    *e = static_cast<envelope *>(rpc::allocate(sizeof(envelope)));
    (*e)->from = rpc::allocate<address>();
    (*e)->to = rpc::allocate<address>();
    if (id > 100)
      return 87; // expected-warning {{[failure-inconsistent]}}
    (*e)->reply = nullptr;
    return 0;
  }
};
struct ref_null : service {
  int seal(unsigned id, envelope **e) override {
    *e = rpc::allocate<envelope>();
    (*e)->to = rpc::allocate<address>();
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct ref_set_null : service {
  int seal(unsigned id, envelope **e) override {
    envelope *made = rpc::allocate<envelope>();
    made->from = rpc::allocate<address>();
    made->to = id ? rpc::allocate<address>() : nullptr;
    *e = made;
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct elements : service {
  void batches(batch *b) override {
    b->n = 2;
    b->letters = static_cast<letter **>(rpc::allocate(2 * sizeof(letter *)));
    b->letters[0] = nullptr;
  } // missed: [uninit-out-pointer]
};
}

namespace shapes {
using namespace mail;
struct twice : service {
  int seal(unsigned id, envelope **e) override {
    *e = rpc::allocate<envelope>();
    (*e)->from = (*e)->to = rpc::allocate<address>(); // expected-warning {{[alias-unique]}}
    return 0;
  }
};
struct twice_in_list : service {
  folder *tree() override {
    folder *root = rpc::allocate<folder>();
    folder *leaf = rpc::allocate<folder>();
    root->inner = leaf;
    root->next = leaf; // expected-warning {{[alias-unique]}}
    return root;
  }
};
struct circular : service {
  folder *tree() override {
    folder *root = rpc::allocate<folder>();
    root->next = root;
    return root; // expected-warning {{[alias-unique]}}
  }
};
struct twice_in_array : service {
  void batches(batch *b) override {
    letter *one = rpc::allocate<letter>();
    b->n = 2;
    b->letters = rpc::allocate_array<letter *>(2);
    b->letters[0] = one;
    b->letters[1] = one; // expected-warning {{[alias-unique]}}
  }
};
struct parameter : service {
  void load(unsigned id, letter *l) override {
    l = rpc::allocate<letter>(); // expected-warning {{[assign-toplevel-pointer]}}
    l->id = id;
  }
};
struct parameter_by_swap : service {
  void load(unsigned id, letter *l) override {
    letter *fresh = rpc::allocate<letter>();
    fresh->id = id;
    std::swap(l, fresh); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
struct parameter_of_pointer : service {
  int fetch(unsigned id, letter **l) override {
    letter *fresh = rpc::allocate<letter>();
    l = &fresh; // expected-warning {{[assign-toplevel-pointer]}}
    return 0;
  }
};
struct lost : service {
  void add(int n, int *answer) override {
    *answer = n + 1; // expected-warning {{[lost-result]}}
  }
};
struct lost_structure : service {
  void locate(int n, address *where) override {
    *where = address{n, 25}; // expected-warning {{[lost-result]}}
  }
};
struct lost_copy : service {
  void locate(int n, address *where) override {
    const address found{n, 25};
    memcpy(where, &found, sizeof(found)); // expected-warning {{[lost-result]}}
  }
};
struct lost_string : service {
  void correct(std::string &s) override {
    s = "corrected"; // expected-warning {{[lost-result]}}
  }
};
struct lost_by_helper : service {
  static void put(int *to, int n) { *to = n; }
  void add(int n, int *answer) override { put(answer, n + 1); } // expected-warning {{[lost-result]}}
};
struct cut : service {
  void reorder(folder *f) override {
    f->next = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct reversed : service {
  void resort(header **h) override {
    header *back = nullptr;
    while (*h) {
      header *next = (*h)->next;
      (*h)->next = back; // expected-warning {{[relink-next]}}
      back = *h;
      *h = next; // expected-warning {{[relink-next]}}
    }
    *h = back;
  }
};
struct first_off : service {
  void resort(header **h) override {
    if (*h)
      *h = (*h)->next; // expected-warning {{[relink-next]}}
  }
};
struct in_front : service {
  void resort(header **h) override {
    header *fresh = rpc::allocate<header>();
    fresh->next = *h;
    *h = fresh; // expected-warning {{[relink-next]}}
  }
};
struct middle_off : service {
  void reorder(folder *f) override {
    for (folder *at = f; at->next; at = at->next)
      if (!at->next->name) {
        at->next = at->next->next; // expected-warning {{[relink-next]}}
        break;
      }
  }
};
struct by_exchange : service {
  void walk(header *h) override {
    header *rest = std::exchange(h->next, nullptr); // expected-warning {{[relink-next]}}
    log_value(rest != nullptr);
  }
};
struct by_swap : service {
  void reorder(folder *f) override {
    std::swap(f->inner, f->next); // expected-warning 2 {{[relink-next]}}
  }
};
struct smaller : service {
  void squeeze(unsigned *n, int *a) override {
    *n = static_cast<unsigned>(std::unique(a, a + *n) - a); // expected-warning {{[change-size-var]}}
  }
};
struct body_size : service {
  void rework(letter *l) override {
    while (l->size > 0 && l->body[l->size - 1] == 0)
      --l->size; // expected-warning {{[change-size-var]}}
  }
};
struct tag_changed : service {
  void convert(part *p) override {
    p->tag = 2; // expected-warning {{[change-union-tag]}}
    p->c.place = address{};
  }
};
struct too_many : service {
  void fill(unsigned n, unsigned *used, char *b) override {
    memset(b, 0, n);
    *used = n + 1; // expected-warning {{[length-exceeds-size]}}
  }
};
struct too_many_ticks : service {
  void trim(ticks *t) override {
    t->used = t->size + 1; // expected-warning {{[length-exceeds-size]}}
  }
};
struct longer : service {
  void tidy(char *s) override {
    strcat(s, "."); // expected-warning {{[inout-string-grow]}}
  }
};
struct longer_by_copy : service {
  void tidy(char *s) override {
    strcpy(s + strlen(s), "\r\n"); // expected-warning {{[inout-string-grow]}}
  }
};
struct longer_by_print : service {
  void tidy(char *s) override {
    const std::string copy = s;
    std::snprintf(s, copy.size() + 3, "<%s>", copy.c_str()); // missed: [inout-string-grow]
  }
};
}

namespace contexts {
using namespace mail;
struct deleted : service {
  void leave(box *b) override {
    delete *b; // expected-warning {{[ctx-not-nulled]}}
  }
};
struct owned : service {
  void leave(box *b) override {
    std::unique_ptr<account> ended(*b); // expected-warning {{[ctx-not-nulled]}}
    log_line("left");
  }
};
struct some_ways : service {
  void leave(box *b) override {
    account *a = *b;
    if (!a)
      return;
    const bool busy = a->state != 0;
    delete a; // expected-warning {{[ctx-not-nulled]}}
    if (!busy)
      *b = nullptr;
  }
};
struct only_in : service {
  int set(box b, const char *text) override {
    if (!*text)
      delete b; // expected-warning {{[ctx-free-in-only]}}
    return 0;
  }
};
struct second_first : service {
  int drain(numbers &first, numbers &second, numbers &back) override {
    int n[8], sum = 0;
    while (second.pull(n)) // expected-warning {{[pipe-order]}}
      sum += n[0];
    while (first.pull(n))
      sum += n[0];
    return sum;
  }
};
struct back_first : service {
  int drain(numbers &first, numbers &second, numbers &back) override {
    int n[1] = {};
    back.push(n); // expected-warning {{[pipe-order]}}
    while (first.pull(n)) {}
    while (second.pull(n)) {}
    return 0;
  }
};
}

namespace exceptions {
using namespace mail;
int parsed(const std::string &s) { return std::stoi(s); }
struct thrown : service {
  int length(const char *s) override {
    if (!*s)
      throw std::invalid_argument("empty"); // expected-warning {{[throw-unmapped]}}
    return 1;
  }
};
struct by_helper : service {
  int speak(std::string_view s) override { return parsed(std::string(s)); } // expected-warning {{[throw-unmapped]}}
};
struct by_at : service {
  std::map<std::string, int> ages_;
  std::string sign(const std::string &s) override {
    return std::to_string(ages_.at(s)); // expected-warning {{[throw-unmapped]}}
  }
};
struct again : service {
  int length(const char *s) override {
    try {
      if (!may_proceed())
        throw rpc::error(rpc::status::call_failed);
    } catch (const rpc::error &) {
      throw 5; // expected-warning {{[throw-unmapped]}}
    }
    return 0;
  }
};
}

namespace callers {
using mail::letter;
using mail::folder;
using mail::address;
struct freed {
  void operator()(void *p) const { rpc::free(p); }
};
struct pending { letter *l = nullptr; int n = 0; };
struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

void never(const client &c) {
  letter *l = c.take(1); // expected-warning {{[orphan-client]}}
  log_value(static_cast<int>(l->id));
}
void in_array(const client &c) {
  letter *both[2];
  both[0] = c.take(1); // expected-warning {{[orphan-client]}}
  both[1] = c.take(2);
  log_value(static_cast<int>(both[0]->id));
  rpc::free(both[1]);
}
void in_array_again(const client &c) {
  std::array<letter *, 2> both{};
  both[0] = c.take(1);
  both[0] = c.take(2); // expected-warning {{[orphan-client]}}
  rpc::free(both[0]);
}
void in_field(const client &c) {
  pending p;
  p.l = c.take(1); // expected-warning {{[orphan-client]}}
  log_value(p.n + static_cast<int>(p.l->id));
}
void in_field_again(const client &c) {
  pending p;
  p.l = c.take(1);
  p.l = c.take(2); // expected-warning {{[orphan-client]}}
  rpc::free(p.l);
}
void out_field(const client &c) {
  pending p;
  c.fetch(1, &p.l); // expected-warning {{[orphan-client]}}
  log_value(static_cast<int>(p.l->id));
}
task coroutine(const client &c) {
  letter *l = c.take(1); // expected-warning {{[orphan-client]}}
  co_await std::suspend_never{};
  log_value(static_cast<int>(l->id));
}
task coroutine_freed_twice(const client &c) {
  letter *l = c.take(1);
  rpc::free(l);
  co_await std::suspend_never{};
  rpc::free(l); // expected-warning {{[dangling-client]}}
}
int on_one_way(const client &c, bool quick) {
  char *s = c.motto(); // expected-warning {{[orphan-client]}}
  if (quick)
    return s[0];
  const int n = s[1];
  rpc::free(s);
  return n;
}
int in_loop(const client &c) {
  int n = 0;
  for (unsigned id = 0; id < 10; ++id)
    n += static_cast<int>(c.take(id)->size); // expected-warning {{[orphan-client]}}
  return n;
}
int in_loop_skipped(const client &c) {
  int n = 0;
  for (unsigned id = 0; id < 10; ++id) {
    letter *l = c.take(id); // expected-warning {{[orphan-client]}}
    if (l->size == 0)
      continue;
    n += static_cast<int>(l->size);
    rpc::free(l);
  }
  return n;
}
void grown(const client &c) {
  letter *l = c.take(1);
  c.replace(l); // expected-warning {{[orphan-client]}}
  rpc::free(l);
}
int in_lambda(const client &c) {
  auto size = [&](unsigned id) {
    letter *l = c.take(id); // expected-warning {{[orphan-client]}}
    return l->size;
  };
  return static_cast<int>(size(1) + size(2));
}
void twice(const client &c) {
  letter *l = c.take(1);
  letter *again = l;
  rpc::free(l);
  rpc::free(again); // expected-warning {{[dangling-client]}}
}
void twice_by_owner(const client &c) {
  std::unique_ptr<letter, freed> l(c.take(1));
  rpc::free(l.get()); // expected-warning {{[dangling-client]}}
}
int after(const client &c) {
  folder *f = c.tree();
  rpc::free(f);
  return f->inner != nullptr; // expected-warning {{[dangling-client]}}
}
int after_reset(const client &c) {
  std::unique_ptr<letter, freed> l(c.take(1));
  letter *raw = l.get();
  l.reset();
  return static_cast<int>(raw->id); // expected-warning {{[dangling-client]}}
}
void sent_after(const client &c) {
  letter *l = c.take(1);
  midl_user_free(l);
  c.deliver(l); // expected-warning {{[dangling-client]}}
}
void deleted(const client &c) {
  address *a = nullptr;
  c.find(1, a);
  delete a; // expected-warning {{[deallocator-client]}}
}
void free_of_c(const client &c) {
  char *s = nullptr;
  c.label(&s);
  std::free(s); // expected-warning {{[deallocator-client]}}
}
int by_owner(const client &c) {
  std::shared_ptr<letter> l(c.take(1)); // expected-warning {{[deallocator-client]}}
  return static_cast<int>(l->id);
}
int by_reset(const client &c) {
  std::unique_ptr<folder> f;
  f.reset(c.tree()); // expected-warning {{[deallocator-client]}}
  return f->inner != nullptr;
}
int failed(const client &c) {
  letter *l = nullptr;
  try {
    c.fetch(1, &l);
  } catch (const rpc::error &e) {
    return static_cast<int>(l->id); // expected-warning {{[failed-read-client]}}
  }
  const int id = static_cast<int>(l->id);
  rpc::free(l);
  return id;
}
int failed_by_status(const client &c) {
  unsigned status = 0;
  letter *l = nullptr;
  c.ping(&status, &l);
  if (status != 0)
    return static_cast<int>(l->id); // expected-warning {{[failed-read-client]}}
  rpc::free(l);
  return 0;
}
int failed_number(const client &c) {
  int n;
  try {
    c.count(&n);
  } catch (...) {
  }
  return n; // expected-warning {{[failed-read-client]}}
}
}

namespace places {
using namespace mail;
struct of_second : service {
  void reorder(folder *f) override {
    folder *added = rpc::allocate<folder>();
    if (f->next)
      f->next->inner = added; // expected-warning {{[relink-next]}}
  }
};
struct by_variable : service {
  void reorder(folder *f) override {
    folder *const second = f->next;
    if (second)
      second->next = rpc::allocate<folder>(); // expected-warning {{[relink-next]}}
  }
};
}
