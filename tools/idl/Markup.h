//===- Markup.h - Markdown, HTML and documents as plain lines -------------===//
#ifndef RPC_IDL_MARKUP_H
#define RPC_IDL_MARKUP_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace rpc_idl {

struct MarkupLine {
  unsigned Heading = 0; ///< its level; 0 for text
  std::string Text;
};

std::vector<MarkupLine> readMarkdown(llvm::StringRef Text);
std::vector<MarkupLine> readHtml(llvm::StringRef Text);
/// Of WordprocessingML: each paragraph is a line, and each break.
std::vector<MarkupLine> readWord(llvm::StringRef Text);

} // namespace rpc_idl

#endif // RPC_IDL_MARKUP_H
