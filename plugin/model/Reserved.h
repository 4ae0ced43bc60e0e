//===- Reserved.h - names that belong to the stubs ------------------------===//
#ifndef RPCGEN_MODEL_RESERVED_H
#define RPCGEN_MODEL_RESERVED_H

#include "model/Interface.h"

#include <array>
#include <string>
#include <string_view>

namespace rpcgen {

/// What stubs declare in the namespace of an interface: classes, one of them a
/// template, and a namespace.
inline constexpr std::array<std::string_view, 4> ReservedClasses = {
    "basic_client", "client", "functions", "service"};
inline constexpr std::string_view ReservedNamespace = "wire";

/// Whether the namespace, "::echo", is the runtime's or the standard library's.
inline bool isOthers(std::string_view Namespace) {
  return Namespace == "::rpc" || Namespace == "::std";
}

/// What stubs call when the memory of a call has been released: "f_notify" of
/// notify, "f_notify_flag" of notify_flag; "" without either.
inline std::string notifyName(const std::string &Operation, Notification N) {
  return N == Notification::Plain     ? Operation + "_notify"
         : N == Notification::Outcome ? Operation + "_notify_flag"
                                      : "";
}

inline std::string notifyName(const Operation &O) {
  return notifyName(O.Name, O.Notifies);
}

} // namespace rpcgen

#endif // RPCGEN_MODEL_RESERVED_H
