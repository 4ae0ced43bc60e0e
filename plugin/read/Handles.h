//===- Handles.h - context handles and binding handles --------------------===//
#ifndef RPCGEN_READ_HANDLES_H
#define RPCGEN_READ_HANDLES_H

#include "clang/AST/Type.h"

#include <string>

namespace clang {
class NamespaceDecl;
class RecordDecl;
class Sema;
class TypedefNameDecl;
} // namespace clang

namespace rpcgen {

/// The alias that makes a pointer type a context handle, or null.
const clang::TypedefNameDecl *contextHandle(clang::QualType Q);

/// The function that ends a context: the one that the alias names, or that is
/// named after it, as MIDL has it. "" if it is not declared.
std::string rundownOf(clang::Sema &S, const clang::TypedefNameDecl *Handle);

/// The variable of type rpc::handle_t that a part of an interface names as its
/// implicit handle; "" without one.
std::string implicitHandleOf(clang::Sema &S,
                             const clang::NamespaceDecl *Interface);

/// Whether this is rpc::handle_t.
bool isBindingHandle(const clang::RecordDecl *Record);

} // namespace rpcgen

#endif // RPCGEN_READ_HANDLES_H
