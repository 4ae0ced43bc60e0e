"""limits.py FOLDER: writes interfaces that nest without end."""
import pathlib
import sys

many = 20000
declarations = {
    "stars": f"void f([[rpc::in]] int {'*' * many}p);",
    "sum": f"void f(int n, [[rpc::in, rpc::size_is({'+'.join(['n'] * many)})]] int *p);",
    "parentheses": f"void f(int n, [[rpc::in, rpc::size_is({'(' * 220}n{')' * 220})]] int *p);",
    "choices": f"void f(int n, [[rpc::in, rpc::size_is({'n ? 1 : ' * many}n)]] int *p);",
    "unnamed": f"struct s {{ struct {{ int n; }} {'*' * many}x; }}; void f([[rpc::in]] s *p);",
}
for name, declaration in declarations.items():
    pathlib.Path(sys.argv[1], name + ".cpp").write_text(f"""\
namespace [[rpc::interface("60a15ec5-4de8-11d7-a637-005056a20182", 1, 0)]] deep {{
{declaration}
}}
[[rpc::stubs]];
""")
