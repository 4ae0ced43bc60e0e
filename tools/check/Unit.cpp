//===- Unit.cpp -----------------------------------------------------------===//

#include "Unit.h"
#include "Collector.h"
#include "model/Json.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/Utils.h"
#include "clang/Tooling/Tooling.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <set>

using namespace clang;

namespace rpc_check {
namespace {

/// What a compilation is for.
struct Purpose {
  std::function<rpcgen::Options(CompilerInstance &)> Options;
  std::function<void(CompilerInstance &)> AtEnd;
  std::shared_ptr<DependencyCollector> Read; ///< null if that is not asked for
};

/// Notes what is not there: a file of that name may come to hide what was found
/// in a later folder.
class Missing final : public llvm::vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override {
    return noted(Path, ProxyFileSystem::status(Path));
  }
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override {
    return noted(Path, ProxyFileSystem::openFileForRead(Path));
  }

  std::vector<std::string> names() const {
    return {Names.begin(), Names.end()};
  }

private:
  template <class T>
  llvm::ErrorOr<T> noted(const llvm::Twine &Path, llvm::ErrorOr<T> Found) {
    llvm::SmallString<256> Name;
    Path.toVector(Name);
    if (!Found && !makeAbsolute(Name))
      Names.insert(std::string(Name));
    return Found;
  }

  std::set<std::string> Names;
};

class ReadFiles final : public DependencyCollector {
  bool needSystemDependencies() override { return true; }
};

class Action final : public ASTFrontendAction {
public:
  explicit Action(const Purpose &For) : For(For) {}

protected:
  bool BeginInvocation(CompilerInstance &CI) override {
    if (For.Read)
      CI.addDependencyCollector(For.Read);
    CI.getDiagnosticOpts().ShowCarets = false; // and count no warnings
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 llvm::StringRef) override {
    return std::make_unique<rpcgen::Consumer>(CI, For.Options(CI));
  }

  void EndSourceFileAction() override { For.AtEnd(getCompilerInstance()); }

private:
  const Purpose &For;
};

class Factory final : public tooling::FrontendActionFactory {
public:
  explicit Factory(const Purpose &For) : For(For) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(For);
  }

private:
  const Purpose &For;
};

/// The attributes are linked in: neither the plugin nor what is said to it is
/// wanted.
tooling::CommandLineArguments
withoutPlugin(const tooling::CommandLineArguments &Command, llvm::StringRef) {
  tooling::CommandLineArguments Result;
  for (const std::string &Argument : Command)
    if (!llvm::StringRef(Argument).starts_with("-fplugin"))
      Result.push_back(Argument);
  return Result;
}

tooling::ArgumentsAdjuster insert(const std::vector<std::string> &More,
                                  tooling::ArgumentInsertPosition Where) {
  return tooling::getInsertArgumentAdjuster(More, Where);
}

/// Compiles the file as the database has it. Returns the errors of the compiler
/// if there are more of them than `Found` knows.
std::string compile(const tooling::CompilationDatabase &Commands,
                    const std::string &File, const Arguments &More,
                    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
                    Collector &Found, const Purpose &For) {
  tooling::ClangTool Tool(Commands, {File},
                          std::make_shared<PCHContainerOperations>(),
                          std::move(Files));
  Tool.setPrintErrorMessage(false);
  Tool.setDiagnosticConsumer(&Found);
  Tool.appendArgumentsAdjuster(withoutPlugin);
  Tool.appendArgumentsAdjuster(insert({"-resource-dir=" RPCGEN_RESOURCE_DIR},
                                      tooling::ArgumentInsertPosition::BEGIN));
  Tool.appendArgumentsAdjuster(
      insert(More.Before, tooling::ArgumentInsertPosition::BEGIN));
  Tool.appendArgumentsAdjuster(
      insert(More.After, tooling::ArgumentInsertPosition::END));

  Factory Actions(For);
  switch (Tool.run(&Actions)) {
  case 0:
    return Found.errors();
  case 2:
    return File + ": no compile command is known for this file\n";
  default:
    return Found.errors().empty() && !Found.hasResults()
               ? File + ": the compiler failed\n"
               : Found.errors();
  }
}

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
filesWith(const Texts &Unsaved) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk =
      llvm::vfs::createPhysicalFileSystem();
  if (Unsaved.empty())
    return Disk;
  auto All = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(Disk);
  auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const auto &[File, Text] : Unsaved)
    Memory->addFile(File, 0, llvm::MemoryBuffer::getMemBufferCopy(Text, File));
  All->pushOverlay(Memory);
  return All;
}

} // namespace

Unit checkUnit(const tooling::CompilationDatabase &Commands,
               const std::string &File, const Arguments &More,
               const rpcgen::Options &Given, const Texts &Unsaved) {
  Collector Found;
  const auto Read = std::make_shared<ReadFiles>();
  std::vector<std::string> Files;
  const Purpose Check{
      [&](CompilerInstance &CI) {
        rpcgen::Options Collecting = Given;
        Collecting.To = [&Found, &CI](const rpcgen::Finding &F) {
          Found.add(F, CI.getSourceManager());
        };
        Collecting.OnEnd = [&Found,
                            &CI](const rpcgen::Model &M,
                                 const rpcgen::Options::Report &Report) {
          Found.count(M, CI.getSourceManager(), Report);
        };
        return Collecting;
      },
      [&](CompilerInstance &CI) {
        Found.nameEntities(CI.getASTContext());
        for (const std::string &Name : Read->getDependencies()) {
          llvm::SmallString<256> File(Name);
          CI.getFileManager().makeAbsolutePath(File);
          Files.push_back(std::string(File));
        }
      },
      Read};
  const auto Disk = llvm::makeIntrusiveRefCnt<Missing>(filesWith(Unsaved));
  std::string Errors = compile(Commands, File, More, Disk, Found, Check);
  return {Found.takeResults(),  Found.takeCensus(), Found.takePeers(),
          Found.takeOutlines(), std::move(Files),   Disk->names(),
          std::move(Errors)};
}

Description describeUnit(const tooling::CompilationDatabase &Commands,
                         const std::string &File, const Arguments &More,
                         const Revision &Of) {
  Collector Found;
  std::string Text;
  const Purpose Describe{
      [&](CompilerInstance &CI) {
        rpcgen::Options Reading;
        Reading.To = [&Found, &CI](const rpcgen::Finding &F) {
          if (F.Level == rpcgen::Severity::Error)
            Found.add(F, CI.getSourceManager());
        };
        Reading.OnEnd = [&Text](const rpcgen::Model &M,
                                const rpcgen::Options::Report &) {
          if (!M.Interfaces.empty() || !M.Serialized.empty())
            Text = rpcgen::toJson(M);
        };
        return Reading;
      },
      [](CompilerInstance &) {}, nullptr};
  std::string Errors =
      compile(Commands, File, More, Of.files(), Found, Describe);
  // There were no stubs of what has errors, and so no peers.
  if (Errors.empty() && Found.hasResults())
    Errors = File + ": error: " + Found.takeResults().front().Message + "\n";
  if (!Errors.empty())
    Text.clear();
  return {std::move(Text), std::move(Errors)};
}

} // namespace rpc_check
