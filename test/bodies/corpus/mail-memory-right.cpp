// Memory that is released and kept as it should be: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/mail.h"

using mail::service;

template <class F> class finally {
  F f_;

public:
  explicit finally(F f) : f_(std::move(f)) {}
  ~finally() { f_(); }
};


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
