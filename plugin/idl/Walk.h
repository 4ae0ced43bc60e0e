//===- Walk.h - over what a file declares ---------------------------------===//
#ifndef RPCGEN_IDL_WALK_H
#define RPCGEN_IDL_WALK_H

#include "idl/Tree.h"

#include <functional>

namespace rpcgen::idl {

enum class Place { Parameter, Field, Arm, Alias };

/// Each item that is in no other one, and those of interfaces, libraries and
/// namespaces. `In` is the interface, or null.
void forEachItem(std::vector<Item> &Items,
                 const std::function<void(Item &, Interface *In)> &Do);
void forEachItem(
    const std::vector<Item> &Items,
    const std::function<void(const Item &, const Interface *In)> &Do);

/// Each parameter, field, arm and alias of an item; those of a type before what
/// has the type.
void forEachVariable(Item &I, const std::function<void(Variable &, Place)> &Do);

/// Each structure, union and enumeration that an item defines.
void forEachDefinition(Item &I, const std::function<void(Type &)> &Do);

/// Each use of a type in an item, those of constants, casts and attributes too.
void forEachType(const Item &I, const std::function<void(const Type &)> &Do);

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_WALK_H
