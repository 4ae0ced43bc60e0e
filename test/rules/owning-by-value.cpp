// RUN: %clang -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/rpc.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace [[INTERFACE]] tested {
struct node { int value; std::unique_ptr<node> next; };
struct tree { std::vector<tree> children; };
struct one { std::optional<std::vector<tree>> trees; };
struct flat { std::string name; std::vector<std::unique_ptr<int>> numbers; };
struct raw { raw *next; };
// expected-error@+2 {{[in] parameter 'list' is passed by value, and C++ would destroy it by recursion, as deep as the client likes [owning-by-value]}}
// expected-note@+1 {{pass it by reference: 'const std::unique_ptr<tested::node> &'}}
void a(std::unique_ptr<node> list);
// expected-error@+1 {{[in] parameter 't' is passed by value}}
void b(tree t);
// expected-error@+1 {{[in] parameter 'o' is passed by value}}
void c(one o);

// Silent.
tree d(const tree &t, [[rpc::in]] std::unique_ptr<node> &list, const one *o);
void e(flat f, raw r, std::vector<flat> v);
struct link { std::vector<std::shared_ptr<link>> next; };
void f(std::shared_ptr<node> list, link l);
}

[[rpc::stubs]];
