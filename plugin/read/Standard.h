//===- Standard.h - classes of the standard library that travel -----------===//
#ifndef RPCGEN_READ_STANDARD_H
#define RPCGEN_READ_STANDARD_H

#include "read/Records.h"

#include "clang/AST/Type.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rpcgen {

/// Which of them it is, if any.
std::optional<StandardClass> standardClass(const clang::TagDecl *Tag);

/// Why this one of the class does not travel; nothing if it does as far as
/// itself is concerned.
std::optional<Refusal> refuseStandard(StandardClass Class,
                                      const clang::TagDecl *Tag);

/// Whether it is std::monostate, an alternative without data.
bool isMonostate(const clang::TagDecl *Tag);

/// Whether what an object holds lies in it.
inline bool holdsByValue(StandardClass Class) {
  return Class == StandardClass::Array || Class == StandardClass::Optional ||
         Class == StandardClass::Variant;
}

/// The arguments of a template, as they are written where that is known; of a
/// pack those in it.
llvm::ArrayRef<clang::TemplateArgument>
argumentsOf(const clang::TagDecl *Tag,
            const clang::TemplateSpecializationType *Written);

/// What an object holds, but for the characters of text: as it is written where
/// that is known, so that std::int64_t can be distinguished from long.
std::vector<clang::QualType>
heldTypes(StandardClass Class, const clang::TagDecl *Tag,
          const clang::TemplateSpecializationType *Written = nullptr);

/// The width of the characters of text; 0 for any other type.
unsigned characterBits(StandardClass Class, const clang::TagDecl *Tag);

/// The N of std::array<T, N>.
std::optional<std::uint64_t> extentOf(StandardClass Class,
                                      const clang::TagDecl *Tag);

} // namespace rpcgen

#endif // RPCGEN_READ_STANDARD_H
