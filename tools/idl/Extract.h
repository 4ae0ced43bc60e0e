//===- Extract.h - the IDL of a specification -----------------------------===//
#ifndef RPC_IDL_EXTRACT_H
#define RPC_IDL_EXTRACT_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace rpc_idl {

struct Extracted {
  std::string Name; ///< of a file: "ms-fax_faxobs.idl", "ms-samr.idl"
  std::string Text;
};

/// The files that the appendices of a specification have, of which the text is
/// Markdown, HTML or WordprocessingML. `Document` is its name, "ms-samr".
std::vector<Extracted> extract(llvm::StringRef Text, llvm::StringRef Document);

/// Writes those of a document into the folder; the exit status.
int extractFile(const std::string &File, const std::string &Folder);

} // namespace rpc_idl

#endif // RPC_IDL_EXTRACT_H
