//===- SourceText.cpp -----------------------------------------------------===//

#include "SourceText.h"
#include "Files.h"

#include <algorithm>

namespace rpc_check {

const SourceText::Content &SourceText::contentOf(const std::string &File) {
  auto [At, IsNew] = Files.try_emplace(File);
  Content &C = At->second;
  if (!IsNew)
    return C;
  C.Text = readFile(File).value_or("");
  for (std::size_t Begin = 0; Begin < C.Text.size();) {
    C.Begins.push_back(static_cast<unsigned>(Begin));
    const std::size_t End = C.Text.find('\n', Begin);
    Begin = End == std::string::npos ? C.Text.size() : End + 1;
  }
  return C;
}

std::optional<llvm::StringRef> SourceText::lineOf(const Place &At) {
  const Content &C = contentOf(At.File);
  if (At.Line == 0 || At.Line > C.Begins.size())
    return std::nullopt;
  llvm::StringRef Rest = llvm::StringRef(C.Text).substr(C.Begins[At.Line - 1]);
  return Rest.take_until([](char Byte) { return Byte == '\n'; }).rtrim('\r');
}

std::optional<Place> SourceText::placeOf(const std::string &File,
                                         unsigned Offset) {
  const Content &C = contentOf(File);
  if (Offset > C.Text.size() || C.Begins.empty())
    return std::nullopt;
  auto After = std::ranges::upper_bound(C.Begins, Offset);
  return Place{File, static_cast<unsigned>(After - C.Begins.begin()),
               Offset - *std::prev(After) + 1};
}

} // namespace rpc_check
