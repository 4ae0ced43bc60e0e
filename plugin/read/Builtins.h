//===- Builtins.h - the scalar types of C++ -------------------------------===//
#ifndef RPCGEN_READ_BUILTINS_H
#define RPCGEN_READ_BUILTINS_H

#include "model/Type.h"

#include <optional>
#include <vector>

namespace clang {
class BuiltinType;
class TemplateSpecializationType;
class TypedefNameDecl;
} // namespace clang

namespace rpcgen {

/// How the user wrote a type. It tells std::int64_t, which is long here and
/// travels, from long and from std::size_t, which do not.
struct Sugar {
  std::vector<const clang::TypedefNameDecl *> Aliases; ///< outermost first
  /// In the place of a template parameter, where no alias is left: it counts
  /// by its width.
  bool Substituted = false;
  /// With its arguments as they are written.
  const clang::TemplateSpecializationType *Template = nullptr;
  /// A template argument that is written with an unclear width.
  std::optional<declared::Type> Refused;
};

/// Reads a scalar.
void readBuiltin(WrittenType &T, const clang::BuiltinType &Builtin,
                 const Sugar &Written);

} // namespace rpcgen

#endif // RPCGEN_READ_BUILTINS_H
