// Mistakes in callers of all of these.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;

namespace callers {
int leak(const client &c) {
  account_name *name = nullptr;
  sid who{};
  if (c.account_of(&who, &name) != 0) // expected-warning {{[orphan-client]}}
    return -1;
  return static_cast<int>(name->use);
}
int wrong_free(const client &c) {
  account_name *name = nullptr;
  sid who{};
  if (c.account_of(&who, &name) != 0)
    return -1;
  rpc::free(name->name);
  rpc::free(name->domain);
  std::free(name); // expected-warning {{[deallocator-client]}}
  return 0;
}
int freed_twice(const client &c) {
  char *name = c.default_printer();
  log_line(name);
  rpc::free(name);
  rpc::free(name); // expected-warning {{[dangling-client]}}
  return 0;
}
std::string used_after(const client &c) {
  char *name = c.default_printer();
  rpc::free(name);
  return name; // expected-warning {{[dangling-client]}}
}
int failed_read(const client &c) {
  unsigned size = 0;
  block *b = nullptr;
  const int rc = c.read_block(0, 16, &b);
  size = b->size; // missed: [failed-read-client]: the result was set before, and is tested later
  rpc::free(b->bytes);
  rpc::free(b);
  return rc ? rc : static_cast<int>(size);
}
void wrong_owner(const client &c) {
  std::unique_ptr<char> name(c.default_printer()); // expected-warning {{[deallocator-client]}}
  log_line(name.get());
}
void overwritten(const client &c) {
  char *name = c.default_printer();
  name = c.default_printer(); // expected-warning {{[orphan-client]}}
  rpc::free(name);
}
void loop_leak(const client &c) {
  for (unsigned i = 0; i < 3; ++i) {
    char *name = nullptr;
    if (c.device_name(i, &name) == 0) // expected-warning {{[orphan-client]}}
      log_line(name);
  }
}
void inner_leak(const client &c) {
  block *b = nullptr;
  if (c.read_block(0, 16, &b) == 0) { // missed: [orphan-client]: the inner pointer may be null
    log_value(b->size);
    rpc::free(b);
  }
}
}
