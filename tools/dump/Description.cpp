//===- Description.cpp ----------------------------------------------------===//
#include "Description.h"

#include "Files.h"

#include "emit/Decoders.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/SHA256.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <dlfcn.h>
#include <stdexcept>

using namespace dump;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace {

/// Removes a folder at the end of a scope.
struct TemporaryFolder {
  TemporaryFolder() {
    if (std::error_code Error = fs::createUniqueDirectory("rpc-dump", Path))
      throw std::runtime_error("no folder for temporary files: " +
                               Error.message());
  }
  TemporaryFolder(const TemporaryFolder &) = delete;
  ~TemporaryFolder() { fs::remove_directories(Path); }

  std::string file(const llvm::Twine &Name) const {
    return (Path + "/" + Name).str();
  }

  llvm::SmallString<128> Path;
};

/// Of `Folders`, which are relative to Bin, the first that has `Name`.
std::string find(llvm::StringRef Bin,
                 std::initializer_list<const char *> Folders,
                 const char *Name) {
  for (const char *Folder : Folders) {
    llvm::SmallString<128> Path(Bin);
    path::append(Path, Folder, Name);
    if (fs::exists(Path))
      return std::string(Path);
  }
  throw std::runtime_error("'" + std::string(Name) +
                           "' is not where rpc-dump was installed");
}

/// Every header of the runtime, so that a new one is compiled again.
std::vector<std::string> headersIn(const std::string &Include) {
  std::vector<std::string> Paths;
  std::error_code Error;
  for (fs::recursive_directory_iterator At(Include + "/rpc", Error), End;
       !Error && At != End; At.increment(Error))
    if (llvm::StringRef(At->path()).ends_with(".h"))
      Paths.push_back(At->path());
  std::ranges::sort(Paths);
  return Paths;
}

} // namespace

Descriptions::Descriptions(std::string Clang, const char *Program)
    : Clang(std::move(Clang)) {
  const std::string Main =
      fs::getMainExecutable(Program, reinterpret_cast<void *>(&headersIn));
  const llvm::StringRef Bin = path::parent_path(Main);
  Plugin = find(Bin, {RPCGEN_LIBRARY_DIR, "../lib"}, "rpcgen.so");
  Runtime = find(Bin, {RPCGEN_LIBRARY_DIR, "../lib"}, "librpcrt.a");
  Include = path::parent_path(path::parent_path(
      find(Bin, {RPCGEN_INCLUDE_DIR, "../include"}, "rpc/rpc.h")));
}

std::string
Descriptions::describe(const std::string &Header,
                       const std::vector<std::string> &Arguments) const {
  const TemporaryFolder Folder;
  std::vector<std::string> Command = {
      "-std=c++20", "-fsyntax-only", "-fplugin=" + Plugin,
      "-fplugin-arg-rpcgen-out=" + std::string(Folder.Path), "-I" + Include};
  Command.insert(Command.end(), Arguments.begin(), Arguments.end());
  Command.insert(Command.end(), {"-x", "c++-header", Header});
  run(Command);
  return readFile(Folder.file(path::stem(Header) + ".rpc.json"));
}

std::span<const rpc::ndr::interface_decoder>
Descriptions::load(const rpcgen::Model &Description) const {
  const std::string Source = rpcgen::emitDecoders(Description);
  const std::string Object =
      Compiled.get(nameFor(Source),
                   [&](const std::string &Output) { compile(Source, Output); });
  // Local: two descriptions define the same names.
  void *Library = dlopen(Object.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!Library)
    throw std::runtime_error(dlerror());
  const auto *Found = static_cast<const rpc::ndr::decoder_list *>(
      dlsym(Library, "rpc_decoders"));
  if (!Found)
    throw std::runtime_error(dlerror());
  return Found->interfaces;
}

void Descriptions::compile(const std::string &Source,
                           const std::string &Output) const {
  const TemporaryFolder Folder;
  const std::string File = Folder.file("decoders.cpp");
  std::error_code Error;
  llvm::raw_fd_ostream Stream(File, Error);
  Stream << Source;
  Stream.close();
  // Not optimised: most of the time is that of the compiler.
  run({"-std=c++20", "-O0", "-w", "-fPIC", "-shared", "-fvisibility=hidden",
       "-I" + Include, File, Runtime, "-pthread", "-o", Output});
}

/// All that the compiled code depends on, as the name of a file.
std::string Descriptions::nameFor(const std::string &Source) const {
  llvm::SHA256 Hash;
  auto Add = [&](llvm::StringRef Text) {
    Hash.update(std::to_string(Text.size()) + ":");
    Hash.update(Text);
  };
  Add(Clang);
  Add(Source);
  Add(readFile(Runtime));
  for (const std::string &Header : headersIn(Include))
    Add(readFile(Header));
  return llvm::toHex(Hash.final(), true) + ".so";
}

void Descriptions::run(std::vector<std::string> Arguments) const {
  const auto Found = llvm::sys::findProgramByName(Clang);
  if (!Found)
    throw std::runtime_error("cannot find '" + Clang + "'");
  std::vector<llvm::StringRef> Command = {*Found};
  Command.insert(Command.end(), Arguments.begin(), Arguments.end());
  std::string Error;
  if (int Status = llvm::sys::ExecuteAndWait(*Found, Command, std::nullopt, {},
                                             0, 0, &Error))
    throw std::runtime_error(Error.empty()
                                 ? "the compiler failed with status " +
                                       std::to_string(Status)
                                 : Error);
}
