//===- Judge.cpp ----------------------------------------------------------===//

#include "Judge.h"

#include "Consumer.h"

#include "clang/Basic/Diagnostic.h"
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

SourceLocation decode(rpcgen::Location Loc) {
  return SourceLocation::getFromRawEncoding(Loc.Raw);
}

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
    const Spot At = Info.hasSourceManager()
                        ? spotOf(Info.getSourceManager(), Info.getLocation())
                        : Spot();
    if (Level != DiagnosticsEngine::Note)
      All.push_back({At, severityOf(Level), std::string(Text), "", {}});
    else if (!All.empty())
      All.back().Notes.push_back({At, std::string(Text)});
  }

  void add(const rpcgen::Finding &F, const SourceManager &Sources) {
    Judged Each{spotOf(Sources, decode(F.Loc)), F.Level, F.Message, F.Rule, {}};
    for (const rpcgen::Note &N : F.Notes)
      Each.Notes.push_back({spotOf(Sources, decode(N.Loc)), N.Message});
    All.push_back(std::move(Each));
  }

  std::vector<Judged> All;

private:
  Spot spotOf(const SourceManager &Sources, SourceLocation Written) const {
    if (Written.isInvalid())
      return {};
    SourceLocation Loc = Sources.getFileLoc(Written);
    auto Found = Numbers.find(Sources.getFilename(Loc).str());
    if (Found == Numbers.end())
      return {};
    return {Found->second, Sources.getFileOffset(Loc), true};
  }

  std::map<std::string, std::size_t> Numbers;
};

class Action final : public ASTFrontendAction {
public:
  Action(Collector &Into, rpcgen::Model &Read) : Into(Into), Read(Read) {}

protected:
  bool BeginInvocation(CompilerInstance &CI) override {
    CI.getDiagnosticOpts().ErrorLimit = 0;
    CI.getDiagnosticOpts().ShowCarets = false; // and count no warnings
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    CI.getDiagnostics().setErrorLimit(0);
    rpcgen::Options Collecting;
    Collecting.To = [this, &CI](const rpcgen::Finding &F) {
      Into.add(F, CI.getSourceManager());
    };
    Collecting.OnEnd = [this](const rpcgen::Model &M, const auto &) {
      Read = M;
    };
    return std::make_unique<rpcgen::Consumer>(CI, std::move(Collecting));
  }

private:
  Collector &Into;
  rpcgen::Model &Read;
};

class Factory final : public tooling::FrontendActionFactory {
public:
  Factory(Collector &Into, rpcgen::Model &Read) : Into(Into), Read(Read) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(Into, Read);
  }

private:
  Collector &Into;
  rpcgen::Model &Read;
};

} // namespace

std::vector<Judged> judge(const std::vector<MemoryFile> &Headers,
                          const std::string &Include, rpcgen::Model &Read) {
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
  Factory Actions(Found, Read);
  Tool.run(&Actions);
  return std::move(Found.All);
}

} // namespace rpc_idl
