// What comes in and what goes both ways, over the fourth interface.
// RUN: %bodies -fexceptions -Wno-return-stack-address -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"
namespace site_in_out {
using namespace site;
struct comment_freed : service {
  int set_comment(policy_handle h, const char *comment) override {
    h->owner = comment;
    rpc::free(const_cast<char *>(comment)); // expected-warning {{[free-stub-owned]}}
    return 0;
  }
};
struct comment_kept : service {
  int set_comment(policy_handle h, const char *comment) override {
    h->comment = comment; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct comment_view : service {
  int set_comment(policy_handle h, const char *comment) override {
    h->subject = std::string_view(comment).substr(1); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct names_kept : service {
  std::vector<const account_name *> seen_;
  int lookup_names(policy_handle, const name_list *names, sid_list *sids, unsigned *mapped) override {
    for (unsigned i = 0; i < names->count; ++i)
      seen_.push_back(&names->names[i]); // expected-warning {{[retain-pointer]}}
    *sids = {};
    *mapped = 0;
    return 0;
  }
};
struct topics_kept : service {
  std::map<std::string, std::vector<std::string_view>> who_;
  int subscribe(std::string_view topic, const std::string &who) override {
    who_[who].emplace_back(topic); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct topic_thread : service {
  int subscribe(std::string_view topic, const std::string &) override {
    std::thread([topic] { log_line(topic); }).detach(); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct topic_queue : service {
  std::queue<std::function<void()>> jobs_;
  int subscribe(std::string_view, const std::string &who) override {
    jobs_.push([&who] { log_line(who); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct drop_first : service {
  void drop_pages(page **first) override {
    if (*first)
      *first = (*first)->next; // expected-warning {{[relink-next]}}
  }
};
struct drop_unlink : service {
  void drop_pages(page **first) override {
    for (page *p = *first; p && p->next; p = p->next)
      if (p->next->bytes == 0)
        p->next = p->next->next; // expected-warning {{[relink-next]}}
  }
};
struct patch_free : service {
  void patch(block *b) override {
    if (b->size > 10) {
      midl_user_free(b->bytes); // expected-warning {{[free-embedded]}}
      b->bytes = nullptr;
    }
  }
};
struct patch_grow : service {
  void patch(block *b) override {
    b->bytes = static_cast<unsigned char *>(rpc::reallocate(b->bytes, b->size + 16)); // expected-warning {{[realloc-stub-owned]}}
  }
};
struct patch_size : service {
  void patch(block *b) override {
    b->size /= 2; // expected-warning {{[change-size-var]}}
  }
};
struct compact_more : service {
  void compact_sums(unsigned *n, unsigned *sums) override {
    if (*n && sums[*n - 1] == 0)
      --*n; // expected-warning {{[change-size-var]}}
  }
};
struct redirect_tape : service {
  void redirect(destination *d) override {
    d->kind = 1; // expected-warning {{[change-union-tag]}}
    d->to.tape = 7;
  }
};
struct title_longer : service {
  int set_title(unsigned job, char *title) override {
    const std::string text = "job " + std::to_string(job);
    strcpy(title, text.c_str()); // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct progress_lost : service {
  void progress(unsigned job, unsigned *percent) override {
    *percent = job % 100; // expected-warning {{[lost-result]}}
  }
};
struct calibrate_lost : service {
  void calibrate(std::vector<double> &values) override {
    std::transform(values.begin(), values.end(), values.begin(), [](double v) { return v * 2; });
    // missed: [lost-result]: what algorithms do to a range is not known
  }
};
struct close_dangling : service {
  int close_policy(policy_handle *h) override {
    delete *h; // expected-warning {{[ctx-not-nulled]}}
    return 0;
  }
};
struct restore_order : service {
  int restore(bytes_pipe &data, bytes_pipe &index, bytes_pipe &) override {
    std::array<unsigned char, 64> here;
    int n = 0;
    while (const auto got = index.pull(here)) // expected-warning {{[pipe-order]}}
      n += static_cast<int>(got);
    while (const auto got = data.pull(here))
      n += static_cast<int>(got);
    return n;
  }
};
struct at_throws : service {
  std::map<std::string, int> m_;
  int subscribe(std::string_view topic, const std::string &) override {
    return m_.at(std::string(topic)); // expected-warning {{[throw-unmapped]}}
  }
};
struct comment_owned : service {
  int set_comment(policy_handle h, const char *comment) override {
    h->owner.assign(comment);
    h->names.insert_or_assign(std::string(comment), 1);
    return 0;
  }
};
struct names_sorted : service {
  int lookup_names(policy_handle, const name_list *names, sid_list *sids, unsigned *mapped) override {
    std::vector<const account_name *> seen;
    for (const auto &n : std::span(names->names, names->count))
      seen.push_back(&n);
    std::ranges::sort(seen, {}, &account_name::use);
    *sids = {};
    *mapped = static_cast<unsigned>(seen.size());
    return 0;
  }
};
struct topics_owned : service {
  std::map<std::string, std::vector<std::string>, std::less<>> who_;
  int subscribe(std::string_view topic, const std::string &who) override {
    who_[who].emplace_back(topic);
    return 0;
  }
};
struct topic_joined : service {
  int subscribe(std::string_view topic, const std::string &who) override {
    std::jthread one([topic] { log_line(topic); });
    std::thread two([&who] { log_line(who); });
    two.join();
    return 0;
  }
};
struct topic_future : service {
  int subscribe(std::string_view topic, const std::string &) override {
    auto f = std::async(std::launch::async, [topic] { return static_cast<int>(topic.size()); });
    return f.get();
  }
};
struct topic_queue_copy : service {
  std::queue<std::function<void()>> jobs_;
  int subscribe(std::string_view topic, const std::string &who) override {
    jobs_.push([who, text = std::string(topic)] {
      log_line(who);
      log_line(text);
    });
    return 0;
  }
};
struct comment_scoped : service {
  int set_comment(policy_handle h, const char *comment) override {
    struct restore {
      policy *p;
      ~restore() {
        p->comment = nullptr;
      }
    } guard{h};
    h->comment = comment;
    log_line(h->owner);
    return 0;
  }
};
struct patch_bytes : service {
  void patch(block *b) override {
    for (unsigned i = 0; i < b->size; ++i)
      b->bytes[i] ^= 0xff;
    b->offset = 0;
  }
};
struct redirect_same : service {
  void redirect(destination *d) override {
    if (d->kind == 1)
      d->to.tape += 1;
    else if (d->kind == 2 && d->to.disk)
      d->to.disk->offset = 0;
  }
};
struct title_upper : service {
  int set_title(unsigned, char *title) override {
    for (char *c = title; *c; ++c)
      *c = static_cast<char>(*c & 0x5f);
    return 0;
  }
};
struct title_cut : service {
  int set_title(unsigned, char *title) override {
    const std::size_t n = strlen(title);
    if (n > 3)
      memcpy(title + n - 3, "...", 3);
    return 0;
  }
};
struct close_right : service {
  int close_policy(policy_handle *h) override {
    delete std::exchange(*h, nullptr);
    return 0;
  }
};
struct close_unique : service {
  int close_policy(policy_handle *h) override {
    const std::unique_ptr<policy> gone(*h);
    *h = nullptr;
    return 0;
  }
};
struct restore_right : service {
  int restore(bytes_pipe &data, bytes_pipe &index, bytes_pipe &log) override {
    std::vector<unsigned char> here(4096);
    std::size_t n = 0;
    while (const auto got = data.pull(here))
      n += got;
    while (const auto got = index.pull(here))
      n += got;
    log.push(std::span(here.data(), n ? 1u : 0u));
    return 0;
  }
};
struct at_found : service {
  std::map<std::string, int, std::less<>> m_;
  int subscribe(std::string_view topic, const std::string &) override {
    return m_.contains(topic) ? m_.find(topic)->second : 0;
  }
};
struct at_caught : service {
  std::map<std::string, int> m_;
  int subscribe(std::string_view topic, const std::string &) override {
    try {
      return m_.at(std::string(topic));
    } catch (const std::exception &) {
      return 0;
    }
  }
};
struct scratch_sorted : service {
  int print_document(const document *d, unsigned *job) override {
    *job = 0;
    for (const page *p = d->pages; p; p = p->next)
      *job += std::accumulate(p->data, p->data + p->bytes, 0u);
    return 0;
  }
};
struct annotate_right : service {
  void annotate(series &s) override {
    s.name += "!";
    if (!s.last)
      s.last = std::make_unique<sample>();
    s.last->value = 1;
    s.samples.push_back(*s.last);
    s.parent.reset();
  }
};
}
