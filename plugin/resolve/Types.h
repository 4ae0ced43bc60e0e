//===- Types.h - pointer classes, sizes and discriminants of a type -------===//
#ifndef RPCGEN_RESOLVE_TYPES_H
#define RPCGEN_RESOLVE_TYPES_H

#include "model/Attribute.h"
#include "model/Type.h"

#include <functional>
#include <string>
#include <string_view>

namespace rpcgen {

/// What holds for pointers unless they say otherwise themselves: their classes.
struct PointerDefaults {
  PointerClass First; ///< of a parameter or return value that is a pointer
  PointerClass Rest;  ///< of all others
  /// disable_consistency_check: that holds for all pointers to sized arrays.
  bool Unchecked = false;
};

/// T[N] and T & as parameters become the pointers that C++ passes.
void decayParameter(Type &T);

/// How many levels of pointers and arrays the user sees; a sized pointer and
/// the array that it points to are one. A reference is not a pointer.
unsigned countLevels(const Type &T);

/// The class that a word of an attribute means; Unspecified if it means no
/// class.
PointerClass pointerClassOf(std::string_view Word);

/// How many pointers to pointers there are, which have a class each.
unsigned countPointers(const Type &T);

/// Applies the attributes of a declaration, and those of the aliases in its
/// type, to the type.
void resolveType(Type &T, const AttributeList &Attributes,
                 PointerDefaults Defaults);

/// Calls back with each type in T that an alias with the attribute names, from
/// the innermost on, and last with T itself if its declaration has it: what
/// is further out prevails.
void forEachNamed(Type &T, const AttributeList &Attributes, Attribute::Kind K,
                  const std::function<void(Type &, const Attribute &)> &Apply);

/// The attribute at the declaration, or else at the outermost alias of its
/// type; null without one.
const Attribute *findInherited(const Type &T, const AttributeList &Attributes,
                               Attribute::Kind K);

} // namespace rpcgen

#endif // RPCGEN_RESOLVE_TYPES_H
