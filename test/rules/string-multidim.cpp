// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wstring-multidim -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/warnings.h"

namespace [[INTERFACE, rpc::pointer_default(unique)]] tested {
struct s {
  [[rpc::string]] char names[4][80];              // expected-warning {{each row of field 'names' is a string of its own, and all rows travel [string-multidim]}}
  [[rpc::string]] char name[80];
  [[rpc::string]] char *texts[4];
};
void a([[rpc::in]] s *p, [[rpc::in, rpc::string]] char q[4][8]);       // expected-warning {{each row of [in] parameter 'q'}}
}

[[rpc::stubs]];
