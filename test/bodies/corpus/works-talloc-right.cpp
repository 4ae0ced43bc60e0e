// Samba-like: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
namespace works_talloc_right {
using namespace works;
typedef int NTSTATUS;
#define NT_STATUS_OK 0
#define NT_STATUS_NO_MEMORY 17
#define NT_STATUS_INVALID 13
#define NT_STATUS_IS_OK(s) ((s) == 0)
#define talloc(ctx, T) ((T *)talloc_size_((ctx), sizeof(T)))
#define talloc_zero(ctx, T) ((T *)talloc_zero_((ctx), sizeof(T)))
#define talloc_array(ctx, T, n) ((T *)talloc_array_((ctx), sizeof(T), (n)))
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
static void *talloc_array_(const void *, size_t e, unsigned n) {
  if (n >= 0x10000000u / e)
    return NULL;
  return rpc::allocate(e * n);
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
  char *filter;
  unsigned *ids;
  unsigned n;
};
static state *global_state;
struct a1 : service {
  NTSTATUS list_events(cal h, unsigned from, unsigned most, event_list *r) override {
    unsigned n = h->events > from ? h->events - from : 0;
    n = n < most ? n : most;
    r->count = 0;
    r->events = NULL;
    if (n == 0)
      return NT_STATUS_OK;
    r->events = talloc_array(h, event *, n);
    NO_MEM(r->events);
    memset(r->events, 0, n * sizeof(event *));
    r->count = n;
    return NT_STATUS_OK;
  }
};
struct a2 : service {
  NTSTATUS list_events(cal h, unsigned, unsigned most, event_list *r) override {
    if (most > 100)
      most = 100;
    r->count = 0;
    r->events = talloc_array(h, event *, most);
    NO_MEM(r->events);
    for (unsigned i = 0; i < most; i++) {
      event *e = talloc_zero(r->events, event);
      NO_MEM(e);
      e->title = talloc_strdup(e, "x");
      e->at = talloc_zero(e, when);
      NO_MEM(e->at);
      r->events[r->count++] = e;
    }
    return NT_STATUS_OK;
  }
};
struct a3 : service {
  NTSTATUS attendees(cal h, unsigned, attendee **first) override {
    *first = NULL;
    for (auto &[id, title] : h->titles) {
      attendee *a = talloc_zero(h, attendee);
      NO_MEM(a);
      a->name = talloc_strdup(a, title.c_str());
      a->next = *first;
      *first = a;
    }
    return NT_STATUS_OK;
  }
};
struct a4 : service {
  NTSTATUS note(cal, const char *text) override {
    char *copy = NULL;
    if (text != NULL) {
      copy = strdup(text);
      NO_MEM(copy);
    }
    free(global_state->filter);
    global_state->filter = copy;
    return NT_STATUS_OK;
  }
};
struct a5 : service {
  NTSTATUS invite(cal h, const attendee *first) override {
    if (first == NULL)
      return NT_STATUS_INVALID;
    if (first->next == NULL || first->next->name == NULL)
      return NT_STATUS_INVALID;
    h->events += first->next->name[0] == 'x';
    return NT_STATUS_OK;
  }
};
struct a6 : service {
  NTSTATUS get_event(cal h, unsigned id, event **r) override {
    NTSTATUS status;
    event *e;
    *r = NULL;
    status = known(id) ? NT_STATUS_OK : NT_STATUS_INVALID;
    if (!NT_STATUS_IS_OK(status))
      return status;
    e = talloc_zero(h, event);
    NO_MEM(e);
    e->at = talloc_zero(e, when);
    if (e->at == NULL) {
      talloc_free(e);
      return NT_STATUS_NO_MEMORY;
    }
    e->title = talloc_strdup(e, "t");
    *r = e;
    return NT_STATUS_OK;
  }
};
struct a7 : service {
  NTSTATUS describe(unsigned id, shape *r) override {
    tile *t = talloc(r, tile);
    if (t == NULL) {
      r->kind = 1;
      r->u.radius = 0;
      return NT_STATUS_NO_MEMORY;
    }
    *t = (tile){id, id, 0, NULL};
    r->kind = 3;
    r->u.picture = t;
    return NT_STATUS_OK;
  }
};
struct a8 : service {
  void blur(tile *t) override {
    unsigned char *n = talloc_array(t, unsigned char, t->size);
    if (n == NULL)
      return;
    for (unsigned i = 0; i < t->size; i++)
      n[i] = t->pixels[i] >> 1;
    t->pixels = n;
  }
};
struct a9 : service {
  NTSTATUS reopen(cal *h, unsigned mode) override {
    calendar *c = *h;
    if (mode == 0 && c == NULL) {
      *h = new calendar;
      return NT_STATUS_OK;
    }
    if (c == NULL)
      return NT_STATUS_INVALID;
    c->events++;
    return NT_STATUS_OK;
  }
};
struct b1 : service {
  NTSTATUS tree(unsigned depth, folder **root) override {
    folder *f = talloc_zero(NULL, folder);
    NO_MEM(f);
    f->first = talloc_zero(f, folder);
    f->next = talloc_zero(f, folder);
    f->id = depth;
    *root = f;
    return f->first && f->next ? NT_STATUS_OK : NT_STATUS_NO_MEMORY;
  }
};
struct b2 : service {
  NTSTATUS scan(unsigned n, const unsigned char *d, unsigned *sum) override {
    *sum = n > 0 ? d[n - 1] : 0;
    return NT_STATUS_OK;
  }
};
struct b3 : service {
  NTSTATUS open_calendar(const char *owner, cal *h) override {
    calendar *c;
    *h = NULL;
    if (owner == NULL || *owner == '\0')
      return NT_STATUS_INVALID;
    c = new calendar;
    c->owner = owner;
    c->raw = c->owner.c_str();
    c->view = c->owner;
    *h = c;
    return NT_STATUS_OK;
  }
};
struct b4 : service {
  NTSTATUS forget(cal h) override {
    h->titles.clear();
    h->rooms = {};
    h->events = 0;
    h->raw = NULL;
    h->last.clear();
    return NT_STATUS_OK;
  }
};
struct b5 : service {
  NTSTATUS home_count(const folder *f) {
    return f->first ? 1 : 0;
  }
  NTSTATUS depth(const folder *f) override {
    return home_count(f) + (f->next ? home_count(f->next) : 0);
  }
};
}
