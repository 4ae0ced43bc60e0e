//===- Serialized.h - finds the types that travel by themselves -----------===//
#ifndef RPCGEN_READ_SERIALIZED_H
#define RPCGEN_READ_SERIALIZED_H

#include <vector>

namespace clang {
class ASTContext;
class TypeDecl;
} // namespace clang

namespace rpcgen {

class Speller;

/// The types and aliases with [[rpc::encode]] or [[rpc::decode]], and the
/// definitions in namespaces that have it, each by its first declaration and
/// in order of these. Of a namespace, what stubs declare and what has no name
/// is left out.
std::vector<const clang::TypeDecl *>
serializedTypes(const clang::ASTContext &Context, const Speller &Names);

} // namespace rpcgen

#endif // RPCGEN_READ_SERIALIZED_H
