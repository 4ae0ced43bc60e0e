//===- Subject.h - an implementation, and what its parameters mean --------===//
#ifndef RPCGEN_BODIES_FLOW_SUBJECT_H
#define RPCGEN_BODIES_FLOW_SUBJECT_H

#include "bodies/flow/Value.h"
#include "model/Interface.h"

#include "clang/AST/Decl.h"

#include <string>

namespace rpcgen {

/// The definition of a function that implements an operation. Of any other
/// function, one without parameters: nothing is known of its own. Refers to the
/// model.
class Subject {
public:
  Subject(const Model &M, const Operation &Implemented,
          const clang::FunctionDecl *Definition)
      : O(Implemented), F(Definition), M(M) {}

  /// The parameter that it is, or is reached from through stub memory; null
  /// for all others.
  const Parameter *parameterOf(const Region *R) const;

  /// The resolved type of what is there; of an array, of its elements. Null if
  /// no parameter leads there.
  const Type *typeOf(const Region *R) const;

  /// The same with the arrays that it consists of.
  const Type *declaredTypeOf(const Region *R) const;

  /// Whether the stub provides and releases it: memory that a parameter leads
  /// to, but for what context handles identify.
  bool isStubOwned(const Region *R) const;

  /// Whether it is a part of what a context handle identifies, which lives on
  /// after the call.
  bool isOfContext(const Region *R) const;

  /// Whether it is a part of what lives on after the call: a context, the
  /// service or a global variable.
  bool livesOn(const Region *R) const;

  /// How the stub allocates the pointee of the pointer in R: as that pointer
  /// says, or one from which it is reachable and that says it of all pointees.
  Allocation allocationBehind(const Region *R) const;

  /// Whether the pointee of the pointer in R is a block of its own, which the
  /// implementation may release.
  bool leadsToBlock(const Region *R) const;

  /// Whether the client releases the pointee of the pointer in R if this does.
  bool isReflected(const Region *R) const;

  /// The field beside R of that name, or the parameter; what the operand
  /// names, its '*' followed. Null if R is neither of a kind that has any.
  const Region *sibling(Regions &Known, const Region *R,
                        const Expression &Operand) const;

  /// What is there when the function is called.
  Values initial(Regions &Known, const Region *R) const;

  /// As one would write it: "(*list)->next", "blob.data[...].name". A field of
  /// new memory is named by its structure, "node::next".
  std::string nameOf(const Region *R) const;

  const Operation &O;
  const clang::FunctionDecl *const F;
  const Model &M;

private:
  bool isArray(const Region *R) const;
  std::string nameOfField(const Region *R) const;
  Values initialPointer(Regions &Known, const Region *R,
                        const Parameter &P) const;
  Values initialOwner(Regions &Known, const Region *R) const;
  Values initialHolder(Regions &Known, const Region *R,
                       const Parameter &P) const;
};

/// What memory of the type holds that is zero.
Values zero(clang::QualType T);

/// The fields of the structure, or the arms of the union, that T is.
const Field *findField(const Model &M, const Type &T, llvm::StringRef Name);

/// What a pointer or an array is of: the type of its element, and of the
/// element of that, as long as it is an array.
const Type &strippedOfArrays(const Type &T);

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_SUBJECT_H
