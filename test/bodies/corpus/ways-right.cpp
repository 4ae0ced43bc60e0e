// RUN: %bodies -Wno-unused-variable %s
// expected-no-diagnostics
// Tests, lists and owners in ways that are right, and not simple.
#include "Inputs/services.h"

char *text_of(std::string_view from) {
  char *to = rpc::allocate_array<char>(from.size() + 1);
  std::ranges::copy(from, to);
  return to;
}
bool is_valid(const services::value_entry *v);
int check_entry(const services::entry *e);
template <class T> T *allocate_zeroed(std::size_t n = 1) {
  T *made = static_cast<T *>(rpc::allocate(n * sizeof(T)));
  std::memset(static_cast<void *>(made), 0, n * sizeof(T));
  return made;
}
#define ALLOC(T) static_cast<T *>(rpc::allocate(sizeof(T)))
#define ZERO(p) std::memset((p), 0, sizeof *(p))
#define LIST_FOR_EACH(p, head) for (auto *p = (head); p; p = p->next)
#define GUARD(c, status) if (!(c)) { result = (status); goto cleanup; }

namespace services {
constexpr int ok = 0, invalid = 87, not_found = 2;
enum class error { none, missing, bad };

struct validated_with_all_of : service {  // all_of over a vector of owners
  int audit_all(const std::vector<group> &all) override {
    if (!std::ranges::all_of(all, [](const group &g) { return g.owner != nullptr; }))
      return invalid;
    int n = 0;
    for (const group &g : all)
      n += static_cast<int>(g.owner->name.size());
    return n;
  }
};
struct validated_in_a_loop : service {
  int audit_all(const std::vector<group> &all) override {
    for (const group &g : all)
      if (!g.owner)
        return invalid;
    int n = 0;
    for (const group &g : all)
      n += static_cast<int>(g.owner->name.size());
    return n;
  }
};
struct filtered_view : service {
  int audit_all(const std::vector<group> &all) override {
    int n = 0;
    for (const user &u : all | std::views::filter([](const group &g) { return g.deputy != nullptr; }) |
                             std::views::transform([](const group &g) -> const user & { return *g.deputy; }))
      n += static_cast<int>(u.groups.size());
    return n;
  }
};
struct erased_without : service {
  int import(std::vector<user> users) override {
    std::erase_if(users, [](const user &u) { return !u.mail; });
    int n = 0;
    for (const user &u : users)
      n += static_cast<int>(u.mail->size());
    return n;
  }
};
struct partitioned : service {
  int import(std::vector<user> users) override {
    auto end = std::partition(users.begin(), users.end(), [](const user &u) { return u.mail.has_value(); });
    int n = 0;
    for (auto at = users.begin(); at != end; ++at)
      n += static_cast<int>(at->mail->size());
    return n;
  }
};
struct found_with : service {
  int import(std::vector<user> users) override {
    const auto at = std::ranges::find_if(users, [](const user &u) { return u.mail.has_value(); });
    return at != users.end() ? static_cast<int>(at->mail->size()) : not_found;
  }
};
struct status_enum : service {
  static error check(const value_entry *v) {
    if (!v)
      return error::missing;
    if (!v->name || !v->data)
      return error::bad;
    return error::none;
  }
  int set_value(const char *, const value_entry *v) override {
    if (const error e = check(v); e != error::none)
      return static_cast<int>(e);
    log_line(v->name);
    return v->data[0];
  }
};
struct parsed_into_outputs : service {
  static bool parse(const value_entry *v, unsigned &type, const char *&name) {
    if (v == nullptr || v->name == nullptr)
      return false;
    type = v->type;
    name = v->name;
    return true;
  }
  int set_value(const char *, const value_entry *v) override {
    unsigned type;
    const char *name = nullptr;
    if (!parse(v, type, name))
      return invalid;
    log_value(v->size + type + static_cast<unsigned>(std::strlen(v->name)));
    return ok;
  }
};
struct context_object : service {
  struct context {
    const value_entry *v;
    bool good;
    explicit context(const value_entry *v) : v(v), good(v != nullptr && v->name != nullptr) {}
    explicit operator bool() const { return good; }
  };
  int set_value(const char *, const value_entry *v) override {
    context c(v);
    if (!c)
      return invalid;
    log_line(c.v->name);
    return static_cast<int>(c.v->type);
  }
};
struct checked_class : service {
  class checked_entry {
  public:
    static std::optional<checked_entry> from(const value_entry *v) {
      if (!v)
        return std::nullopt;
      return checked_entry(*v);
    }
    unsigned type() const { return v->type; }
  private:
    explicit checked_entry(const value_entry &v) : v(&v) {}
    const value_entry *v;
  };
  int set_value(const char *, const value_entry *v) override {
    auto c = checked_entry::from(v);
    return c ? static_cast<int>(c->type()) : invalid;
  }
};
struct checked_elsewhere : service {
  int set_value(const char *, const value_entry *v) override {
    if (!is_valid(v))
      return invalid;
    return static_cast<int>(v->type);
  }
};
struct status_of_another : service {
  int compare(const entry *a, const entry *b) override {
    if (int status = check_entry(b))
      return status;
    return static_cast<int>(b->count + a->count);
  }
};
struct goto_cleanup : service {
  int search(const char *base, const scope *s, entry **found) override {
    int result = ok;
    entry *e = nullptr;
    *found = nullptr;
    GUARD(base[0] != 0, invalid);
    GUARD(s, invalid);
    e = allocate_zeroed<entry>();
    GUARD(s->filter, not_found);
    e->dn = text_of(s->filter);
    *found = e;
    e = nullptr;
  cleanup:
    if (e)
      rpc::free(e);
    return result;
  }
};
struct zeroed_by_macro : service {
  int search(const char *, const scope *, entry **found) override {
    entry *e = ALLOC(entry);
    ZERO(e);
    *found = e;
    e->dn = text_of("x");
    return ok;
  }
};
struct linked_in_a_vector : service {
  int search(const char *base, const scope *s, entry **found) override {
    std::vector<entry *> made;
    for (int i = 0; i < 3; ++i) {
      made.push_back(rpc::allocate<entry>());
      made.back()->dn = text_of(base);
    }
    for (std::size_t i = 0; i + 1 < made.size(); ++i)
      made[i]->next = made[i + 1];
    *found = made.empty() ? nullptr : made.front();
    return s ? ok : not_found;
  }
};
struct for_each_macro : service {
  int add_entry(const entry *e) override {
    int n = 0;
    LIST_FOR_EACH(at, e)
      n += at->dn != nullptr;
    return n;
  }
};
struct slow_and_fast : service {
  int add_entry(const entry *e) override {
    const entry *slow = e, *fast = e;
    while (fast && fast->next) {
      slow = slow->next;
      fast = fast->next->next;
      if (slow == fast)
        return invalid;
    }
    return ok;
  }
};
struct previous_of_walk : service {
  int add_entry(const entry *e) override {
    const entry *prev = nullptr;
    for (const entry *at = e; at; prev = at, at = at->next)
      if (prev && prev->dn && at->dn && std::strcmp(prev->dn, at->dn) > 0)
        return invalid;
    return prev->count;
  }
};
struct appended_by_link : service {
  void cancel(job *first) override {
    job **at = &first->next;
    while (*at)
      at = &(*at)->next;
    *at = rpc::allocate<job>();
  }
};
struct appended_after_break : service {
  void cancel(job *first) override {
    job *j = first;
    for (;;) {
      j->pages += 1;
      if (!j->next)
        break;
      j = j->next;
    }
    j->next = allocate_zeroed<job>();
  }
};
struct appended_to_last : service {
  void cancel(job *first) override {
    job *last = nullptr;
    for (job *j = first; j; j = j->next)
      last = j;
    last->next = rpc::allocate<job>();
  }
};
struct last_by_helper : service {
  static job *last_of(job *j) {
    while (j->next)
      j = j->next;
    return j;
  }
  void cancel(job *first) override { last_of(first)->next = rpc::allocate<job>(); }
};
struct last_by_recursion : service {
  static job *last_of(job *j) { return j->next ? last_of(j->next) : j; }
  void cancel(job *first) override {
    job *last = last_of(first);
    last->next = rpc::allocate<job>();
  }
};
struct appended_or_first : service {
  void reorder(job **first) override {
    if (*first == nullptr) {
      *first = rpc::allocate<job>();
      return;
    }
    job *at = *first;
    while (at->next)
      at = at->next;
    at->next = rpc::allocate<job>();
  }
};
struct appended_at_top : service {
  void reorder(job **first) override {
    job **at = first;
    while (*at)
      at = &(*at)->next;
    *at = rpc::allocate<job>();
    (*at)->id = 7;
  }
};
struct grown_array : service {
  int modify(entry *e) override {
    attribute *more = rpc::allocate_array<attribute>(e->count + 1);
    for (unsigned i = 0; i < e->count; ++i)
      more[i] = e->attributes[i];
    more[e->count].type = text_of("cn");
    e->attributes = more;
    e->count += 1;
    return ok;
  }
};
struct text_pool : service {
  int modify(entry *e) override {
    char *pool = rpc::allocate_array<char>(64);
    std::strcpy(pool, "cn");
    e->dn = pool;
    if (e->count && e->attributes) {
      e->attributes[0].type = pool + 3;
      e->attributes[0].value = pool + 8;
    }
    return ok;
  }
};
struct swapped_outputs : service {
  int referral(unsigned n, entry **first, entry **second) override {
    entry *a = rpc::allocate<entry>(), *b = rpc::allocate<entry>();
    if (n & 1)
      std::swap(a, b);
    *first = a;
    *second = b;
    return ok;
  }
};
struct chosen_output : service {
  int referral(unsigned n, entry **first, entry **second) override {
    entry **to = n ? first : second;
    *to = rpc::allocate<entry>();
    (*to)->dn = text_of("x");
    return ok;
  }
};
struct outputs_by_helper : service {
  static void set(entry **to, const char *dn) {
    *to = rpc::allocate<entry>();
    (*to)->dn = text_of(dn);
  }
  int referral(unsigned, entry **first, entry **second) override {
    set(first, "a");
    set(second, "b");
    return ok;
  }
};
struct size_in_init : service {
  int tally(std::span<const int> numbers) override {
    if (const auto n = numbers.size(); n >= 1)
      return numbers[0] + numbers[n - 1];
    return 0;
  }
};
struct asserted_iterators : service {
  int tally(std::span<const int> numbers) override {
    assert(!numbers.empty());
    if (numbers.begin() == numbers.end())
      return 0;
    return *numbers.begin();
  }
};
struct sorted_copy : service {
  int average(const std::vector<int> &numbers) override {
    auto sorted = numbers;
    std::ranges::sort(sorted);
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted.size() ? sorted[sorted.size() / 2] : 0;
  }
};
struct emptied_late : service {
  int average(const std::vector<int> &numbers) override {
    int sum = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i)
      sum += numbers[i];
    return numbers.empty() ? 0 : sum / static_cast<int>(numbers.size());
  }
};
struct switch_over_size : service {
  int average(const std::vector<int> &numbers) override {
    switch (numbers.size()) {
    case 0: return 0;
    case 1: return numbers[0];
    default: return (numbers.front() + numbers.back()) / 2;
    }
  }
};
struct shortened_view : service {
  std::string last;
  int log_in(std::string_view name, const std::optional<std::string> &password) override {
    const std::string_view rest = name.starts_with('@') ? name.substr(1) : name;
    last.assign(rest.data(), rest.size());
    return password ? ok : invalid;
  }
};
struct emplaced_or_found : service {
  std::map<std::string, std::string, std::less<>> values;
  int log_in(std::string_view name, const std::optional<std::string> &password) override {
    auto at = values.find(name);
    if (at == values.end())
      at = values.emplace(std::string(name), password ? *password : std::string()).first;
    return static_cast<int>(at->second.size());
  }
};
struct callback_with_copy : service {
  std::function<void(std::string)> on_login;
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    if (on_login)
      on_login(std::string(name));
    return ok;
  }
};
struct queued_copy : service {
  std::vector<std::string> queue;
  std::mutex lock;
  int log_in(std::string_view name, const std::optional<std::string> &password) override {
    std::string copy(name);
    {
      std::scoped_lock hold(lock);
      queue.push_back(std::move(copy));
    }
    return password ? ok : invalid;
  }
};
struct joined_thread : service {
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    std::thread worker([&] { log_line(name); });
    worker.join();
    return ok;
  }
};
struct promise_and_join : service {
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    std::promise<void> done;
    std::thread worker([&] {
      log_line(name);
      done.set_value();
    });
    done.get_future().wait();
    worker.join();
    return ok;
  }
};
struct joined_by_guard : service {
  struct joiner {
    std::thread &t;
    ~joiner() {
      if (t.joinable())
        t.join();
    }
  };
  int log_in(std::string_view name, const std::optional<std::string> &) override {
    std::thread worker([name] { log_line(name); });
    joiner wait{worker};
    return ok;
  }
};
struct futures_got : service {
  int tally(std::span<const int> numbers) override {
    std::vector<std::future<int>> parts;
    for (int n : numbers)
      parts.push_back(std::async([n, numbers] { return n + numbers.front(); }));
    int sum = 0;
    for (auto &p : parts)
      sum += p.get();
    return sum;
  }
};
struct array_of_structs : service {
  int set_value(const char *name, const value_entry *v) override {
    struct { const char *n; const value_entry *e; } const pending[] = {{name, v}, {nullptr, nullptr}};
    for (const auto *p = pending; p->n; ++p)
      if (p->e)
        log_value(p->e->type);
    return ok;
  }
};
struct call_once_counter : service {
  static inline std::atomic<unsigned> calls{0};
  unsigned submit(const job *j) override {
    static std::once_flag once;
    std::call_once(once, [] { log_line("first"); });
    return ++calls + j->pages;
  }
};
struct copied_structure : service {
  unsigned submit(const job *j) override {
    job copy = *j;
    copy.next = nullptr;
    copy.pages *= 2;
    const job *at = &copy;
    return at->pages;
  }
};
struct own_list : service {
  std::list<job> owned;
  unsigned submit(const job *j) override {
    owned.push_back(*j);
    job &mine = owned.back();
    mine.document = nullptr;
    mine.user = nullptr;
    mine.next = nullptr;
    return mine.id;
  }
};
struct copied_from_unique : service {
  int stat(const char *path, stat_info **info) override {
    auto made = std::make_unique<stat_info>();
    made->size = static_cast<unsigned>(std::strlen(path));
    *info = rpc::allocate<stat_info>();
    **info = *made;
    return ok;
  }
};
struct copied_by_memcpy : service {
  int stat(const char *path, stat_info **info) override {
    stat_info local = {};
    local.owner = text_of(path);
    *info = static_cast<stat_info *>(rpc::allocate(sizeof local));
    std::memcpy(*info, &local, sizeof local);
    return ok;
  }
};
struct deleted_before_return : service {
  int open(const char *path, file *f) override {
    *f = nullptr;
    open_file *made = new (std::nothrow) open_file;
    if (!made)
      return invalid;
    made->path = path;
    if (made->path == "/") {
      delete made;
      return not_found;
    }
    *f = made;
    return ok;
  }
};
struct owned_by_map : service {
  std::map<open_file *, std::unique_ptr<open_file>> files;
  int open(const char *path, file *f) override {
    auto made = std::make_unique<open_file>();
    made->path = path;
    *f = made.get();
    files.emplace(made.get(), std::move(made));
    return ok;
  }
  void close(file *f) override {
    files.erase(*f);
    *f = nullptr;
  }
};
struct ended_in_init : service {
  void close(file *f) override {
    if (open_file *ended = std::exchange(*f, nullptr); ended != nullptr) {
      ended->cache.clear();
      delete ended;
    }
  }
};
struct ended_or_opened : service {
  int reopen(file *f, unsigned mode) override {
    if (mode == 0) {
      delete *f;
      *f = nullptr;
      return ok;
    }
    if (!*f)
      *f = new open_file;
    auto &opened = **f;
    opened.writable = mode == 2;
    return ok;
  }
};
struct length_while_reading : service {
  int read(file f, unsigned count, unsigned *used, unsigned char *data) override {
    *used = 0;
    for (unsigned char byte : f->cache) {
      if (*used == count)
        break;
      data[(*used)++] = byte;
    }
    return ok;
  }
};
struct length_checked : service {
  int query_value(const char *, unsigned *type, unsigned capacity, unsigned *used, unsigned char *data) override {
    static constexpr unsigned char value[] = {1, 2, 3, 4};
    *type = 3;
    *used = 0;
    if (capacity < sizeof value)
      return 234;
    std::memcpy(data, value, sizeof value);
    *used = sizeof value;
    return ok;
  }
};
struct sorted_bytes : service {
  void compact(unsigned *n, unsigned char *data) override {
    if (*n == 0)
      return;
    std::sort(data, data + *n);
    const unsigned char first = data[0];
    std::replace(data, data + *n, first, static_cast<unsigned char>(0));
  }
};
struct copy_and_reverse : service {
  void normalize(char *path) override {
    const std::size_t n = std::strlen(path);
    char *copy = static_cast<char *>(std::malloc(n + 1));
    if (!copy)
      return;
    std::strcpy(copy, path);
    for (std::size_t i = 0; i < n; ++i)
      path[i] = copy[n - 1 - i];
    std::free(copy);
  }
};
struct stack_of_nodes : service {
  void edit_tree(key_node *root) override {
    std::vector<key_node *> todo{root};
    while (!todo.empty()) {
      key_node *n = todo.back();
      todo.pop_back();
      if (!n->name)
        n->name = text_of("(unnamed)");
      for (key_node *next : {n->child, n->sibling})
        if (next)
          todo.push_back(next);
    }
  }
};
struct updated_members : service {
  void update(group &g) override {
    std::ranges::sort(g.members, {}, &user::name);
    if (g.deputy)
      std::swap(*g.deputy, g.members.emplace_back());
    g.deputy.reset();
    g.owner = nullptr;
  }
};
struct updated_by_share : service {
  void update(group &g) override {
    if (auto owner = g.owner) {
      owner->groups.clear();
      g.members.insert(g.members.begin(), *owner);
    }
  }
};
struct defaults_by_ternary : service {
  int mail_to(const std::optional<user> &to, std::string_view) override {
    const auto &name = to ? to->name : std::string();
    const auto groups = to.value_or(user{}).groups;
    return static_cast<int>(name.size() + groups.size());
  }
};
struct sure_or_throw : service {
  static const user &sure(const std::optional<user> &u) {
    if (!u)
      throw rpc::error(rpc::status::call_failed);
    return *u;
  }
  int mail_to(const std::optional<user> &to, std::string_view) override { return static_cast<int>(sure(to).groups.size()); }
};
struct value_or_catch : service {
  int mail_to(const std::optional<user> &to, std::string_view) override {
    try {
      return static_cast<int>(to.value().groups.size());
    } catch (const std::bad_optional_access &) {
      return not_found;
    }
  }
};
struct swapped_in_bounds : service {
  int tune(unsigned slot, int value) override {
    constexpr unsigned most = 32;
    static int table[most];
    if (slot < most) [[likely]] {
      std::swap(table[slot], value);
      return value;
    }
    return 0;
  }
};
struct bounds_by_helper : service {
  int table[32] = {};
  static bool in_bounds(unsigned i) { return i < 32; }
  int tune(unsigned slot, int value) override {
    if (!in_bounds(slot))
      return invalid;
    return table[slot] = value;
  }
};
struct resized_first : service {
  std::vector<int> table;
  int tune(unsigned slot, int value) override {
    if (slot > 1000)
      return invalid;
    if (slot >= table.size())
      table.resize(slot + 1);
    table[slot] = value;
    return ok;
  }
};
struct narrow_index : service {
  int table[32] = {};
  int tune(unsigned slot, int value) override {
    const std::uint8_t low = static_cast<std::uint8_t>(slot) >> 3;
    table[low] = value;
    return table[slot >> 27];
  }
};
struct clamped : service {
  void pages(unsigned count, unsigned **list) override {
    const unsigned n = std::clamp(count, 1u, 100u);
    *list = rpc::allocate_array<unsigned>(std::max(n, count <= 100 ? count : 100u));
    for (unsigned i = 0; i < n; ++i)
      (*list)[i] = i;
  }
};
struct cases_of_count : service {
  void pages(unsigned count, unsigned **list) override {
    switch (count) {
    case 1: case 2: case 4:
      *list = rpc::allocate_array<unsigned>(count);
      break;
    default:
      throw rpc::error(rpc::status::call_failed);
    }
  }
};
struct made_by_lambda : service {
  int printer_info(unsigned which, printer **p) override {
    auto made = [&](unsigned id) {
      job *j = rpc::allocate<job>();
      j->id = id;
      return j;
    };
    printer *out = static_cast<printer *>(rpc::allocate(sizeof(printer)));
    *out = printer{made(which), nullptr, nullptr};
    *p = out;
    return ok;
  }
};
struct set_on_two_ways : service {
  int printer_info(unsigned which, printer **p) override {
    printer *out = rpc::allocate<printer>();
    if (which == 0)
      out->current = rpc::allocate<job>();
    else if (which == 1) {
      job *j = rpc::allocate<job>();
      j->id = 1;
      out->current = j;
    } else {
      return not_found;
    }
    *p = out;
    return ok;
  }
};
struct released_on_failure : service {
  int get_value(const char *, value_entry **v) override {
    value_entry *made = ALLOC(value_entry);
    made->name = nullptr;
    made->data = nullptr;
    made->size = made->type = 0;
    if (!may_proceed()) {
      rpc::free(made);
      return invalid;
    }
    *v = made;
    return ok;
  }
};
struct nulled_on_failure : service {
  int get_value(const char *, value_entry **v) override {
    *v = ALLOC(value_entry);
    if (!may_proceed()) {
      rpc::free(*v);
      *v = nullptr;
      return invalid;
    }
    **v = {};
    return ok;
  }
};
} // namespace services
