// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct rec { int a; int b; };
struct person { [[rpc::string]] char *name; int age; };
void make([[rpc::out]] rec **r);
void put([[rpc::out]] rec *r);
void measure([[rpc::out]] std::uint32_t *size);
void who([[rpc::out]] person *p);
void edit([[rpc::in, rpc::out]] rec *r);
void find([[rpc::out]] rec **r, [[rpc::out, rpc::comm_status, rpc::fault_status]] std::uint32_t *status);
[[rpc::comm_status, rpc::fault_status]] std::uint32_t ask([[rpc::out]] rec *r);
}

[[rpc::stubs]];

void say(std::string_view text);

namespace wrong {
using namespace tested;
int followed(const client &c) {
  rec *r = nullptr;
  try {
    c.make(&r); // expected-note {{this call}}
  } catch (const rpc::error &) {
    return r->a; // expected-warning {{'make' has failed here, and its results are null [failed-read-client]}}
  }
  rpc::free(r);
  return 0;
}
int behind_the_handler(const client &c) {
  rec *r = nullptr;
  try {
    c.make(&r); // expected-note {{this call}}
  } catch (const rpc::error &e) {
    say(e.what());
  }
  const int a = r->a; // expected-warning {{'make' has failed here, and its results are null}}
  rpc::free(r);
  return a;
}
unsigned never_set(const client &c) {
  std::uint32_t size;
  try {
    c.measure(&size); // expected-note {{this call}}
  } catch (...) {
  }
  return size; // expected-warning {{'measure' has failed here, and what it should have set is not valid [failed-read-client]}}
}
int in_the_handler(const client &c) {
  rec r{};
  try {
    c.put(&r); // expected-note {{this call}}
  } catch (const std::exception &) {
    return r.a; // expected-warning {{'put' has failed here, and what it should have set is not valid}}
  }
  return r.b;
}
char inside(const client &c) {
  person p{};
  try {
    c.who(&p); // expected-note {{this call}}
  } catch (const rpc::error &) {
    return *p.name; // expected-warning {{'who' has failed here, and its results are null}}
  }
  rpc::free(p.name);
  return 0;
}
int by_parameter(const client &c) {
  rec *r = nullptr;
  std::uint32_t status = 0;
  c.find(&r, &status); // expected-note {{this call}}
  if (status != 0)
    return r->a; // expected-warning {{'find' has failed here, and its results are null}}
  rpc::free(r);
  return 0;
}
int by_result(const client &c) {
  rec r;
  if (c.ask(&r)) // expected-note {{this call}}
    return r.b; // expected-warning {{'ask' has failed here, and what it should have set is not valid}}
  return r.a;
}
int by_variable(const client &c) {
  rec r;
  const std::uint32_t status = c.ask(&r); // expected-note {{this call}}
  if (0 == status)
    return r.a;
  return r.b; // expected-warning {{'ask' has failed here, and what it should have set is not valid}}
}
}

// Silent.
namespace right {
using namespace tested;
int tested_first(const client &c) {
  rec *r = nullptr;
  try {
    c.make(&r);
  } catch (const rpc::error &) {
  }
  const int a = r ? r->a : 0;
  rpc::free(r);
  return a;
}
unsigned with_default(const client &c) {
  std::uint32_t size = 100;
  try {
    c.measure(&size);
  } catch (const rpc::error &e) {
    say(e.what());
  }
  return size;
}
int sent_before(const client &c) {
  rec r{1, 2};
  try {
    c.edit(&r);
  } catch (const rpc::error &) {
    return r.a;
  }
  return r.b;
}
int set_in_the_handler(const client &c) {
  rec r;
  try {
    c.put(&r);
  } catch (const rpc::error &) {
    r = {1, 2};
    return r.a;
  }
  return r.a;
}
int succeeded(const client &c) {
  rec *r = nullptr;
  std::uint32_t status = 0;
  c.find(&r, &status);
  if (status != 0)
    return -1;
  const int a = r ? r->a : 0;
  rpc::free(r);
  rec other;
  return c.ask(&other) == 0 ? a + other.a : a;
}
}
