//===- Document.cpp -------------------------------------------------------===//

#include "Document.h"

#include <zip.h>

#include <cstdint>
#include <memory>

namespace rpc_idl {
namespace {

constexpr const char *Main = "word/document.xml";
/// Of bytes, unpacked: a hundred times the longest specification.
constexpr std::uint64_t Most = std::uint64_t{1} << 30;

struct Close {
  void operator()(zip_t *Archive) const { zip_discard(Archive); }
  void operator()(zip_file_t *File) const { zip_fclose(File); }
};

} // namespace

bool isArchive(llvm::StringRef File) { return File.starts_with("PK\x03\x04"); }

std::optional<std::string> readDocument(llvm::StringRef Archive) {
  zip_source_t *Bytes =
      zip_source_buffer_create(Archive.data(), Archive.size(), 0, nullptr);
  if (!Bytes)
    return std::nullopt;
  std::unique_ptr<zip_t, Close> Opened(
      zip_open_from_source(Bytes, ZIP_RDONLY, nullptr));
  if (!Opened) {
    zip_source_free(Bytes);
    return std::nullopt;
  }
  zip_stat_t About;
  if (zip_stat(Opened.get(), Main, 0, &About) != 0 ||
      !(About.valid & ZIP_STAT_SIZE) || About.size > Most)
    return std::nullopt;
  std::unique_ptr<zip_file_t, Close> File(zip_fopen(Opened.get(), Main, 0));
  std::string Text(About.size, '\0');
  if (!File || zip_fread(File.get(), Text.data(), Text.size()) !=
                   static_cast<zip_int64_t>(Text.size()))
    return std::nullopt;
  return Text;
}

} // namespace rpc_idl
