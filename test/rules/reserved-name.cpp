// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-uuid-duplicate -fplugin-arg-rpcgen-Wno-interface-empty -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"

namespace [[INTERFACE]] tested {
// expected-error@+2 {{'client' is a name that the stubs declare in this namespace [reserved-name]}}
// expected-note@+1 {{give this another name}}
void client(int n);
// expected-error@+1 {{'service' is a name that the stubs declare}}
struct service { int n; };
// expected-error@+1 {{'wire' is a name that the stubs declare}}
enum wire { copper };
// expected-error@+1 {{'functions' is a name that the stubs declare}}
void functions();
// expected-error@+1 {{'basic_client' is a name that the stubs declare}}
enum basic_client { shy };
void a(wire w, service s);
}

// Whether an operation carries them or not.
namespace [[INTERFACE]] unused {
// expected-error@+1 {{'client' is a name that the stubs declare}}
struct client { int n; };
// expected-error@+1 {{'service' is a name that the stubs declare}}
using service = int;
// expected-error@+1 {{'functions' is a name that the stubs declare}}
extern int functions;
// expected-error@+1 {{'wire' is a name that the stubs declare}}
template <class T> class wire;
void a(int n);
}

// What the stubs call when a call has ended.
namespace [[INTERFACE]] notified {
[[rpc::notify]] void a(int n);
// expected-error@+2 {{'a_notify' is what the stubs call at the end of 'a', and not an operation [reserved-name]}}
// expected-note@+1 {{write '[[rpc::local]]' before it, or give it another name}}
void a_notify();
[[rpc::notify_flag]] void b(int n);
// expected-error@+1 {{'b_notify_flag' is what the stubs call}}
void b_notify_flag(bool succeeded);
void b_notify(int n);
[[rpc::notify]] void c(int n);
[[rpc::local]] void c_notify();
}

// Namespaces of others; those inside them are like any other.
// expected-error@+1 {{'std' is a namespace of the library, and no interface [reserved-name]}}
namespace [[INTERFACE]] std { void a(int n); }
// expected-error@+1 {{'rpc' is a namespace of the library}}
namespace [[INTERFACE]] rpc { void a(int n); }
namespace mine { namespace [[INTERFACE]] rpc { void a(int n); } }
namespace mine { namespace [[INTERFACE]] std { void a(int n); } }

// Silent.
namespace [[INTERFACE]] declared {
class client;
struct service;
namespace wire {}
void a(int n);
}
namespace [[rpc::local]] local {
struct client { int n; };
void a(client c);
}
namespace [[INTERFACE]] silent {
struct server { int client; int service; };
namespace inner { struct client { int n; }; }
void services(server wire, inner::client functions);
}

[[rpc::stubs]];
