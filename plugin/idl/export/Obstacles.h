//===- Obstacles.h - what IDL has no words for ----------------------------===//
#ifndef RPCGEN_IDL_EXPORT_OBSTACLES_H
#define RPCGEN_IDL_EXPORT_OBSTACLES_H

#include "idl/export/Export.h"
#include "wire/Forms.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace rpcgen::idl {

struct Obstacle {
  Location Loc;
  std::string Why; ///< a sentence without its end
};

/// Looks for what keeps an operation or a type from being said to a compiler.
class Obstacles {
public:
  Obstacles(const wire::Forms &All, Target For)
      : All(All), M(All.M), For(For) {}

  std::optional<Obstacle> in(const Operation &O);
  std::optional<Obstacle> in(const Type &T, Location Loc,
                             const std::string &Subject);

private:
  std::optional<Obstacle> inDefinition(const Type &T);

  const wire::Forms &All;
  const Model &M;
  const Target For;
  /// Definitions that are sound so far, of types that hold themselves too.
  std::set<std::pair<Type::Kind, std::size_t>> Sound;
};

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_EXPORT_OBSTACLES_H
