// What the texts on memory of stubs forbid implementations, sentence by
// sentence, in C and in C++. docs/memory.md names these rules.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace [[INTERFACE, rpc::pointer_default(unique)]] specified {
struct linked_list { int size; [[rpc::size_is(size)]] char *data; linked_list *next; };
struct separate_list { int value; [[rpc::force_allocate]] separate_list *next; };
struct fixed { int val; int val2; };
struct names { [[rpc::string]] char *first; [[rpc::string]] char *second; };
struct couple { [[rpc::ref]] fixed *first; [[rpc::ref]] fixed *second; };
struct tree { int key; tree *left; tree *right; };
struct graph { int key; [[rpc::ptr]] graph *next; };

void test([[rpc::in]] linked_list *in, [[rpc::in, rpc::out]] linked_list **in_out, [[rpc::out]] linked_list *out);
void shorten([[rpc::in, rpc::out]] separate_list *list);
void process([[rpc::in]] fixed *in, [[rpc::out]] fixed *out);
void sized([[rpc::in]] int size, [[rpc::in, rpc::out]] int *length,
           [[rpc::in, rpc::out, rpc::size_is(size), rpc::length_is(*length)]] int *values);
void fields([[rpc::in, rpc::out]] int *count, [[rpc::in, rpc::out, rpc::size_is(*count)]] char *bytes);
int fill([[rpc::in]] int n, [[rpc::out]] names **made);
void variable([[rpc::in]] int size, [[rpc::out, rpc::size_is(, size)]] char **made);
void text([[rpc::in, rpc::out, rpc::string]] char *s);
[[rpc::string]] char *title();
fixed *found();
void view([[rpc::in]] std::string_view text, [[rpc::in]] std::span<const int> numbers);
void owned([[rpc::in]] const std::unique_ptr<fixed> &owner, [[rpc::in]] const std::optional<fixed> &maybe);
void edit([[rpc::in, rpc::out]] fixed *f);
void spans([[rpc::in, rpc::out]] std::span<int> numbers);
void varying([[rpc::in]] int size, [[rpc::in, rpc::out]] int &used,
             [[rpc::in, rpc::out, rpc::size_is(size), rpc::length_is(used)]] int *values);
void vector([[rpc::in]] int size, [[rpc::out]] std::vector<int> &made);
void join([[rpc::out]] couple **c);
void fresh([[rpc::out]] fixed *&f);
void grow([[rpc::out]] tree *t);
[[rpc::reflect_deletions]] void prune([[rpc::in, rpc::ptr]] graph *g);
}

[[rpc::stubs]];

char *copy(const char *text) {
  char *made = rpc::allocate_array<char>(strlen(text) + 1);
  memcpy(made, text, strlen(text) + 1);
  return made;
}

namespace specified {

// The server does not release or reallocate [in] data.
struct in_c : service {
  void process(fixed *in, fixed *out) override {
    *out = *in;
    midl_user_free(in); // expected-warning {{[free-stub-owned]}}
  }
  void test(linked_list *in, linked_list **, linked_list *) override {
    free(in->data); // expected-warning {{[free-embedded]}}
  }
};
struct in_cxx : service {
  void process(fixed *in, fixed *out) override {
    const std::unique_ptr<fixed> owner(in); // expected-warning {{[free-stub-owned]}}
    *out = *owner;
  }
  void test(linked_list *in, linked_list **, linked_list *) override {
    delete[] in->data; // expected-warning {{[free-embedded]}}
  }
};
struct in_view : service {
  void view(std::string_view text, std::span<const int> numbers) override {
    free(const_cast<char *>(text.data())); // expected-warning {{[free-stub-owned]}}
    delete[] numbers.data(); // expected-warning {{[free-stub-owned]}}
  }
};
struct in_owner : service {
  void owned(const std::unique_ptr<fixed> &owner, const std::optional<fixed> &) override {
    const std::shared_ptr<fixed> shared(owner.get()); // expected-warning {{[free-stub-owned]}}
  }
};
struct in_realloc_c : service {
  void test(linked_list *in, linked_list **, linked_list *) override {
    in->data = static_cast<char *>(realloc(in->data, 10)); // expected-warning {{[realloc-stub-owned]}}
  }
};
struct in_realloc_cxx : service {
  void test(linked_list *in, linked_list **, linked_list *) override {
    auto &data = in->data;
    data = static_cast<char *>(rpc::reallocate(data, 10)); // expected-warning {{[realloc-stub-owned]}}
  }
};

// Nor [in, out] data.
struct inout_c : service {
  void edit(fixed *f) override {
    free(f); // expected-warning {{[free-stub-owned]}}
  }
  void test(linked_list *, linked_list **in_out, linked_list *) override {
    if (*in_out)
      midl_user_free((*in_out)->next); // expected-warning {{[free-embedded]}}
  }
  void text(char *s) override {
    char *larger = static_cast<char *>(realloc(s, 100)); // expected-warning {{[realloc-stub-owned]}}
    larger[0] = 0;
  }
};
struct inout_cxx : service {
  void edit(fixed *f) override {
    std::unique_ptr<fixed> owner;
    owner.reset(f); // expected-warning {{[free-stub-owned]}}
  }
  void test(linked_list *, linked_list **in_out, linked_list *) override {
    if (*in_out)
      delete[] std::exchange((*in_out)->data, nullptr); // expected-warning {{[free-embedded]}}
  }
  void spans(std::span<int> numbers) override {
    if (void *larger = std::realloc(numbers.data(), 2 * numbers.size_bytes())) // expected-warning {{[realloc-stub-owned]}}
      memset(larger, 0, numbers.size_bytes());
  }
};

// A top-level pointer is a value, and its change is not propagated.
struct top_c : service {
  void process(fixed *, fixed *out) override {
    out = static_cast<fixed *>(midl_user_allocate(sizeof(fixed))); // expected-warning {{[assign-toplevel-pointer]}}
    out->val = 1;
  }
};
struct top_cxx : service {
  void process(fixed *, fixed *out) override {
    auto made = std::make_unique<fixed>();
    out = made.release(); // expected-warning {{[assign-toplevel-pointer]}}
  }
};
// Nor is it freed to avoid the allocation.
struct top_freed_c : service {
  void process(fixed *, fixed *out) override {
    rpc::free(out); // expected-warning {{[free-stub-owned]}}
  }
};
struct top_freed_cxx : service {
  void process(fixed *, fixed *out) override {
    const std::unique_ptr<fixed, void (*)(void *)> owner(out, midl_user_free); // expected-warning {{[free-stub-owned]}}
    owner->val = 1;
  }
};

// The field or parameter that size_is names keeps its value.
struct size_c : service {
  void fields(int *count, char *bytes) override {
    if (*count > 0)
      bytes[0] = 0;
    *count = 1; // expected-warning {{[change-size-var]}}
  }
};
struct size_cxx : service {
  void fields(int *count, char *bytes) override {
    int used = static_cast<int>(std::string_view(bytes, static_cast<std::size_t>(*count)).find('\0'));
    std::swap(*count, used); // expected-warning {{[change-size-var]}}
  }
};
struct size_of_member : service {
  void test(linked_list *, linked_list **in_out, linked_list *) override {
    if (auto *list = *in_out)
      --list->size; // expected-warning {{[change-size-var]}}
  }
};
struct size_by_lambda : service {
  void fields(int *count, char *) override {
    auto clear = [](int &n) { n = 0; };
    clear(*count); // expected-warning {{[change-size-var]}}
  }
};
struct size_by_binding : service {
  void test(linked_list *, linked_list **in_out, linked_list *) override {
    if (!*in_out)
      return;
    auto &[size, data, next] = **in_out;
    size = 1; // expected-warning {{[change-size-var]}}
  }
};
// length_is says how many travel, up to the size.
struct length : service {
  void sized(int size, int *length, int *) override {
    *length = size + 1; // expected-warning {{[length-exceeds-size]}}
  }
};
struct length_cxx : service {
  void varying(int size, int &used, int *) override {
    std::exchange(used, size + 1); // expected-warning {{[length-exceeds-size]}}
  }
};
struct length_right : service {
  void sized(int size, int *length, int *values) override {
    *length = size > 1 ? 1 : size;
    for (int &n : std::span(values, static_cast<std::size_t>(*length)))
      n = 0;
  }
};

// What is sent points to memory that is there, and that the stub may release.
struct results_c : service {
  char *title() override {
    char local[] = "title";
    char *result = local;
    return result; // expected-warning {{[return-stack]}}
  }
  int fill(int, names **made) override {
    *made = rpc::allocate<names>();
    (*made)->first = const_cast<char *>("first"); // expected-warning {{[return-static]}}
    (*made)->second = strdup("second"); // expected-warning {{[foreign-allocator]}}
    return 0;
  }
};
struct results_cxx : service {
  std::string kept = "kept";
  char *title() override {
    return kept.data(); // expected-warning {{[return-static]}}
  }
  int fill(int, names **made) override {
    std::string local = "local";
    *made = rpc::allocate<names>();
    (*made)->first = local.data(); // expected-warning {{[return-stack]}}
    return 0;
  }
};

struct results_of_classes : service {
  fixed *found() override {
    auto owner = std::make_unique<fixed>();
    return owner.release(); // expected-warning {{[foreign-allocator]}}
  }
  void fresh(fixed *&f) override {
    std::vector<fixed> all(3);
    f = &all.front(); // expected-warning {{[return-stack]}}
  }
};
struct results_of_members : service {
  std::optional<fixed> last;
  std::vector<fixed> all{3};
  fixed *found() override {
    return &last.emplace(); // expected-warning {{[return-static]}}
  }
  void fresh(fixed *&f) override {
    f = all.data(); // expected-warning {{[return-static]}}
  }
};
struct results_of_owners : service {
  fixed *found() override {
    const auto shared = std::make_shared<fixed>();
    fixed *result = shared.get();
    return result; // expected-warning {{[return-stack]}}
  }
  void fresh(fixed *&f) override {
    std::optional<fixed> maybe(std::in_place);
    f = &*maybe; // expected-warning {{[return-stack]}}
  }
};

// A [ref] pointer is not null.
struct null_c : service {
  void join(couple **c) override {
    *c = rpc::allocate<couple>();
    (*c)->first = rpc::allocate<fixed>();
  } // expected-warning {{[unset-out-ref]}}
  void fresh(fixed *&f) override {
    f = nullptr;
  } // expected-warning {{[unset-out-ref]}}
};
struct null_cxx : service {
  void join(couple **c) override {
    auto &both = *(*c = rpc::allocate<couple>());
    both = {rpc::allocate<fixed>(), nullptr};
  } // expected-warning {{[unset-out-ref]}}
  void fresh(fixed *&f) override {
    const std::unique_ptr<fixed> none;
    f = none.get();
  } // expected-warning {{[unset-out-ref]}}
};

// Each [unique] or [ref] pointer has an object of its own.
struct alias_c : service {
  void grow(tree *t) override {
    t->left = rpc::allocate<tree>();
    t->right = t->left; // expected-warning {{[alias-unique]}}
  }
};
struct alias_cxx : service {
  void grow(tree *t) override {
    tree &made = *rpc::allocate<tree>();
    t->left = &made;
    t->right = std::addressof(made); // expected-warning {{[alias-unique]}}
  }
};

// A function that fails leaves pointers valid or null.
struct half_c : service {
  int fill(int n, names **made) override {
    *made = static_cast<names *>(midl_user_allocate(sizeof(names)));
    (*made)->first = nullptr;
    if (n < 0)
      return 87; // expected-warning {{[failure-inconsistent]}}
    (*made)->second = nullptr;
    return 0;
  }
};
struct half_by_new : service {
  int fill(int n, names **made) override {
    auto &result = *new (rpc::allocate(sizeof(names))) names;
    *made = &result;
    if (n < 0)
      return 87; // expected-warning {{[failure-inconsistent]}}
    result = {};
    return 0;
  }
};
struct half_by_lambda : service {
  int fill(int n, names **made) override {
    auto begin = [](names &result) { result.first = copy("first"); };
    *made = static_cast<names *>(rpc::allocate(sizeof(names)));
    begin(**made);
    if (n < 0)
      return 87; // expected-warning {{[failure-inconsistent]}}
    (*made)->second = nullptr;
    return 0;
  }
};
// Nor does one that succeeds leave them unset.
struct unset_c : service {
  void test(linked_list *, linked_list **, linked_list *out) override {
    out->next = static_cast<linked_list *>(midl_user_allocate(sizeof(linked_list)));
    out->next->size = 0;
    out->next->data = nullptr;
  } // expected-warning {{[uninit-out-pointer]}}
};
struct half_cxx : service {
  int fill(int, names **made) override {
    auto &result = *static_cast<names *>(rpc::allocate(sizeof(names)));
    result.first = copy("first");
    *made = &result;
    return 0; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct half_right : service {
  int fill(int n, names **made) override {
    auto *result = rpc::allocate<names>();
    *made = result;
    if (n < 0)
      return 87;
    result->first = copy("first");
    return 0;
  }
};

// All memory of the call ends with it.
struct kept_c : service {
  fixed *last = nullptr;
  void process(fixed *in, fixed *) override {
    last = in; // expected-warning {{[retain-pointer]}}
  }
};
struct kept_cxx : service {
  std::string_view last;
  void text(char *s) override {
    last = s; // expected-warning {{[retain-pointer]}}
  }
};

struct kept_views : service {
  std::optional<std::string_view> last;
  std::span<const int> numbers_;
  void view(std::string_view text, std::span<const int> numbers) override {
    last = text; // expected-warning {{[retain-pointer]}}
    numbers_ = numbers.first(0); // expected-warning {{[retain-pointer]}}
  }
};
struct kept_by_lambda : service {
  std::function<void()> later;
  void process(fixed *in, fixed *) override {
    later = [in] { in->val = 1; }; // expected-warning {{[retain-pointer]}}
  }
};
struct kept_of_owner : service {
  std::vector<fixed *> all;
  void owned(const std::unique_ptr<fixed> &owner, const std::optional<fixed> &) override {
    all.push_back(owner.get()); // expected-warning {{[retain-pointer]}}
  }
};
struct kept_right : service {
  std::vector<fixed> all;
  std::string last;
  void view(std::string_view text, std::span<const int>) override { last = text; }
  void owned(const std::unique_ptr<fixed> &owner, const std::optional<fixed> &maybe) override {
    if (owner)
      all.push_back(*owner);
    all.push_back(maybe.value_or(fixed{}));
  }
};

// A client's size is verified.
struct trusted_c : service {
  void variable(int size, char **made) override {
    *made = static_cast<char *>(midl_user_allocate(static_cast<std::size_t>(size))); // expected-warning {{[client-size-trust]}}
  }
};
struct trusted_cxx : service {
  void variable(int size, char **made) override {
    const std::string filler(static_cast<std::size_t>(size), ' '); // expected-warning {{[client-size-trust]}}
    *made = copy(filler.c_str());
  }
};

struct trusted_by_vector : service {
  void vector(int size, std::vector<int> &made) override {
    made.resize(static_cast<std::size_t>(size)); // expected-warning {{[client-size-trust]}}
  }
};

// The application changes no pNext, nor the top-level link.
struct links_c : service {
  void test(linked_list *in, linked_list **in_out, linked_list *) override {
    in->next = nullptr; // expected-warning {{[relink-next]}} expected-warning {{[lost-result]}}
    if (*in_out)
      *in_out = (*in_out)->next; // expected-warning {{[relink-next]}}
  }
};
struct links_cxx : service {
  void test(linked_list *in, linked_list **in_out, linked_list *) override {
    std::exchange(in->next, nullptr); // expected-warning {{[relink-next]}}
    if (auto *&top = *in_out)
      top = rpc::allocate<linked_list>(); // expected-warning {{[relink-next]}}
  }
};
struct links_by_lambda : service {
  void test(linked_list *, linked_list **in_out, linked_list *) override {
    auto cut = [](linked_list &node) { node.next = nullptr; };
    if (*in_out)
      cut(**in_out); // expected-warning {{[relink-next]}}
  }
};
struct links_by_binding : service {
  void test(linked_list *, linked_list **in_out, linked_list *) override {
    if (!*in_out)
      return;
    auto &[size, data, next] = **in_out;
    next = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct links_right : service {
  void test(linked_list *in, linked_list **in_out, linked_list *out) override {
    for (linked_list *at = *in_out; at; at = at->next)
      for (char &c : std::span(at->data, static_cast<std::size_t>(at->size)))
        c = 0;
    in->size /= 2; // scratch memory
    out->size = in->size;
    out->next = rpc::allocate<linked_list>();
  }
  // force_allocate lets the list be shortened.
  void shorten(separate_list *list) override {
    while (separate_list *second = list->next) {
      list->next = second->next;
      midl_user_free(second);
    }
  }
};

// What clients release as well is released by rpc::free.
struct reflected_c : service {
  void prune(graph *g) override {
    free(g); // expected-warning {{[reflect-free]}}
  }
};
struct reflected_cxx : service {
  void prune(graph *g) override {
    const std::unique_ptr<graph> owner(g); // expected-warning {{[reflect-free]}}
  }
};
struct reflected_right : service {
  void prune(graph *g) override {
    const std::unique_ptr<graph, decltype(&rpc::free)> owner(g, &rpc::free);
  }
};

// What a function object returns is what it has made.
struct recursive_right : service {
  int fill(int n, names **made) override {
    const std::function<names *(int)> make = [&n](int) {
      auto *const one = static_cast<names *>(rpc::allocate(sizeof(names)));
      *one = names{};
      return one;
    };
    *made = make(n);
    return 0;
  }
};

// What does not fit the client's string is written past its end.
struct longer_c : service {
  void text(char *s) override {
    strcat(s, "!"); // expected-warning {{[inout-string-grow]}}
  }
};
struct longer_cxx : service {
  void text(char *s) override {
    const std::string more = std::string(s) + "!";
    strcpy(s, more.c_str()); // expected-warning {{[inout-string-grow]}}
  }
};

} // namespace specified
