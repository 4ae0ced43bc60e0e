//===- Plugin.cpp - where clang enters ------------------------------------===//

#include "Pipeline.h"

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "clang/Sema/SemaConsumer.h"

using namespace clang;

namespace rpcgen {
namespace {

class Consumer final : public SemaConsumer {
public:
  Consumer(CompilerInstance &CI, std::string Folder)
      : Stages(CI, std::move(Folder)) {}

  void InitializeSema(Sema &Started) override { S = &Started; }
  void ForgetSema() override { S = nullptr; }
  void HandleTranslationUnit(ASTContext &) override {
    if (S)
      Stages.finish(*S);
  }

private:
  Pipeline Stages;
  Sema *S = nullptr;
};

class Action final : public PluginASTAction {
protected:
  ActionType getActionType() override { return AddBeforeMainAction; }

  bool ParseArgs(const CompilerInstance &CI,
                 const std::vector<std::string> &Arguments) override {
    DiagnosticsEngine &Diags = CI.getDiagnostics();
    for (llvm::StringRef Argument : Arguments)
      if (!Argument.consume_front("out=") || Argument.empty()) {
        Diags.Report(Diags.getCustomDiagID(
            DiagnosticsEngine::Error,
            "rpcgen does not know the argument '%0'; it knows out=<folder>"))
            << Argument;
        return false;
      } else {
        Folder = Argument.str();
      }
    bool Writes =
        CI.getFrontendOpts().ProgramAction == frontend::ParseSyntaxOnly;
    if (!Folder.empty() && !Writes) {
      Diags.Report(Diags.getCustomDiagID(
          DiagnosticsEngine::Error,
          "rpcgen writes files under -fsyntax-only alone: an object compile "
          "has no side effects"));
      return false;
    }
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 llvm::StringRef) override {
    return std::make_unique<Consumer>(CI, Folder);
  }

private:
  std::string Folder;
};

FrontendPluginRegistry::Add<Action>
    Registered("rpcgen", "remote procedure call stubs from annotated headers");

} // namespace
} // namespace rpcgen
