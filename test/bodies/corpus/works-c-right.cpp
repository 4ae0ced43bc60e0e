// C with goto cleanup: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
namespace works_c_right {
using namespace works;
static char last_title[80];
static attendee *pool;
static unsigned table[64];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *dup(const char *s) {
  size_t n = strlen(s) + 1;
  char *c = (char *)rpc::allocate(n);
  if (c)
    memcpy(c, s, n);
  return c;
}
static char *mdup(const char *s) {
  size_t n = strlen(s) + 1;
  char *c = (char *)malloc(n);
  if (c)
    memcpy(c, s, n);
  return c;
}
struct a1 : service {
  int get_event(cal h, unsigned id, event **e) override {
    int rc = 0;
    event *r = nullptr;
    if (id >= h->events) {
      rc = 2;
      goto out;
    }
    r = (event *)rpc::allocate(sizeof *r);
    if (!r) {
      rc = 12;
      goto out;
    }
    memset(r, 0, sizeof *r);
    r->at = (when *)rpc::allocate(sizeof(when));
    if (!r->at) {
      rc = 12;
      r = nullptr;
      goto out;
    }
    r->at->start = 0;
    r->at->minutes = 30;
  out:
    *e = r;
    return rc;
  }
};
struct a2 : service {
  int attendees(cal h, unsigned id, attendee **first) override {
    attendee *a, *b;
    *first = nullptr;
    if (!known(id))
      return 1;
    a = (attendee *)rpc::allocate(sizeof *a);
    b = (attendee *)rpc::allocate(sizeof *b);
    a->name = dup(h->owner.c_str());
    a->mail = nullptr;
    b->name = dup(a->name);
    b->mail = nullptr;
    b->next = nullptr;
    a->next = b;
    *first = a;
    return 0;
  }
};
struct a3 : service {
  int invite(cal h, const attendee *first) override {
    const attendee *a;
    int n = 0;
    if (first == nullptr)
      goto done;
    a = first;
    do {
      if (a->name && strcmp(a->name, "x") == 0) {
        n = -1;
        goto done;
      }
      n++;
      a = a->next;
    } while (a);
  done:
    h->touch();
    return n;
  }
};
struct a4 : service {
  int rename_event(unsigned id, char *title) override {
    size_t n = strlen(title);
    char buffer[64];
    snprintf(buffer, sizeof buffer, "event %u", id);
    if (strlen(buffer) > n)
      return 1;
    strcpy(title, buffer);
    return 0;
  }
};
struct a5 : service {
  int note(cal h, const char *text) override {
    if (!text)
      return 1;
    pthread_mutex_lock(&lock);
    strncpy(last_title, text, sizeof last_title - 1);
    last_title[sizeof last_title - 1] = 0;
    pthread_mutex_unlock(&lock);
    return h->events;
  }
};
struct a6 : service {
  int slots(unsigned n, unsigned *got, unsigned *free_slots) override {
    unsigned i, filled = 0;
    for (i = 0; i < 64; i++) {
      if (filled == n)
        break;
      if (table[i])
        free_slots[filled++] = table[i];
    }
    *got = filled;
    return 0;
  }
};
struct a7 : service {
  int pack(unsigned *n, unsigned *values) override {
    unsigned i, j = 0;
    const unsigned total = *n;
    for (i = 0; i < total; i++)
      if (values[i])
        values[j++] = values[i];
    while (j < total)
      values[j++] = 0;
    return 0;
  }
};
struct a8 : service {
  int answer(unsigned id, unsigned *yes) override {
    if (id >= 64)
      return 1;
    table[id] = *yes;
    return 0;
  }
};
struct a9 : service {
  void convert(shape *s) override {
    switch (s->kind) {
    case 1:
      s->u.radius *= 2;
      break;
    case 2:
      if (s->u.text && s->u.text[0])
        s->u.text[0] = '*';
      break;
    case 3:
      if (s->u.picture)
        s->u.picture->width = 0;
      break;
    }
  }
};
struct b1 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    tile *r = nullptr;
    int rc = 87;
    if (w == 0 || h == 0 || w > 1024 || h > 1024)
      goto fail;
    rc = 12;
    r = rpc::allocate<tile>();
    if (!r)
      goto fail;
    r->width = w;
    r->height = h;
    r->size = w * h;
    r->pixels = (unsigned char *)rpc::allocate((size_t)w * h);
    if (!r->pixels) {
      r->size = 0;
      goto fail;
    }
    memset(r->pixels, 0, (size_t)w * h);
    rc = 0;
  fail:
    *t = r;
    return rc;
  }
};
struct b2 : service {
  int write_tile(const tile *t) override {
    unsigned char *copy;
    int rc = 0;
    if (!t->pixels || t->size == 0)
      return 0;
    copy = (unsigned char *)malloc(t->size);
    if (!copy) {
      rc = 12;
      goto out;
    }
    memcpy(copy, t->pixels, t->size);
    if (copy[0] == 0xff) {
      rc = 1;
      goto out;
    }
  out:
    free(copy);
    return rc;
  }
};
struct b3 : service {
  void blur(tile *t) override {
    unsigned char *fresh;
    if (t->size < 2 || !t->pixels)
      return;
    fresh = rpc::allocate_array<unsigned char>(t->size);
    for (unsigned i = 1; i < t->size; i++)
      fresh[i] = (t->pixels[i - 1] + t->pixels[i]) / 2;
    t->pixels = fresh;
  }
};
struct b4 : service {
  void prune(folder **root) override {
    folder *f;
    if (!root || !*root)
      return;
    for (f = (*root)->first; f; f = f->next) {
      if (f->id == 0)
        f->id = 1;
      if (f->name && strcmp(f->name, "tmp") == 0)
        f->name[0] = '_';
    }
  }
};
struct b5 : service {
  int close_calendar(cal *h) override {
    calendar *c = *h;
    *h = nullptr;
    if (!c)
      return 1;
    delete c;
    return 0;
  }
};
struct b6 : service {
  int reopen(cal *h, unsigned mode) override {
    int rc = 0;
    calendar *c = *h;
    if (!c) {
      if (mode != 0) {
        rc = 5;
        goto end;
      }
      c = new (std::nothrow) calendar;
      if (!c) {
        rc = 12;
        goto end;
      }
      *h = c;
    }
    c->touch();
  end:
    return rc;
  }
};
struct b7 : service {
  int bins(unsigned n, unsigned **counts) override {
    unsigned local[256] = {};
    *counts = nullptr;
    if (n > 256)
      return 1;
    for (unsigned i = 0; i < n; i++)
      local[i] = i;
    *counts = rpc::allocate_array<unsigned>(n);
    memcpy(*counts, local, n * sizeof *local);
    return 0;
  }
};
struct b8 : service {
  int caption(unsigned index, char **text) override {
    static const char *const names[] = {"first", "second", "third"};
    if (index >= sizeof names / sizeof names[0]) {
      *text = nullptr;
      return 1;
    }
    *text = dup(names[index]);
    return *text ? 0 : 12;
  }
};
struct b9 : service {
  int palette(unsigned index, unsigned *colour) override {
    *colour = index < 64 ? table[index] : 0;
    return index < 64 ? 0 : 1;
  }
};
struct c1 : service {
  int scan(unsigned n, const unsigned char *data, unsigned *sum) override {
    unsigned s = 0;
    while (n--)
      s += *data++;
    *sum = s;
    return 0;
  }
};
struct c2 : service {
  int tree(unsigned depth, folder **root) override {
    folder **at = root;
    unsigned i;
    if (depth > 32)
      depth = 32;
    for (i = 0; i < depth; i++) {
      folder *f = (folder *)rpc::allocate(sizeof *f);
      if (!f)
        break;
      f->name = nullptr;
      f->next = nullptr;
      f->id = i;
      *at = f;
      at = &f->first;
    }
    *at = nullptr;
    return 0;
  }
};
struct c3 : service {
  int depth(const folder *f) override {
    const folder *stack[32];
    int top = 0, most = 0;
    stack[top++] = f;
    while (top > 0) {
      const folder *at = stack[--top];
      if (top > most)
        most = top;
      if (at->next && top < 31)
        stack[top++] = at->next;
      if (at->first && top < 31)
        stack[top++] = at->first;
    }
    return most;
  }
};
struct c4 : service {
  void tidy(attendee *first) override {
    attendee *at = first;
    while (at->next)
      at = at->next;
    at->next = (attendee *)rpc::allocate(sizeof *at);
    at->next->name = dup("host");
    at->next->mail = nullptr;
    at->next->next = nullptr;
  }
};
struct c5 : service {
  int invite(cal h, const attendee *first) override {
    attendee *copy = nullptr;
    if (!first)
      return 1;
    copy = (attendee *)malloc(sizeof *copy);
    if (!copy)
      return 2;
    copy->name = first->name ? mdup(first->name) : nullptr;
    copy->mail = first->mail ? mdup(first->mail) : nullptr;
    copy->next = pool;
    pool = copy;
    h->touch();
    return 0;
  }
};
struct c6 : service {
  int describe(unsigned id, shape *s) override {
    char text[32];
    snprintf(text, sizeof text, "shape %u", id);
    if (id == 0) {
      s->kind = 1;
      s->u.radius = 0;
      return 0;
    }
    s->kind = 2;
    s->u.text = dup(text);
    return 0;
  }
};
struct c7 : service {
  int draw(const shape *s) override {
    if (s->kind == 3 && s->u.picture)
      return s->u.picture->width;
    if (s->kind == 2)
      return s->u.text ? (int)strlen(s->u.text) : 0;
    return 0;
  }
};
struct c8 : service {
  int list_events(cal h, unsigned from, unsigned most, event_list *list) override {
    unsigned i, n;
    list->count = 0;
    list->events = nullptr;
    if (from >= h->events)
      return 0;
    n = h->events - from;
    if (most < n)
      n = most;
    list->events = (event **)rpc::allocate(n * sizeof(event *));
    if (!list->events)
      return 12;
    for (i = 0; i < n; i++)
      list->events[i] = nullptr;
    list->count = n;
    return 0;
  }
};
struct c9 : service {
  int add_event(cal h, const event *e, unsigned *id) override {
    *id = 0;
    if (!e->title)
      return 1;
    if (h->events >= 32)
      return 2;
    h->ids[h->events] = e->count ? e->rooms[0] : 0;
    *id = h->events++;
    return 0;
  }
};
int use1(const client &c, cal h) {
  event *e = nullptr;
  int rc = c.get_event(h, 1, &e);
  if (rc)
    goto out;
  if (!e)
    return -1;
  rc = e->count;
out:
  rpc::free(e);
  return rc;
}
int use2(const client &c, cal h) {
  event *e = nullptr;
  if (c.get_event(h, 1, &e) == 0) {
    trace("%u", e->count);
    rpc::free(e);
    return 0;
  }
  return 1;
}
int use3(const client &c) {
  folder *f = c.home(3);
  unsigned id = 0;
  if (f) {
    id = f->id;
    rpc::free(f);
    f = nullptr;
  }
  if (f)
    id = f->id;
  return id;
}
int use4(const client &c) {
  unsigned sum = 0;
  int failed = 0;
  try {
    c.palette(2, &sum);
  } catch (rpc::error &) {
    failed = 1;
  }
  if (failed)
    return -1;
  return sum;
}
int use5(const client &c) {
  char *text = nullptr;
  int rc = c.caption(1, &text);
  if (rc != 0)
    return rc;
  rc = text ? (int)strlen(text) : 0;
  rpc::free(text);
  return rc;
}
int use6(const client &c, unsigned **keep) {
  unsigned *p = nullptr;
  if (c.bins(4, &p) != 0 || !p)
    return 1;
  *keep = p;
  return 0;
}
}
