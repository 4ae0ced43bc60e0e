"""foreign.py SOURCE: writes a header with every attribute name of ours, without our namespace, on every kind of declaration."""

import pathlib
import sys

NAMES = sorted(page.stem for page in (pathlib.Path(sys.argv[1]) / "docs/attributes").glob("*.md") if page.stem != "README")

KINDS = """
namespace {a} named {{ int in_it; }}
namespace {a} {{ int in_unnamed; }}
namespace outer {{ inline namespace {a} inner {{ int deep; }} }}
namespace outer::joined {{ {a} void reached({a} int first); }}
{a} void function({a} int first, {a} const char* second);
{a} int variable;
extern "C" {{ {a} int linked({a} int first); }}
struct {a} structure {{
  {a} int field;
  {a} char text[8];
  {a} void method({a} int first);
  {a} static int shared;
  friend void befriended({a} int first);
  using alias {a} = int;
  union {{ {a} int one; {a} float other; }};
  struct {a} nested {{ {a} nested* next; }} {a} instance;
}};
class {a} klass {{ {a} int field; public: {a} klass({a} int first); {a} virtual ~klass(); }};
union {a} either {{ {a} int one; {a} float other; }};
enum {a} plain {{ first {a}, second {a} = 3 }};
enum class {a} scoped : int {{ first {a} }};
using alias {a} = int*;
typedef int typedef_name {a};
template <class T> using alias_template {a} = T*;
template <class T> struct {a} record {{ {a} T field; }};
template <class T> {a} void generic({a} T first);
template struct record<int>;
using pointer = void (*)({a} int first);
inline void body({a} int first) {{
  {a} int local = first;
  {a} for ({a} int i = 0; i < 1; ++i) {a} local += i;
  auto lambda = []({a} int n) {{ return n; }};
  {a} if (lambda(1)) {{ struct {a} inner {{ {a} int n; }}; }}
  {a};
}}
{a};
"""

print("#ifndef FOREIGN_H\n#define FOREIGN_H")
for number, (name, arguments, pattern) in enumerate(
        (name, arguments, pattern) for name in NAMES for arguments in ("", "(2)", '("text", *n)')
        for pattern in ("[[{}{}]]", "[[other::{}{}]]", "[[using other: {}{}]]")):
    attribute = pattern.format(name, arguments)
    print(f"namespace n{number} {{")
    print(KINDS.format(a=attribute))
    print("}")
for name in NAMES:
    print(f"__attribute__(({name})) void gnu_{name}(__attribute__(({name})) int n);")
    print(f"[[{name}]];" if name != "stubs" else "")
print("#endif")
