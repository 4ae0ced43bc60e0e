// As it should be in callers of all of these: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;
using tools::result_of;

namespace callers {
int freed(const client &c) {
  account_name *name = nullptr;
  sid who{};
  if (const int rc = c.account_of(&who, &name))
    return rc;
  const auto use = static_cast<int>(name ? name->use : 0);
  if (name) {
    rpc::free(name->name);
    rpc::free(name->domain);
  }
  rpc::free(name);
  return use;
}
std::string owned(const client &c) {
  const result_of<char> name(c.default_printer());
  return name ? name.get() : "";
}
void listed(const client &c, policy_handle h) {
  trust *first = nullptr;
  if (c.trusts(h, 0, &first) != 0)
    return;
  while (first) {
    trust *next = first->next;
    rpc::free(first->domain->parts);
    rpc::free(first->domain);
    rpc::free(first->name);
    rpc::free(first);
    first = next;
  }
}
void release(block *b) {
  if (!b)
    return;
  rpc::free(b->bytes);
  rpc::free(b);
}
unsigned helped(const client &c) {
  block *b = nullptr;
  tools::at_exit done{[&] { release(b); }};
  if (c.read_block(0, 16, &b) != 0)
    return 0;
  return b ? b->size : 0;
}
char *passed_on(const client &c) {
  char *name = nullptr;
  return c.device_name(0, &name) == 0 ? name : nullptr;
}
struct cache {
  std::vector<result_of<char>> names;
  void fill(const client &c) {
    for (unsigned i = 0; i < 8; ++i)
      if (char *name = nullptr; c.device_name(i, &name) == 0)
        names.emplace_back(name);
  }
};
std::size_t values(const client &c) {
  std::size_t n = 0;
  for (const auto &each : c.recent(10))
    n += each.sensor.size();
  const auto last = c.latest("t");
  return last ? n + last->sensor.size() : n;
}
}

namespace callers {
struct releaser {
  void operator()(account_name *a) const {
    if (!a)
      return;
    rpc::free(a->name);
    rpc::free(a->domain);
    rpc::free(a);
  }
};
std::string name_of(const client &c, const sid &who) {
  account_name *raw = nullptr;
  const int rc = c.account_of(&who, &raw);
  std::unique_ptr<account_name, releaser> name(raw);
  if (rc != 0 || !name)
    return {};
  return name->name ? name->name : "";
}
void all(const client &c) {
  std::vector<std::string> names;
  for (unsigned i = 0;; ++i) {
    char *name = nullptr;
    if (c.device_name(i, &name) != 0)
      break;
    names.emplace_back(name);
    rpc::free(name);
  }
}
int on_error(const client &c) {
  block *b = nullptr;
  try {
    if (c.read_block(0, 16, &b) != 0)
      return -1;
  } catch (const rpc::error &) {
    return -2;
  }
  const int size = b ? static_cast<int>(b->size) : 0;
  if (b)
    rpc::free(b->bytes);
  rpc::free(b);
  return size;
}
void given_buffer(const client &c) {
  char title[64] = "report";
  c.set_title(1, title);
  unsigned sums[4] = {};
  c.checksums(4, sums);
}
struct holder {
  document *d = nullptr;
  ~holder() {
    if (!d)
      return;
    rpc::free(d->title);
    rpc::free(d->owner);
    rpc::free(d);
  }
};
unsigned held(const client &c) {
  holder h;
  if (c.document_of(1, &h.d) != 0)
    return 0;
  return h.d ? h.d->copies : 0;
}
}
