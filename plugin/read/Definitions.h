//===- Definitions.h - the enums, structs and unions that travel ----------===//
#ifndef RPCGEN_READ_DEFINITIONS_H
#define RPCGEN_READ_DEFINITIONS_H

#include "read/Speller.h"

#include "clang/AST/Decl.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"

#include <cstddef>
#include <vector>

namespace clang {
class Sema;
}

namespace rpcgen {

class Presentations;

/// Collects every definition that is reachable from a set of types, in the
/// order of the model: what is held by value comes before what holds it.
class Definitions {
public:
  Definitions(clang::Sema &S, Speller &Names, const Presentations &Presented)
      : S(S), Names(Names), Presented(Presented) {}

  /// Adds what is reachable from the type, through pointers and references as
  /// well.
  void add(clang::QualType Q);

  /// The place of a definition in its list, which exists for every type that
  /// was added, is complete and is not refused.
  std::size_t indexOf(const clang::TagDecl *Tag) const {
    return Index.lookup(Tag->getCanonicalDecl());
  }
  bool contains(const clang::TagDecl *Tag) const {
    return Index.count(Tag->getCanonicalDecl());
  }

  std::vector<const clang::EnumDecl *> Enumerations;
  std::vector<const clang::RecordDecl *> Structures;
  std::vector<const clang::RecordDecl *> Unions;
  llvm::SetVector<const clang::TypedefNameDecl *> Aliases; ///< on the way there

private:
  void addAliases(clang::QualType Q);
  void visit(clang::QualType Q);
  void visitRecord(const clang::RecordDecl *Record);

  clang::Sema &S;
  Speller &Names;
  const Presentations &Presented;
  llvm::DenseMap<const clang::TagDecl *, std::size_t> Index;
  llvm::DenseMap<const clang::TagDecl *, bool> Seen;
  llvm::DenseSet<void *> Held; ///< types of the standard library, as written
  std::vector<clang::QualType> Pointees; ///< still to be visited
};

/// The type of [[rpc::switch_type]] on a union; null without one or if it
/// names none.
clang::QualType switchTypeOf(clang::Sema &S, const clang::RecordDecl *Union);

} // namespace rpcgen

#endif // RPCGEN_READ_DEFINITIONS_H
