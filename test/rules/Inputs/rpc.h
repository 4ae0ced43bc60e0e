// As much of <rpc/rpc.h> as rules need: the tests compile in a tenth of the time.
#include <cstdint>
#include <type_traits>
namespace rpc {
struct none {};
template <class T> class pipe;
template <class Service> struct interface;
template <class Presented> struct wire_form;
template <class... Frames> struct operation_list {};
struct syntax_id {};
class connection;
class binding;
template <class Binding, class Result> using returned = Result;
struct handle_t {
  handle_t() = default;
  handle_t(connection &);
};
}
#define INTERFACE rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0)
