//===- Reach.h - the types that an interface carries ----------------------===//
#ifndef RPCGEN_RESOLVE_REACH_H
#define RPCGEN_RESOLVE_REACH_H

#include "model/Interface.h"

#include <vector>

namespace rpcgen {

/// Marks the definitions that remote operations carry, however deep, by their
/// index in the model.
class Reach {
public:
  explicit Reach(const Model &M);

  /// Adds everything that the interface's remote operations carry.
  void add(const Interface &I);
  void add(const Operation &O);
  /// Adds what is reachable from the type, and itself.
  void add(const Type &T);

  std::vector<bool> Enumerations, Structures, Unions;
  bool FullPointers = false; ///< of a resolved model: there are some

private:
  void addElements(const Type &T);

  const Model &M;
};

/// Whether what a remote operation carries, however deep, has a full pointer.
bool reachesFullPointer(const Model &M, const Operation &O);

/// Whether the operation stays here: because it says so, or its interface, or
/// because it is only a number.
bool isLocal(const Interface &I, const Operation &O);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_REACH_H
