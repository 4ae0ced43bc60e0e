//===- Pipes.cpp ----------------------------------------------------------===//

#include "read/Pipes.h"
#include "read/Standard.h"

#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace rpcgen {

QualType pipeElement(const TagDecl *Tag,
                     const TemplateSpecializationType *Written) {
  if (!isa<ClassTemplateSpecializationDecl>(Tag) ||
      Tag->getQualifiedNameAsString() != "rpc::pipe")
    return {};
  return argumentsOf(Tag, Written).front().getAsType();
}

} // namespace rpcgen
