//===- Judge.cpp ----------------------------------------------------------===//

#include "Judge.h"

#include "Consumer.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <map>

using namespace clang;
using llvm::StringRef;

namespace rpc_idl {
namespace {

constexpr const char *Folder = "/rpc-idl/";

rpcgen::Severity severityOf(DiagnosticsEngine::Level Level) {
  return Level >= DiagnosticsEngine::Error     ? rpcgen::Severity::Error
         : Level == DiagnosticsEngine::Warning ? rpcgen::Severity::Warning
                                               : rpcgen::Severity::Remark;
}

class Collector final : public DiagnosticConsumer {
public:
  explicit Collector(const std::vector<MemoryFile> &Headers) {
    for (std::size_t N = 0; N < Headers.size(); ++N)
      Numbers[Folder + Headers[N].Name] = N;
  }

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    llvm::SmallString<256> Text;
    Info.FormatDiagnostic(Text);
    if (Level == DiagnosticsEngine::Note) {
      if (!All.empty())
        All.back().Notes.push_back({spotOf(Info), std::string(Text)});
      return;
    }
    StringRef Message = Text, Rule;
    if (Info.getID() >= diag::DIAG_UPPER_LIMIT && Message.ends_with("]"))
      std::tie(Message, Rule) = Message.drop_back().rsplit(" [");
    All.push_back(
        {spotOf(Info), severityOf(Level), Message.str(), Rule.str(), {}});
  }

  std::vector<Judged> All;

private:
  Spot spotOf(const Diagnostic &Info) const {
    if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
      return {};
    const SourceManager &Sources = Info.getSourceManager();
    SourceLocation Loc = Sources.getFileLoc(Info.getLocation());
    auto Found = Numbers.find(Sources.getFilename(Loc).str());
    if (Found == Numbers.end())
      return {};
    return {Found->second, Sources.getFileOffset(Loc), true};
  }

  std::map<std::string, std::size_t> Numbers;
};

class Action final : public ASTFrontendAction {
protected:
  bool BeginInvocation(CompilerInstance &CI) override {
    CI.getDiagnosticOpts().ErrorLimit = 0;
    CI.getDiagnosticOpts().ShowCarets = false; // and count no warnings
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    CI.getDiagnostics().setErrorLimit(0);
    return std::make_unique<rpcgen::Consumer>(CI, rpcgen::Options());
  }
};

} // namespace

std::vector<Judged> judge(const std::vector<MemoryFile> &Headers,
                          const std::string &Include) {
  auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const MemoryFile &Header : Headers)
    Memory->addFile(Folder + Header.Name, 0,
                    llvm::MemoryBuffer::getMemBufferCopy(Header.Text));
  const std::string Main = std::string(Folder) + "rpc-idl.cpp";
  Memory->addFile(Main, 0,
                  llvm::MemoryBuffer::getMemBufferCopy(
                      "#include \"" + Headers.back().Name + "\"\n"));
  auto Both = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(
      llvm::vfs::createPhysicalFileSystem());
  Both->pushOverlay(Memory);

  tooling::FixedCompilationDatabase Commands(
      "/", {"-std=c++20", "-fsyntax-only", "-isystem", Include,
            "-resource-dir=" RPCGEN_RESOURCE_DIR});
  tooling::ClangTool Tool(Commands, {Main},
                          std::make_shared<PCHContainerOperations>(), Both);
  Tool.setPrintErrorMessage(false);
  Collector Found(Headers);
  Tool.setDiagnosticConsumer(&Found);
  auto Actions = tooling::newFrontendActionFactory<Action>();
  Tool.run(Actions.get());
  return std::move(Found.All);
}

} // namespace rpc_idl
