// Callers: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
namespace works_callers_right {
using namespace works;
static folder *cached;
static void destroy(folder *f) {
  if (!f)
    return;
  destroy(f->first);
  destroy(f->next);
  rpc::free(f->name);
  rpc::free(f);
}
static void free_people(attendee *a) {
  while (a) {
    attendee *n = a->next;
    rpc::free(a->name);
    rpc::free(a->mail);
    rpc::free(a);
    a = n;
  }
}
struct folder_owner {
  folder *f = nullptr;
  ~folder_owner() {
    destroy(f);
  }
};
int r1(const client &c) {
  rpc::free(c.home(1));
  return 0;
}
int r2(const client &c) {
  folder *f = nullptr;
  c.tree(2, &f);
  int n = f ? f->id : 0;
  destroy(f);
  return n;
}
int r3(const client &c) {
  char *text = nullptr;
  const int rc = c.caption(1, &text);
  std::string s(text ? text : "");
  rpc::free(text);
  return rc == 0 ? s.size() : 0;
}
int r4(const client &c) {
  int n = 0;
  for (unsigned i = 0; i < 3; ++i) {
    folder *f = c.home(i);
    if (!f)
      continue;
    n += f->id;
    rpc::free(f);
  }
  return n;
}
int r5(const client &c) {
  cached = c.home(1);
  return cached ? 1 : 0;
}
int r6(const client &c, std::vector<folder *> &all) {
  all.push_back(c.home(1));
  all.emplace_back(c.home(2));
  return all.size();
}
folder *r7(const client &c) {
  return c.home(1);
}
int r8(const client &c) {
  folder *f = nullptr;
  try {
    c.tree(2, &f);
  } catch (const rpc::error &e) {
    trace("failed");
    return -1;
  }
  destroy(f);
  return 0;
}
int r9(const client &c) {
  unsigned colour = 0;
  try {
    if (c.palette(1, &colour) != 0)
      colour = 7;
  } catch (...) {
    colour = 9;
  }
  return colour;
}
int r10(const client &c) {
  folder_owner o;
  c.tree(2, &o.f);
  return o.f ? o.f->id : 0;
}
int r11(const client &c, cal h) {
  attendee *a = nullptr;
  if (c.attendees(h, 1, &a) == 0) {
    for (attendee *p = a; p; p = p->next)
      if (p->name)
        puts(p->name);
    free_people(a);
    return 0;
  }
  return 1;
}
int r12(const client &c, cal h) {
  attendee *a = nullptr;
  const int rc = c.attendees(h, 1, &a);
  if (rc != 0)
    return rc;
  while (a) {
    attendee *n = a->next;
    rpc::free(a);
    a = n;
  }
  return 0;
}
int r13(const client &c, cal h) {
  event *e = nullptr;
  int rc = c.get_event(h, 1, &e);
  if (rc != 0)
    return rc;
  if (!e)
    return -1;
  if (!allowed())
    rc = 2;
  rpc::free(e);
  return rc;
}
int r14(const client &c) {
  folder *root = nullptr;
  c.prune(&root);
  rpc::free(root);
  return 0;
}
int r15(const client &c) {
  folder *root = rpc::allocate<folder>();
  folder *old = root;
  c.prune(&root);
  if (root != old)
    rpc::free(old);
  rpc::free(root);
  return 0;
}
int r16(const client &c, cal h) {
  event *e = nullptr;
  for (unsigned id = 0; id < 4; ++id) {
    if (c.get_event(h, id, &e) != 0)
      continue;
    if (e)
      trace("%u", e->count);
    rpc::free(e);
    e = nullptr;
  }
  return 0;
}
int r17(const client &c) {
  rpc::stub_memory_scope scope;
  folder *f = c.home(1);
  return f ? f->id : 0;
}
int r18(const client &c, unsigned **out) {
  return c.bins(4, out);
}
int r19(const client &c, cal h) {
  event *e = nullptr;
  int status;
  do {
    status = c.get_event(h, 1, &e);
  } while (status == 5);
  if (status == 0)
    rpc::free(e);
  return status;
}
int r20(const client &c, cal h) {
  event *e = nullptr;
  const bool ok = c.get_event(h, 1, &e) == 0;
  if (!ok)
    return 1;
  rpc::free(e);
  return 0;
}
int r21(const client &c, cal h) {
  event *e = nullptr;
  if (int rc = c.get_event(h, 1, &e); rc != 0)
    return rc;
  rpc::free(e);
  return 0;
}
int r22(const client &c, cal h) {
  event *e = nullptr;
  switch (c.get_event(h, 1, &e)) {
  case 0:
    rpc::free(e);
    return 0;
  case 2:
    return -2;
  default:
    return -1;
  }
}
int r23(const client &c, cal h) {
  event_list l{};
  if (c.list_events(h, 0, 5, &l) != 0)
    return 1;
  for (unsigned i = 0; i < l.count; ++i)
    rpc::free(l.events[i]);
  rpc::free(l.events);
  return l.count;
}
int r24(const client &c) {
  char *m = c.motd();
  if (!m)
    return 0;
  const auto n = std::strlen(m);
  const auto guard = std::shared_ptr<char>(m, [](char *p) { rpc::free(p); });
  return n;
}
int r25(const client &c) {
  cal h = nullptr;
  if (c.open_calendar("me", &h) != 0)
    return 1;
  unsigned id = 0;
  when at{1, 2};
  event e{};
  e.at = &at;
  const int rc = c.add_event(h, &e, &id);
  c.close_calendar(&h);
  return rc ? rc : id;
}
int r26(const client &c) {
  album a;
  a.name = "x";
  a.bonus = std::make_unique<track>();
  c.publish(a);
  auto t = c.top(3);
  auto now = c.current();
  std::string text;
  c.summary("x", text);
  return now ? now->title.size() : text.size() + t.size();
}
void r27(const client &c, void (*take)(folder *)) {
  take(c.home(3));
}
int r28(const client &c, cal h) {
  event *e = nullptr;
  if (c.get_event(h, 1, &e) == 0 && e != nullptr) {
    rpc::free(e->title);
    rpc::free(e->at);
    rpc::free(e);
    return 0;
  }
  return 1;
}
int r29(const client &c, cal h) {
  event *e = nullptr;
  const int rc = c.get_event(h, 1, &e);
  if (rc == 0) {
    const int n = e ? e->count : 0;
    rpc::free(e);
    return n;
  }
  trace("%d", rc);
  return -rc;
}
}
