//===- Cache.cpp ----------------------------------------------------------===//

#include "Cache.h"
#include "Files.h"
#include "UnitJson.h"
#include "deliver/Files.h"
#include "model/Json.h"

#include "clang/Basic/Version.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Chrono.h"
#include "llvm/Support/xxhash.h"

#include <nlohmann/json.hpp>

#include <chrono>

namespace rpc_check {
namespace {

using Json = nlohmann::json;

const auto Began = std::chrono::system_clock::now();

std::string hashOf(llvm::StringRef Text) {
  const llvm::XXH128_hash_t Hash =
      llvm::xxh3_128bits(llvm::arrayRefFromStringRef(Text));
  return llvm::utohexstr(Hash.high64, true, 16) +
         llvm::utohexstr(Hash.low64, true, 16);
}

/// Names of files may be of any bytes.
std::string textOf(const Json &All) {
  return All.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string hashOfProgram() {
  static int Here;
  return hashOf(readFile(llvm::sys::fs::getMainExecutable("", &Here))
                    .value_or(RPCGEN_VERSION)) +
         CLANG_VERSION_STRING;
}

} // namespace

Cache::Cache(std::string Folder)
    : Folder(std::move(Folder)),
      Program(this->Folder.empty() ? "" : hashOfProgram()) {}

bool Cache::isUsable() const {
  return Folder.empty() || !llvm::sys::fs::create_directories(Folder);
}

std::string Cache::nameOf(const clang::tooling::CompilationDatabase &Commands,
                          const std::string &File, const Arguments &More,
                          const rpcgen::Options &Given) const {
  if (Folder.empty())
    return "";
  Json Locks;
  for (const rpcgen::Model &Lock : Given.Locks)
    Locks.push_back(hashOf(rpcgen::toJson(Lock)));
  Json All{Program,
           File,
           More.Before,
           More.After,
           Given.Bodies,
           Given.Remarks,
           Locks,
           Given.Wanted.Choices,
           Given.Wanted.NoWarnings,
           Given.Wanted.WarningsAreErrors};
  for (const clang::tooling::CompileCommand &C :
       Commands.getCompileCommands(File))
    All.push_back({C.Directory, C.Filename, C.CommandLine});
  return hashOf(textOf(All));
}

std::string Cache::pathOf(const std::string &Name) const {
  return Folder + "/" + Name + ".json";
}

/// A file that changes while this program runs may have been read before.
const Cache::State &Cache::stateOf(const std::string &File) {
  {
    std::lock_guard Lock(Looking);
    if (auto Found = Known.find(File); Found != Known.end())
      return Found->second;
  }
  State Now;
  if (std::optional<std::string> Text = readFile(File))
    Now.Contents = hashOf(*Text);
  llvm::sys::fs::file_status Status;
  Now.IsThere = !llvm::sys::fs::status(File, Status);
  Now.IsNew = !Now.IsThere || Status.getLastModificationTime() >= Began;
  std::lock_guard Lock(Looking);
  return Known.emplace(File, std::move(Now)).first->second;
}

std::optional<Unit> Cache::find(const std::string &Name) {
  if (Folder.empty())
    return std::nullopt;
  const std::optional<std::string> Text = readFile(pathOf(Name));
  const Json Entry =
      Text ? Json::parse(*Text, nullptr, /*allow_exceptions=*/false) : Json();
  if (!Entry.is_object())
    return std::nullopt;
  try {
    for (const auto &[File, Contents] : Entry.at("read").items())
      if (const State &Now = stateOf(File);
          Now.Contents.empty() || Now.Contents != Contents.get<std::string>())
        return std::nullopt;
    for (const Json &File : Entry.at("missed"))
      if (stateOf(File.get<std::string>()).IsThere)
        return std::nullopt;
    return unitFrom(Entry.at("unit"));
  } catch (const Json::exception &) { // of another program
    return std::nullopt;
  }
}

void Cache::keep(const std::string &Name, const Unit &U) {
  if (Folder.empty() || !U.Errors.empty())
    return;
  Json Read = Json::object();
  for (const std::string &File : U.Read) {
    const State &Now = stateOf(File);
    if (Now.IsNew)
      return;
    Read[File] = Now.Contents;
  }
  for (const std::string &File : U.Missed)
    if (stateOf(File).IsThere)
      return;
  const Json Entry{
      {"read", std::move(Read)}, {"missed", U.Missed}, {"unit", jsonOf(U)}};
  // Without it, the next run looks again.
  (void)rpcgen::writeIfChanged(pathOf(Name), textOf(Entry));
}

} // namespace rpc_check
