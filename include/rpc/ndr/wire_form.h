#ifndef RPC_NDR_WIRE_FORM_H
#define RPC_NDR_WIRE_FORM_H

namespace rpc {

/// How a type of the program (the presented one) becomes a type that can travel, and back. The
/// attributes transmit_as, wire_marshal, represent_as and user_marshal name both; the program
/// specialises this for the presented one, before the stubs:
///
///   template <>
///   struct rpc::wire_form<std::chrono::seconds> {
///     static std::int64_t to_wire(const std::chrono::seconds& value) { return value.count(); }
///     static std::chrono::seconds from_wire(const std::int64_t& wire) {
///       return std::chrono::seconds(wire);
///     }
///     static void release(std::int64_t& wire) noexcept;  // optional
///   };
///
/// The presented type has a default constructor and can be moved. `release`, where there is one,
/// is called for all that to_wire has made, when it has been sent. What from_wire is given is
/// checked against the interface, and is gone when the stub returns. An exception makes the call
/// fail: rpc::error and std::bad_alloc as they are, any other with its text in an rpc::error.
template <class Presented>
struct wire_form;

}  // namespace rpc

#endif  // RPC_NDR_WIRE_FORM_H
