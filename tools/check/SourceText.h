//===- SourceText.h - the files in which something was found --------------===//
#ifndef RPC_CHECK_SOURCETEXT_H
#define RPC_CHECK_SOURCETEXT_H

#include "Result.h"

#include "llvm/ADT/StringRef.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rpc_check {

/// Lines of files by place, each file read once. Not for several threads.
class SourceText {
public:
  /// The line of a place, without its end. Nothing if the file cannot be read
  /// or has no such line.
  std::optional<llvm::StringRef> lineOf(const Place &At);

  /// The line and column of a byte. Nothing if the file has fewer.
  std::optional<Place> placeOf(const std::string &File, unsigned Offset);

private:
  struct Content {
    std::string Text;
    std::vector<unsigned> Begins; ///< of lines, in bytes
  };
  const Content &contentOf(const std::string &File);

  std::map<std::string, Content> Files;
};

} // namespace rpc_check

#endif // RPC_CHECK_SOURCETEXT_H
