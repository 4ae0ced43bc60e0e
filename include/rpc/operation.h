#ifndef RPC_OPERATION_H
#define RPC_OPERATION_H

#include <rpc/uuid.h>

#include <string>
#include <type_traits>

namespace rpc {

/// The form of generated code, which says the one that it needs: a number that changes with what
/// follows, and with what else generated code uses of these headers. The namespace of descriptors
/// has the same number.
inline constexpr int stubs_format = 3;

/// What generated code says about one operation, for its frame: the aggregate that
/// holds the parameters and the return value of a call. A specialisation has
///
///   using call = Frame;
///   static constexpr std::uint16_t opnum;        // 0 to 65535
///   static constexpr char name[];                // as declared
///   static constexpr auto least_protection;      // only if it is stricter than the interface's
///   static constexpr bool idempotent = true;     // only if it is
///   using parameters = ndr::parameters<...>;     // in order of declaration
///   static constexpr auto objects;               // only with full pointers: the object_table
///   static constexpr auto binding;               // only with a handle_t: its member of the frame
///   static constexpr auto comm_status;           // only with that: its member of the frame, which
///   static constexpr auto fault_status;          // points to a std::uint32_t or returns one
///   static void run(service&, call&);            // calls the implementation
///   static void notify(service&, bool);          // only with notify or notify_flag: calls that
template <class Frame>
struct operation;

/// What generated code says about one interface, for its `service` class:
///
///   static constexpr char name[];
///   static constexpr syntax_id id;
///   static constexpr bool ndr64 = false;              // only with byte_count, which NDR64 lacks
///   static constexpr std::string_view endpoints[];    // only with endpoint: binding strings
///   static constexpr auto least_protection;           // only with protection: of its operations
///   using operations = operation_list<Frames...>;
///   static std::span<const context_rundown> rundowns();   // only with context handles
template <class Service>
struct interface;

namespace detail {

template <class Service, class Call>
std::type_identity<Service> service_of(void (*run)(Service&, Call&));

template <class Frame>
concept has_interface =
    requires { interface<typename decltype(service_of(&operation<Frame>::run))::type>::name; };

/// The name of the operation's interface; null if it belongs to none.
template <class Frame>
constexpr const char* interface_of() {
  if constexpr (has_interface<Frame>)
    return interface<typename decltype(service_of(&operation<Frame>::run))::type>::name;
  else
    return nullptr;
}

}  // namespace detail

/// Whether the interface says that it has no NDR64.
template <class Interface>
concept lacks_ndr64 = requires { requires !Interface::ndr64; };

/// What clients and servers of the interface present each other.
template <class Service>
constexpr offered_interface offer_of() {
  return {interface<Service>::id, !lacks_ndr64<interface<Service>>};
}

/// The frames of an interface's operations, in order of declaration.
template <class... Frames>
struct operation_list {};

}  // namespace rpc

#endif  // RPC_OPERATION_H
