// As it should be in a printer: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;
using tools::copied;

namespace printing {
unsigned tray_use[4];
std::vector<std::string> devices;

struct prints : service {
  int print_document(const document *d, unsigned *job) override {
    unsigned bytes = 0;
    for (const page *p = d->pages; p; p = p->next)
      bytes += p->bytes;
    log_line(d->title ? d->title : "untitled");
    log_line(d->owner->name ? d->owner->name : "");
    *job = bytes * d->copies;
    return 0;
  }
};
struct prints_queue : service {
  struct task {
    std::string title;
    std::vector<std::vector<unsigned char>> pages;
  };
  std::mutex m_;
  std::condition_variable changed_;
  std::queue<task> queue_;
  int print_document(const document *d, unsigned *job) override {
    task t;
    if (d->title != nullptr)
      t.title = d->title;
    for (auto *p = d->pages; p; p = p->next)
      t.pages.emplace_back(p->data, p->data + p->bytes);
    std::unique_lock hold(m_);
    queue_.push(std::move(t));
    *job = static_cast<unsigned>(queue_.size());
    hold.unlock();
    changed_.notify_one();
    return 0;
  }
};
struct prints_scoped_pointer : service {
  const document *current_ = nullptr;
  unsigned size_of_current() const { return current_ ? current_->copies : 0; }
  int print_document(const document *d, unsigned *job) override {
    current_ = d;
    tools::at_exit done{[this] { current_ = nullptr; }};
    *job = size_of_current();
    return 0;
  }
};
struct documents : service {
  int document_of(unsigned job, document **d) override {
    *d = rpc::allocate<document>();
    (*d)->owner = rpc::allocate<account_name>();
    (*d)->owner->name = copied("root");
    (*d)->title = copied("job " + std::to_string(job));
    return 0;
  }
};
struct documents_failed : service {
  int document_of(unsigned job, document **d) override {
    if (job == 0) {
      *d = nullptr;
      return 2;
    }
    auto *made = static_cast<document *>(rpc::allocate(sizeof(document)));
    made->title = nullptr;
    made->owner = rpc::allocate<account_name>();
    made->pages = nullptr;
    made->copies = 1;
    *d = made;
    return 0;
  }
};
struct documents_either : service {
  int document_of(unsigned job, document **d) override {
    *d = rpc::allocate<document>();
    if (job % 2)
      (*d)->owner = rpc::allocate<account_name>();
    else
      (*d)->owner = tools::make<account_name>();
    return 0;
  }
};
struct pages_counted : service {
  int print_pages(const page *first) override {
    const auto last = [](const page *p) {
      while (p && p->next)
        p = p->next;
      return p;
    };
    const page *end = last(first);
    return end ? static_cast<int>(end->number) : 0;
  }
};
struct pages_bytes : service {
  int print_pages(const page *first) override {
    int found = 0;
    for (const page *p = first; p; p = p->next) {
      const std::span data(p->data, p->bytes);
      if (!data.empty() && data.front() == 0x1b)
        ++found;
      found += static_cast<int>(std::ranges::count(data, 0));
    }
    return found;
  }
};
struct pages_unset : service {
  void drop_pages(page **first) override {
    for (page *p = *first; p; p = p->next)
      p->bytes = p->bytes;
  }
};
struct pages_made : service {
  void drop_pages(page **first) override {
    if (!*first)
      *first = rpc::allocate<page>();
  }
};
struct queues : service {
  void queue_of(unsigned printer, queue_state *state) override {
    const unsigned tray = printer % 4;
    state->room = 8;
    state->used = std::min(tray_use[tray], state->room);
    state->jobs = rpc::allocate_array<unsigned>(state->room);
  }
};
struct queues_vector : service {
  std::vector<unsigned> jobs_;
  void queue_of(unsigned, queue_state *state) override {
    state->room = static_cast<unsigned>(jobs_.size());
    state->jobs = rpc::allocate_array<unsigned>(jobs_.size());
    state->used = state->room;
    std::ranges::copy(jobs_, state->jobs);
  }
};
struct queues_advance : service {
  void advance_queue(queue_state *state) override {
    if (state->used > 0) {
      std::rotate(state->jobs, state->jobs + 1, state->jobs + state->used);
      --state->used;
    }
  }
};
struct queues_full : service {
  void advance_queue(queue_state *state) override {
    if (state->used < state->room)
      state->jobs[state->used++] = 0;
  }
};
struct device_names : service {
  int device_name(unsigned index, char **name) override {
    *name = nullptr;
    if (index >= devices.size())
      return 259;
    *name = copied(devices[index]);
    return 0;
  }
};
struct device_names_at : service {
  int device_name(unsigned index, char **name) override {
    switch (index) {
    case 0:
      *name = copied("lpt1");
      break;
    case 1:
      *name = copied("lpt2");
      break;
    default:
      *name = nullptr;
      return 259;
    }
    return 0;
  }
};
struct device_names_strdup : service {
  int device_name(unsigned index, char **name) override {
    std::unique_ptr<char, decltype(&std::free)> made(strdup("device"), &std::free);
    *name = copied(made.get());
    return static_cast<int>(index);
  }
};
struct default_printer_stream : service {
  char *default_printer() override {
    std::ostringstream out;
    out << "lpt" << 1;
    return copied(out.str());
  }
};
struct titles : service {
  int set_title(unsigned, char *title) override {
    if (char *dot = std::strrchr(title, '.'))
      *dot = '\0';
    std::string_view all(title);
    if (all.size() > 3)
      title[3] = 0;
    return 0;
  }
};
struct titles_moved : service {
  int set_title(unsigned, char *title) override {
    const char *from = title;
    while (*from == ' ')
      ++from;
    std::memmove(title, from, std::strlen(from) + 1);
    return 0;
  }
};
struct covers : service {
  page *cover(unsigned job) override {
    if (!may_proceed())
      return nullptr;
    page *p = tools::make<page>(job);
    p->bytes = 3;
    p->data = rpc::allocate_array<unsigned char>(p->bytes);
    return p;
  }
};
}
