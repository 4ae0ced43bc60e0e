// RUN: %bodies -Wno-unused-variable %s
// expected-no-diagnostics
// What servers written as in C do right: status codes, goto, macros, lists.
#include "Inputs/services.h"

char *copy_text(const char *from) {
  const std::size_t n = std::strlen(from) + 1;
  char *to = rpc::allocate_array<char>(n);
  std::memcpy(to, from, n);
  return to;
}

namespace services {

constexpr int ok = 0, invalid = 87, no_memory = 8, more_data = 234, not_found = 2;
#define RETURN_IF_NULL(p) do { if (!(p)) return invalid; } while (0)
#define RETURN_IF_FAILED(e) do { const int status_ = (e); if (status_ != ok) return status_; } while (0)
#define CHECK(c) if (!(c)) throw rpc::error(rpc::status::call_failed)
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

struct query_right_goto : service {
  std::map<std::string, std::vector<unsigned char>> store;
  int query_value(const char *name, unsigned *type, unsigned capacity, unsigned *used, unsigned char *data) override {
    int result = ok;
    auto found = store.find(name);
    *used = 0;
    if (found == store.end()) {
      result = not_found;
      goto done;
    }
    if (found->second.size() > capacity) {
      result = more_data;
      goto done;
    }
    *type = 3;
    std::copy(found->second.begin(), found->second.end(), data);
    *used = static_cast<unsigned>(found->second.size());
  done:
    return result;
  }
};

struct query_right_min : service {
  unsigned char text[64];
  int query_value(const char *, unsigned *type, unsigned capacity, unsigned *used, unsigned char *data) override {
    const unsigned n = capacity < sizeof text ? capacity : sizeof text;
    std::memcpy(data, text, n);
    *type = 1;
    *used = n;
    return ok;
  }
};

struct set_right_macro : service {
  std::map<std::string, std::vector<unsigned char>> store;
  int set_value(const char *name, const value_entry *v) override {
    RETURN_IF_NULL(v);
    RETURN_IF_NULL(v->data);
    store[name].assign(v->data, v->data + v->size);
    return ok;
  }
};

struct set_right_helper_status : service {
  static int validate(const value_entry *v) {
    if (v == nullptr)
      return invalid;
    return v->size > 65536 ? invalid : ok;
  }
  int set_value(const char *, const value_entry *v) override {
    RETURN_IF_FAILED(validate(v));
    log_value(v->size);
    return ok;
  }
};

struct set_right_assert : service {
  int set_value(const char *name, const value_entry *v) override {
    if (std::strcmp(name, "") == 0)
      return invalid;
    if (!v) [[unlikely]]
      return invalid;
    switch (v->type) {
    case 1:
      if (v->name)
        log_line(v->name);
      break;
    case 2:
      for (unsigned i = 0; i < v->size; ++i)
        log_value(v->data[i]);
      break;
    default:
      return invalid;
    }
    return ok;
  }
};

struct get_right_new_block : service {
  int get_value(const char *name, value_entry **v) override {
    value_entry *made = rpc::allocate<value_entry>();
    made->name = copy_text(name);
    made->type = 4;
    made->size = sizeof(unsigned);
    made->data = rpc::allocate_array<unsigned char>(sizeof(unsigned));
    *v = made;
    return ok;
  }
};

struct get_right_raw : service {
  int get_value(const char *name, value_entry **v) override {
    auto *made = static_cast<value_entry *>(midl_user_allocate(sizeof(value_entry)));
    if (!made)
      return no_memory;
    std::memset(made, 0, sizeof *made);
    *v = made;
    if (*name == 0)
      return invalid;
    made->type = 1;
    return ok;
  }
};

struct get_right_assigned : service {
  int get_value(const char *, value_entry **v) override {
    auto *made = static_cast<value_entry *>(rpc::allocate(sizeof(value_entry)));
    *made = value_entry{};
    made->type = 1;
    *v = made;
    return ok;
  }
};

struct get_right_designated : service {
  int get_value(const char *name, value_entry **v) override {
    auto *made = static_cast<value_entry *>(rpc::allocate(sizeof(value_entry)));
    *made = {.name = copy_text(name), .type = 2, .size = 0, .data = nullptr};
    *v = made;
    return ok;
  }
};

struct get_right_placement : service {
  int get_value(const char *name, value_entry **v) override {
    auto *made = new (rpc::allocate(sizeof(value_entry))) value_entry{};
    made->name = copy_text(name);
    *v = made;
    return ok;
  }
};

struct load_right_switch : service {
  int load_value(unsigned type, value_entry *v) override {
    v->type = type;
    switch (type) {
    case 1:
      v->size = 4;
      v->data = rpc::allocate_array<unsigned char>(4);
      [[fallthrough]];
    case 2:
      v->name = copy_text("number");
      return ok;
    case 3: {
      static const unsigned char table[] = {1, 2, 3};
      v->size = ARRAY_SIZE(table);
      v->data = rpc::allocate_array<unsigned char>(v->size);
      std::memcpy(v->data, table, v->size);
      return ok;
    }
    default:
      return invalid;
    }
  }
};

struct tree_right_recursion : service {
  key_node *make(unsigned depth) {
    if (depth == 0)
      return nullptr;
    key_node *made = rpc::allocate<key_node>();
    made->name = copy_text("key");
    made->child = make(depth - 1);
    made->sibling = make(depth - 1);
    return made;
  }
  void key_tree(unsigned depth, key_node **root) override {
    if (depth <= 8)
      *root = make(depth);
  }
};

struct tree_right_levels : service {
  void key_tree(unsigned depth, key_node **root) override {
    key_node **at = root;
    for (unsigned i = 0; i < depth && i < 10; ++i) {
      *at = rpc::allocate<key_node>();
      (*at)->name = copy_text("k");
      at = i % 2 ? &(*at)->child : &(*at)->sibling;
    }
  }
};

struct tree_right_nested : service {
  void key_tree(unsigned depth, key_node **root) override {
    key_node *top = rpc::allocate<key_node>();
    top->name = copy_text("");
    key_node **row = &top->child;
    for (unsigned r = 0; r < 4; ++r) {
      *row = rpc::allocate<key_node>();
      (*row)->name = copy_text("row");
      key_node **column = &(*row)->child;
      for (unsigned c = 0; c < 4; ++c) {
        *column = rpc::allocate<key_node>();
        (*column)->name = copy_text("column");
        column = &(*column)->sibling;
      }
      row = &(*row)->sibling;
    }
    *root = top;
  }
};

struct count_right_recursion : service {
  static int count(const key_node *n) { return n ? 1 + count(n->child) + count(n->sibling) : 0; }
  int count_keys(const key_node *root) override { return count(root); }
};

struct count_right_stack : service {
  int count_keys(const key_node *root) override {
    std::vector<const key_node *> todo;
    if (root)
      todo.push_back(root);
    int found = 0;
    while (!todo.empty()) {
      const key_node *n = todo.back();
      todo.pop_back();
      ++found;
      if (n->child)
        todo.push_back(n->child);
      if (n->sibling)
        todo.push_back(n->sibling);
    }
    return found;
  }
};

struct count_right_do : service {
  int count_keys(const key_node *root) override {
    if (root == nullptr)
      return 0;
    int n = 0;
    do {
      ++n;
      root = root->sibling;
    } while (root);
    return n;
  }
};

struct count_right_inline_while : service {
  int count_keys(const key_node *root) override {
    int n = 0;
    while (const key_node *at = root) {
      ++n;
      root = at->sibling;
      if (!at->name || at->name[0] == '\0')
        continue;
      log_line(at->name);
    }
    return n;
  }
};

struct edit_right_contents : service {
  void edit_tree(key_node *root) override {
    for (key_node *n = root; n; n = n->sibling)
      if (n->name)
        for (char *c = n->name; *c; ++c)
          *c = *c == '/' ? '\\' : *c;
  }
};

struct edit_right_append : service {
  void edit_tree(key_node *root) override {
    key_node *last = root;
    while (last->sibling != nullptr)
      last = last->sibling;
    key_node *more = rpc::allocate<key_node>();
    more->name = copy_text("new");
    last->sibling = more;
  }
};

struct edit_right_child : service {
  void edit_tree(key_node *root) override {
    if (!root->child) {
      root->child = rpc::allocate<key_node>();
      root->child->name = copy_text("default");
    }
  }
};

struct adjust_right_bytes : service {
  void adjust(value_entry *v) override {
    if (v->data == nullptr)
      return;
    for (unsigned i = 0, j = v->size; i + 1 < j; ++i)
      std::swap(v->data[i], v->data[--j]);
  }
};

struct adjust_right_new_array : service {
  void adjust(value_entry *v) override {
    if (v->size > 1024)
      return;
    unsigned char *more = rpc::allocate_array<unsigned char>(v->size + 1);
    if (v->data && v->size)
      std::memcpy(more, v->data, v->size);
    v->data = more;
    ++v->size;
  }
};

struct search_right_tail : service {
  std::vector<std::string> names;
  int search(const char *base, const scope *s, entry **found) override {
    const unsigned limit = s && s->limit ? std::min(s->limit, 1000u) : 1000;
    entry *head = nullptr, *tail = nullptr;
    unsigned n = 0;
    for (const std::string &name : names) {
      if (n++ == limit)
        break;
      if (name.rfind(base, 0) != 0)
        continue;
      entry *e = rpc::allocate<entry>();
      e->dn = copy_text(name.c_str());
      if (tail)
        tail->next = e;
      else
        head = e;
      tail = e;
    }
    *found = head;
    return head ? ok : not_found;
  }
};

struct search_right_push_front : service {
  int search(const char *, const scope *s, entry **found) override {
    *found = nullptr;
    if (s != nullptr && s->filter != nullptr && std::strlen(s->filter) > 100)
      return invalid;
    for (int i = 0; i < 10; ++i) {
      entry *e = static_cast<entry *>(rpc::allocate(sizeof(entry)));
      e->dn = copy_text("cn=x");
      e->count = 0;
      e->attributes = nullptr;
      e->next = *found;
      *found = e;
    }
    return ok;
  }
};

struct search_right_dummy_head : service {
  int search(const char *, const scope *, entry **found) override {
    entry dummy = {};
    entry *last = &dummy;
    for (int i = 0; i < 3; ++i) {
      last->next = rpc::allocate<entry>();
      last = last->next;
      last->dn = copy_text("ou=people");
    }
    *found = dummy.next;
    return ok;
  }
};

struct search_right_attributes : service {
  int search(const char *base, const scope *, entry **found) override {
    entry *e = rpc::allocate<entry>();
    e->count = 2;
    e->attributes = rpc::allocate_array<attribute>(2);
    for (unsigned i = 0; i < e->count; ++i) {
      attribute &a = e->attributes[i];
      a.type = copy_text(i ? "cn" : "dn");
      a.value = copy_text(base);
    }
    e->dn = copy_text(base);
    *found = e;
    return ok;
  }
};

struct search_right_outer : service {
  int search(const char *, const scope *s, entry **) override {
    unsigned least = 100;
    for (const scope *at = s; at; at = at->outer)
      if (at->limit && at->limit < least)
        least = at->limit;
    return static_cast<int>(least);
  }
};

struct search_right_pointer_default : service {
  int search(const char *, const scope *s, entry **found) override {
    static const scope everything = {100, 10, "*", nullptr};
    if (!s)
      s = &everything;
    *found = nullptr;
    return s->timeout > 5 && s->limit > 10 ? ok : invalid;
  }
};

struct search_right_status_variable : service {
  int search(const char *, const scope *s, entry **found) override {
    int status = ok;
    if (!s)
      status = invalid;
    if (status == ok && s->limit > 100)
      status = invalid;
    if (status == ok)
      *found = rpc::allocate<entry>();
    return status;
  }
};

struct compare_right_both : service {
  int compare(const entry *a, const entry *b) override {
    if (!b || !a->dn || !b->dn)
      return -1;
    return std::strcmp(a->dn, b->dn);
  }
};

struct compare_right_lambda_test : service {
  int compare(const entry *a, const entry *b) override {
    const auto has_name = [](const entry *e) { return e && e->dn; };
    if (!has_name(a) || !has_name(b))
      return -1;
    return std::strcmp(a->dn, b->dn);
  }
};

struct compare_right_ternary : service {
  int compare(const entry *a, const entry *b) override {
    const char *left = a->dn ? a->dn : "", *right = b && b->dn ? b->dn : "";
    return std::strcmp(left, right);
  }
};

struct compare_right_counts : service {
  int compare(const entry *a, const entry *b) override {
    const entry *other = b ? b : a;
    return static_cast<int>(a->count) - static_cast<int>(other->count);
  }
};

struct compare_right_zip : service {
  int compare(const entry *a, const entry *b) override {
    int same = 0;
    for (; a && b; a = a->next, b = b->next)
      same += a->count == b->count;
    return same;
  }
};

struct add_right_copy : service {
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> entries;
  int add_entry(const entry *e) override {
    if (!e->dn)
      return invalid;
    auto &stored = entries[e->dn];
    for (unsigned i = 0; i < e->count; ++i) {
      const attribute &a = e->attributes[i];
      if (a.type && a.value)
        stored.emplace_back(a.type, a.value);
    }
    return ok;
  }
};

struct add_right_strdup : service {
  char *last = nullptr;
  int add_entry(const entry *e) override {
    std::free(last);
    last = e->dn ? strdup(e->dn) : nullptr;
    return ok;
  }
};

struct add_right_own_list : service {
  struct own { std::string dn; own *next; };
  own *first = nullptr;
  int add_entry(const entry *e) override {
    own *made = new own{e->dn ? e->dn : "", first};
    first = made;
    if (first->next && first->next->dn == first->dn) {
      own *second = first->next;
      first->next = second->next;
      delete second;
    }
    return ok;
  }
};

struct modify_right_values : service {
  int modify(entry *e) override {
    if (e->count == 0 || e->attributes == nullptr)
      return invalid;
    attribute *first = &e->attributes[0];
    first->value = copy_text("changed");
    return ok;
  }
};

struct modify_right_swap_values : service {
  int modify(entry *e) override {
    if (e->count < 2)
      return invalid;
    std::swap(e->attributes[0].value, e->attributes[1].value);
    return ok;
  }
};

struct root_right : service {
  entry *root_entry() override {
    entry *e = rpc::allocate<entry>();
    e->dn = copy_text("dc=example");
    return e;
  }
};

struct root_right_null : service {
  bool loaded = false;
  entry *root_entry() override {
    if (!loaded)
      return nullptr;
    entry *e = static_cast<entry *>(rpc::allocate(sizeof *e));
    *e = {};
    return e;
  }
};

struct referral_right : service {
  int referral(unsigned n, entry **first, entry **second) override {
    entry **const results[] = {first, second};
    for (entry **r : results)
      *r = nullptr;
    if (n == 0)
      return not_found;
    *first = rpc::allocate<entry>();
    if (n > 1)
      *second = rpc::allocate<entry>();
    return ok;
  }
};

struct referral_right_moved : service {
  int referral(unsigned n, entry **first, entry **second) override {
    entry *made = rpc::allocate<entry>();
    (n ? *first : *second) = made;
    return ok;
  }
};

struct submit_right : service {
  struct queued { unsigned id; std::string document; };
  std::deque<queued> queue;
  unsigned last = 0;
  unsigned submit(const job *j) override {
    queue.push_back({++last, j->document ? j->document : "(none)"});
    return last;
  }
};

struct submit_right_snprintf : service {
  char line[128];
  unsigned submit(const job *j) override {
    const char *who = j->user;
    if (who == nullptr)
      who = "anonymous";
    std::snprintf(line, sizeof line, "%s printed %u pages", who, j->pages);
    return 0;
  }
};

struct submit_right_strncpy : service {
  char name[32];
  unsigned submit(const job *j) override {
    if (j->document) {
      std::strncpy(name, j->document, sizeof name - 1);
      name[sizeof name - 1] = '\0';
    }
    return 1;
  }
};

struct jobs_right_limit : service {
  void jobs(unsigned most, job **first) override {
    if (most > 64)
      most = 64;
    job **link = first;
    while (most-- > 0) {
      job *j = rpc::allocate<job>();
      j->id = most;
      j->document = copy_text("document");
      *link = j;
      link = &j->next;
    }
  }
};

struct jobs_right_array : service {
  void jobs(unsigned most, job **first) override {
    if (most == 0 || most > 100)
      return;
    job *all = rpc::allocate_array<job>(most);
    for (unsigned i = 0; i + 1 < most; ++i) {
      all[i].id = i;
      all[i].next = &all[i + 1];
    }
    *first = all;
  }
};

struct printer_right : service {
  int printer_info(unsigned which, printer **p) override {
    if (which > 3)
      return not_found;
    printer *made = rpc::allocate<printer>();
    made->current = rpc::allocate<job>();
    made->waiting = nullptr;
    made->name = copy_text("lp0");
    *p = made;
    return ok;
  }
};

struct printer_right_late : service {
  int printer_info(unsigned which, printer **p) override {
    *p = nullptr;
    printer made{};
    made.current = rpc::allocate<job>();
    if (which == 0)
      return invalid;
    *p = rpc::allocate<printer>();
    **p = made;
    return ok;
  }
};

struct reorder_right_values : service {
  void reorder(job **first) override {
    for (job *a = *first; a; a = a->next)
      for (job *b = a->next; b; b = b->next)
        if (b->id < a->id)
          std::swap(a->id, b->id);
  }
};

struct cancel_right : service {
  void cancel(job *first) override {
    for (job *j = first; j != nullptr; j = j->next) {
      j->pages = 0;
      if (j->user == nullptr)
        j->user = copy_text("nobody");
    }
  }
};

struct print_right : service {
  unsigned total = 0;
  int print(unsigned n, const unsigned char *data, const job *j) override {
    unsigned sum = 0;
    for (const unsigned char *at = data, *end = data + n; at != end; ++at)
      sum += *at;
    total += sum;
    return j == nullptr ? ok : static_cast<int>(j->id);
  }
};

struct print_right_first : service {
  int print(unsigned n, const unsigned char *data, const job *) override {
    if (n < 2)
      return invalid;
    if (data[0] == '%' && data[1] == '!')
      return 1;
    return data[n - 1] == '\f' ? 2 : 3;
  }
};

struct print_right_chunks : service {
  unsigned char page[256];
  int print(unsigned n, const unsigned char *data, const job *) override {
    while (n > 0) {
      const unsigned part = std::min<unsigned>(n, sizeof page);
      std::memcpy(page, data, part);
      data += part;
      n -= part;
    }
    return ok;
  }
};

struct pages_right : service {
  void pages(unsigned count, unsigned **list) override {
    CHECK(count <= 4096);
    *list = rpc::allocate_array<unsigned>(count);
    std::iota(*list, *list + count, 1u);
  }
};

struct status_right : service {
  unsigned states[16] = {};
  void status(unsigned n, unsigned *list) override {
    for (unsigned i = 0; i < n && i < ARRAY_SIZE(states); ++i)
      list[i] = states[i];
  }
};

struct status_right_memset : service {
  void status(unsigned n, unsigned *list) override {
    std::memset(list, 0, n * sizeof *list);
    if (n)
      list[n - 1] = 1;
  }
};

struct open_right : service {
  int open(const char *path, file *f) override {
    auto made = std::make_unique<open_file>();
    made->path = path;
    if (made->path.empty())
      return invalid;
    *f = made.release();
    return ok;
  }
};

struct read_right : service {
  int read(file f, unsigned count, unsigned *used, unsigned char *data) override {
    unsigned n = 0;
    while (n < count && n < f->cache.size()) {
      data[n] = f->cache[n];
      ++n;
    }
    *used = n;
    ++f->reads;
    return ok;
  }
};

struct read_right_span : service {
  int read(file f, unsigned count, unsigned *used, unsigned char *data) override {
    *used = f->read({data, count});
    return ok;
  }
};

struct write_right_context : service {
  int write(file f, unsigned count, const unsigned char *data) override {
    if (!f->writable)
      return invalid;
    f->cache.insert(f->cache.end(), data, data + count);
    f->position += count;
    return ok;
  }
};

struct set_name_right : service {
  int set_name(file f, const char *name) override {
    f->path.assign(name);
    f->last_name = f->path.c_str();
    return ok;
  }
};

struct close_right : service {
  void close(file *f) override {
    open_file *ended = *f;
    *f = nullptr;
    delete ended;
  }
};

struct close_right_exchange : service {
  void close(file *f) override { delete std::exchange(*f, nullptr); }
};

struct close_right_unique : service {
  void close(file *f) override {
    std::unique_ptr<open_file> ended(*f);
    *f = nullptr;
  }
};

struct close_right_helper : service {
  static void finish(open_file *&f) {
    if (!f)
      return;
    delete f;
    f = nullptr;
  }
  void close(file *f) override { finish(*f); }
};

struct reopen_right : service {
  int reopen(file *f, unsigned mode) override {
    if (*f == nullptr)
      *f = new open_file();
    (*f)->writable = mode & 1;
    return ok;
  }
};

struct reopen_right_status : service {
  int reopen(file *f, unsigned mode) override {
    open_file *at = *f;
    RETURN_IF_NULL(at);
    at->writable = mode != 0;
    at->position = 0;
    return ok;
  }
};

struct stat_right : service {
  int stat(const char *path, stat_info **info) override {
    if (path[0] != '/')
      return invalid;
    stat_info *s = rpc::allocate<stat_info>();
    s->mode = 0644;
    if (std::strlen(path) > 1)
      s->owner = copy_text("root");
    *info = s;
    return ok;
  }
};

struct seek_right_scratch : service {
  void seek(file f, unsigned where, unsigned *reached) override {
    *reached += where;
    f->position = *reached;
  }
};

struct transform_right : service {
  void transform(unsigned n, unsigned char *data) override {
    for (; n > 0; --n, ++data)
      *data ^= 0x5a;
  }
};

struct compact_right_same_size : service {
  void compact(unsigned *n, unsigned char *data) override {
    unsigned to = 0;
    for (unsigned from = 0; from < *n; ++from)
      if (data[from])
        data[to++] = data[from];
    while (to < *n)
      data[to++] = 0;
  }
};

struct normalize_right : service {
  void normalize(char *path) override {
    char *to = path;
    for (const char *from = path; *from; ++from)
      if (!(from[0] == '/' && from[1] == '/'))
        *to++ = *from;
    *to = '\0';
  }
};

struct normalize_right_shorter : service {
  void normalize(char *path) override {
    std::size_t n = std::strlen(path);
    while (n > 1 && path[n - 1] == '/')
      path[--n] = '\0';
  }
};

} // namespace services
