// A service of letters as it should be, and its callers: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/mail.h"

#include <charconv>

using mail::client;
using mail::service;

#define REQUIRE(condition) \
  do \
    if (!(condition)) \
      throw rpc::error(rpc::status::call_failed); \
  while (false)
template <class P> P ensured(P p) {
  if (!p)
    throw rpc::error(rpc::status::call_failed);
  return p;
}
template <class T> class not_null {
  T p_;

public:
  not_null(T p) : p_(p) {
    if (p_ == nullptr)
      std::terminate();
  }
  T get() const { return p_; }
  auto operator->() const { return p_; }
};
[[noreturn]] void fail();
template <class F> class finally {
  F f_;

public:
  explicit finally(F f) : f_(std::move(f)) {}
  ~finally() { f_(); }
};

namespace nulls {
using namespace mail;
int port_or(const address *a, int other) { return a ? a->port : other; }
bool usable(const address *a) { return a && a->port > 0; }
bool both(const address *a, const address *b) {
  if (!a)
    return false;
  return b != nullptr;
}

struct ternary : service {
  int deliver(const letter *l) override { return l != nullptr ? static_cast<int>(l->size) : 0; }
};
struct helper_tests : service {
  int rank(const address *a, const address *b) override { return port_or(a, 0) - port_or(b, 0); }
};
struct helper_says : service {
  int rank(const address *a, const address *b) override {
    if (!both(a, b))
      return 0;
    return a->port - b->port;
  }
};
struct kept_in_flags : service {
  int rank(const address *a, const address *b) override {
    const bool first = a != nullptr, second = b != nullptr;
    if (first && second)
      return a->port - b->port;
    return first ? a->port : second ? b->port : 0;
  }
};
struct xor_of_flags : service {
  int rank(const address *a, const address *b) override {
    const bool first = a != nullptr, second = b != nullptr;
    if (first != second)
      return 1;
    if (!first)
      return 0;
    return a->port - b->port;
  }
};
struct xor_of_pointers : service {
  int rank(const address *a, const address *b) override {
    if (!a != !b)
      return 1;
    return a ? a->port - b->port : 0;
  }
};
struct same_pointers : service {
  int rank(const address *a, const address *b) override {
    if (a == b)
      return 0;
    if (!a || !b)
      return a ? 1 : -1;
    return a->port < b->port ? -1 : 1;
  }
};
struct counted : service {
  int rank(const address *a, const address *b) override {
    int n = 0;
    if (a)
      ++n;
    if (b)
      ++n;
    if (n < 2)
      return n;
    return a->port - b->port;
  }
};
struct asserted : service {
  int deliver(const letter *l) override {
    assert(l);
    return static_cast<int>(l->size);
  }
};
struct required : service {
  int deliver(const letter *l) override {
    REQUIRE(l && l->subject);
    return l->subject[0];
  }
};
struct ensured_first : service {
  int deliver(const letter *l) override { return static_cast<int>(ensured(l)->size); }
};
struct gsl_like : service {
  int deliver(const letter *l) override {
    const not_null<const letter *> here(l);
    return static_cast<int>(here->size + l->id);
  }
};
struct no_return : service {
  int note(const char *s) override {
    if (!s)
      fail();
    return static_cast<int>(strlen(s));
  }
};
struct switch_of : service {
  int rank(const address *a, const address *b) override {
    switch ((a ? 1 : 0) | (b ? 2 : 0)) {
    case 0:
      return 0;
    case 1:
      return a->port;
    case 2:
      return b->port;
    default:
      return a->port - b->port;
    }
  }
};
struct default_text : service {
  int note(const char *s) override {
    const std::string_view text = s ? s : "";
    return static_cast<int>(text.size());
  }
};
struct elvis : service {
  int note(const char *s) override {
    if (s == nullptr || *s == 0)
      return 0;
    while (*s == ' ')
      ++s;
    return static_cast<int>(strlen(s));
  }
};
struct fallback : service {
  address fallback_{1, 25};
  int route(const envelope *e) override {
    const address *to = e->reply ? e->reply : &fallback_;
    return to->port;
  }
};
struct fallback_assigned : service {
  int rank(const address *a, const address *b) override {
    const address none{};
    if (!a)
      a = &none;
    if (!b)
      b = &none;
    return a->port - b->port;
  }
};
struct list_of_headers : service {
  void walk(header *h) override {
    for (; h != nullptr; h = h->next)
      if (h->name && h->value)
        log_line(h->name), log_line(h->value);
  }
};
struct two_at_a_time : service {
  void walk(header *h) override {
    while (h && h->next)
      h = h->next->next;
  }
};
struct pointers_of_batch : service {
  int post(const batch *b) override {
    int n = 0;
    for (const letter *each : std::span(b->letters, b->n)) {
      if (each == nullptr)
        continue;
      n += static_cast<int>(each->size);
    }
    return n;
  }
};
struct optional_value : service {
  int age(const std::optional<int> &n) override { return n.value_or(-1); }
};
struct optional_with : service {
  int age(const std::optional<int> &n) override {
    if (const auto &known = n; known)
      return *known;
    return n.has_value() ? *n : 0;
  }
};
struct optional_inside : service {
  int call(const std::optional<contact> &c) override {
    if (!c || !c->phone || c->phone->empty())
      return 1;
    return c->phone->front();
  }
};
struct optional_compare : service {
  int age(const std::optional<int> &n) override {
    if (n == std::nullopt)
      return 0;
    return *n;
  }
};
struct unique_inside : service {
  int visit(const contact &c) override {
    if (const auto *home = c.home.get())
      return home->port;
    return 0;
  }
};
struct unique_parameter : service {
  int hand(std::unique_ptr<contact> c) override {
    if (!c)
      c = std::make_unique<contact>();
    c->name += '!';
    return static_cast<int>(c->name.size());
  }
};
struct shared_chain : service {
  int share(std::shared_ptr<contact> c) override {
    int n = 0;
    for (; c; c = c->friend_)
      ++n;
    return n;
  }
};
struct counted_homes : service {
  int homes(const std::vector<std::unique_ptr<address>> &all) override {
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto &a) { return a && a->port == 25; }));
  }
};
struct summed_homes : service {
  int homes(const std::vector<std::unique_ptr<address>> &all) override {
    return std::accumulate(all.begin(), all.end(), 0, [](int n, const auto &a) { return a ? n + a->port : n; });
  }
};
struct all_or_nothing : service {
  int homes(const std::vector<std::unique_ptr<address>> &all) override {
    if (std::any_of(all.begin(), all.end(), [](const auto &a) { return a == nullptr; }))
      return -1;
    int n = 0;
    for (const auto &each : all)
      n += each->port;
    return n;
  }
};
struct in_lambda : service {
  int rank(const address *a, const address *b) override {
    const auto port = [](const address *each) { return each ? each->port : 0; };
    return port(a) - port(b);
  }
};
struct tested_then_lambda : service {
  int deliver(const letter *l) override {
    if (!l)
      return 0;
    const auto size = [l] { return static_cast<int>(l->size); };
    return size();
  }
};
struct box_tested : service {
  int reset(box *b, int state) override {
    if (*b == nullptr)
      *b = new account;
    (*b)->state = state;
    return 0;
  }
};
struct goto_out : service {
  int deliver(const letter *l) override {
    int result = 1;
    if (!l)
      goto done;
    result = static_cast<int>(l->size);
  done:
    return result;
  }
};
struct status_code : service {
  static int check(const letter *l) { return l == nullptr ? 87 : 0; }
  int deliver(const letter *l) override {
    const int status = check(l);
    if (status != 0)
      return status;
    return static_cast<int>(l->size);
  }
};
}

namespace empties {
using namespace mail;
struct first_key : service {
  int index(unsigned n, const int *keys) override { return n ? keys[0] : 0; }
};
struct last_key : service {
  int index(unsigned n, const int *keys) override {
    if (n < 1)
      throw rpc::error(rpc::status::call_failed);
    return keys[n - 1];
  }
};
struct maybe_key : service {
  int maybe(unsigned n, const int *keys) override {
    const std::span all(keys, keys ? n : 0);
    return all.empty() ? 0 : all.back();
  }
};
struct greatest : service {
  int best(const std::vector<int> &v) override {
    const auto most = std::max_element(v.begin(), v.end());
    return most == v.end() ? 0 : *most;
  }
};
struct by_loop : service {
  int total(std::span<const int> s) override {
    int sum = 0;
    for (std::size_t n = 0; n < s.size(); ++n)
      sum += s[n];
    return sum;
  }
};
struct prefix : service {
  int speak(std::string_view s) override { return s.starts_with("/") && s.substr(1).size() > 3; }
};
struct reversed : service {
  int index(unsigned n, const int *keys) override {
    int sum = 0;
    while (n-- > 0)
      sum += keys[n];
    return sum;
  }
};
struct filled_before : service {
  int best(const std::vector<int> &v) override {
    std::vector<int> all(v);
    all.push_back(0);
    return all.front();
  }
};
}

namespace sizes {
using namespace mail;
int table[64];
struct board : service {
  int ranks_[8] = {};
  std::vector<int> all_;
  int slot(unsigned n) override { return n < std::size(ranks_) ? ranks_[n] : -1; }
  int few(unsigned n) override { return table[n]; }
};
struct of_vector : board {
  int slot(unsigned n) override {
    if (n >= all_.size())
      return -1;
    return all_[n];
  }
};
struct grown : board {
  int slot(unsigned n) override {
    if (n > 1000)
      return -1;
    if (all_.size() <= n)
      all_.resize(n + 1);
    return all_[n];
  }
};
struct masked : service {
  int slot(unsigned n) override { return table[n & 63] + table[n % 64]; }
};
struct clamped : service {
  int slot(unsigned n) override { return table[std::min(n, 63u)] + table[std::clamp(n, 0u, 63u)]; }
};
struct allocated : service {
  void addresses(unsigned n, address **a) override {
    const unsigned most = n > 100 ? 100 : n;
    if (most != n)
      throw rpc::error(rpc::status::call_failed);
    *a = rpc::allocate_array<address>(n);
  }
};
struct of_message : service {
  int index(unsigned n, const int *keys) override {
    std::vector<int> copy(n);
    std::copy_n(keys, n, copy.begin());
    std::sort(copy.begin(), copy.end());
    return n ? copy[n / 2] : 0;
  }
};
struct filled : service {
  void fill(unsigned n, unsigned *used, char *b) override {
    const std::string text = "text";
    *used = std::min<unsigned>(n, static_cast<unsigned>(text.size()));
    std::copy_n(text.begin(), *used, b);
  }
};
struct in_map : service {
  std::map<unsigned, int> all_;
  int slot(unsigned n) override {
    const auto found = all_.find(n);
    return found == all_.end() ? 0 : found->second;
  }
};
struct checked_by_helper : service {
  static unsigned within(unsigned n) {
    if (n >= 64)
      throw rpc::error(rpc::status::call_failed);
    return n;
  }
  int slot(unsigned n) override { return table[within(n)]; }
};
}

namespace released {
using namespace mail;
struct own_copy : service {
  int length(const char *s) override {
    char *copy = strdup(s);
    const int n = static_cast<int>(strlen(copy));
    free(copy);
    return n;
  }
};
struct temporary_block : service {
  void scrub(letter *l) override {
    void *scratch = rpc::allocate(l->size);
    memset(scratch, 0, l->size);
    rpc::free(scratch);
  }
};
struct owned_copy : service {
  int route(const envelope *e) override {
    const auto copy = std::make_unique<address>(*e->to);
    copy->port += 1;
    return copy->port;
  }
};
struct nothing_deleted : service {
  int route(const envelope *e) override {
    const std::shared_ptr<address> view(e->to, [](address *) {});
    return view->port;
  }
};
struct given_back : service {
  void scrub(letter *l) override {
    std::unique_ptr<letter> mine(l);
    log_line("scrubbed");
    mine.release();
  }
};
struct forced : service {
  void shorten(strip *s) override {
    while (s->next) {
      strip *gone = s->next;
      s->next = gone->next;
      rpc::free(gone);
    }
  }
};
struct swapped_owner : service {
  int hand(std::unique_ptr<contact> c) override {
    std::unique_ptr<contact> mine = std::move(c);
    mine.reset();
    return 0;
  }
};
struct scratch_words : service {
  int speak(std::string_view s) override {
    auto *words = new std::vector<std::string_view>{s};
    const int n = static_cast<int>(words->size());
    delete words;
    return n;
  }
};
struct guard_of_own : service {
  int note(const char *s) override {
    char *copy = s ? strdup(s) : nullptr;
    const finally at_end([&] { free(copy); });
    return copy ? copy[0] : 0;
  }
};
struct out_replaced : service {
  int fetch(unsigned id, letter **l) override {
    *l = rpc::allocate<letter>();
    if (id == 0) {
      rpc::free(*l);
      *l = nullptr;
      return 87;
    }
    (*l)->id = id;
    return 0;
  }
};
}

namespace kept {
using namespace mail;
std::map<int, std::string> texts;
address last;
struct copies : service {
  std::vector<std::string> names_;
  std::set<std::string, std::less<>> seen_;
  std::vector<int> numbers_;
  int length(const char *s) override {
    names_.emplace_back(s);
    return static_cast<int>(names_.size());
  }
  int speak(std::string_view s) override {
    if (seen_.contains(s))
      return 1;
    seen_.emplace(s);
    texts[1] = s;
    return 0;
  }
  int total(std::span<const int> s) override {
    numbers_.assign(s.begin(), s.end());
    return 0;
  }
  int route(const envelope *e) override {
    last = *e->to;
    return 0;
  }
};
struct later : service {
  std::function<int()> later_;
  int deliver(const letter *l) override {
    const unsigned id = l ? l->id : 0;
    later_ = [id] { return static_cast<int>(id); };
    return 0;
  }
  int speak(std::string_view s) override {
    later_ = [text = std::string(s)] { return static_cast<int>(text.size()); };
    return 0;
  }
};
struct joined : service {
  int length(const char *s) override {
    int n = 0;
    std::thread worker([&, s] { n = static_cast<int>(strlen(s)); });
    worker.join();
    return n;
  }
};
struct joining : service {
  int length(const char *s) override {
    std::vector<std::jthread> workers;
    for (int n = 0; n < 2; ++n)
      workers.emplace_back([s] { log_line(s); });
    return 0;
  }
};
struct waited : service {
  int best(const std::vector<int> &v) override {
    auto sum = std::async(std::launch::async, [&v] { return std::accumulate(v.begin(), v.end(), 0); });
    return sum.get();
  }
};
struct detached_copy : service {
  int length(const char *s) override {
    std::thread([text = std::string(s)] { log_line(text); }).detach();
    return 0;
  }
};
struct taken_back : service {
  const char *current_ = nullptr;
  int length(const char *s) override {
    current_ = s;
    const finally reset([this] { current_ = nullptr; });
    return measure();
  }
  int measure() const { return current_ ? static_cast<int>(strlen(current_)) : 0; }
};
struct local_views : service {
  int speak(std::string_view s) override {
    std::map<std::string_view, int> words;
    std::vector<std::string_view> all;
    all.push_back(s);
    ++words[s];
    return words[all[0]];
  }
};
struct moved_in : service {
  std::vector<std::unique_ptr<contact>> all_;
  std::shared_ptr<contact> newest_;
  int hand(std::unique_ptr<contact> c) override {
    all_.push_back(std::move(c));
    return 0;
  }
  int share(std::shared_ptr<contact> c) override {
    newest_ = std::move(c);
    return 0;
  }
};
struct boxed : service {
  std::map<std::string, account> accounts_;
  int set(box b, const char *text) override {
    b->user = text;
    b->cache.assign(text, text + strlen(text));
    return 0;
  }
  int enter(const char *user, box *b) override {
    account &here = accounts_[user];
    here.user = user;
    here.seen = here.user;
    *b = &here;
    return 0;
  }
};
struct numbers_only : service {
  const void *place_ = nullptr;
  std::uintptr_t hash_ = 0;
  int length(const char *s) override {
    std::size_t h = 0;
    for (const char *at = s; *at; ++at)
      h = h * 31 + static_cast<unsigned char>(*at);
    hash_ = h;
    return 0;
  }
};
}

namespace building {
using namespace mail;
char *duplicate(std::string_view s) {
  char *copy = rpc::allocate_array<char>(s.size() + 1);
  s.copy(copy, s.size());
  return copy;
}
folder *folder_of(unsigned depth) {
  if (depth == 0)
    return nullptr;
  folder *f = rpc::allocate<folder>();
  f->inner = folder_of(depth - 1);
  f->next = folder_of(depth - 1);
  return f;
}
struct labelled : service {
  void label(char **s) override { *s = duplicate("label"); }
  char *motto() override { return duplicate(std::string("motto") + "!"); }
};
struct recursive : service {
  folder *tree() override { return folder_of(3); }
  void folders(unsigned depth, folder **f) override { *f = folder_of(std::min(depth, 8u)); }
};
struct by_address : service {
  std::vector<std::string> names_{"a", "b"};
  void folders(unsigned depth, folder **f) override {
    folder **at = f;
    for (const std::string &each : names_) {
      *at = rpc::allocate<folder>();
      (*at)->name = duplicate(each);
      at = &(*at)->next;
    }
  }
};
struct by_tail : service {
  folder *tree() override {
    folder head{};
    folder *tail = &head;
    for (int n = 0; n < 3; ++n) {
      folder *fresh = static_cast<folder *>(rpc::allocate(sizeof(folder)));
      *fresh = folder{};
      tail = tail->next = fresh;
    }
    return head.next;
  }
};
struct by_front : service {
  folder *tree() override {
    folder *root = nullptr;
    for (int n = 0; n < 3; ++n) {
      folder *fresh = rpc::allocate<folder>();
      fresh->next = root;
      root = fresh;
    }
    return root;
  }
};
struct by_initializer : service {
  folder *tree() override {
    return new (rpc::allocate(sizeof(folder))) folder{duplicate("root"), nullptr, nullptr};
  }
};
struct whole : service {
  int seal(unsigned id, envelope **e) override {
    address *parts[2] = {rpc::allocate<address>(), rpc::allocate<address>()};
    *e = static_cast<envelope *>(rpc::allocate(sizeof(envelope)));
    **e = envelope{parts[0], parts[1], nullptr};
    return 0;
  }
};
struct all_fields : service {
  int fetch(unsigned id, letter **l) override {
    auto *made = static_cast<letter *>(rpc::allocate(sizeof(letter)));
    made->id = id;
    made->size = 0;
    made->subject = nullptr;
    made->headers = nullptr;
    made->body = nullptr;
    *l = made;
    return 0;
  }
};
struct cleared : service {
  int fetch(unsigned id, letter **l) override {
    auto *made = static_cast<letter *>(midl_user_allocate(sizeof(letter)));
    memset(made, 0, sizeof *made);
    made->id = id;
    *l = made;
    return 0;
  }
};
struct nothing_found : service {
  int fetch(unsigned id, letter **l) override {
    if (id == 0) {
      *l = nullptr;
      return 2;
    }
    *l = rpc::allocate<letter>();
    return 0;
  }
};
struct failing : service {
  int seal(unsigned id, envelope **e) override {
    auto *made = rpc::allocate<envelope>();
    if (id > 100) {
      *e = nullptr;
      return 87;
    }
    made->from = rpc::allocate<address>();
    made->to = rpc::allocate<address>();
    *e = made;
    return 0;
  }
};
struct arrays : service {
  void batches(batch *b) override {
    b->n = 3;
    b->letters = static_cast<letter **>(rpc::allocate(b->n * sizeof(letter *)));
    for (unsigned n = 0; n < b->n; ++n)
      b->letters[n] = rpc::allocate<letter>();
  }
};
struct arrays_of_nulls : service {
  void batches(batch *b) override {
    b->n = 3;
    b->letters = static_cast<letter **>(rpc::allocate(3 * sizeof(letter *)));
    std::fill_n(b->letters, 3, nullptr);
    b->letters[1] = rpc::allocate<letter>();
  }
};
struct full_twice : service {
  void peers(peer **p) override {
    *p = rpc::allocate<peer>();
    (*p)->other = rpc::allocate<peer>();
    (*p)->other->other = *p;
  }
};
struct ticking : service {
  void tick(ticks *t) override {
    t->size = 8;
    t->at = rpc::allocate_array<int>(t->size);
    for (t->used = 0; t->used < 3; ++t->used)
      t->at[t->used] = 1;
  }
};
struct cpp : service {
  std::map<std::string, contact> all_;
  std::vector<contact> contacts(std::string_view prefix) override {
    std::vector<contact> found;
    for (const auto &[name, each] : all_)
      if (name.starts_with(prefix))
        found.push_back(contact{each.name, each.phone, each.codes, nullptr, each.friend_});
    return found;
  }
  std::string sign(const std::string &s) override { return s + "."; }
};
struct replaced : service {
  void replace(letter *&l) override {
    letter *fresh = rpc::allocate<letter>();
    if (l)
      fresh->id = l->id;
    l = fresh;
  }
  void find(unsigned id, address *&a) override {
    a = rpc::allocate<address>();
    a->port = static_cast<int>(id);
  }
};
}

namespace changes {
using namespace mail;
struct walks : service {
  void load(unsigned id, letter *l) override {
    letter *const first = l;
    first->id = id;
  }
  void walk(header *h) override {
    while (h)
      h = h->next;
  }
};
struct appended : service {
  void reorder(folder *f) override {
    folder *last = f;
    while (last->next)
      last = last->next;
    last->next = rpc::allocate<folder>();
  }
};
struct appended_by_address : service {
  void resort(header **h) override {
    header **at = h;
    while (*at)
      at = &(*at)->next;
    *at = rpc::allocate<header>();
  }
};
struct contents_moved : service {
  void reorder(folder *f) override {
    for (folder *at = f; at && at->next; at = at->next)
      std::swap(at->name, at->next->name);
  }
};
struct same_link : service {
  void reorder(folder *f) override {
    folder *next = f->next;
    f->next = next;
  }
};
struct scratched : service {
  void locate(int n, address *where) override {
    where->port += n;
    where->host = 0;
    log_value(where->port + where->host);
  }
};
struct same_size : service {
  void squeeze(unsigned *n, int *a) override {
    const unsigned size = *n;
    std::sort(a, a + size);
    *n = size;
  }
};
struct same_tag : service {
  void convert(part *p) override {
    if (p->tag == 1)
      p->c.number += 1;
    else if (p->tag == 2)
      p->c.place.port = 25;
  }
};
struct fewer : service {
  void trim(ticks *t) override {
    if (t->used > 2)
      t->used = 2;
    if (t->used < t->size)
      t->used = t->size;
  }
};
struct new_body : service {
  void rework(letter *l) override {
    auto *body = rpc::allocate_array<unsigned char>(32);
    memcpy(body, l->body, std::min(l->size, 32u));
    l->body = body;
    l->size = 32;
  }
};
struct shorter : service {
  void tidy(char *s) override {
    const std::size_t n = strlen(s);
    if (n > 0 && s[n - 1] == '.')
      s[n - 1] = 0;
    for (char *at = s; *at; ++at)
      *at = *at == '\t' ? ' ' : *at;
  }
};
struct updates : service {
  void update(contact &c) override {
    c.name = "name";
    c.phone.reset();
    c.codes.push_back(1);
    c.home = std::make_unique<address>();
    c.friend_.reset();
  }
};
}

namespace contexts {
using namespace mail;
struct ended : service {
  void leave(box *b) override {
    delete std::exchange(*b, nullptr);
  }
};
struct owned : service {
  void leave(box *b) override {
    const std::unique_ptr<account> ended(*b);
    *b = nullptr;
  }
};
struct in_registry : service {
  std::map<account *, std::unique_ptr<account>> all_;
  int enter(const char *user, box *b) override {
    auto fresh = std::make_unique<account>();
    fresh->user = user;
    *b = fresh.get();
    all_[*b] = std::move(fresh);
    return 0;
  }
  void leave(box *b) override {
    all_.erase(*b);
    *b = nullptr;
  }
  int set(box b, const char *text) override {
    if (!*text)
      b->next = nullptr;
    return b->state;
  }
};
struct piped : service {
  int drain(numbers &first, numbers &second, numbers &back) override {
    std::vector<int> all;
    int n[8];
    while (const auto got = first.pull(n))
      all.insert(all.end(), n, n + got);
    while (const auto got = second.pull(n))
      all.insert(all.end(), n, n + got);
    back.push(all);
    return 0;
  }
};
}

namespace exceptions {
using namespace mail;
struct caught : service {
  int length(const char *s) override {
    try {
      return std::stoi(s);
    } catch (const std::exception &) {
      return 0;
    }
  }
};
struct mapped : service {
  int speak(std::string_view s) override {
    try {
      if (s.empty())
        throw std::invalid_argument("empty");
      return std::stoi(std::string(s));
    } catch (const std::exception &) {
      throw rpc::error(rpc::status::call_failed);
    }
  }
};
struct parsed : service {
  int speak(std::string_view s) override {
    int n = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
    return error == std::errc{} ? n : 0;
  }
};
struct found_first : service {
  std::map<std::string, int> ages_;
  std::string sign(const std::string &s) override {
    if (!ages_.contains(s))
      throw rpc::error(rpc::status::call_failed);
    return std::to_string(ages_.at(s));
  }
};
}

namespace callers {
using mail::address;
using mail::folder;
using mail::letter;
struct freed {
  void operator()(void *p) const { rpc::free(p); }
};
struct pending { letter *l = nullptr; int n = 0; };
struct holder {
  letter *l = nullptr;
  ~holder() { rpc::free(l); }
};
struct task {
  struct promise_type {
    task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
void dispose(letter *l) {
  if (l)
    rpc::free(l);
}

int plain(const client &c) {
  letter *l = c.take(1);
  const int id = static_cast<int>(l->id);
  rpc::free(l);
  return id;
}
void by_helper(const client &c) { dispose(c.take(1)); }
void in_array(const client &c) {
  letter *both[2];
  both[0] = c.take(1);
  both[1] = c.take(2);
  log_value(static_cast<int>(both[0]->id));
  for (letter *each : both)
    rpc::free(each);
}
void in_array_by_index(const client &c) {
  letter *all[4] = {};
  for (unsigned n = 0; n < 4; ++n)
    all[n] = c.take(n);
  for (unsigned n = 0; n < 4; ++n)
    rpc::free(all[n]);
}
void in_array_out(const client &c) {
  std::array<letter *, 2> both{};
  c.fetch(1, &both[0]);
  c.fetch(2, &both[1]);
  rpc::free(both[0]);
  rpc::free(both[1]);
}
void in_array_elsewhere(const client &c, letter *(&all)[2]) {
  all[0] = c.take(1);
  all[1] = c.take(2);
}
void by_algorithm(const client &c) {
  letter *all[2] = {c.take(1), c.take(2)};
  std::for_each(std::begin(all), std::end(all), [](letter *l) { rpc::free(l); });
}
void in_vector(const client &c, std::vector<letter *> &all) { all.push_back(c.take(1)); }
void in_field(const client &c) {
  pending p;
  p.l = c.take(1);
  rpc::free(p.l);
}
void in_field_elsewhere(const client &c, pending &p) { p.l = c.take(1); }
pending in_field_returned(const client &c) {
  pending p;
  p.l = c.take(1);
  p.n = 1;
  return p;
}
void in_holder(const client &c) {
  holder h;
  h.l = c.take(1);
  log_value(static_cast<int>(h.l->id));
}
void by_guard(const client &c) {
  letter *l = c.take(1);
  const finally at_end([l] { rpc::free(l); });
  if (l->size == 0)
    return;
  log_value(static_cast<int>(l->size));
}
task coroutine(const client &c) {
  letter *l = c.take(1);
  co_await std::suspend_never{};
  log_value(static_cast<int>(l->id));
  rpc::free(l);
}
task coroutine_owner(const client &c) {
  const std::unique_ptr<letter, freed> l(c.take(1));
  co_await std::suspend_never{};
  log_value(static_cast<int>(l->id));
}
int by_owner(const client &c) {
  const std::shared_ptr<letter> l(c.take(1), freed{});
  return static_cast<int>(l->id);
}
int by_decltype(const client &c) {
  const std::unique_ptr<letter, decltype(&rpc::free)> l(c.take(1), rpc::free);
  return static_cast<int>(l->id);
}
void given_up(const client &c) {
  std::unique_ptr<letter, freed> l(c.take(1));
  rpc::free(l.release());
}
void reset(const client &c) {
  std::unique_ptr<letter, freed> l;
  for (unsigned n = 0; n < 3; ++n) {
    l.reset(c.take(n));
    log_value(static_cast<int>(l->id));
  }
}
int loop(const client &c) {
  int n = 0;
  for (unsigned id = 0; id < 10; ++id) {
    letter *l = c.take(id);
    if (l->size > 0)
      n += static_cast<int>(l->size);
    rpc::free(l);
  }
  return n;
}
void replaced(const client &c) {
  letter *l = c.take(1);
  letter *const old = l;
  c.replace(l);
  rpc::free(old);
  rpc::free(l);
}
letter *handed_on(const client &c) {
  letter *l = c.take(1);
  l->id = 2;
  return l;
}
int caught(const client &c) {
  letter *l = nullptr;
  try {
    c.fetch(1, &l);
  } catch (const rpc::error &) {
    return -1;
  }
  const int id = l ? static_cast<int>(l->id) : 0;
  rpc::free(l);
  return id;
}
int status(const client &c) {
  unsigned status = 0;
  letter *l = nullptr;
  c.ping(&status, &l);
  if (status != 0)
    return -1;
  const int id = l ? static_cast<int>(l->id) : 0;
  rpc::free(l);
  return id;
}
int maybe_nothing(const client &c) {
  folder *f = c.tree();
  if (!f)
    return 0;
  const bool inner = f->inner != nullptr;
  rpc::free(f);
  return inner;
}
void all_folders(const client &c) {
  for (folder *f = c.tree(); f;) {
    folder *next = f->next;
    rpc::free(f);
    f = next;
  }
}
std::size_t cpp(const client &c) {
  const auto all = c.contacts("a");
  return c.sign("b").size() + all.size();
}
void sent(const client &c) {
  letter l{};
  char subject[] = "subject";
  l.subject = subject;
  c.deliver(&l);
  address a{1, 25};
  c.rank(&a, nullptr);
}
void sends_own(const client &c) {
  auto body = std::make_unique<unsigned char[]>(16);
  letter l{1, nullptr, 16, body.get(), nullptr};
  c.rework(&l);
}
void swapped(const client &c) {
  letter *a = c.take(1), *b = c.take(2);
  std::swap(a, b);
  rpc::free(a);
  rpc::free(b);
}
}

namespace callers {
struct pair_of { letter *all[2] = {}; };
void array_by_range(const client &c) {
  letter *all[4] = {};
  all[0] = c.take(1);
  all[1] = c.take(2);
  for (letter *each : all)
    rpc::free(each);
}
void array_by_pointer(const client &c) {
  letter *all[2];
  all[0] = c.take(1);
  all[1] = c.take(2);
  for (letter **each = all; each != all + 2; ++each)
    rpc::free(*each);
}
void array_by_address(const client &c) {
  letter *all[3];
  letter **at = &all[0];
  *at++ = c.take(1);
  *at++ = c.take(2);
  *at = c.take(3);
  for (int n = 0; n < 3; ++n)
    rpc::free(all[n]);
}
void array_swapped(const client &c) {
  letter *all[2] = {c.take(1), nullptr};
  std::swap(all[0], all[1]);
  rpc::free(all[1]);
}
void array_moved_up(const client &c) {
  letter *all[2] = {c.take(1), c.take(2)};
  rpc::free(all[0]);
  all[0] = all[1];
  rpc::free(all[0]);
}
pair_of array_returned(const client &c) {
  pair_of p;
  p.all[0] = c.take(1);
  return p;
}
void array_of_field(const client &c) {
  pair_of p;
  p.all[0] = c.take(1);
  p.all[1] = c.take(2);
  for (letter *each : p.all)
    rpc::free(each);
}
std::array<letter *, 2> class_returned(const client &c) {
  std::array<letter *, 2> both{};
  both[0] = c.take(1);
  return both;
}
void class_by_range(const client &c) {
  std::array<letter *, 2> both{};
  both[0] = c.take(1);
  both[1] = c.take(2);
  for (letter *each : both)
    rpc::free(each);
}
void array_early(const client &c, bool quick) {
  letter *all[2];
  all[0] = c.take(1);
  if (quick) {
    rpc::free(all[0]);
    return;
  }
  all[1] = c.take(2);
  rpc::free(all[1]);
  rpc::free(all[0]);
}
void array_into(const client &c, letter **all) {
  all[0] = c.take(1);
  all[1] = c.take(2);
}
struct generator {
  struct promise_type {
    letter *value = nullptr;
    generator get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(letter *l) {
      value = l;
      return {};
    }
    void return_value(letter *l) { value = l; }
    void unhandled_exception() {}
  };
};
struct sent_on {
  letter *l;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) { rpc::free(l); }
  void await_resume() {}
};
generator yields(const client &c) {
  co_yield c.take(1);
  letter *l = c.take(2);
  l->id = 2;
  co_return l;
}
task awaits(const client &c) {
  letter *l = c.take(1);
  co_await sent_on{l};
}
}

namespace elsewhere {
using namespace mail;
struct in_thread : service {
  int deliver(const letter *l) override {
    std::jthread worker([l] {
      if (l)
        log_value(static_cast<int>(l->id));
    });
    return 0;
  }
  int rank(const address *a, const address *b) override {
    if (!a)
      return 0;
    auto port = std::async([a] { return a->port; });
    std::thread([&] { log_value(b ? b->port : a->port); }).join();
    return port.get();
  }
};
struct mapped : service {
  int slot(unsigned n) override {
    static const int sizes[4] = {1, 2, 3, 4};
    if (n == 2)
      return sizes[n];
    switch (n) {
    case 0:
    case 1:
      return sizes[n];
    default:
      return 0;
    }
  }
};
struct by_pointer : service {
  int post(const batch *b) override {
    const std::vector<letter *> all(b->letters, b->letters + b->n);
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const letter *l) { return l && l->size > 0; }));
  }
  int visit(const contact &c) override {
    return std::any_of(c.codes.begin(), c.codes.end(), [](auto code) { return code == 7; });
  }
};
}

namespace places {
using namespace mail;
folder *last_of(folder *f) {
  while (f->next)
    f = f->next;
  return f;
}
int put(int *to, int n) {
  *to = n;
  return *to;
}
struct behind_second : service {
  void reorder(folder *f) override {
    folder *const second = f->next;
    if (second && !second->inner)
      second->inner = rpc::allocate<folder>();
  }
};
struct behind_last : service {
  void reorder(folder *f) override {
    last_of(f)->next = rpc::allocate<folder>();
  }
};
struct behind_last_by_variable : service {
  void reorder(folder *f) override {
    folder *const last = last_of(f);
    last->next = rpc::allocate<folder>();
  }
};
struct read_by_helper : service {
  void add(int n, int *answer) override { log_value(put(answer, n)); }
};
struct read_after_helper : service {
  static void set(int *to, int n) { *to = n; }
  void add(int n, int *answer) override {
    set(answer, n);
    log_value(*answer);
  }
};
}
