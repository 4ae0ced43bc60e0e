// C with goto cleanup: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_c {
using namespace works;
static const char *last_title;
static attendee *pool;
static unsigned table[64];
static char *dup(const char *s) {
  size_t n = strlen(s) + 1;
  char *c = (char *)rpc::allocate(n);
  if (c)
    memcpy(c, s, n);
  return c;
}
struct a1 : service {
  int get_event(cal h, unsigned id, event **e) override {
    int rc = 0;
    event *r = (event *)rpc::allocate(sizeof *r);
    r->title = nullptr;
    r->at = nullptr;
    r->people = nullptr;
    r->count = 0;
    if (id >= h->events) {
      rc = 2;
      goto out;
    }
    r->at = (when *)rpc::allocate(sizeof(when));
    r->at->start = 0;
    r->at->minutes = 30;
    r->rooms = nullptr;
  out:
    *e = r;
    return rc; // expected-warning {{[failure-inconsistent]}} expected-warning {{[unset-out-ref]}}
  }
};
struct a2 : service {
  int attendees(cal h, unsigned id, attendee **first) override {
    attendee *a, *b;
    if (!known(id)) {
      *first = nullptr;
      return 1;
    }
    a = rpc::allocate<attendee>();
    b = rpc::allocate<attendee>();
    a->name = dup(h->owner.c_str());
    b->name = a->name; // expected-warning {{[alias-unique]}}
    a->next = b;
    *first = a;
    return 0;
  }
};
struct a3 : service {
  int invite(cal h, const attendee *first) override {
    const attendee *a = first;
    do {
      if (strcmp(a->name, "x") == 0) // expected-warning {{[unchecked-null]}} expected-warning {{[unchecked-null]}}
        return 1;
      a = a->next;
    } while (a);
    h->touch();
    return 0;
  }
};
struct a4 : service {
  int rename_event(unsigned id, char *title) override {
    char buffer[64];
    snprintf(buffer, sizeof buffer, "event %u", id);
    strcpy(title, buffer); // expected-warning {{[inout-string-grow]}}
    return 0;
  }
};
struct a5 : service {
  int note(cal h, const char *text) override {
    if (!text)
      return 1;
    last_title = text; // expected-warning {{[retain-pointer]}}
    return h->events;
  }
};
struct a6 : service {
  int slots(unsigned n, unsigned *got, unsigned *free_slots) override {
    unsigned i, filled = 0;
    for (i = 0; i < 64 && filled < n; i++)
      if (table[i])
        free_slots[filled++] = table[i];
    *got = n + 1; // expected-warning {{[length-exceeds-size]}}
    return 0;
  }
};
struct a7 : service {
  int pack(unsigned *n, unsigned *values) override {
    unsigned i, j = 0;
    for (i = 0; i < *n; i++)
      if (values[i])
        values[j++] = values[i];
    *n = j; // expected-warning {{[change-size-var]}}
    return 0;
  }
};
struct a8 : service {
  int answer(unsigned id, unsigned *yes) override {
    *yes = table[id & 63]; // expected-warning {{[lost-result]}}
    return 0;
  }
};
struct a9 : service {
  void convert(shape *s) override {
    switch (s->kind) {
    case 1:
      s->kind = 2; // expected-warning {{[change-union-tag]}}
      s->u.text = dup("circle");
      break;
    default:
      break;
    }
  }
};
struct b1 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    tile *r = rpc::allocate<tile>();
    if (w == 0 || h == 0) {
      *t = r;
      return 1;
    }
    r->width = w;
    r->height = h;
    r->size = w * h;
    r->pixels = (unsigned char *)rpc::allocate(w * h); // expected-warning {{[client-size-trust]}}
    memset(r->pixels, 0, w * h);
    *t = r;
    return 0;
  }
};
struct b2 : service {
  int write_tile(const tile *t) override {
    unsigned char *copy = (unsigned char *)malloc(t->width * 4); // expected-warning {{[client-size-trust]}}
    if (!copy)
      return 1;
    free(copy);
    return 0;
  }
};
struct b3 : service {
  void blur(tile *t) override {
    unsigned char *fresh = rpc::allocate_array<unsigned char>(16);
    if (t->pixels) {
      free(t->pixels); // expected-warning {{[free-embedded]}}
      t->pixels = fresh;
      t->size = 16;
    }
  }
};
struct b4 : service {
  void prune(folder **root) override {
    folder *f;
    if (!*root)
      return;
    f = (*root)->first;
    if (f && f->id == 0) {
      (*root)->first = f->next; // expected-warning {{[relink-next]}}
    }
  }
};
struct b5 : service {
  int close_calendar(cal *h) override {
    if (*h == nullptr)
      return 1;
    delete *h; // expected-warning {{[ctx-not-nulled]}}
    return 0;
  }
};
struct b6 : service {
  int forget(cal h) override {
    if (h->dirty)
      return 1;
    delete h; // expected-warning {{[ctx-free-in-only]}}
    return 0;
  }
};
struct b7 : service {
  int reopen(cal *h, unsigned mode) override {
    if (mode == 1)
      (*h)->touch(); // expected-warning {{[ctx-null-in]}}
    return 0;
  }
};
struct b8 : service {
  int bins(unsigned n, unsigned **counts) override {
    *counts = nullptr;
    if (n > 256)
      return 1;
    unsigned local[256] = {};
    *counts = local; // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct b9 : service {
  int caption(unsigned index, char **text) override {
    switch (index) {
    case 0:
      *text = dup("first");
      break;
    case 1:
      *text = const_cast<char *>("second"); // expected-warning {{[return-static]}}
      break;
    default:
      *text = nullptr;
      return 1;
    }
    return 0;
  }
};
struct c1 : service {
  int palette(unsigned index, unsigned *colour) override {
    *colour = table[index]; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct c2 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    unsigned s = data[0]; // expected-warning {{[unchecked-empty]}}
    for (unsigned i = 1; i < n; i++)
      s += data[i];
    *sum = s;
    return 0;
  }
};
struct c3 : service {
  int tree(unsigned depth, folder **root) override {
    folder *r = (folder *)malloc(sizeof *r);
    if (!r) {
      *root = nullptr;
      return 1;
    }
    memset(r, 0, sizeof *r);
    r->id = depth;
    *root = r; // expected-warning {{[foreign-allocator]}}
    return 0;
  }
};
struct c4 : service {
  int depth(const folder *f) override {
    int d = 0;
    for (const folder *at = f->first; at; at = at->first)
      d++;
    free((void *)f); // expected-warning {{[free-stub-owned]}}
    return d;
  }
};
struct c5 : service {
  int tree(unsigned, folder **root) override {
    root = (folder **)rpc::allocate(sizeof(folder *)); // expected-warning {{[assign-toplevel-pointer]}}
    *root = rpc::allocate<folder>();
    return 0;
  }
};
struct c6 : service {
  void blur(tile *t) override {
    unsigned char *p = (unsigned char *)realloc(t->pixels, 64); // expected-warning {{[realloc-stub-owned]}}
    if (p) {
      t->pixels = p; // expected-warning {{[foreign-allocator]}}
      t->size = 64;
    }
  }
};
struct c7 : service {
  int get_event(cal, unsigned id, event **e) override {
    event *r = rpc::allocate<event>();
    r->title = dup("untitled");
    r->count = id ? 1 : 0;
    *e = r;
    return 0; // expected-warning {{[unset-out-ref]}}
  }
};
struct c8 : service {
  void tidy(attendee *first) override {
    attendee *prev = nullptr, *at = first;
    while (at) {
      attendee *next = at->next;
      at->next = prev; // expected-warning {{[relink-next]}}
      prev = at;
      at = next;
    }
  }
};
struct c9 : service {
  int invite(cal h, const attendee *first) override {
    attendee *copy;
    if (!first)
      return 1;
    copy = (attendee *)malloc(sizeof *copy);
    if (!copy)
      return 2;
    *copy = *first;
    copy->next = pool;
    pool = copy; // expected-warning {{[retain-pointer]}}
    h->touch();
    return 0;
  }
};
struct d1 : service {
  int describe(unsigned id, shape *s) override {
    char text[32];
    snprintf(text, sizeof text, "shape %u", id);
    s->kind = 2;
    s->u.text = text; // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct d2 : service {
  int draw(const shape *s) override {
    if (s->kind == 3)
      return s->u.picture->width; // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct d3 : service {
  int list_events(cal h, unsigned from, unsigned most, event_list *list) override {
    unsigned i;
    (void)from;
    list->count = most;
    list->events = (event **)rpc::allocate(most * sizeof(event *)); // expected-warning {{[client-size-trust]}}
    for (i = 0; i < most; i++)
      list->events[i] = nullptr;
    return h->events;
  }
};
int use1(const client &c, cal h) {
  event *e = nullptr;
  int rc = c.get_event(h, 1, &e); // expected-warning {{[orphan-client]}}
  if (rc)
    return rc;
  if (!e)
    return -1;
  rc = e->count;
  return rc;
}
int use2(const client &c, cal h) {
  event *e = nullptr;
  int rc = c.get_event(h, 1, &e);
  if (e) {
    free(e); // expected-warning {{[deallocator-client]}}
  }
  return rc;
}
int use3(const client &c) {
  folder *f = c.home(3);
  unsigned id;
  if (!f)
    return 0;
  rpc::free(f);
  id = f->id; // expected-warning {{[dangling-client]}}
  return id;
}
int use4(const client &c) {
  unsigned sum;
  try {
    c.palette(2, &sum);
  } catch (rpc::error &) {
    trace("failed");
  }
  return sum; // expected-warning {{[failed-read-client]}}
}
}
