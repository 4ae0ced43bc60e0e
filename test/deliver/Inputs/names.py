"""names.py FOLDER HEADER...: a header in which every identifier that the stubs of the headers add is the name of a thing of each
kind. Their text is in the folder."""
import os
import re
import sys

KEYWORDS = set("""
alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class compl concept const
consteval constexpr constinit const_cast continue co_await co_return co_yield decltype default delete do double dynamic_cast
else enum explicit export extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq
nullptr operator or or_eq private protected public register reinterpret_cast requires return short signed sizeof static
static_assert static_cast struct switch template this thread_local throw true try typedef typeid typename union unsigned using
virtual void volatile wchar_t while xor xor_eq""".split())
# What the stubs declare in the namespace of an interface (reserved-name), and macros of the compiler and of <cstdint>.
RESERVED = {"basic_client", "client", "functions", "service", "wire", "__cplusplus"}

# Words of templates and of headers that a text need not show.
MORE = """Binding Frame Self Service T binding_ checked choose frame from get load pointee put raise reader release rpc self
std store take uuid value writer""".split()


def identifiers(path):
    text = re.sub(r"//.*|#.*", "", open(path).read())
    return set(re.findall(r"\b[A-Za-z_]\w*", re.sub(r'"[^"\n]*"', "", text)))


def added(folder, header):
    stem = os.path.splitext(os.path.basename(header))[0]
    return identifiers(os.path.join(folder, stem + ".rpc.h")) - identifiers(header)


def interface(n, x, kind, declarations):
    attributes = f'rpc::interface("6a1f9b0e-54c2-4d0f-8f4b-{n:08x}{kind:04x}", 1, 0), rpc::pointer_default(unique)'
    return f"namespace outer{n}_{kind} {{ namespace {x} {{ namespace [[{attributes}]] {x} {{\n{declarations}\n}} }} }}\n"


print("#include <rpc/rpc.h>\n#include <string>\n#include <vector>\n")
names = []
words = set(MORE).union(*(added(sys.argv[1], header) for header in sys.argv[2:]))
for n, x in enumerate(sorted(words - KEYWORDS - RESERVED)):
    places = [
        # An operation, a parameter, a field, an arm and enumerators.
        f"""struct a_holder {{ ::std::uint32_t {x}; [[rpc::size_is({x})]] a_holder* a_more; }};
struct a_held {{ [[rpc::string]] char* {x}; }};
union [[rpc::switch_type(::std::uint32_t)]] a_either {{ [[rpc::case(1)]] ::std::uint32_t {x}; [[rpc::case(2)]] a_holder* a_h; }};
enum class a_scoped {{ {x} }};
::std::uint32_t {x}([[rpc::in]] ::std::uint32_t {x});
::std::uint32_t a_counted([[rpc::in]] ::std::uint32_t {x}, [[rpc::in, rpc::size_is({x})]] const a_holder* a_h, [[rpc::in]] a_scoped a_e,
                      [[rpc::in, rpc::switch_is({x})]] const a_either& a_u, [[rpc::in]] ::std::string_view a_s);
void a_filled([[rpc::in]] ::std::uint32_t a_n, [[rpc::out, rpc::size_is(a_n), rpc::length_is(a_n)]] a_held* {x});
void a_kept([[rpc::in]] ::std::string {x}, [[rpc::out]] ::std::vector<::std::uint32_t>& a_more);
[[rpc::notify]] void a_told([[rpc::in]] ::rpc::handle_t {x});
[[rpc::local]] void a_told_notify();""",
        # Types, and what may have the same name as a type. Names that begin with a_ are none of the stubs'.
        f"struct {x} {{ {x}* next; }};\nvoid a_f([[rpc::in]] const {x}* a_v, [[rpc::out]] {x}& a_w);",
        f"enum {x} {{ first_value }};\nvoid a_f([[rpc::in]] {x} a_v, [[rpc::out]] {x}& a_w);",
        f"struct {x} {{ struct {x}* next; }};\nvoid {x}([[rpc::in]] const struct {x}* a_v, [[rpc::out]] struct {x}& a_w);",
        f"enum {x} {{ {x} }};\nvoid a_f([[rpc::in]] enum {x} a_v, [[rpc::out]] enum {x}& a_w);",
        f"enum a_colours {{ {x} }};\nvoid a_f([[rpc::in]] a_colours a_v, [[rpc::out]] a_colours& a_w);",
        f"using {x} [[rpc::string]] = const char*;\nvoid a_f([[rpc::in]] {x} a_v);",
        f"struct a_state;\nusing {x} [[rpc::context_handle]] = a_state*;\n[[rpc::local]] void {x}_rundown({x} left);\n"
        f"void a_f([[rpc::out]] {x}& a_v);\nvoid a_g([[rpc::in, rpc::out]] {x}& a_v);",
        f"union [[rpc::switch_type(::std::uint32_t)]] {x} {{ [[rpc::case(1)]] ::std::uint32_t a_a; [[rpc::default]] ::std::uint32_t a_b; }};\n"
        f"void a_f([[rpc::in]] ::std::uint32_t a_n, [[rpc::in, rpc::switch_is(a_n)]] const {x}* a_v);",
    ]
    for kind, declarations in enumerate(places):
        print(interface(n, x, kind, declarations))
    names.append(f"outer{n}_0::{x}::{x}")

print("[[rpc::stubs]];\n")
print("#ifdef INSTANTIATE")
for each in names:
    print(f"template class ::{each}::basic_client<rpc::binding>;")
    print(f"static_assert(&::rpc::dispatch_table<::{each}::service> != nullptr);")
print("#endif")
