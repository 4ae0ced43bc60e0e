//===- Tokens.h - files -> tokens, by clang's preprocessor ----------------===//
#ifndef RPCGEN_IDL_TOKENS_H
#define RPCGEN_IDL_TOKENS_H

#include "idl/Dialect.h"
#include "idl/Token.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rpcgen::idl {

struct TokenOptions {
  Dialect D = Dialect::Midl;
  std::vector<std::string> Folders; ///< of -I
  std::vector<std::string> Macros;  ///< of -D, "X" or "X=1"
};

/// Reads files, each by itself as `import` does, and keeps them, so that a
/// location in any of them can be shown.
class Sources {
public:
  Sources(TokenOptions Given, clang::DiagnosticsEngine &Diagnostics,
          clang::FileManager &Files);

  /// Nothing if the file cannot be read. What is wrong is reported.
  std::optional<std::vector<Token>> read(const std::string &Path);

  /// Where a file that `From` imports is; "" if nowhere.
  std::string find(const std::string &Name, const std::string &From) const;

  clang::SourceManager &texts() { return Texts; }
  clang::DiagnosticsEngine &diagnostics() { return Diagnostics; }

private:
  const TokenOptions Given;
  clang::DiagnosticsEngine &Diagnostics;
  clang::FileManager &Files;
  clang::SourceManager Texts;
};

} // namespace rpcgen::idl

#endif // RPCGEN_IDL_TOKENS_H
