//===- Names.h - what a name in an attribute means ------------------------===//
#ifndef RPCGEN_READ_NAMES_H
#define RPCGEN_READ_NAMES_H

#include "attr/Capture.h"

#include "clang/AST/Type.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace clang {
class DeclContext;
class EnumDecl;
class FunctionDecl;
class NamedDecl;
class Sema;
class ValueDecl;
class VarDecl;
} // namespace clang

namespace rpcgen {

/// The names that the arguments of an attribute may use: the parameters or
/// fields of the same structure, and whatever C++ sees from its declaration.
class Names {
public:
  Names(clang::Sema &S, clang::DeclContext *Context,
        std::vector<const clang::ValueDecl *> Siblings = {})
      : S(S), Context(Context), Siblings(std::move(Siblings)) {}

  /// The parameter or field of that name, or null.
  const clang::ValueDecl *sibling(llvm::StringRef Name) const;

  /// The value of an enumerator or constexpr variable "a::b"; nothing for
  /// every other name.
  std::optional<std::int64_t>
  constant(llvm::ArrayRef<ArgumentToken> Name) const;

  /// The enumeration of such an enumerator or variable. Null for others, and
  /// for an enumeration without a name, whose enumerators are just numbers.
  const clang::EnumDecl *enumeration(llvm::ArrayRef<ArgumentToken> Name) const;

  /// The function of that name, one of its overloads, or null.
  const clang::FunctionDecl *function(llvm::ArrayRef<ArgumentToken> Name) const;

  /// The variable of that name, or null.
  const clang::VarDecl *variable(llvm::ArrayRef<ArgumentToken> Name) const;

  /// The type that the tokens spell: builtin words or a name, then '*'. Null
  /// if they spell none.
  clang::QualType type(llvm::ArrayRef<ArgumentToken> Tokens) const;

  /// sizeof; nothing for a type without a size.
  std::optional<std::int64_t> sizeOf(clang::QualType Q) const;

private:
  clang::NamedDecl *lookup(llvm::ArrayRef<ArgumentToken> Name) const;
  clang::NamedDecl *lookupIn(clang::DeclContext *In, llvm::StringRef Name,
                             bool AsScope) const;
  clang::QualType builtin(llvm::ArrayRef<ArgumentToken> Words) const;

  clang::Sema &S;
  clang::DeclContext *Context;
  std::vector<const clang::ValueDecl *> Siblings;
};

} // namespace rpcgen

#endif // RPCGEN_READ_NAMES_H
