//===- Types.h - questions that rules ask about types ---------------------===//
#ifndef RPCGEN_RULES_SUPPORT_TYPES_H
#define RPCGEN_RULES_SUPPORT_TYPES_H

#include "model/Interface.h"

#include <functional>
#include <string>
#include <string_view>

namespace rpcgen {

/// The name in quotes; "(unnamed)" if it is empty.
std::string quote(std::string_view Name);

/// The type as the user writes it: "std::uint32_t **".
std::string display(const Type &T);

/// The attribute as the user writes it: "size_is(n, *m)".
std::string display(const Attribute &A);

/// From the type itself through pointers, arrays and classes of the standard
/// library to what they point to.
void forEachLevel(const Type &T,
                  const std::function<void(const Type &)> &Visit);

/// Only as far as the receiver allocates before the call: through [ref]
/// pointers and arrays, which are never null.
void forEachRefLevel(const Type &T,
                     const std::function<void(const Type &)> &Visit);

/// The innermost pointee or element of the type.
const Type &innermost(const Type &T);

bool isContextHandle(const Type &T);
bool isBindingHandle(const Type &T);

/// The outermost pipe that a type is, points to or holds; or null.
const Type *findPipe(const Type &T);

/// Whether a parameter of the operation is a pipe.
bool hasPipes(const Operation &O);

/// An array whose size is known at run time only.
bool isOpenArray(const Type &T);

/// An open array, or a structure that ends in one.
bool isOpen(const Model &M, const Type &T);

} // namespace rpcgen

#endif // RPCGEN_RULES_SUPPORT_TYPES_H
