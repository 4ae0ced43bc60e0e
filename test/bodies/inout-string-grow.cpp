// RUN: %bodies %s
#include "Inputs/rpc.h"

#include <algorithm>
#include <cstdio>
#include <string>

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
void written([[rpc::in, rpc::out, rpc::string]] char *s);  // expected-note 1+ {{give it room}}
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

  void written(char *s) override {
    memcpy(s, "hello", 6); // expected-warning {{'memcpy' may write past the end of [in, out] parameter 's'}}
    std::snprintf(s, 32, "%d", 5); // expected-warning {{'snprintf' may write past the end}}
    std::copy(name_.begin(), name_.end(), s); // expected-warning {{'std::copy' may write past the end}}
    memcpy(s + strlen(s), "!", 2); // expected-warning {{'memcpy' may write past the end}}
  }
  std::string name_;

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
  void bounded(char *s) override {
    strncpy(s, "long", strlen(s));
    std::snprintf(s, strlen(s) + 1, "%d", 5);
    std::copy_n(name_.data(), std::min(name_.size(), strlen(s)), s);
    if (name_.size() <= strlen(s))
      memcpy(s, name_.c_str(), name_.size() + 1);
    const std::string copy(s);
    memcpy(s, copy.data(), copy.size());
  }
};
}
