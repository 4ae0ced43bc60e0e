// RUN: %bodies -Wno-unused-variable %s
// expected-no-diagnostics
// What servers written with the standard library do right.
#include "Inputs/services.h"

// As in gsl and in one's own headers.
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

template <class T> class not_null {
public:
  explicit not_null(T p) : p(p) {
    if (p == nullptr)
      std::terminate();
  }
  T get() const { return p; }
  auto &operator*() const { return *p; }
  T operator->() const { return p; }

private:
  T p;
};

template <class T> class outcome {
public:
  outcome(T value) : value(std::move(value)) {}
  outcome(int code) : code(code) {}
  explicit operator bool() const { return code == 0; }
  T &operator*() { return value; }
  int error() const { return code; }

private:
  T value{};
  int code = 0;
};

#define EXPECTS(c) ((c) ? static_cast<void>(0) : std::terminate())

inline void require(bool condition) {
  if (!condition)
    throw rpc::error(rpc::status::call_failed);
}
[[noreturn]] void fail(int code);

template <class T> const T &deref(const T *p) {
  if (!p)
    throw rpc::error(rpc::status::call_failed);
  return *p;
}

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

struct guard_right_dismiss : service {
  int get_value(const char *name, value_entry **v) override {
    value_entry *made = static_cast<value_entry *>(rpc::allocate(sizeof(value_entry)));
    scope_exit undo([&] {
      rpc::free(made);
    });
    if (*name == '\0')
      return invalid;
    *made = value_entry();
    made->name = text_of(name);
    undo.dismiss();
    *v = made;
    return ok;
  }
};

struct guard_right_counter : service {
  unsigned running = 0;
  int compare(const entry *a, const entry *b) override {
    ++running;
    scope_exit leave([this] { --running; });
    if (b == nullptr)
      return -1;
    return a->count < b->count;
  }
};

struct guard_right_lock : service {
  std::mutex lock;
  std::string last;
  int set_value(const char *name, const value_entry *v) override {
    const std::lock_guard hold(lock);
    last = name;
    return v ? static_cast<int>(v->type) : invalid;
  }
};

struct expects_right : service {
  int set_value(const char *, const value_entry *v) override {
    EXPECTS(v != nullptr);
    return static_cast<int>(v->type);
  }
};

struct require_right : service {
  int set_value(const char *, const value_entry *v) override {
    require(v && v->data);
    log_value(v->data[0] + v->type);
    return ok;
  }
};

struct fail_right : service {
  int set_value(const char *, const value_entry *v) override {
    if (v == nullptr)
      fail(invalid);
    return static_cast<int>(v->type);
  }
};

struct not_null_right : service {
  int set_value(const char *, const value_entry *v) override {
    const not_null<const value_entry *> sure(v);
    return static_cast<int>(sure->type + (*sure).size);
  }
};

struct deref_right : service {
  int set_value(const char *, const value_entry *v) override {
    const value_entry &e = deref(v);
    return static_cast<int>(e.type);
  }
};

struct outcome_right : service {
  static outcome<unsigned> type_of(const value_entry *v) {
    if (!v)
      return invalid + 1;
    return v->type;
  }
  int set_value(const char *, const value_entry *v) override {
    if (auto type = type_of(v))
      return static_cast<int>(*type);
    return invalid;
  }
};

struct optional_right_wrapped : service {
  static std::optional<unsigned> size_of(const value_entry *v) {
    return v ? std::optional<unsigned>(v->size) : std::nullopt;
  }
  int set_value(const char *, const value_entry *v) override {
    return static_cast<int>(size_of(v).value_or(0));
  }
};

struct optional_right_has_value : service {
  int mail_to(const std::optional<user> &to, std::string_view body) override {
    if (!to.has_value() || !to->mail)
      return not_found;
    log_line(*to->mail);
    log_line(body);
    return ok;
  }
};

struct optional_right_value_or : service {
  int log_in(std::string_view name, const std::optional<std::string> &password) override {
    return name.empty() ? invalid : static_cast<int>(password.value_or("").size());
  }
};

struct optional_right_compare : service {
  int log_in(std::string_view, const std::optional<std::string> &password) override {
    if (password == std::nullopt)
      return invalid;
    return password->size() > 8 ? ok : invalid;
  }
};

struct optional_right_equal : service {
  std::string expected;
  int log_in(std::string_view, const std::optional<std::string> &password) override {
    return password == expected ? ok : invalid;
  }
};

struct optional_right_pointer : service {
  int mail_to(const std::optional<user> &to, std::string_view) override {
    const user *u = to ? &*to : nullptr;
    return u ? static_cast<int>(u->name.size()) : not_found;
  }
};

struct optional_right_init : service {
  int mail_to(const std::optional<user> &to, std::string_view) override {
    if (const bool known = to.has_value(); !known)
      return not_found;
    return static_cast<int>(to->groups.size());
  }
};

struct average_right : service {
  int average(const std::vector<int> &numbers) override {
    if (std::ranges::empty(numbers))
      return 0;
    return numbers.front() + numbers.back();
  }
};

struct average_right_size : service {
  int average(const std::vector<int> &numbers) override {
    const auto n = numbers.size();
    return n ? std::accumulate(numbers.begin(), numbers.end(), 0) / static_cast<int>(n) : 0;
  }
};

struct average_right_iterator : service {
  int average(const std::vector<int> &numbers) override {
    const auto most = std::ranges::max_element(numbers);
    return most == numbers.end() ? 0 : *most;
  }
};

struct tally_right_ranges : service {
  int tally(std::span<const int> numbers) override {
    int sum = 0;
    for (int n : numbers | std::views::filter([](int i) { return i > 0; }) | std::views::take(10))
      sum += n;
    return sum;
  }
};

struct tally_right_first : service {
  int tally(std::span<const int> numbers) override {
    if (numbers.size() < 3)
      return 0;
    const auto head = numbers.first(3);
    return head[0] + head[1] + head[2];
  }
};

struct tally_right_copy : service {
  std::vector<int> last;
  int tally(std::span<const int> numbers) override {
    last.assign(numbers.begin(), numbers.end());
    return static_cast<int>(last.size());
  }
};

struct tally_right_while : service {
  int tally(std::span<const int> numbers) override {
    int sum = 0;
    while (!numbers.empty()) {
      sum += numbers.front();
      numbers = numbers.subspan(1);
    }
    return sum;
  }
};

struct login_right_copy : service {
  std::set<std::string, std::less<>> known;
  std::string last;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    last = name;
    known.emplace(name);
    return known.contains(name) ? ok : not_found;
  }
};

struct login_right_restored : service {
  std::string_view current;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    current = name;
    log_line(current);
    current = {};
    return ok;
  }
};

struct login_right_thread_local : service {
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    thread_local std::string buffer;
    buffer.assign(name);
    return static_cast<int>(buffer.size());
  }
};

struct audit_right : service {
  int audit(const group &g) override {
    int n = 0;
    if (g.owner)
      n += static_cast<int>(g.owner->groups.size());
    if (const auto &deputy = g.deputy; deputy != nullptr)
      n += static_cast<int>(deputy->groups.size());
    for (const auto &[name, mail, groups] : g.members)
      n += mail ? static_cast<int>(mail->size()) : 0;
    return n;
  }
};

struct audit_right_all : service {
  int audit_all(const std::vector<group> &all) override {
    int n = 0;
    for (const group &g : all) {
      if (!g.owner)
        continue;
      n += static_cast<int>(g.owner->name.size());
    }
    return n;
  }
};

struct audit_right_any : service {
  int audit_all(const std::vector<group> &all) override {
    return std::ranges::any_of(all, [](const group &g) { return g.owner && g.owner->name == "root"; });
  }
};

struct audit_right_count : service {
  int audit_all(const std::vector<group> &all) override {
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto &g) {
      return g.deputy != nullptr && !g.deputy->groups.empty() && g.deputy->groups.front() == "wheel";
    }));
  }
};

struct promote_right : service {
  std::vector<std::unique_ptr<user>> promoted;
  int promote(std::unique_ptr<user> u) override {
    if (!u)
      return invalid;
    u->groups.push_back("staff");
    promoted.push_back(std::move(u));
    return ok;
  }
};

struct watch_right : service {
  std::map<std::string, std::weak_ptr<user>> watched;
  int watch(std::shared_ptr<user> u) override {
    if (u == nullptr)
      return invalid;
    watched.insert_or_assign(u->name, u);
    return ok;
  }
};

struct import_right_moved : service {
  std::vector<user> all;
  int import(std::vector<user> users) override {
    std::ranges::move(users, std::back_inserter(all));
    return static_cast<int>(all.size());
  }
};

struct import_right_sorted : service {
  int import(std::vector<user> users) override {
    std::ranges::sort(users, {}, &user::name);
    const auto again = std::ranges::adjacent_find(users, {}, &user::name);
    return again == users.end() ? ok : invalid;
  }
};

struct users_right : service {
  std::map<std::string, user> all;
  std::vector<user> users(std::string_view prefix) override {
    std::vector<user> result;
    for (auto &[name, u] : all)
      if (name.starts_with(prefix))
        result.push_back(u);
    return result;
  }
};

struct find_right : service {
  std::unordered_map<std::string, user> all;
  std::optional<user> find_user(const std::string &name) override {
    if (const auto at = all.find(name); at != all.end())
      return at->second;
    return {};
  }
};

struct lookup_right : service {
  std::map<std::string, user, std::less<>> all;
  void lookup(std::string_view name, std::optional<user> &found) override {
    found.reset();
    if (auto at = all.find(name); at != all.end())
      found.emplace(at->second);
  }
};

struct lookup_right_try : service {
  std::map<std::string, user> all;
  void lookup(std::string_view name, std::optional<user> &found) override {
    try {
      found = all.at(std::string(name));
    } catch (const std::out_of_range &) {
      found = std::nullopt;
    }
  }
};

struct update_right : service {
  void update(group &g) override {
    if (!g.owner)
      g.owner = std::make_shared<user>();
    g.owner->groups.emplace_back("owners");
    std::erase_if(g.members, [](const user &u) { return u.name.empty(); });
    if (g.members.size() > 1)
      std::iter_swap(g.members.begin(), g.members.begin() + 1);
  }
};

struct tune_right_at_most : service {
  std::array<int, 16> slots{};
  int tune(unsigned slot, int value) override {
    if (slot >= slots.size())
      throw rpc::error(rpc::status::call_failed);
    return std::exchange(slots[slot], value);
  }
};

struct tune_right_modulo : service {
  int slots[8] = {};
  int tune(unsigned slot, int value) override {
    slots[slot % 8] = value;
    return slots[slot & 7u];
  }
};

struct tune_right_min : service {
  std::vector<int> slots = std::vector<int>(4);
  int tune(unsigned slot, int value) override {
    const std::size_t at = std::min<std::size_t>(slot, slots.size() - 1);
    slots[at] = value;
    return ok;
  }
};

struct tune_right_map : service {
  std::map<unsigned, int> slots;
  int tune(unsigned slot, int value) override {
    auto [at, fresh] = slots.try_emplace(slot, value);
    if (!fresh)
      at->second += value;
    return at->second;
  }
};

struct tune_right_in_range : service {
  std::array<int, 16> slots{};
  int tune(unsigned slot, int value) override {
    if (!std::in_range<std::uint8_t>(value) || std::cmp_greater_equal(slot, slots.size()))
      return invalid;
    slots[slot] = value;
    return ok;
  }
};

struct async_right_get : service {
  int compare(const entry *a, const entry *b) override {
    auto left = std::async(std::launch::async, [a] { return a->count; });
    auto right = std::async(std::launch::async, [b] { return b ? b->count : 0u; });
    return left.get() == right.get();
  }
};

struct async_right_jthread : service {
  int tally(std::span<const int> numbers) override {
    std::atomic<int> sum = 0;
    {
      const auto half = numbers.size() / 2;
      std::jthread first([&] { for (int n : numbers.first(half)) sum += n; });
      std::jthread second([&] { for (int n : numbers.subspan(half)) sum += n; });
    }
    return sum;
  }
};

struct async_right_joined : service {
  int tally(std::span<const int> numbers) override {
    std::vector<std::thread> workers;
    std::atomic<int> sum = 0;
    for (int n : numbers)
      workers.emplace_back([&sum, n] { sum += n; });
    for (std::thread &w : workers)
      w.join();
    return sum;
  }
};

struct async_right_copies : service {
  std::vector<std::function<void()>> later;
  int mail_to(const std::optional<user> &to, std::string_view body) override {
    if (!to)
      return not_found;
    later.push_back([name = to->name, text = std::string(body)] { log_line(name + text); });
    return ok;
  }
};

struct async_right_coroutine : service {
  static detached send(std::string text) {
    co_await std::suspend_always{};
    log_line(text);
  }
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    send(std::string(name));
    return ok;
  }
};

struct async_right_packaged : service {
  int tally(std::span<const int> numbers) override {
    std::packaged_task<int()> task([numbers] { return std::reduce(numbers.begin(), numbers.end()); });
    std::future<int> result = task.get_future();
    std::jthread worker(std::move(task));
    return result.get();
  }
};

struct pool_right : service {
  struct pool {
    std::vector<std::unique_ptr<entry[]>> blocks;
    entry *take() {
      blocks.push_back(std::make_unique<entry[]>(1));
      return blocks.back().get();
    }
  };
  pool scratch;
  int add_entry(const entry *e) override {
    entry *mine = scratch.take();
    mine->count = e->count;
    return ok;
  }
};

template <class Derived> struct logged : service {
  int compare(const entry *a, const entry *b) override {
    log_line("compare");
    return b ? static_cast<Derived *>(this)->compared(*a, *b) : -1;
  }
};
struct crtp_right : logged<crtp_right> {
  int compared(const entry &a, const entry &b) { return a.count == b.count; }
};

template <class T> struct cached : service {
  std::map<std::string, T> cache;
  int set_value(const char *name, const value_entry *v) override {
    if constexpr (std::is_same_v<T, unsigned>) {
      if (v)
        cache[name] = v->type;
    } else {
      if (v && v->name)
        cache[name] = T(v->name);
    }
    return ok;
  }
};
template struct cached<unsigned>;
template struct cached<std::string>;

struct visitor_right : service {
  template <class F> static void each(const key_node *n, F &&f) {
    for (; n; n = n->sibling)
      f(*n);
  }
  int count_keys(const key_node *root) override {
    int n = 0;
    each(root, [&n](const key_node &k) { n += k.name != nullptr; });
    return n;
  }
};

struct iterator_right : service {
  struct range {
    const key_node *first;
    struct iterator {
      const key_node *at;
      const key_node &operator*() const { return *at; }
      iterator &operator++() {
        at = at->sibling;
        return *this;
      }
      bool operator!=(const iterator &other) const { return at != other.at; }
    };
    iterator begin() const { return {first}; }
    iterator end() const { return {nullptr}; }
  };
  int count_keys(const key_node *root) override {
    int n = 0;
    for (const key_node &k : range{root})
      n += k.child != nullptr;
    return n;
  }
};

struct function_right : service {
  int count_keys(const key_node *root) override {
    std::function<int(const key_node *)> count = [&](const key_node *n) {
      return n ? 1 + count(n->child) + count(n->sibling) : 0;
    };
    return count(root);
  }
};

struct explicit_this_right : service {
  int count_keys(const key_node *root) override {
    auto count = [](auto &self, const key_node *n) -> int {
      if (!n)
        return 0;
      return 1 + self(self, n->child) + self(self, n->sibling);
    };
    return count(count, root);
  }
};

struct unique_list_right : service {
  struct free_stub {
    void operator()(void *p) const { rpc::free(p); }
  };
  int get_value(const char *name, value_entry **v) override {
    std::unique_ptr<value_entry, free_stub> made(rpc::allocate<value_entry>());
    made->name = text_of(name);
    if (!may_proceed())
      return invalid;
    *v = made.release();
    return ok;
  }
};

struct inout_ptr_right : service {
  static bool make(value_entry *&v) {
    v = rpc::allocate<value_entry>();
    return v != nullptr;
  }
  int get_value(const char *, value_entry **v) override {
    value_entry *made = nullptr;
    if (!make(made))
      return invalid;
    *v = made;
    return ok;
  }
};

struct builder_right : service {
  class builder {
  public:
    explicit builder(entry **to) : link(to) {}
    entry &add(std::string_view name) {
      *link = rpc::allocate<entry>();
      entry &e = **link;
      e.dn = text_of(name);
      link = &e.next;
      return e;
    }

  private:
    entry **link;
  };
  int search(const char *, const scope *, entry **found) override {
    builder b(found);
    b.add("cn=a").count = 0;
    b.add("cn=b");
    return ok;
  }
};

struct transform_right_ranges : service {
  std::vector<std::string> names;
  int search(const char *base, const scope *, entry **found) override {
    entry **at = found;
    for (const std::string &name : names | std::views::filter([&](const std::string &n) { return n.ends_with(base); })) {
      *at = rpc::allocate<entry>();
      (*at)->dn = text_of(name);
      at = &(*at)->next;
    }
    *at = nullptr;
    return ok;
  }
};

struct transform_right_span : service {
  void transform(unsigned n, unsigned char *data) override {
    const std::span bytes(data, n);
    std::ranges::transform(bytes, bytes.begin(), [](unsigned char c) { return static_cast<unsigned char>(~c); });
    std::ranges::reverse(bytes);
  }
};

struct print_right_string : service {
  std::string last;
  int print(unsigned n, const unsigned char *data, const job *) override {
    last = std::string(reinterpret_cast<const char *>(data), n);
    return last.empty() ? invalid : ok;
  }
};

struct print_right_view : service {
  int print(unsigned n, const unsigned char *data, const job *j) override {
    const std::string_view text(reinterpret_cast<const char *>(data), n);
    if (text.starts_with("%PDF"))
      return 1;
    return text.find('\0') != text.npos || !j ? invalid : ok;
  }
};

struct status_right_tie : service {
  static std::tuple<unsigned, bool> state(unsigned i) { return {i, i > 2}; }
  void status(unsigned n, unsigned *list) override {
    for (unsigned i = 0; i < n; ++i) {
      auto [number, busy] = state(i);
      list[i] = busy ? number : 0;
    }
  }
};

struct status_right_fill : service {
  void status(unsigned n, unsigned *list) override {
    std::fill_n(list, n, 0u);
    std::generate(list, list + n, [i = 0u]() mutable { return i++; });
  }
};

struct stat_right_catch : service {
  int stat(const char *path, stat_info **info) override try {
    *info = rpc::allocate<stat_info>();
    (*info)->size = static_cast<unsigned>(std::stoul(path));
    return ok;
  } catch (const std::exception &) {
    *info = nullptr;
    return invalid;
  }
};

struct stat_right_nothrow : service {
  int stat(const char *path, stat_info **info) override {
    std::unique_ptr<char[]> buffer(new (std::nothrow) char[256]);
    if (!buffer)
      return invalid;
    std::snprintf(buffer.get(), 256, "%s", path);
    *info = rpc::allocate<stat_info>();
    (*info)->owner = text_of(buffer.get());
    return ok;
  }
};

struct open_right_shared : service {
  std::map<std::string, unsigned> opened;
  int open(const char *path, file *f) override {
    auto made = std::make_unique<open_file>();
    scope_exit count([&] { ++opened[path]; });
    made->path = path;
    if (!made->cache.empty()) {
      count.dismiss();
      return invalid;
    }
    *f = made.release();
    return ok;
  }
};

struct close_right_swap : service {
  void close(file *f) override {
    open_file *ended = nullptr;
    std::swap(ended, *f);
    if (ended && ended->writable)
      ended->write(ended->cache);
    delete ended;
  }
};

struct modify_right_binding : service {
  int modify(entry *e) override {
    auto &[dn, count, attributes, next] = *e;
    for (unsigned i = 0; i < count; ++i)
      if (auto &[type, value] = attributes[i]; !type)
        type = text_of("cn");
    return dn && next ? ok : invalid;
  }
};

struct variant_right : service {
  using request = std::variant<std::monostate, const value_entry *>;
  int set_value(const char *, const value_entry *v) override {
    request r;
    if (v)
      r = v;
    if (const auto *given = std::get_if<const value_entry *>(&r))
      return static_cast<int>((*given)->type);
    return invalid;
  }
};

struct all_of_right : service {
  int compare(const entry *a, const entry *b) override {
    const std::array both = {a, b};
    if (!std::ranges::all_of(both, [](const entry *e) { return e != nullptr; }))
      return -1;
    return both[0]->count == both[1]->count;
  }
};

struct initializer_right : service {
  int compare(const entry *a, const entry *b) override {
    int n = 0;
    for (const entry *e : {a, b})
      if (e)
        n += static_cast<int>(e->count);
    return n;
  }
};

struct early_right_table : service {
  using handler = int (*)(const value_entry &);
  int set_value(const char *, const value_entry *v) override {
    static constexpr handler table[] = {[](const value_entry &e) { return static_cast<int>(e.size); },
                                        [](const value_entry &) { return 0; }};
    if (v == nullptr || v->type >= std::size(table))
      return invalid;
    return table[v->type](*v);
  }
};

struct memory_scope_right : service {
  static inline std::string log;
  int add_entry(const entry *e) override {
    std::string line;
    for (const entry *at = e; at; at = at->next) {
      line += at->dn ? std::string_view(at->dn) : std::string_view("?");
      line += ',';
    }
    log.swap(line);
    return ok;
  }
};

struct value_initialized : service {
  int get_value(const char *name, value_entry **v) override {
    value_entry *made = static_cast<value_entry *>(rpc::allocate(sizeof(value_entry)));
    *made = value_entry();
    made->name = text_of(name);
    *v = made;
    return ok;
  }
};

} // namespace services
