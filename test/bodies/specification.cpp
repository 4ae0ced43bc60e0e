// What the texts on memory of stubs forbid implementations, sentence by
// sentence, in C and in C++. docs/memory.md names these rules.
// RUN: %bodies -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

#include <span>
#include <string>
#include <string_view>

namespace [[INTERFACE, rpc::pointer_default(unique)]] specified {
struct linked_list { int size; [[rpc::size_is(size)]] char *data; linked_list *next; };
struct separate_list { int value; [[rpc::force_allocate]] separate_list *next; };
struct fixed { int val; int val2; };
struct names { [[rpc::string]] char *first; [[rpc::string]] char *second; };

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
struct in_realloc_c : service {
  void test(linked_list *in, linked_list **, linked_list *) override {
    in->data = static_cast<char *>(realloc(in->data, 10)); // expected-warning {{[realloc-stub-owned]}}
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
struct top_freed : service {
  void process(fixed *, fixed *out) override {
    rpc::free(out); // expected-warning {{[free-stub-owned]}}
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
// length_is says how many travel, up to the size.
struct length : service {
  void sized(int size, int *length, int *) override {
    *length = size + 1; // expected-warning {{[length-exceeds-size]}}
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
