//===- Revision.cpp -------------------------------------------------------===//

#include "Revision.h"
#include "Files.h"

#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Program.h"

#include <array>
#include <optional>
#include <stdexcept>
#include <vector>

using llvm::StringRef;

namespace rpc_check {
namespace {

using Words = std::vector<std::string>;

std::string temporaryFile() {
  llvm::SmallString<128> Path;
  if (std::error_code Error =
          llvm::sys::fs::createTemporaryFile("rpc-check", "git", Path))
    throw std::runtime_error("cannot make a temporary file: " +
                             Error.message());
  return std::string(Path);
}

/// What git prints, in `Folder`, with `Input` as its standard input.
std::string git(const std::string &Folder, const Words &Arguments,
                const std::string &Input = "") {
  auto Program = llvm::sys::findProgramByName("git");
  if (!Program)
    throw std::runtime_error("git is not installed");
  const std::array Paths{temporaryFile(), temporaryFile(), temporaryFile()};
  auto Remove = llvm::make_scope_exit([&] {
    for (const std::string &Path : Paths)
      llvm::sys::fs::remove(Path);
  });
  if (!writeFile(Paths[0], Input))
    throw std::runtime_error("cannot write " + Paths[0]);
  std::vector<StringRef> Command{"git", "-C", Folder};
  Command.insert(Command.end(), Arguments.begin(), Arguments.end());
  const std::array<std::optional<StringRef>, 3> Streams{
      StringRef(Paths[0]), StringRef(Paths[1]), StringRef(Paths[2])};
  const int Status =
      llvm::sys::ExecuteAndWait(*Program, Command, std::nullopt, Streams);
  if (Status != 0)
    throw std::runtime_error(
        StringRef(readFile(Paths[2]).value_or("git failed")).trim().str());
  return readFile(Paths[1]).value_or("");
}

std::string commitOf(const std::string &Root, const std::string &Revision) {
  try {
    return StringRef(git(Root, {"rev-parse", "--verify", "--end-of-options",
                                Revision + "^{commit}"}))
        .trim()
        .str();
  } catch (const std::runtime_error &) {
    throw std::runtime_error("'" + Revision +
                             "' is no commit of the repository " + Root);
  }
}

/// The content of `Objects` ("commit:path"), in their order. "git cat-file" has
/// the format.
std::vector<std::string> contentsOf(const std::string &Folder,
                                    const Words &Objects) {
  std::string Input;
  for (const std::string &Object : Objects)
    Input += Object + "\n";
  const std::string Output = git(Folder, {"cat-file", "--batch"}, Input);
  std::vector<std::string> Contents;
  StringRef Rest = Output;
  for (const std::string &Object : Objects) {
    auto [Head, After] = Rest.split('\n');
    std::size_t Size = 0;
    if (Head.rsplit(' ').second.getAsInteger(10, Size) || Size > After.size())
      throw std::runtime_error("git has no " + Object);
    Contents.push_back(After.take_front(Size).str());
    Rest = After.drop_front(Size);
    Rest.consume_front("\n");
  }
  return Contents;
}

} // namespace

Revision::Revision(const std::string &Name, const std::string &FileInside)
    : Name(Name) {
  const std::string Folder(llvm::sys::path::parent_path(FileInside));
  const std::string Up =
      StringRef(git(Folder, {"rev-parse", "--show-cdup"})).rtrim('\n').str();
  // With the path that the user has for it, which may lead through links.
  const std::string Root = absolutePath(Folder + "/" + Up);
  const std::string Commit = commitOf(Root, Name);

  // Status letters and paths take turns.
  const std::string Listed = git(
      Root, {"diff", "--name-status", "--no-renames", "-z", Commit, "--", "."});
  llvm::SmallVector<StringRef> Items;
  StringRef(Listed).split(Items, '\0', -1, false);
  Words Objects, Paths;
  for (std::size_t I = 0; I + 1 < Items.size(); I += 2) {
    const std::string Path = absolutePath(Root + "/" + Items[I + 1].str());
    if (Items[I] == "A") {
      Added.insert(Path);
      continue;
    }
    // A line break ends the name of an object.
    if (Items[I + 1].contains('\n'))
      continue;
    Objects.push_back(Commit + ":" + Items[I + 1].str());
    Paths.push_back(Path);
  }
  const std::string New =
      git(Root, {"ls-files", "--others", "--exclude-standard", "-z"});
  for (StringRef Path : llvm::split(New, '\0'))
    if (!Path.empty())
      Added.insert(absolutePath(Root + "/" + Path.str()));

  std::vector<std::string> Contents = contentsOf(Root, Objects);
  for (std::size_t I = 0; I < Paths.size(); ++I)
    Changed.emplace(Paths[I], std::move(Contents[I]));
}

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Revision::files() const {
  auto Over = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const auto &[Path, Content] : Changed)
    Over->addFileNoOwn(Path, 0, llvm::MemoryBufferRef(Content, Path));
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Machine(
      llvm::vfs::createPhysicalFileSystem().release());
  auto Both = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(Machine);
  Both->pushOverlay(Over);
  return Both;
}

} // namespace rpc_check
