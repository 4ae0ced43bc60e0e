//===- Standard.h - what classes of the standard library hold -------------===//
#ifndef RPCGEN_BODIES_FLOW_STANDARD_H
#define RPCGEN_BODIES_FLOW_STANDARD_H

#include "bodies/flow/Region.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Type.h"

#include "llvm/ADT/ArrayRef.h"

namespace rpcgen {

enum class StandardKind {
  None,
  View,     ///< looks at objects: string_view, span, reference_wrapper
  Iterator, ///< points to an element
  Owner,    ///< owns an object, and deletes it: unique_ptr, shared_ptr
  Optional, ///< has an object, or not
  Callable, ///< std::function: holds what it captures
  Worker,   ///< thread, jthread, future: runs what it holds
  Sequence  ///< owns its elements: string, vector, array, map ...
};

StandardKind standardKind(clang::QualType T);
StandardKind standardKind(const clang::CXXRecordDecl *Class);

/// Whether the value of an object is the address of others, or is null.
bool isHolder(StandardKind K);
inline bool isHolder(clang::QualType T) { return isHolder(standardKind(T)); }

/// The type of what the object owns or looks at; null if it is not known.
clang::QualType contentType(clang::QualType T);

/// The name of a function; "" for operators and their like, and for none.
inline llvm::StringRef nameOf(const clang::FunctionDecl *F) {
  return F && F->getIdentifier() ? F->getName() : "";
}

/// The name of the class that it is a member of, or "".
llvm::StringRef nameOfClass(const clang::CXXMethodDecl *F);

/// Whether there has to be an element for the call. A string ends in a zero
/// that can be read as one.
bool readsElement(const clang::CXXMethodDecl *F);

/// Whether an object of the type may hold a pointer that it was given.
bool mayHold(clang::QualType T);

/// Whether it is a view of numbers or characters, which keeps nothing alive.
bool isText(clang::QualType T);

/// Whether an object of the standard library has it in it, or owns it.
bool isInHolder(const Region *R);

/// Whether a member function of that name takes elements out of a container.
bool takesAway(llvm::StringRef Name);

/// The call that has put the element into a container that is erased; null if
/// it may be another one.
const clang::Expr *addedBy(llvm::ArrayRef<const clang::Expr *> Erased);

/// Whether an owning pointer of the type uses delete.
bool usesDelete(clang::QualType Owner);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_STANDARD_H
