// What clients do with results, over the fourth interface.
// RUN: %bodies -fexceptions -Wno-return-stack-address -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"
namespace site_clients {
using namespace site;
int lost_on_error(const client &c) {
  document *d = nullptr;
  if (c.document_of(4, &d)) // expected-warning {{[orphan-client]}}
    return -1;
  if (d->copies == 0)
    return -2;
  const int n = static_cast<int>(d->copies);
  rpc::free(d->title);
  rpc::free(d->owner);
  rpc::free(d);
  return n;
} // W
int deleted(const client &c) {
  page *p = c.cover(1);
  const int n = p ? static_cast<int>(p->number) : 0;
  delete p; // expected-warning {{[deallocator-client]}}
  return n;
} // W
int shared_wrong(const client &c) {
  const std::shared_ptr<char> name(c.default_printer()); // expected-warning {{[deallocator-client]}}
  return name != nullptr;
} // W
int used_after_scope(const client &c) {
  const char *kept = nullptr;
  {
    const std::unique_ptr<char, decltype(&rpc::free)> name(c.default_printer(), &rpc::free);
    kept = name.get();
  }
  return kept && kept[0] == 'l'; // expected-warning {{[dangling-client]}}
} // W
int twice(const client &c) {
  char *name = nullptr;
  if (c.device_name(1, &name) == 0)
    rpc::free(name);
  rpc::free(name); // expected-warning {{[dangling-client]}}
  return 0;
} // W
int read_failed(const client &c) {
  account_name *n = nullptr;
  const int rc = c.account_of(nullptr, &n); // expected-warning {{[orphan-client]}}
  if (rc != 0)
    return static_cast<int>(n->use);
  rpc::free(n);
  return 0;
} // W
int overwritten(const client &c) {
  char *name = nullptr;
  for (unsigned i = 0; i < 4; ++i)
    c.device_name(i, &name); // expected-warning {{[orphan-client]}}
  rpc::free(name);
  return 0;
} // W
int ignored(const client &c) {
  c.default_printer(); // expected-warning {{[orphan-client]}}
  return 0;
} // W
int caught_leak(const client &c) {
  char *name = c.default_printer(); // expected-warning {{[orphan-client]}}
  try {
    log_line(name);
  } catch (...) {
    return 1;
  }
  return 0;
} // W
int right_guard(const client &c) {
  const std::unique_ptr<char, decltype(&rpc::free)> name(c.default_printer(), &rpc::free);
  return name && name.get()[0] == 'l';
}
int right_cleanup(const client &c) {
  int rc = 0;
  char *name = nullptr;
  rc = c.device_name(1, &name);
  if (rc)
    goto done;
  log_line(name);
done:
  rpc::free(name);
  return rc;
}
int right_loop(const client &c) {
  int n = 0;
  for (unsigned i = 0; i < 4; ++i) {
    char *name = nullptr;
    if (c.device_name(i, &name) != 0)
      break;
    n += name != nullptr;
    rpc::free(name);
  }
  return n;
}
int right_vector(const client &c) {
  std::vector<char *> names;
  for (unsigned i = 0; i < 4; ++i) {
    char *name = nullptr;
    if (c.device_name(i, &name) == 0)
      names.push_back(name);
  }
  for (char *n : names)
    rpc::free(n);
  return 0;
}
int right_std(const client &c) {
  const auto all = c.recent(5);
  const auto one = c.latest("a");
  return static_cast<int>(all.size()) + one.has_value();
}
std::string right_copy(const client &c) {
  char *name = c.default_printer();
  std::string copy = name ? name : "";
  rpc::free(name);
  return copy;
}
struct text_free {
  void operator()(void *p) const {
    rpc::free(p);
  }
};
std::unique_ptr<char, text_free> right_returned(const client &c) {
  return std::unique_ptr<char, text_free>(c.default_printer());
}
}
