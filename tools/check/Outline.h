//===- Outline.h - an interface for readers -------------------------------===//
#ifndef RPC_CHECK_OUTLINE_H
#define RPC_CHECK_OUTLINE_H

#include "Result.h"
#include "model/Interface.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rpc_check {

/// Text in rows and columns.
struct Table {
  std::string Name; ///< of what it describes; "" for operations
  std::string Title;
  std::vector<std::string> Heads;
  std::vector<std::vector<std::string>> Rows;
};

/// What an interface has: a table of its operations with the memory of each
/// parameter, and one for each type with its layout in both syntaxes.
struct Outline {
  std::string Name, Identity; ///< "echo"; its version and uuid
  std::vector<Table> Tables;
};

/// By where the interfaces are declared.
using Outlines = std::map<Place, Outline>;

/// Of those that `PlaceOf` has a place for. The model has no errors.
Outlines outlinesOf(
    const rpcgen::Model &M,
    const std::function<std::optional<Place>(rpcgen::Location)> &PlaceOf);

} // namespace rpc_check

#endif // RPC_CHECK_OUTLINE_H
