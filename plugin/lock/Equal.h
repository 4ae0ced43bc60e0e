//===- Equal.h - one interface, written twice -----------------------------===//
#ifndef RPCGEN_LOCK_EQUAL_H
#define RPCGEN_LOCK_EQUAL_H

#include "model/Finding.h"
#include "wire/Forms.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace rpcgen {

/// A text that declares interfaces.
struct InterfaceText {
  const wire::Forms &All;
  std::string Name; ///< in messages: "echo.idl"
  /// What findings have for a location of the model.
  std::function<Location(Location)> Locate;
  /// Whether the interface is in the text itself, and not in one that it
  /// includes: it has to have a counterpart.
  std::function<bool(const Interface &)> IsOwn;
};

struct Equality {
  /// "wire-differs" is an error, "sign-differs" and "renamed" are remarks.
  std::vector<Finding> Findings;
  std::size_t Operations = 0; ///< of both, each counted once
  std::size_t Equal = 0;      ///< of these
  bool IsEqual = true;        ///< no error
};

/// Whether the interfaces of both are the same on the wire. They are paired by
/// their uuids, else by their names.
Equality compareTexts(const InterfaceText &One, const InterfaceText &Other);

} // namespace rpcgen

#endif // RPCGEN_LOCK_EQUAL_H
