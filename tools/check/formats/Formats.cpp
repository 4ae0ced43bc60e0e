//===- Formats.cpp --------------------------------------------------------===//

#include "Formats.h"

#include "llvm/ADT/STLExtras.h"

namespace rpc_check {
namespace {

constexpr Format Formats[] = {
    {"text", printText},     {"html", printHtml},
    {"json", printJson},     {"sarif", printSarif},
    {"github", printGithub}, {"gitlab", printGitlab},
    {"junit", printJunit},   {"checkstyle", printCheckstyle},
};

} // namespace

llvm::ArrayRef<Format> allFormats() { return Formats; }

const Format *findFormat(llvm::StringRef Name) {
  const Format *Found =
      llvm::find_if(Formats, [&](const Format &F) { return F.Name == Name; });
  return Found == std::end(Formats) ? nullptr : Found;
}

std::string namesOfFormats() {
  std::string Names;
  for (const Format &F : Formats) {
    if (&F != std::begin(Formats))
      Names += &F + 1 == std::end(Formats) ? " and " : ", ";
    Names += F.Name;
  }
  return Names;
}

} // namespace rpc_check
