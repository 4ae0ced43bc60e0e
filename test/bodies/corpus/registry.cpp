// RUN: %bodies -Wno-unused-variable -Wno-return-stack-address -Xclang -verify-ignore-unexpected=note %s
// What servers written as in C do wrong: status codes, goto, macros, lists.
#include "Inputs/services.h"

#define RETURN_IF_NULL(p) do { if (!(p)) return 87; } while (0)
#define RETURN_IF_FAILED(e) do { const int status_ = (e); if (status_ != 0) return status_; } while (0)

char *copy_text(const char *from) {
  const std::size_t n = std::strlen(from) + 1;
  char *to = rpc::allocate_array<char>(n);
  std::memcpy(to, from, n);
  return to;
}

namespace services {

constexpr int ok = 0, invalid = 87, no_memory = 8, not_found = 2;

struct set_wrong_first : service {
  int set_value(const char *name, const value_entry *v) override {
    if (*name == 0)
      return invalid;
    return v->type == 4 ? ok : invalid; // expected-warning {{[unchecked-null]}}
  }
};

struct set_wrong_switch : service {
  int set_value(const char *, const value_entry *v) override {
    switch (v->type) { // expected-warning {{[unchecked-null]}}
    case 1: return ok;
    default: return invalid;
    }
  }
};

struct set_wrong_name : service {
  int set_value(const char *, const value_entry *v) override {
    RETURN_IF_NULL(v);
    if (std::strcmp(v->name, "default") == 0) // expected-warning {{[unchecked-null]}}
      return ok;
    return invalid;
  }
};

struct set_wrong_late_macro : service {
  int set_value(const char *, const value_entry *v) override {
    const unsigned size = v->size; // expected-warning {{[unchecked-null]}}
    RETURN_IF_NULL(v);
    return static_cast<int>(size);
  }
};

struct set_wrong_or : service {
  int set_value(const char *, const value_entry *v) override {
    if (v == nullptr || v->type == 0)
      log_value(v->size); // expected-warning {{[unchecked-null]}}
    return ok;
  }
};

struct set_wrong_helper : service {
  static unsigned weight(const value_entry *v) { return v->size * 2; }
  int set_value(const char *, const value_entry *v) override {
    return static_cast<int>(weight(v)); // expected-warning {{[unchecked-null]}}
  }
};

struct set_wrong_logged_only : service {
  int set_value(const char *, const value_entry *v) override {
    if (!v)
      log_line("no value");
    log_value(v->type); // expected-warning {{[unchecked-null]}}
    return ok;
  }
};

struct set_wrong_other_tested : service {
  int compare(const entry *a, const entry *b) override {
    if (!a)
      return -1;
    return static_cast<int>(b->count); // expected-warning {{[unchecked-null]}}
  }
};

struct set_wrong_goto : service {
  int compare(const entry *a, const entry *b) override {
    int status = ok;
    if (b == nullptr)
      goto done;
    status = static_cast<int>(b->count);
  done:
    log_value(b->count); // expected-warning {{[unchecked-null]}}
    return status;
  }
};

struct compare_wrong_texts : service {
  int compare(const entry *a, const entry *b) override {
    return b ? std::strcmp(a->dn, b->dn) : 1; // expected-warning {{[unchecked-null]}} expected-warning {{[unchecked-null]}}
  }
};

struct compare_wrong_next : service {
  int compare(const entry *a, const entry *) override {
    int n = 0;
    while (a->next->count > 0) { // expected-warning {{[unchecked-null]}}
      a = a->next;
      ++n;
    }
    return n;
  }
};

struct compare_wrong_zip : service {
  int compare(const entry *a, const entry *b) override {
    int same = 0;
    for (; a; a = a->next, b = b->next) // expected-warning {{[unchecked-null]}}
      ++same;
    return same;
  }
};

struct search_wrong_scope : service {
  int search(const char *, const scope *s, entry **found) override {
    *found = nullptr;
    for (unsigned i = 0; i < s->limit; ++i) // expected-warning {{[unchecked-null]}}
      log_value(i);
    return ok;
  }
};

struct search_wrong_filter : service {
  int search(const char *base, const scope *s, entry **) override {
    if (s && std::strlen(s->filter) > std::strlen(base)) // expected-warning {{[unchecked-null]}}
      return invalid;
    return ok;
  }
};

struct search_wrong_outer : service {
  int search(const char *, const scope *s, entry **) override {
    if (!s)
      return ok;
    const scope &outer = *s->outer; // expected-warning {{[unchecked-null]}}
    return static_cast<int>(outer.limit);
  }
};

struct search_wrong_raw_tail : service {
  int search(const char *base, const scope *, entry **found) override {
    entry **at = found;
    for (int i = 0; i < 3; ++i) {
      entry *e = static_cast<entry *>(midl_user_allocate(sizeof(entry)));
      e->dn = copy_text(base);
      e->count = 0;
      e->attributes = nullptr;
      *at = e;
      at = &e->next;
    }
    return ok; // expected-warning {{[uninit-out-pointer]}}
  }
};

struct search_wrong_malloc : service {
  int search(const char *base, const scope *, entry **found) override {
    entry *e = static_cast<entry *>(std::calloc(1, sizeof(entry)));
    e->dn = copy_text(base);
    *found = e; // expected-warning {{[foreign-allocator]}}
    return ok;
  }
};

struct search_wrong_strdup : service {
  int search(const char *base, const scope *, entry **found) override {
    entry *e = rpc::allocate<entry>();
    e->dn = strdup(base); // expected-warning {{[foreign-allocator]}}
    *found = e;
    return ok;
  }
};

struct search_wrong_literal : service {
  int search(const char *, const scope *, entry **found) override {
    *found = rpc::allocate<entry>();
    (*found)->dn = const_cast<char *>("dc=example"); // expected-warning {{[return-static]}}
    return ok;
  }
};

struct search_wrong_stack : service {
  int search(const char *, const scope *, entry **found) override {
    entry e = {};
    e.dn = copy_text("x");
    *found = &e; // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct search_wrong_dummy : service {
  int search(const char *, const scope *, entry **found) override {
    entry dummy = {};
    dummy.next = rpc::allocate<entry>();
    *found = rpc::allocate<entry>();
    (*found)->next = &dummy; // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct search_wrong_buffer : service {
  int search(const char *base, const scope *, entry **found) override {
    char line[256];
    std::snprintf(line, sizeof line, "cn=%s", base);
    *found = rpc::allocate<entry>();
    (*found)->dn = line; // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct search_wrong_static_buffer : service {
  int search(const char *base, const scope *, entry **found) override {
    static char line[256];
    std::snprintf(line, sizeof line, "cn=%s", base);
    *found = rpc::allocate<entry>();
    (*found)->dn = line; // expected-warning {{[return-static]}}
    return ok;
  }
};

struct search_wrong_freed : service {
  int search(const char *base, const scope *, entry **found) override {
    entry *e = rpc::allocate<entry>();
    e->dn = copy_text(base); // expected-warning {{[return-stack]}}
    rpc::free(e->dn);
    *found = e;
    return ok;
  }
};

struct search_wrong_partial : service {
  int search(const char *base, const scope *, entry **found) override {
    entry *e = static_cast<entry *>(rpc::allocate(sizeof(entry)));
    *found = e;
    e->dn = copy_text(base);
    if (*base == 0)
      return invalid; // expected-warning {{[failure-inconsistent]}}
    e->next = nullptr;
    e->attributes = nullptr;
    e->count = 0;
    return ok;
  }
};

struct get_wrong_raw_array : service {
  int search(const char *, const scope *, entry **found) override {
    *found = rpc::allocate<entry>();
    (*found)->count = 1;
    (*found)->attributes = static_cast<attribute *>(rpc::allocate(sizeof(attribute)));
    (*found)->attributes->type = copy_text("cn");
    return ok; // expected-warning {{[uninit-out-pointer]}}
  }
};

struct get_wrong_uninitialized : service {
  int get_value(const char *name, value_entry **v) override {
    value_entry local;
    local.name = copy_text(name);
    local.size = 0;
    *v = rpc::allocate<value_entry>();
    **v = local;
    return ok; // expected-warning {{[uninit-out-pointer]}}
  }
};

struct get_wrong_goto_failure : service {
  int get_value(const char *name, value_entry **v) override {
    int status = no_memory;
    value_entry *made = static_cast<value_entry *>(rpc::allocate(sizeof *made));
    *v = made;
    made->data = nullptr;
    if (!may_proceed())
      goto out;
    made->name = copy_text(name);
    status = ok;
  out:
    return status; // expected-warning {{[failure-inconsistent]}}
  }
};

struct get_wrong_in_name : service {
  int get_value(const char *name, value_entry **v) override {
    *v = new value_entry(); // expected-warning {{[foreign-allocator]}}
    (*v)->name = copy_text(name);
    return ok;
  }
};

struct get_wrong_top : service {
  int get_value(const char *, value_entry **v) override {
    value_entry *made = rpc::allocate<value_entry>();
    v = &made; // expected-warning {{[assign-toplevel-pointer]}}
    return ok;
  }
};

struct load_wrong_top : service {
  int load_value(unsigned type, value_entry *v) override {
    if (!v)
      return invalid;
    v = static_cast<value_entry *>(MIDL_user_allocate_(sizeof(value_entry))); // expected-warning {{[assign-toplevel-pointer]}}
    v->type = type;
    return ok;
  }
  static void *MIDL_user_allocate_(std::size_t n) { return rpc::allocate(n); }
};

struct load_wrong_stack_data : service {
  int load_value(unsigned type, value_entry *v) override {
    unsigned char bytes[4] = {1, 2, 3, 4};
    v->type = type;
    v->size = 4;
    v->data = bytes; // expected-warning {{[return-stack]}}
    return ok;
  }
};

struct load_wrong_static_data : service {
  int load_value(unsigned type, value_entry *v) override {
    static unsigned char bytes[] = {1, 2, 3, 4};
    v->type = type;
    v->size = sizeof bytes;
    v->data = bytes; // expected-warning {{[return-static]}}
    return ok;
  }
};

struct load_wrong_member_data : service {
  unsigned char bytes[4];
  int load_value(unsigned, value_entry *v) override {
    v->size = sizeof bytes;
    v->data = &bytes[0]; // expected-warning {{[return-static]}}
    return ok;
  }
};

struct load_wrong_free_out : service {
  int load_value(unsigned, value_entry *v) override {
    midl_user_free(v); // expected-warning {{[free-stub-owned]}}
    return ok;
  }
};

struct tree_wrong_shared : service {
  void key_tree(unsigned, key_node **root) override {
    key_node *leaf = rpc::allocate<key_node>();
    *root = rpc::allocate<key_node>();
    (*root)->child = leaf;
    (*root)->sibling = leaf; // expected-warning {{[alias-unique]}}
  }
};

struct tree_wrong_cycle : service {
  void key_tree(unsigned, key_node **root) override {
    key_node *top = rpc::allocate<key_node>();
    top->sibling = top;
    *root = top; // expected-warning {{[alias-unique]}}
  }
};

struct tree_wrong_back : service {
  void key_tree(unsigned, key_node **root) override {
    key_node *top = rpc::allocate<key_node>();
    top->child = rpc::allocate<key_node>();
    top->child->child = top;
    *root = top; // expected-warning {{[alias-unique]}}
  }
};

struct tree_wrong_raw_recursion : service {
  void key_tree(unsigned, key_node **root) override {
    *root = static_cast<key_node *>(rpc::allocate(sizeof(key_node)));
    (*root)->name = copy_text("a");
    (*root)->child = nullptr;
  } // expected-warning {{[uninit-out-pointer]}}
};

struct count_wrong_recursion : service {
  static int count(const key_node *n) { return 1 + (n->child ? count(n->child) : 0); }
  int count_keys(const key_node *root) override {
    return count(root); // expected-warning {{[unchecked-null]}}
  }
};

struct count_wrong_do : service {
  int count_keys(const key_node *root) override {
    int n = 0;
    do {
      ++n;
      root = root->sibling; // expected-warning {{[unchecked-null]}}
    } while (root);
    return n;
  }
};

struct count_wrong_name : service {
  int count_keys(const key_node *root) override {
    int n = 0;
    for (; root; root = root->sibling)
      if (root->name[0] == '_') // expected-warning {{[unchecked-null]}}
        ++n;
    return n;
  }
};

struct edit_wrong_shorten : service {
  void edit_tree(key_node *root) override {
    for (key_node *n = root; n; n = n->sibling)
      if (n->name == nullptr)
        n->sibling = nullptr; // expected-warning {{[relink-next]}}
  }
};

struct edit_wrong_unlink : service {
  void edit_tree(key_node *root) override {
    key_node **link = &root->sibling;
    while (*link) {
      if ((*link)->name == nullptr)
        *link = (*link)->sibling; // expected-warning {{[relink-next]}}
      else
        link = &(*link)->sibling;
    }
  }
};

struct edit_wrong_swap : service {
  void edit_tree(key_node *root) override {
    std::swap(root->child, root->sibling); // expected-warning {{[relink-next]}} expected-warning {{[relink-next]}}
  }
};

struct edit_wrong_free : service {
  void edit_tree(key_node *root) override {
    if (root->child)
      midl_user_free(root->child); // expected-warning {{[free-embedded]}}
  }
};

struct edit_wrong_free_loop : service {
  void edit_tree(key_node *root) override {
    key_node *n = root->child;
    while (n) {
      key_node *next = n->sibling;
      rpc::free(n); // expected-warning {{[free-embedded]}}
      n = next;
    }
  }
};

struct edit_wrong_insert : service {
  void edit_tree(key_node *root) override {
    key_node *made = rpc::allocate<key_node>();
    made->sibling = root->sibling;
    root->sibling = made; // expected-warning {{[relink-next]}}
  }
};

struct edit_wrong_name : service {
  void edit_tree(key_node *root) override {
    root->name = const_cast<char *>("renamed"); // expected-warning {{[return-static]}}
  }
};

struct adjust_wrong_size : service {
  void adjust(value_entry *v) override {
    if (v->size > 0)
      --v->size; // expected-warning {{[change-size-var]}}
  }
};

struct adjust_wrong_realloc : service {
  void adjust(value_entry *v) override {
    v->data = static_cast<unsigned char *>(std::realloc(v->data, v->size + 1)); // expected-warning {{[foreign-allocator]}} expected-warning {{[realloc-stub-owned]}}
  }
};

struct adjust_wrong_free_data : service {
  void adjust(value_entry *v) override {
    std::free(v->data); // expected-warning {{[free-embedded]}}
    v->data = nullptr;
    v->size = 0;
  }
};

struct adjust_wrong_name : service {
  void adjust(value_entry *v) override {
    if (v->name)
      std::strcpy(v->name, "a longer name than it was"); // expected-warning {{[inout-string-grow]}}
  }
};

struct adjust_wrong_compact : service {
  void adjust(value_entry *v) override {
    unsigned to = 0;
    for (unsigned i = 0; i < v->size; ++i)
      if (v->data[i])
        v->data[to++] = v->data[i];
    v->size = to; // expected-warning {{[change-size-var]}}
  }
};

struct compact_wrong : service {
  void compact(unsigned *n, unsigned char *data) override {
    while (*n > 0 && data[*n - 1] == 0)
      --*n; // expected-warning {{[change-size-var]}}
  }
};

struct normalize_wrong : service {
  void normalize(char *path) override {
    std::strcat(path, "/"); // expected-warning {{[inout-string-grow]}}
  }
};

struct normalize_wrong_sprintf : service {
  void normalize(char *path) override {
    const std::string copy = path;
    std::sprintf(path, "/srv/%s", copy.c_str()); // expected-warning {{[inout-string-grow]}}
  }
};

struct normalize_wrong_free : service {
  void normalize(char *path) override {
    char *resolved = copy_text(path);
    midl_user_free(path); // expected-warning {{[free-stub-owned]}}
    path = resolved; // expected-warning {{[assign-toplevel-pointer]}}
  }
};

struct add_wrong_kept : service {
  const entry *last = nullptr;
  int add_entry(const entry *e) override {
    last = e; // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct add_wrong_kept_text : service {
  std::vector<const char *> names;
  int add_entry(const entry *e) override {
    if (e->dn)
      names.push_back(e->dn); // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct add_wrong_index : service {
  std::map<std::string, const attribute *> index;
  int add_entry(const entry *e) override {
    for (unsigned i = 0; i < e->count; ++i)
      if (e->attributes[i].type)
        index[e->attributes[i].type] = &e->attributes[i]; // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct add_wrong_own_list : service {
  struct own { const char *dn; own *next; };
  own *first = nullptr;
  int add_entry(const entry *e) override {
    own *made = new own;
    made->dn = e->dn;
    made->next = first;
    first = made; // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct add_wrong_static : service {
  int add_entry(const entry *e) override {
    static const char *last;
    last = e->dn; // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct add_wrong_free : service {
  int add_entry(const entry *e) override {
    for (unsigned i = 0; i < e->count; ++i)
      std::free(e->attributes[i].value); // expected-warning {{[free-embedded]}}
    return ok;
  }
};

struct add_wrong_delete : service {
  int add_entry(const entry *e) override {
    delete e; // expected-warning {{[free-stub-owned]}}
    return ok;
  }
};

struct modify_wrong_first : service {
  int modify(entry *e) override {
    e->attributes[0].type = copy_text("cn"); // expected-warning {{[unchecked-empty]}}
    return ok;
  }
};

struct modify_wrong_count : service {
  int modify(entry *e) override {
    e->count = 0; // expected-warning {{[change-size-var]}}
    return ok;
  }
};

struct modify_wrong_alias : service {
  int modify(entry *e) override {
    if (e->count < 2)
      return invalid;
    e->attributes[1].value = copy_text("same");
    e->dn = e->attributes[1].value; // expected-warning {{[alias-unique]}}
    return ok;
  }
};

struct root_wrong_member : service {
  entry top = {};
  entry *root_entry() override {
    return &top; // expected-warning {{[return-static]}}
  }
};

struct root_wrong_new : service {
  entry *root_entry() override {
    entry *e = new entry{};
    e->count = 0;
    return e; // expected-warning {{[foreign-allocator]}}
  }
};

struct root_wrong_stack : service {
  entry *root_entry() override {
    entry e = {};
    entry *result = &e;
    return result; // expected-warning {{[return-stack]}}
  }
};

struct root_wrong_cached : service {
  entry *cache = nullptr;
  entry *root_entry() override {
    if (!cache)
      cache = rpc::allocate<entry>(); // expected-warning {{[retain-pointer]}}
    return cache;
  }
};

struct referral_wrong_same : service {
  int referral(unsigned, entry **first, entry **second) override {
    *first = rpc::allocate<entry>();
    *second = *first; // expected-warning {{[alias-unique]}}
    return ok;
  }
};

struct referral_wrong_both : service {
  int referral(unsigned, entry **first, entry **second) override {
    *first = *second = rpc::allocate<entry>(); // expected-warning {{[alias-unique]}}
    return ok;
  }
};

struct referral_wrong_top : service {
  int referral(unsigned n, entry **first, entry **second) override {
    if (n == 0)
      second = first; // expected-warning {{[assign-toplevel-pointer]}}
    *second = rpc::allocate<entry>();
    return ok;
  }
};

struct submit_wrong_strcpy : service {
  unsigned submit(const job *j) override {
    return static_cast<unsigned>(std::strlen(j->document)); // expected-warning {{[unchecked-null]}}
  }
};

struct submit_wrong_kept : service {
  std::deque<const job *> queue;
  unsigned submit(const job *j) override {
    queue.emplace_back(j); // expected-warning {{[retain-pointer]}}
    return static_cast<unsigned>(queue.size());
  }
};

struct submit_wrong_own : service {
  struct queued { const char *document; unsigned pages; };
  std::vector<queued> queue;
  unsigned submit(const job *j) override {
    queue.push_back({j->document, j->pages}); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};

struct jobs_wrong_trust : service {
  void jobs(unsigned most, job **first) override {
    *first = rpc::allocate_array<job>(most); // expected-warning {{[client-size-trust]}}
  }
};

struct jobs_wrong_one : service {
  void jobs(unsigned most, job **first) override {
    job *j = rpc::allocate<job>();
    for (unsigned i = 0; i < most && i < 10; ++i) {
      j->id = i;
      j->next = j;
    }
    *first = j; // expected-warning {{[alias-unique]}}
  }
};

struct printer_wrong_ref : service {
  int printer_info(unsigned, printer **p) override {
    *p = rpc::allocate<printer>();
    (*p)->name = copy_text("lp0");
    return ok; // expected-warning {{[unset-out-ref]}}
  }
};

struct printer_wrong_alias : service {
  int printer_info(unsigned, printer **p) override {
    *p = rpc::allocate<printer>();
    (*p)->current = rpc::allocate<job>();
    (*p)->waiting = (*p)->current; // expected-warning {{[alias-unique]}}
    return ok;
  }
};

struct reorder_wrong_head : service {
  void reorder(job **first) override {
    if (*first && (*first)->next)
      *first = (*first)->next; // expected-warning {{[relink-next]}}
  }
};

struct reorder_wrong_reverse : service {
  void reorder(job **first) override {
    job *done = nullptr;
    for (job *j = *first; j;) {
      job *next = j->next;
      j->next = done; // expected-warning {{[relink-next]}}
      done = j;
      j = next;
    }
    *first = done; // expected-warning {{[relink-next]}}
  }
};

struct reorder_wrong_front : service {
  void reorder(job **first) override {
    job *made = rpc::allocate<job>();
    made->next = *first;
    *first = made; // expected-warning {{[relink-next]}}
  }
};

struct cancel_wrong_delete : service {
  void cancel(job *first) override {
    job *second = first->next;
    if (second) {
      first->next = second->next; // expected-warning {{[relink-next]}}
      midl_user_free(second); // expected-warning {{[free-embedded]}}
    }
  }
};

struct print_wrong_first : service {
  int print(unsigned n, const unsigned char *data, const job *) override {
    return data[0] == '%' ? ok : invalid; // expected-warning {{[unchecked-empty]}}
  }
};

struct print_wrong_last : service {
  int print(unsigned n, const unsigned char *data, const job *) override {
    return data[n - 1]; // expected-warning {{[unchecked-empty]}}
  }
};

struct print_wrong_page : service {
  unsigned char page[256];
  int print(unsigned n, const unsigned char *data, const job *) override {
    std::memcpy(page, data, n); // expected-warning {{[client-size-trust]}}
    return ok;
  }
};

struct print_wrong_job : service {
  int print(unsigned n, const unsigned char *data, const job *j) override {
    for (unsigned i = 0; i < n; ++i)
      log_value(data[i] + j->id); // expected-warning {{[unchecked-null]}}
    return ok;
  }
};

struct pages_wrong_alloca : service {
  void pages(unsigned count, unsigned **list) override {
    const std::size_t bytes = count * sizeof(unsigned);
    *list = static_cast<unsigned *>(rpc::allocate(bytes)); // expected-warning {{[client-size-trust]}}
  }
};

struct pages_wrong_vector : service {
  void pages(unsigned count, unsigned **list) override {
    if (count > 100)
      count = 100;
    std::vector<unsigned> made(count, 1);
    *list = made.data(); // expected-warning {{[return-stack]}}
  }
};

struct status_wrong_index : service {
  unsigned states[16] = {};
  void status(unsigned n, unsigned *list) override {
    for (unsigned i = 0; i < n; ++i)
      list[i] = states[i]; // expected-warning {{[client-size-trust]}}
  }
};

struct status_wrong_lookup : service {
  int tune(unsigned slot, int value) override {
    static int slots[16];
    slots[slot] = value; // expected-warning {{[client-size-trust]}}
    return slots[slot];
  }
};

struct read_wrong_length : service {
  int read(file, unsigned count, unsigned *used, unsigned char *data) override {
    for (unsigned i = 0; i < count; ++i)
      data[i] = 0;
    *used = count + 1; // expected-warning {{[length-exceeds-size]}}
    return ok;
  }
};

struct read_wrong_constant : service {
  int query_value(const char *, unsigned *type, unsigned capacity, unsigned *used, unsigned char *data) override {
    *type = 4;
    if (capacity > 0)
      data[0] = 1;
    *used = 4; // missed: [length-exceeds-size]: the size was compared, though with another number
    return ok;
  }
};

struct read_wrong_first : service {
  int query_value(const char *, unsigned *type, unsigned, unsigned *used, unsigned char *data) override {
    *type = 1;
    data[0] = 0; // expected-warning {{[unchecked-empty]}}
    *used = 0;
    return ok;
  }
};

struct set_name_wrong : service {
  int set_name(file f, const char *name) override {
    f->last_name = name; // expected-warning {{[retain-pointer]}}
    return ok;
  }
};

struct write_wrong_free : service {
  int write(file f, unsigned count, const unsigned char *) override {
    if (count == 0) {
      delete f; // expected-warning {{[ctx-free-in-only]}}
      return invalid;
    }
    return ok;
  }
};

struct close_wrong : service {
  void close(file *f) override {
    if (*f)
      (*f)->cache.clear();
    delete *f; // expected-warning {{[ctx-not-nulled]}}
  }
};

struct close_wrong_unique : service {
  void close(file *f) override {
    std::unique_ptr<open_file> ended(*f); // expected-warning {{[ctx-not-nulled]}}
  }
};

struct reopen_wrong : service {
  int reopen(file *f, unsigned mode) override {
    (*f)->writable = mode != 0; // expected-warning {{[ctx-null-in]}}
    return ok;
  }
};

struct seek_wrong : service {
  void seek(file f, unsigned where, unsigned *reached) override {
    f->position = where;
    *reached = f->position; // expected-warning {{[lost-result]}}
  }
};

struct stat_wrong_reference : service {
  int stat(const char *path, stat_info **info) override {
    stat_info &s = *rpc::allocate<stat_info>();
    s.owner = const_cast<char *>(path);
    *info = &s;
    return ok;
  }
};

struct stat_wrong_null : service {
  int stat(const char *, stat_info **info) override {
    (*info)->size = 4; // expected-warning {{[unchecked-null]}}
    return ok;
  }
};

} // namespace services
