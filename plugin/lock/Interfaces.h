//===- Interfaces.h - two versions of an interface ------------------------===//
#ifndef RPCGEN_LOCK_INTERFACES_H
#define RPCGEN_LOCK_INTERFACES_H

#include "lock/Compare.h"
#include "rules/Reporter.h"

#include <string>

namespace rpcgen {

/// Compares interfaces and types of two models, and reports who breaks.
class Versions {
public:
  Versions(const wire::Forms &New, const Model &Old, Reporter &R)
      : New(New), Old(Old), R(R) {}

  void compare(const Interface &Is, const Interface &Was);
  void compare(const SerializedType &Is, const SerializedType &Was);

private:
  const wire::Forms &New;
  const wire::Forms Old;
  Reporter &R;
};

} // namespace rpcgen

#endif // RPCGEN_LOCK_INTERFACES_H
