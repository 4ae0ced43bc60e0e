// Mistakes in a printer.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;
using tools::copied;

namespace printing {
unsigned tray_use[4];
std::vector<std::string> devices;
const document *current;

struct print_owner : service {
  int print_document(const document *d, unsigned *job) override {
    *job = static_cast<unsigned>(std::strlen(d->title)); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct print_pages_of : service {
  int print_document(const document *d, unsigned *job) override {
    *job = d->pages->number; // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct print_keeps : service {
  int print_document(const document *d, unsigned *job) override {
    current = d; // expected-warning {{[retain-pointer]}}
    *job = 1;
    return 0;
  }
};
struct print_async : service {
  std::future<void> running_;
  int print_document(const document *d, unsigned *job) override {
    *job = 1;
    running_ = std::async(std::launch::async, [d] { log_value(d->copies); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct print_jthread_member : service {
  std::jthread worker_;
  int print_document(const document *d, unsigned *job) override {
    *job = 1;
    worker_ = std::jthread([d] { log_value(d->copies); }); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct print_job_lost : service {
  int print_document(const document *, unsigned *job) override {
    static unsigned next;
    job = &next; // expected-warning {{[assign-toplevel-pointer]}}
    return 0;
  }
};
struct document_no_owner : service {
  int document_of(unsigned job, document **d) override {
    *d = rpc::allocate<document>();
    (*d)->title = copied("report");
    (*d)->copies = job;
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct document_owner_null : service {
  int document_of(unsigned job, document **d) override {
    *d = rpc::allocate<document>();
    (*d)->owner = job > 3 ? rpc::allocate<account_name>() : nullptr;
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct document_on_stack : service {
  int document_of(unsigned, document **d) override {
    *d = rpc::allocate<document>();
    account_name owner{};
    (*d)->owner = &owner; // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct document_failed : service {
  int document_of(unsigned job, document **d) override {
    *d = static_cast<document *>(rpc::allocate(sizeof(document)));
    (*d)->owner = rpc::allocate<account_name>();
    (*d)->title = nullptr;
    if (job == 0)
      return 2; // expected-warning {{[failure-inconsistent]}}
    (*d)->pages = nullptr;
    return 0;
  }
};
struct pages_untested : service {
  int print_pages(const page *first) override {
    unsigned bytes = 0;
    const page *p = first;
    while (p->next) { // expected-warning {{[unchecked-null]}}
      bytes += p->bytes;
      p = p->next;
    }
    return static_cast<int>(bytes);
  }
};
struct pages_accumulated : service {
  int print_pages(const page *first) override {
    const auto add = [](unsigned so_far, const page *p) { return so_far + p->bytes; };
    return static_cast<int>(add(0, first)); // expected-warning {{[unchecked-null]}}
  }
};
struct pages_first_byte : service {
  int print_pages(const page *first) override {
    if (!first)
      return 0;
    return first->data[0]; // expected-warning {{[unchecked-empty]}}
  }
};
struct drops_first : service {
  void drop_pages(page **first) override {
    *first = (*first)->next; // expected-warning {{[relink-next]}} expected-warning {{[unchecked-null]}}
  }
};
struct drops_all : service {
  void drop_pages(page **first) override {
    if (*first)
      (*first)->next = nullptr; // expected-warning {{[relink-next]}}
  }
};
struct drops_by_pointer : service {
  void drop_pages(page **first) override {
    for (page **at = first; *at;)
      if ((*at)->bytes == 0)
        *at = (*at)->next; // expected-warning {{[relink-next]}}
      else
        at = &(*at)->next;
  }
};
struct drops_freed : service {
  void drop_pages(page **first) override {
    while (page *p = *first) {
      *first = p->next; // expected-warning {{[relink-next]}}
      rpc::free(p); // expected-warning {{[free-embedded]}} expected-warning {{[free-stub-owned]}}
    }
  }
};
struct queue_too_long : service {
  void queue_of(unsigned, queue_state *state) override {
    state->room = 8;
    state->jobs = rpc::allocate_array<unsigned>(8);
    state->used = 9; // expected-warning {{[length-exceeds-size]}}
  }
};
struct queue_static : service {
  void queue_of(unsigned, queue_state *state) override {
    static unsigned jobs[8];
    state->room = 8;
    state->used = 8;
    state->jobs = jobs; // expected-warning {{[return-static]}}
  }
};
struct queue_by_index : service {
  void queue_of(unsigned printer, queue_state *state) override {
    log_value(tray_use[printer]); // expected-warning {{[client-size-trust]}}
    *state = {};
  }
};
struct queue_grows : service {
  void advance_queue(queue_state *state) override {
    state->room += 1; // expected-warning {{[change-size-var]}}
  }
};
struct queue_used_over : service {
  void advance_queue(queue_state *state) override {
    state->used = state->room + 1; // expected-warning {{[length-exceeds-size]}}
  }
};
struct device_of_vector : service {
  int device_name(unsigned index, char **name) override {
    *name = copied(devices[index]); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct device_interior : service {
  int device_name(unsigned index, char **name) override {
    if (index >= devices.size())
      return 2;
    *name = devices[index].data(); // expected-warning {{[return-static]}}
    return 0;
  }
};
struct device_ternary : service {
  int device_name(unsigned index, char **name) override {
    *name = index == 0 ? copied("lpt1") : const_cast<char *>("lpt2"); // expected-warning {{[return-static]}}
    return 0;
  }
};
struct default_array : service {
  char *default_printer() override {
    static char name[] = "lpt1";
    return name; // expected-warning {{[return-static]}}
  }
};
struct default_stream : service {
  char *default_printer() override {
    std::ostringstream out;
    out << "lpt" << 1;
    return const_cast<char *>(out.str().c_str()); // expected-warning {{[return-stack]}}
  }
};
struct title_longer : service {
  int set_title(unsigned job, char *title) override {
    std::sprintf(title, "job %u of the queue", job); // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct title_copied_string : service {
  int set_title(unsigned, char *title) override {
    const std::string text = std::string("[") + title + "]";
    std::strcpy(title, text.c_str()); // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct cover_null_ref : service {
  page *cover(unsigned job) override {
    auto p = std::make_unique<page>();
    p->number = job;
    return p.get(); // expected-warning {{[return-stack]}}
  }
};
}
