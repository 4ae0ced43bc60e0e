#ifndef RPC_NDR_EXPRESSION_H
#define RPC_NDR_EXPRESSION_H

#include <rpc/ndr/checked.h>
#include <rpc/ndr/due.h>

namespace rpc::ndr {

/// A size or discriminant expression over members of the structure or frame at `self`.
struct expression {
  checked (*evaluate)(const void* self, const void* how) = nullptr;  ///< or null
  const void* how = nullptr;  ///< what `evaluate` needs to know beside; null for compiled code

  checked operator()(const void* self) const { return evaluate(self, how); }
  explicit operator bool() const { return evaluate != nullptr; }
  friend bool operator==(const expression&, const expression&) = default;
};

/// An expression, and when it can be held against what a message says.
struct correlated : expression {
  due when = due::with_members;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_EXPRESSION_H
