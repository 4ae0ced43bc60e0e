//===- Records.h - which classes can travel, and how they lie in memory ---===//
#ifndef RPCGEN_READ_RECORDS_H
#define RPCGEN_READ_RECORDS_H

#include "model/Type.h"

#include "clang/AST/Decl.h"

#include <optional>
#include <string>

namespace rpcgen {

struct Refusal {
  Obstacle Why = Obstacle::None;
  std::string Detail; ///< the end of a sentence that begins with the class
};

/// Why a struct or union has no wire form; nothing if it has one as far as
/// itself is concerned (its fields are judged one by one).
std::optional<Refusal> refuse(const clang::RecordDecl *Record);

/// Whether objects are more than bytes: they have a destructor, and are moved.
bool owns(const clang::RecordDecl *Record);

/// Whether every field, and the end, lie where natural alignment puts them.
bool hasNaturalLayout(const clang::RecordDecl *Record);

/// What memory aligns it to, in bytes.
unsigned alignmentOf(const clang::RecordDecl *Record);

/// What it takes in memory, in bytes.
std::uint64_t sizeOf(const clang::RecordDecl *Record);

/// Whether a field lies where its type is not aligned, in some object or all.
bool isMisaligned(const clang::FieldDecl *Field);

/// Whether this is rpc::none, the member of a union that is empty.
bool isNone(const clang::RecordDecl *Record);

} // namespace rpcgen

#endif // RPCGEN_READ_RECORDS_H
