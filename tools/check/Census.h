//===- Census.h - what has been judged ------------------------------------===//
#ifndef RPC_CHECK_CENSUS_H
#define RPC_CHECK_CENSUS_H

#include "Result.h"
#include "model/Interface.h"

#include <functional>
#include <set>
#include <string>
#include <utility>

namespace rpc_check {

/// Interfaces and what they hold, by place and name: a header that many files
/// include counts once.
struct Census {
  using Each = std::set<std::pair<Place, std::string>>;
  Each Interfaces, Operations;
  Each Types; ///< that are serialized by themselves

  void add(const rpcgen::Model &M,
           const std::function<Place(rpcgen::Location)> &PlaceOf);
  void merge(Census Other);

  bool isEmpty() const { return Interfaces.empty() && Types.empty(); }
};

/// "checked 2 files: 1 interface, 12 operations".
std::string describe(const Census &C, std::size_t Files);

} // namespace rpc_check

#endif // RPC_CHECK_CENSUS_H
