//===- Select.h - what one [[rpc::stubs]] prints --------------------------===//
#ifndef RPCGEN_EMIT_SELECT_H
#define RPCGEN_EMIT_SELECT_H

#include "model/Interface.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rpcgen {

/// Indices into a model: its interfaces, and the types that they carry, each
/// before the types that hold it by value.
struct Selection {
  struct Definition {
    Type::Kind K = Type::Kind::Structure; ///< Enumeration, Structure or Union
    std::size_t Index = 0;
    friend bool operator==(const Definition &, const Definition &) = default;
  };
  std::vector<std::size_t> Interfaces;
  std::vector<Definition> Types;
};

/// Selects the interface called `Name` ("echo" or "::samples::echo"), or all
/// if it is empty, with the types that its operations reach. `Delivered` holds
/// what earlier text of the translation unit has defined (namespaces of
/// interfaces and spellings of types): it is left out, and what is selected is
/// added. Local interfaces and operations have no stubs.
Selection select(const Model &Resolved, std::string_view Name,
                 std::set<std::string> &Delivered);

} // namespace rpcgen

#endif // RPCGEN_EMIT_SELECT_H
