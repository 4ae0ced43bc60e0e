// Memory that is released, kept, or gone too early, in a service of letters.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/mail.h"

using mail::service;

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
