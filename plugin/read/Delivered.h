//===- Delivered.h - stubs that are there already -------------------------===//
#ifndef RPCGEN_READ_DELIVERED_H
#define RPCGEN_READ_DELIVERED_H

#include <set>
#include <string>

namespace clang {
class Sema;
class TagDecl;
} // namespace clang

namespace rpcgen {

/// The stubs that the translation unit holds already, from a precompiled
/// header for instance: "::echo" for an interface, the spelling of a type.
std::set<std::string> deliveredBefore(clang::Sema &S);

/// Whether <rpc/rpc.h>, which the stubs build upon, has been included.
bool isRuntimeDeclared(clang::Sema &S);

/// Whether it is a class or an enumeration of the runtime itself.
bool isRuntimes(const clang::TagDecl *Tag);

} // namespace rpcgen

#endif // RPCGEN_READ_DELIVERED_H
