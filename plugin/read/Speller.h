//===- Speller.h - C++ spellings for generated code -----------------------===//
#ifndef RPCGEN_READ_SPELLER_H
#define RPCGEN_READ_SPELLER_H

#include "clang/AST/PrettyPrinter.h"
#include "clang/AST/Type.h"

#include "llvm/ADT/DenseMap.h"

#include <string>

namespace clang {
class ASTContext;
class FieldDecl;
class NamedDecl;
class TagDecl;
} // namespace clang

namespace rpcgen {

/// Spells types so that they mean the same wherever generated code is:
/// qualified from the global namespace, by the names that the user wrote.
class Speller {
public:
  explicit Speller(clang::ASTContext &Context);

  /// Valid before a name: a pointer to an array is spelled through
  /// std::type_identity_t.
  std::string spell(clang::QualType Q) const;

  /// "" if generated code cannot name the definition.
  std::string spell(const clang::TagDecl *Tag) const;

  /// A definition without a name, or one that is not accessible, is named by
  /// the member that has it for a type.
  void nameByMember(const clang::TagDecl *Tag, const clang::FieldDecl *Member);

private:
  std::string nameOf(const clang::TagDecl *Tag) const;
  std::string qualified(const clang::NamedDecl *D) const;
  std::string spellDesugared(clang::QualType Q) const;
  std::string spellTemplate(const clang::TemplateSpecializationType *T) const;

  clang::ASTContext &Context;
  clang::PrintingPolicy Policy;
  llvm::DenseMap<const clang::TagDecl *, std::string> ByMember;
};

} // namespace rpcgen

#endif // RPCGEN_READ_SPELLER_H
