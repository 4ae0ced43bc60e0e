//===- Namespaces.h - finds the interfaces of a translation unit ----------===//
#ifndef RPCGEN_READ_NAMESPACES_H
#define RPCGEN_READ_NAMESPACES_H

#include <string>
#include <vector>

namespace clang {
class ASTContext;
class DeclContext;
class FunctionDecl;
class NamedDecl;
class NamespaceDecl;
} // namespace clang

namespace rpcgen {

/// "::a::b", without inline namespaces around it, as stubs open it. Clang's own
/// name for it becomes another one by that.
std::string pathOf(const clang::NamespaceDecl *Namespace);

/// A namespace that carries attributes of rpc, wherever it is opened.
struct InterfaceNamespace {
  std::vector<const clang::NamespaceDecl *> Parts; ///< in order
  /// Of each function (or template of one) the declaration that carries the
  /// attributes, or the first one.
  std::vector<const clang::FunctionDecl *> Functions;
};

/// The interfaces, in the order in which they are first opened.
std::vector<InterfaceNamespace>
interfaceNamespaces(const clang::ASTContext &Context);

/// Whether it is one, or in one.
bool isInInterface(const clang::DeclContext *Inner);

/// The declarations of an operation whose attributes are others than those of
/// `F`, but for those that have none.
std::vector<const clang::FunctionDecl *>
contradictions(const clang::FunctionDecl *F);

/// What the user declares in the namespace under a name that belongs to the
/// stubs.
std::vector<const clang::NamedDecl *>
takenNames(const clang::NamespaceDecl *Namespace);

} // namespace rpcgen

#endif // RPCGEN_READ_NAMESPACES_H
