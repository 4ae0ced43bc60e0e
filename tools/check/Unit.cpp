//===- Unit.cpp -----------------------------------------------------------===//

#include "Unit.h"
#include "Collector.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/Tooling.h"

#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;

namespace rpc_check {
namespace {

class Action final : public ASTFrontendAction {
public:
  Action(Collector &Into, const rpcgen::Options &Given)
      : Into(Into), Given(Given) {}

protected:
  bool BeginInvocation(CompilerInstance &CI) override {
    CI.getDiagnosticOpts().ShowCarets = false; // and count no warnings
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 llvm::StringRef) override {
    rpcgen::Options Collecting = Given;
    Collecting.To = [this, &CI](const rpcgen::Finding &F) {
      Into.add(F, CI.getSourceManager());
    };
    Collecting.OnEnd = [this, &CI](const rpcgen::Model &M,
                                   const rpcgen::Options::Report &Report) {
      Into.count(M, CI.getSourceManager(), Report);
    };
    return std::make_unique<rpcgen::Consumer>(CI, std::move(Collecting));
  }

  void EndSourceFileAction() override {
    Into.nameEntities(getCompilerInstance().getASTContext());
  }

private:
  Collector &Into;
  const rpcgen::Options &Given;
};

class Factory final : public tooling::FrontendActionFactory {
public:
  Factory(Collector &Into, const rpcgen::Options &Given)
      : Into(Into), Given(Given) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(Into, Given);
  }

private:
  Collector &Into;
  const rpcgen::Options &Given;
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

} // namespace

Unit checkUnit(const tooling::CompilationDatabase &Commands,
               const std::string &File, const Arguments &More,
               const rpcgen::Options &Given) {
  Collector Found;
  tooling::ClangTool Tool(Commands, {File},
                          std::make_shared<PCHContainerOperations>(),
                          llvm::vfs::createPhysicalFileSystem());
  Tool.setPrintErrorMessage(false);
  Tool.setDiagnosticConsumer(&Found);
  Tool.appendArgumentsAdjuster(withoutPlugin);
  Tool.appendArgumentsAdjuster(insert({"-resource-dir=" RPCGEN_RESOURCE_DIR},
                                      tooling::ArgumentInsertPosition::BEGIN));
  Tool.appendArgumentsAdjuster(
      insert(More.Before, tooling::ArgumentInsertPosition::BEGIN));
  Tool.appendArgumentsAdjuster(
      insert(More.After, tooling::ArgumentInsertPosition::END));

  Factory Actions(Found, Given);
  int Status = Tool.run(&Actions);
  Unit Checked{Found.takeResults(), Found.takeCensus(), Found.takePeers(),
               Found.errors()};
  if (Status == 2)
    Checked.Errors = File + ": no compile command is known for this file\n";
  else if (Status != 0 && Checked.Errors.empty() && Checked.Results.empty())
    Checked.Errors = File + ": the compiler failed\n";
  return Checked;
}

} // namespace rpc_check
