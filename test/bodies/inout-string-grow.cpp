// RUN: %bodies %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
struct named { [[rpc::unique, rpc::string]] char *name; [[rpc::string]] char fixed[16]; };
void copied([[rpc::in, rpc::out, rpc::string]] char *s);   // expected-note {{give it room with size_is, or return another string}}
void added([[rpc::in, rpc::string]] char *s);              // expected-note {{give it room}}
void field([[rpc::in, rpc::out]] named *n);                // expected-note {{give it room}}
void sized([[rpc::in, rpc::out, rpc::string, rpc::size_is(80)]] char *s);
void made([[rpc::out, rpc::string]] char **s);
void emptied([[rpc::in, rpc::out, rpc::string]] char *s);
void array([[rpc::in, rpc::out]] named *n);
void read([[rpc::in, rpc::string]] char *s);
void bounded([[rpc::in, rpc::out, rpc::string]] char *s);
}

[[rpc::stubs]];

namespace tested {
struct implementation : service {
  void copied(char *s) override {
    strcpy(s, "long"); // expected-warning {{'strcpy' may write past the end of [in, out] parameter 's', which is as long as the client sent it [inout-string-grow]}}
  }
  void added(char *s) override {
    char *end = s;
    strcat(end, "more"); // expected-warning {{'strcat' may write past the end of [in] parameter 's'}}
  }
  void field(named *n) override {
    if (n->name)
      strcpy(n->name, n->fixed); // expected-warning {{'strcpy' may write past the end of 'n->name' of [in, out] parameter 'n'}}
  }

  // Silent.
  void sized(char *s) override { strcpy(s, "long"); }
  void made(char **s) override {
    *s = rpc::allocate_array<char>(8);
    strcpy(*s, "long");
  }
  void emptied(char *s) override { strcpy(s, ""); }
  void array(named *n) override { strcpy(n->fixed, "long"); }
  void read(char *s) override {
    char here[80];
    strcpy(here, s);
  }
  void bounded(char *s) override { strncpy(s, "long", strlen(s)); }
};
}
