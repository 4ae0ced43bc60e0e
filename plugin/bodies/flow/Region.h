//===- Region.h - objects that a function works on ------------------------===//
//
// A symbolic memory. A region is a variable, memory that is new, or what is
// reached from another region: a field of it, what an object of the standard
// library in it owns or looks at, or what the pointer in it pointed to when the
// function was called. An array is one with its elements, but for pointers of a
// local array that an index names by its number. Of a list there are
// two regions: the first node, and all those that follow it through the same
// field. Likewise of an expression that allocates: the object that it allocated
// last, and all earlier ones.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_BODIES_FLOW_REGION_H
#define RPCGEN_BODIES_FLOW_REGION_H

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include <cstdint>
#include <deque>
#include <map>
#include <tuple>

namespace rpcgen {

struct Region {
  enum class Kind {
    Variable,   ///< D
    Temporary,  ///< of E
    Allocation, ///< by E, for the field D if there is one: the last one
    Earlier,    ///< all that was allocated so before
    Literal,    ///< E
    This,       ///< the object of the member function
    Field,      ///< D of Parent
    Element,    ///< one of the pointers of the array Parent, at Index
    Content,    ///< the elements of the container in Parent, or what the view,
                ///< optional or owning pointer there led to at first
    Pointee,    ///< what Parent led to at first
    Reached     ///< what follows Parent, a Pointee, through its field D
  };

  Kind K;
  const Region *Parent = nullptr;
  const clang::ValueDecl *D = nullptr;
  const clang::Expr *E = nullptr;
  clang::QualType T;              ///< null where it is not known
  const Region *Holder = nullptr; ///< of the pointer to a Pointee or Reached
  bool Several = false;           ///< of a Content: it has any number of them
  std::uint64_t Index = 0;        ///< of an Element
  unsigned Id = 0;                ///< in order of creation

  /// Whether it may be more than one object.
  bool isMany() const {
    return K == Kind::Reached || K == Kind::Earlier || Several ||
           (!T.isNull() && T->isArrayType()) ||
           (K == Kind::Field && Parent->isMany());
  }

  bool isAllocation() const {
    return K == Kind::Allocation || K == Kind::Earlier;
  }

  /// Where it is reached from: a variable, an allocation, a literal ...
  const Region *root() const {
    const Region *R = this;
    while (R->Parent)
      R = R->Parent;
    return R;
  }

  /// The innermost whole object that it is a part of.
  const Region *object() const {
    const Region *R = this;
    while (R->K == Kind::Field || R->K == Kind::Element)
      R = R->Parent;
    return R;
  }

  bool isIn(const Region *Outer) const {
    const Region *R = this;
    while (R && R != Outer)
      R = R->Parent;
    return R;
  }

  const clang::VarDecl *variable() const {
    return K == Kind::Variable ? llvm::cast<clang::VarDecl>(D) : nullptr;
  }
  const clang::ParmVarDecl *parameter() const {
    return llvm::dyn_cast_or_null<clang::ParmVarDecl>(variable());
  }

  /// A variable that ends with the function.
  bool isOnStack() const {
    return K == Kind::Variable && variable()->hasLocalStorage();
  }
};

/// Orders regions alike in every run.
struct ById {
  bool operator()(const Region *A, const Region *B) const {
    return A->Id < B->Id;
  }
};

/// All regions of one function. Two that are alike are one.
class Regions {
public:
  const Region *variable(const clang::VarDecl *D);
  const Region *temporary(const clang::Expr *E);
  const Region *allocation(const clang::Expr *E,
                           const clang::FieldDecl *For = nullptr);
  const Region *earlier(const clang::Expr *E,
                        const clang::FieldDecl *For = nullptr);
  const Region *literal(const clang::Expr *E);
  const Region *self();
  const Region *field(const Region *Of, const clang::FieldDecl *D);
  const Region *element(const Region *Of, std::uint64_t Index,
                        clang::QualType T);
  const Region *content(const Region *Of, clang::QualType T, bool Several);
  /// What the pointer of type `T *` in `Of` led to; null if that is too far
  /// away.
  const Region *pointee(const Region *Of, clang::QualType T);

  /// The part of To that R is of From.
  const Region *moved(const Region *R, const Region *From, const Region *To);

private:
  const Region *reached(const Region *Of, clang::QualType T);
  const Region *find(Region::Kind K, const Region *Parent, const void *What,
                     Region New, const void *Part = nullptr);

  std::deque<Region> All;
  std::map<std::tuple<Region::Kind, const Region *, const void *, const void *>,
           const Region *>
      Known;
};

} // namespace rpcgen

#endif // RPCGEN_BODIES_FLOW_REGION_H
