//===- Pipes.h - rpc::pipe ------------------------------------------------===//
#ifndef RPCGEN_READ_PIPES_H
#define RPCGEN_READ_PIPES_H

#include "clang/AST/Type.h"

namespace rpcgen {

/// What the elements of a pipe are, as it is written where that is known; null
/// for what is no rpc::pipe.
clang::QualType pipeElement(const clang::TagDecl *Tag,
                            const clang::TemplateSpecializationType *Written);

} // namespace rpcgen

#endif // RPCGEN_READ_PIPES_H
