// Samba-like: talloc wrappers, NTSTATUS, checks by macros: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_talloc {
using namespace works;
typedef int NTSTATUS;
#define NT_STATUS_OK 0
#define NT_STATUS_NO_MEMORY 17
#define NT_STATUS_INVALID 13
#define NT_STATUS_IS_OK(s) ((s) == 0)
#define talloc(ctx, T) ((T *)talloc_size_((ctx), sizeof(T)))
#define talloc_zero(ctx, T) ((T *)talloc_zero_((ctx), sizeof(T)))
#define talloc_array(ctx, T, n) ((T *)talloc_size_((ctx), sizeof(T) * (n)))
#define talloc_free(p) rpc::free(p)
#define NO_MEM(p)                                                                                                                                    \
  do {                                                                                                                                               \
    if ((p) == NULL)                                                                                                                                 \
      return NT_STATUS_NO_MEMORY;                                                                                                                    \
  } while (0)
static void *talloc_size_(const void *, size_t n) {
  return rpc::allocate(n);
}
static void *talloc_zero_(const void *, size_t n) {
  void *p = rpc::allocate(n);
  if (p)
    memset(p, 0, n);
  return p;
}
static char *talloc_strdup(const void *, const char *s) {
  char *p;
  if (s == NULL)
    return NULL;
  p = (char *)rpc::allocate(strlen(s) + 1);
  if (p)
    strcpy(p, s);
  return p;
}
struct state {
  const char *filter;
  unsigned *ids;
  unsigned n;
  const attendee *who;
};
static state *global_state;
struct a1 : service {
  NTSTATUS list_events(cal h, unsigned from, unsigned most, event_list *r) override {
    (void)from;
    r->count = most;
    r->events = talloc_array(h, event *, most); // expected-warning {{[client-size-trust]}}
    NO_MEM(r->events);
    for (unsigned i = 0; i < r->count; i++)
      r->events[i] = NULL;
    return NT_STATUS_OK;
  }
};
struct a2 : service {
  NTSTATUS list_events(cal h, unsigned, unsigned most, event_list *r) override {
    if (most > 100)
      most = 100;
    r->count = most;
    r->events = talloc_array(h, event *, most);
    NO_MEM(r->events);
    for (unsigned i = 0; i < most; i++) {
      r->events[i] = talloc(r->events, event);
      NO_MEM(r->events[i]);
      r->events[i]->title = talloc_strdup(r->events[i], "x");
      r->events[i]->at = talloc_zero(r->events[i], when);
      r->events[i]->count = 0;
      r->events[i]->rooms = NULL;
    }
    return NT_STATUS_OK; // missed: [uninit-out-pointer], the reason is to be found out
  }
};
struct a3 : service {
  NTSTATUS attendees(cal h, unsigned, attendee **first) override {
    attendee *a = talloc(h, attendee);
    NO_MEM(a);
    a->name = talloc_strdup(a, h->owner.c_str());
    a->next = NULL;
    *first = a;
    return NT_STATUS_OK; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct a4 : service {
  NTSTATUS note(cal, const char *text) override {
    global_state->filter = text; // missed: [retain-pointer], where the pointer of the program points to is not known
    return NT_STATUS_OK;
  }
};
struct a5 : service {
  NTSTATUS invite(cal h, const attendee *first) override {
    if (first == NULL)
      return NT_STATUS_INVALID;
    if (first->next->name == NULL) // expected-warning {{[unchecked-null]}}
      return NT_STATUS_INVALID;
    h->touch();
    return NT_STATUS_OK;
  }
};
struct a6 : service {
  NTSTATUS get_event(cal h, unsigned id, event **r) override {
    event *e = talloc_zero(h, event);
    NO_MEM(e);
    e->title = talloc_strdup(e, "t");
    if (id != 0) {
      e->at = talloc_zero(e, when);
      NO_MEM(e->at);
    }
    *r = e; // missed: [unset-out-ref], the reason is to be found out
    return NT_STATUS_OK;
  }
};
struct a7 : service {
  NTSTATUS describe(unsigned id, shape *r) override {
    r->kind = 3;
    r->u.picture = talloc(r, tile);
    NO_MEM(r->u.picture);
    r->u.picture->width = id;
    r->u.picture->height = id;
    r->u.picture->size = 0;
    return NT_STATUS_OK; // expected-warning {{[uninit-out-pointer]}}
  }
};
struct a8 : service {
  void blur(tile *t) override {
    talloc_free(t->pixels); // expected-warning {{[free-embedded]}}
    t->pixels = NULL;
    t->size = 0;
  }
};
struct a9 : service {
  NTSTATUS write_tile(const tile *t) override {
    talloc_free((void *)t); // expected-warning {{[free-stub-owned]}}
    return NT_STATUS_OK;
  }
};
struct b1 : service {
  NTSTATUS depth(const folder *f) override {
    static const folder *top;
    if (top == NULL)
      top = f; // expected-warning {{[retain-pointer]}}
    return NT_STATUS_OK;
  }
};
struct b2 : service {
  NTSTATUS reopen(cal *h, unsigned mode) override {
    switch (mode) {
    case 0:
      if (*h == NULL)
        *h = new calendar;
      break;
    case 1:
      (*h)->events++; // expected-warning {{[ctx-null-in]}}
      break;
    }
    return NT_STATUS_OK;
  }
};
struct b3 : service {
  NTSTATUS caption(unsigned index, char **text) override {
    const char *s = index ? "one" : "none";
    *text = (char *)s; // expected-warning {{[return-static]}}
    return NT_STATUS_OK;
  }
};
struct b4 : service {
  NTSTATUS tree(unsigned depth, folder **root) override {
    folder *f = talloc_zero(NULL, folder);
    NO_MEM(f);
    f->first = talloc_zero(f, folder);
    f->next = f->first; // missed: [alias-unique], the reason is to be found out
    f->id = depth;
    *root = f;
    return NT_STATUS_OK;
  }
};
struct b5 : service {
  NTSTATUS get_event(cal h, unsigned id, event **r) override {
    event *e = talloc(h, event);
    NO_MEM(e);
    e->at = talloc_zero(e, when);
    NO_MEM(e->at);
    e->at->minutes = id;
    *r = e;
    if (id > h->events)
      return NT_STATUS_INVALID; // expected-warning {{[failure-inconsistent]}}
    e->title = NULL;
    e->people = NULL;
    e->count = 0;
    e->rooms = NULL;
    return NT_STATUS_OK;
  }
};
struct b6 : service {
  NTSTATUS scan(unsigned n, const unsigned char *d, unsigned *sum) override {
    *sum = d[n - 1]; // expected-warning {{[unchecked-empty]}}
    return NT_STATUS_OK;
  }
};
struct b7 : service {
  void prune(folder **root) override {
    folder *f = *root;
    if (f == NULL)
      return;
    if (f->id == 0)
      *root = f->next; // expected-warning {{[relink-next]}}
  }
};
}
