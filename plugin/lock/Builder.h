//===- Builder.h - from types to constructs -------------------------------===//
#ifndef RPCGEN_LOCK_BUILDER_H
#define RPCGEN_LOCK_BUILDER_H

#include "lock/Construct.h"

#include <optional>
#include <string>
#include <vector>

namespace rpcgen {

/// What an expression may name, and its key in a correlation.
struct Sibling {
  std::string Name;
  const Type *T;
  std::string Key;
};
using Siblings = std::vector<Sibling>;

/// Adds the forms of types that have the same siblings: the parameters of an
/// operation or the fields of a structure.
class ConstructBuilder {
public:
  ConstructBuilder(Constructs &Into, const Siblings &Around)
      : Into(Into), Around(Around) {}

  /// As a parameter, whose own [ref] pointer does not travel.
  std::size_t parameter(const Type &T, bool InRequest);

  /// As a field, a result or anything else that is written where it is.
  std::size_t value(const Type &T, bool IsElement = false);

  /// What [reflect_deletions] adds to a response.
  std::size_t deletions();

private:
  std::size_t add(Construct F);
  std::size_t slot(const std::string &Name);
  std::size_t pointer(const Type &T, bool IsElement);
  std::size_t pointerTo(PointerClass Sends, PointerClass Class,
                        std::size_t Pointee, bool IsElement);
  std::size_t pointee(const Type &T, bool Nullable);
  std::size_t array(const Type &T, bool Nullable);
  std::size_t counted(Construct F, const Type &T);
  std::size_t standard(const Type &T, bool IsElement);
  std::size_t variant(const Type &T);
  std::size_t switched(const Type &T);

  template <class Function>
  std::size_t definition(const Type &T, Function Describe);
  Construct structure(const Structure &S);
  Construct encapsulated(const Field &Tag, const Field &Choice);
  void addArms(Construct &F, const Union &U, const std::string &Before);
  void addMember(Construct &F, const Member &M);
  void align(Construct &F, const Member &M) const;

  std::optional<Correlation>
  correlation(const std::optional<Expression> &E) const;

  Constructs &Into;
  const Siblings &Around;
};

} // namespace rpcgen

#endif // RPCGEN_LOCK_BUILDER_H
