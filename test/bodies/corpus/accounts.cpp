// RUN: %bodies -Wno-unused-variable -Wno-return-stack-address -Xclang -verify-ignore-unexpected=note %s
// What servers written with the standard library do wrong.
#include "Inputs/services.h"

template <class F> class scope_exit {
public:
  explicit scope_exit(F f) : f(std::move(f)) {}
  scope_exit(const scope_exit &) = delete;
  ~scope_exit() {
    if (armed)
      f();
  }
  void dismiss() noexcept { armed = false; }

private:
  F f;
  bool armed = true;
};

char *text_of(std::string_view from) {
  char *to = rpc::allocate_array<char>(from.size() + 1);
  std::ranges::copy(from, to);
  return to;
}

struct detached {
  struct promise_type {
    detached get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

namespace services {

constexpr int ok = 0, invalid = 87, not_found = 2;

struct no_such_user : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct guard_wrong_frees : service {
  int get_value(const char *name, value_entry **v) override {
    value_entry *made = rpc::allocate<value_entry>();
    scope_exit undo([made] { rpc::free(made); });
    made->name = text_of(name);
    *v = made; // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct guard_wrong_parameter : service {
  int modify(entry *e) override {
    scope_exit free_it([e] { std::free(e); }); // expected-warning {{[free-stub-owned]}}
    return ok;
  }
};

struct guard_wrong_unique : service {
  struct release {
    void operator()(value_entry *v) const { rpc::free(v); }
  };
  int get_value(const char *, value_entry **v) override {
    std::unique_ptr<value_entry, release> made(rpc::allocate<value_entry>());
    *v = made.get(); // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct guard_wrong_adopt : service {
  int add_entry(const entry *e) override {
    std::shared_ptr<const entry> hold(e); // expected-warning {{[free-stub-owned]}}
    return static_cast<int>(hold->count);
  }
};

struct guard_wrong_adopt_part : service {
  int modify(entry *e) override {
    std::unique_ptr<char> hold(e->dn); // expected-warning {{[free-embedded]}}
    e->dn = nullptr;
    return ok;
  }
};

struct null_wrong_optional : service {
  int mail_to(const std::optional<user> &to, std::string_view body) override {
    log_line(to->name); // expected-warning {{[unchecked-null]}}
    log_line(body);
    return ok;
  }
};

struct null_wrong_inner : service {
  int mail_to(const std::optional<user> &to, std::string_view) override {
    if (!to)
      return not_found;
    return static_cast<int>(to->mail->size()); // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_star : service {
  int log_in(std::string_view name, const std::optional<std::string> &password) override {
    const std::string &p = *password; // expected-warning {{[unchecked-null]}}
    return p == name ? ok : invalid;
  }
};

struct null_wrong_else : service {
  int log_in(std::string_view, const std::optional<std::string> &password) override {
    if (password.has_value())
      return ok;
    return static_cast<int>(password->size()); // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_owner : service {
  int audit(const group &g) override {
    return static_cast<int>(g.owner->name.size()); // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_deputy : service {
  int audit(const group &g) override {
    return g.owner ? static_cast<int>(g.deputy->name.size()) : 0; // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_elements : service {
  int audit_all(const std::vector<group> &all) override {
    int n = 0;
    for (const auto &g : all)
      n += static_cast<int>(g.owner->groups.size()); // expected-warning {{[unchecked-null]}}
    return n;
  }
};

struct null_wrong_algorithm : service {
  int audit_all(const std::vector<group> &all) override {
    return static_cast<int>(std::ranges::count_if(all, [](const group &g) { // expected-warning {{[unchecked-null]}}
      return g.deputy->name == "root";
    }));
  }
};

struct null_wrong_binding : service {
  int audit(const group &g) override {
    const auto &[name, members, owner, deputy] = g;
    return static_cast<int>(owner->name.size() + name.size()); // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_loop_member : service {
  int audit(const group &g) override {
    int n = 0;
    for (const user &u : g.members)
      n += static_cast<int>(u.mail->size()); // expected-warning {{[unchecked-null]}}
    return n;
  }
};

struct null_wrong_promote : service {
  std::vector<std::unique_ptr<user>> promoted;
  int promote(std::unique_ptr<user> u) override {
    u->groups.push_back("staff"); // expected-warning {{[unchecked-null]}}
    promoted.push_back(std::move(u));
    return ok;
  }
};

struct null_wrong_watch : service {
  int watch(std::shared_ptr<user> u) override {
    const user &watched = *u; // expected-warning {{[unchecked-null]}}
    return static_cast<int>(watched.groups.size());
  }
};

struct null_wrong_get : service {
  int watch(std::shared_ptr<user> u) override {
    const user *p = u.get();
    return static_cast<int>(p->groups.size()); // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_lambda : service {
  int set_value(const char *, const value_entry *v) override {
    const auto size = [&] { return v->size; };
    return static_cast<int>(size()); // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_for_each : service {
  template <class F> static void each(const key_node *n, F &&f) {
    do {
      f(*n);
      n = n->sibling;
    } while (n);
  }
  int count_keys(const key_node *root) override {
    int n = 0;
    each(root, [&n](const key_node &) { ++n; }); // expected-warning {{[unchecked-null]}}
    return n;
  }
};

struct null_wrong_reference : service {
  static int type_of(const value_entry &v) { return static_cast<int>(v.type); }
  int set_value(const char *, const value_entry *v) override {
    return type_of(*v); // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_view : service {
  int compare(const entry *a, const entry *) override {
    const std::string_view dn = a->dn; // expected-warning {{[unchecked-null]}}
    return dn.empty();
  }
};

struct null_wrong_string : service {
  int compare(const entry *a, const entry *b) override {
    return b && std::string(a->dn) == b->dn; // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_map : service {
  std::map<std::string, int> counts;
  int set_value(const char *, const value_entry *v) override {
    return v ? ++counts[v->name] : 0; // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_update : service {
  void update(group &g) override {
    g.owner->groups.push_back("x"); // expected-warning {{[unchecked-null]}}
  }
};

struct null_wrong_flag : service {
  int set_value(const char *, const value_entry *v) override {
    const bool missing = v == nullptr;
    if (missing)
      return static_cast<int>(v->type); // expected-warning {{[unchecked-null]}}
    return ok;
  }
};

template <class Derived> struct checked : service {
  int compare(const entry *a, const entry *b) override { return static_cast<Derived *>(this)->compared(*a, *b); } // expected-warning {{[unchecked-null]}}
};
struct null_wrong_crtp : checked<null_wrong_crtp> {
  int compared(const entry &a, const entry &b) { return a.count == b.count; }
};

struct empty_wrong_average : service {
  int average(const std::vector<int> &numbers) override {
    return std::accumulate(numbers.begin(), numbers.end(), 0) / numbers.front(); // expected-warning {{[unchecked-empty]}}
  }
};

struct empty_wrong_back : service {
  int average(const std::vector<int> &numbers) override {
    return numbers.back(); // expected-warning {{[unchecked-empty]}}
  }
};

struct empty_wrong_span : service {
  int tally(std::span<const int> numbers) override {
    int most = numbers[0]; // expected-warning {{[unchecked-empty]}}
    for (int n : numbers)
      most = std::max(most, n);
    return most;
  }
};

struct empty_wrong_max : service {
  int average(const std::vector<int> &numbers) override {
    return *std::max_element(numbers.begin(), numbers.end()); // expected-warning {{[unchecked-empty]}}
  }
};

struct empty_wrong_begin : service {
  int average(const std::vector<int> &numbers) override {
    return *numbers.begin(); // expected-warning {{[unchecked-empty]}}
  }
};

struct empty_wrong_view : service {
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    return name.front() == '_' ? invalid : ok; // expected-warning {{[unchecked-empty]}}
  }
};

struct empty_wrong_import : service {
  int import(std::vector<user> users) override {
    return static_cast<int>(users[0].name.size()); // expected-warning {{[unchecked-empty]}}
  }
};

struct empty_wrong_members : service {
  int audit(const group &g) override {
    return static_cast<int>(g.members.front().name.size()); // expected-warning {{[unchecked-empty]}}
  }
};

struct retain_wrong_view : service {
  std::string_view last;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    last = name; // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_substring : service {
  std::string_view last;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    last = name.substr(0, name.find('@')); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_set : service {
  std::set<std::string_view> known;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    known.insert(name); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_map : service {
  std::map<std::string_view, int> counts;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    return ++counts[name]; // expected-warning {{[retain-pointer]}}
  }
};

struct retain_wrong_span : service {
  std::span<const int> last;
  int tally(std::span<const int> numbers) override {
    last = numbers.first(std::min<std::size_t>(4, numbers.size())); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_pair : service {
  std::vector<std::pair<std::string_view, unsigned>> log;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    log.emplace_back(name, 1u); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_function : service {
  std::function<void()> later;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    later = [name] { log_line(name); }; // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_functions : service {
  std::vector<std::function<void()>> later;
  int compare(const entry *a, const entry *) override {
    later.emplace_back([a] { log_value(a->count); }); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_detached : service {
  int compare(const entry *a, const entry *) override {
    std::thread([a] { log_value(a->count); }).detach(); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_member_thread : service {
  std::jthread worker;
  int tally(std::span<const int> numbers) override {
    worker = std::jthread([numbers] { log_value(static_cast<unsigned>(numbers.size())); }); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_future : service {
  std::vector<std::future<void>> running;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    running.push_back(std::async(std::launch::async, [name] { log_line(name); })); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_coroutine : service {
  static detached send(std::string_view text) {
    co_await std::suspend_always{};
    log_line(text);
  }
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    send(name); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_thread_local : service {
  int compare(const entry *a, const entry *) override {
    thread_local const entry *last = nullptr;
    last = a; // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_optional : service {
  std::optional<std::string_view> last;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    last = name; // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_emplaced : service {
  std::optional<std::string_view> last;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    last.emplace(name); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_exchange : service {
  const entry *last = nullptr;
  int add_entry(const entry *e) override {
    const entry *old = std::exchange(last, e); // expected-warning {{[retain-pointer]}}
    return old != nullptr;
  }
};

struct retain_wrong_swap : service {
  const entry *last = nullptr;
  int add_entry(const entry *e) override {
    std::swap(last, e); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_atomic : service {
  std::atomic<const entry *> last = nullptr;
  int add_entry(const entry *e) override {
    last.store(e); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_tuple : service {
  std::tuple<const char *, unsigned> last;
  int add_entry(const entry *e) override {
    last = std::make_tuple(e->dn, e->count); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_address : service {
  std::vector<const user *> all;
  int audit(const group &g) override {
    for (const user &u : g.members)
      all.push_back(&u); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_reference : service {
  std::vector<std::reference_wrapper<const group>> all;
  int audit(const group &g) override {
    all.push_back(std::cref(g)); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_context : service {
  int set_name(file f, const char *name) override {
    f->last_name = std::string_view(name).data(); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_helper : service {
  const entry *last = nullptr;
  void remember(const entry *e) { last = e; }
  int add_entry(const entry *e) override {
    remember(e); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct retain_wrong_object : service {
  class session {
  public:
    explicit session(const char *who) : who(who) {}

  private:
    const char *who;
  };
  std::vector<std::unique_ptr<session>> sessions;
  unsigned submit(const job *j) override {
    sessions.push_back(std::make_unique<session>(j->user)); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};

struct dying_wrong_string : service {
  int get_value(const char *name, value_entry **v) override {
    std::string full = std::string("value/") + name;
    *v = rpc::allocate<value_entry>();
    (*v)->name = full.data(); // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct dying_wrong_vector : service {
  int get_value(const char *name, value_entry **v) override {
    std::vector<unsigned char> bytes(8);
    *v = rpc::allocate<value_entry>();
    (*v)->name = text_of(name);
    (*v)->size = 8;
    (*v)->data = &bytes[0]; // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct dying_wrong_array : service {
  int load_value(unsigned type, value_entry *v) override {
    std::array<unsigned char, 4> bytes{};
    v->type = type;
    v->size = 4;
    v->data = bytes.data(); // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct dying_wrong_unique : service {
  int get_value(const char *, value_entry **v) override {
    const auto made = std::make_unique<value_entry>();
    made->size = 0;
    *v = made.get(); // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct dying_wrong_release : service {
  int get_value(const char *, value_entry **v) override {
    auto made = std::make_unique<value_entry>();
    *v = made.release(); // expected-warning {{[foreign-allocator]}}
    return ok;
  }
};

struct dying_wrong_temporary : service {
  int load_value(unsigned, value_entry *v) override {
    v->name = std::string("temporary").data(); // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct dying_wrong_member_string : service {
  std::string label = "label";
  int load_value(unsigned, value_entry *v) override {
    v->name = label.data(); // expected-warning {{[return-static]}}
    return ok;
  }
};

struct dying_wrong_map : service {
  std::map<unsigned, entry> all;
  int referral(unsigned n, entry **first, entry **) override {
    if (auto at = all.find(n); at != all.end())
      *first = &at->second; // expected-warning {{[return-static]}}
    return ok;
  }
};

struct dying_wrong_lambda : service {
  int get_value(const char *name, value_entry **v) override {
    const auto make = [&] {
      value_entry *e = new value_entry{};
      e->name = text_of(name);
      return e;
    };
    *v = make(); // expected-warning {{[foreign-allocator]}}
    return ok;
  }
};

struct dying_wrong_local_in_helper : service {
  static key_node *make() {
    static key_node node = {};
    return &node;
  }
  void key_tree(unsigned, key_node **root) override {
    *root = make(); // expected-warning {{[return-static]}}
  }
};

struct dying_wrong_list : service {
  std::list<entry> found;
  int search(const char *, const scope *, entry **result) override {
    found.emplace_back();
    *result = &found.back(); // expected-warning {{[return-static]}}
    return ok;
  }
};

struct dying_wrong_deque : service {
  entry *root_entry() override {
    std::deque<entry> made(1);
    return &made.front(); // expected-warning {{[return-stack]}}
  }
};

struct builder_wrong : service {
  class builder {
  public:
    explicit builder(entry **to) : link(to) {}
    void add(std::string_view name) {
      *link = static_cast<entry *>(rpc::allocate(sizeof(entry)));
      (*link)->dn = text_of(name);
      (*link)->count = 0;
      (*link)->attributes = nullptr;
      link = &(*link)->next;
    }

  private:
    entry **link;
  };
  int search(const char *, const scope *, entry **found) override {
    builder b(found);
    b.add("cn=a");
    return ok; // expected-warning {{[uninit-out-pointer]}}
  }
};

struct links_wrong_exchange : service {
  void edit_tree(key_node *root) override {
    key_node *old = std::exchange(root->child, nullptr); // expected-warning {{[relink-next]}}
    log_value(old != nullptr);
  }
};

struct links_wrong_reference : service {
  void edit_tree(key_node *root) override {
    key_node *&link = root->sibling;
    link = rpc::allocate<key_node>(); // expected-warning {{[relink-next]}}
  }
};

struct links_wrong_helper : service {
  static void unlink(key_node *&n) {
    if (n)
      n = n->sibling;
  }
  void edit_tree(key_node *root) override {
    unlink(root->child); // expected-warning {{[relink-next]}}
  }
};

struct links_wrong_memset : service {
  void edit_tree(key_node *root) override {
    std::memset(root, 0, sizeof *root); // expected-warning {{[relink-next]}}
  }
};

struct links_wrong_struct : service {
  void edit_tree(key_node *root) override {
    *root = key_node{}; // expected-warning {{[relink-next]}}
  }
};

struct free_wrong_lambda : service {
  void cancel(job *first) override {
    const auto release = [](job *j) { midl_user_free(j); };
    if (first->next)
      release(first->next); // expected-warning {{[free-embedded]}}
  }
};

struct free_wrong_recursion : service {
  static void release(key_node *n) {
    if (!n)
      return;
    release(n->child);
    release(n->sibling);
    rpc::free(n);
  }
  void edit_tree(key_node *root) override {
    release(root->child); // expected-warning {{[free-embedded]}}
  }
};

struct free_wrong_range : service {
  int modify(entry *e) override {
    for (attribute &a : std::span(e->attributes, e->count))
      rpc::free(a.value); // expected-warning {{[free-embedded]}}
    return ok;
  }
};

struct trust_wrong_resize : service {
  std::vector<int> slots;
  int tune(unsigned slot, int value) override {
    slots.resize(slot + 1); // expected-warning {{[client-size-trust]}}
    slots[slot] = value;
    return ok;
  }
};

struct trust_wrong_array : service {
  std::array<int, 16> slots{};
  int tune(unsigned slot, int value) override {
    slots[slot] = value; // expected-warning {{[client-size-trust]}}
    return ok;
  }
};

struct trust_wrong_signed : service {
  int slots[16] = {};
  int tune(unsigned, int value) override {
    return slots[value]; // expected-warning {{[client-size-trust]}}
  }
};

struct trust_wrong_string : service {
  void pages(unsigned count, unsigned **list) override {
    std::string line(count, '-'); // expected-warning {{[client-size-trust]}}
    log_line(line);
    *list = nullptr;
  }
};

struct trust_wrong_unique : service {
  void pages(unsigned count, unsigned **list) override {
    const auto scratch = std::make_unique<unsigned[]>(count); // expected-warning {{[client-size-trust]}}
    log_value(scratch[0]);
    *list = nullptr;
  }
};

struct throw_wrong_own : service {
  std::map<std::string, user> all;
  std::optional<user> find_user(const std::string &name) override {
    if (!all.contains(name))
      throw no_such_user(name); // expected-warning {{[throw-unmapped]}}
    return all[name];
  }
};

struct throw_wrong_stoi : service {
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    return std::stoi(std::string(name)); // expected-warning {{[throw-unmapped]}}
  }
};

struct throw_wrong_at : service {
  std::map<std::string, int> ports;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    return ports.at(std::string(name)); // expected-warning {{[throw-unmapped]}}
  }
};

struct throw_wrong_rethrow : service {
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    try {
      if (name.empty())
        throw std::invalid_argument("name"); // expected-warning {{[throw-unmapped]}}
    } catch (const std::exception &) {
      log_line("failed");
      throw;
    }
    return ok;
  }
};

struct throw_wrong_code : service {
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    if (name.size() > 20)
      throw invalid; // expected-warning {{[throw-unmapped]}}
    return ok;
  }
};

struct throw_wrong_helper : service {
  static void check(bool right) {
    if (!right)
      throw std::logic_error("check");
  }
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    check(!name.empty()); // expected-warning {{[throw-unmapped]}}
    return ok;
  }
};

struct lost_wrong_increment : service {
  void seek(file f, unsigned, unsigned *reached) override {
    ++*reached; // expected-warning {{[lost-result]}}
    ++f->reads;
  }
};

struct close_wrong_shared : service {
  void close(file *f) override {
    std::shared_ptr<open_file> ended(*f); // expected-warning {{[ctx-not-nulled]}}
    ended->cache.clear(); // expected-warning {{[ctx-null-in]}}
  }
};

struct close_wrong_one_way : service {
  void close(file *f) override {
    if ((*f) && (*f)->writable) {
      delete *f; // expected-warning {{[ctx-not-nulled]}}
      return;
    }
    delete *f; // expected-warning {{[ctx-not-nulled]}}
    *f = nullptr;
  }
};

} // namespace services
