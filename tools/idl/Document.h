//===- Document.h - documents of Word -------------------------------------===//
#ifndef RPC_IDL_DOCUMENT_H
#define RPC_IDL_DOCUMENT_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace rpc_idl {

/// Whether a file is an archive of ZIP, as .docx is.
bool isArchive(llvm::StringRef File);

/// The text of a .docx, in WordprocessingML; nothing if the archive is broken,
/// or of something else.
std::optional<std::string> readDocument(llvm::StringRef Archive);

} // namespace rpc_idl

#endif // RPC_IDL_DOCUMENT_H
