//===- Enter.cpp ----------------------------------------------------------===//

#include "deliver/Enter.h"

#include "clang/Lex/Preprocessor.h"

#include "llvm/Support/MemoryBuffer.h"

using namespace clang;

namespace rpcgen {

void enterText(Preprocessor &PP, const std::string &Text, SourceLocation From) {
  SourceManager &Sources = PP.getSourceManager();
  // A system header: what users do not write must not warn them.
  FileID File = Sources.createFileID(
      llvm::MemoryBuffer::getMemBufferCopy(Text, "<rpc stubs>"),
      SrcMgr::C_System, 0, 0, Sources.getExpansionLoc(From));
  PP.EnterSourceFile(File, nullptr, From);
}

} // namespace rpcgen
