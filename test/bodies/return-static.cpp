// RUN: %bodies -fplugin-arg-rpcgen-Wno-lost-result %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct record { int id; [[rpc::unique, rpc::string]] const char *name; };
void literal([[rpc::out, rpc::string]] const char **name);
void variable([[rpc::out]] record **r);
[[rpc::string]] const char *result();
void field([[rpc::out]] record *r);
void copied([[rpc::out, rpc::string]] char **name);
void replaced([[rpc::out, rpc::string]] const char **name);
void in([[rpc::in]] record *r);
void value([[rpc::out]] record *r);
void constant([[rpc::out]] int **n);
}

[[rpc::stubs]];

namespace tested {
record usual;

struct implementation : service {
  void literal(const char **name) override {
    *name = "x"; // expected-warning {{'*name' of [out] parameter 'name' points to a literal, and the stub releases what results point to; copy it to memory of rpc::allocate [return-static]}}
  }
  void variable(record **r) override {
    *r = &usual; // expected-warning {{'*r' of [out] parameter 'r' points to the variable 'usual'}}
  }
  const char *result() override {
    static char text[] = "text";
    return text; // expected-warning {{the result points to the variable 'text'}}
  }
  void field(record *r) override {
    *r = {1, "one"}; // expected-warning {{'r->name' of [out] parameter 'r' points to a literal}}
  }

  // Silent.
  void copied(char **name) override {
    const char *from = "x";
    *name = rpc::allocate_array<char>(2);
    strcpy(*name, from);
  }
  void replaced(const char **name) override {
    *name = "x";
    *name = nullptr;
  }
  void in(record *r) override { r->name = "scratch"; }
  void value(record *r) override { r->id = usual.id; }
  void constant(int **n) override {
    static const int one = 1;
    *n = rpc::allocate<int>();
    **n = one;
  }
};
}
