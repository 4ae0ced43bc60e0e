"""many.py COUNT FILE COMPILER...: what do the rules over bodies cost for so many implementations?

Compiles FILE with so many classes, which take turns in four ways, with the rules and without them. The rules take less
than two seconds of a processor, and less than five times what everything else takes.
"""

import pathlib
import resource
import subprocess
import sys

CLASSES = """
struct walk_{0} : service {{
  int walk(const node *l) override {{
    int sum = 0;
    for (const node *at = l; at; at = at->next)
      if (at->v > {0})
        sum += at->v;
    return sum;
  }}
}};
struct build_{0} : service {{
  static node *make(int v) {{
    node *made = rpc::allocate<node>();
    made->v = v;
    return made;
  }}
  void build(node **l) override {{
    node **at = l;
    for (int i = 0; i < {0}; ++i) {{
      *at = make(i);
      at = &(*at)->next;
    }}
  }}
}};
struct who_{0} : service {{
  int try_who(int n, person **p) override {{
    if (n < {0})
      return 87;
    person *made = static_cast<person *>(rpc::allocate(sizeof(person)));
    made->name = rpc::allocate_array<char>(8);
    made->mail = nullptr;
    made->age = n;
    switch (n) {{
    case 1: made->age = 3; break;
    case 2: made->mail = rpc::allocate_array<char>(4); break;
    default: break;
    }}
    *p = made;
    return 0;
  }}
}};
struct names_{0} : service {{
  std::vector<std::string> known;
  int names(const std::vector<std::string> &v) override {{
    int found = 0;
    for (const std::string &name : v)
      for (const std::string &other : known)
        if (name == other)
          ++found;
    if (!v.empty() && v.front().size() > {0})
      known.push_back(v.front());
    return found;
  }}
}};
"""


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


count, path, compiler = int(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
classes = "".join(CLASSES.format(number) for number in range(count // 4))
path.write_text(f'#include "corpus.h"\nnamespace corpus {{{classes}}}\n')
without = seconds([*compiler, "-fsyntax-only", path])
rules = seconds([*compiler, "-fplugin-arg-rpcgen-bodies", "-fsyntax-only", path]) - without
print(f"{count} implementations: {rules:.2f} s for the rules, {without:.2f} s for everything else")
sys.exit(rules >= 2 or rules >= 5 * without)
