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
  Consumer(CompilerInstance &CI, Options Given)
      : Stages(CI, std::move(Given)) {}

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
    for (const std::string &Argument : Arguments)
      if (std::string Wrong = apply(Argument); !Wrong.empty()) {
        Diags.Report(Diags.getCustomDiagID(DiagnosticsEngine::Error,
                                           "rpcgen does not know the argument "
                                           "'%0': %1"))
            << Argument << Wrong;
        return false;
      }
    bool Writes =
        CI.getFrontendOpts().ProgramAction == frontend::ParseSyntaxOnly;
    if (!Given.Folder.empty() && !Writes) {
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
    return std::make_unique<Consumer>(CI, Given);
  }

private:
  /// What is wrong with the argument, as a sentence; "" if nothing is.
  std::string apply(llvm::StringRef Argument) {
    if (Argument.starts_with("W"))
      return applyArgument(Given.Wanted, Argument);
    if (!Argument.consume_front("out=") || Argument.empty())
      return "there are out=<folder>, W<rule>, Wno-<rule> and Werror=<rule>";
    Given.Folder = Argument.str();
    return "";
  }

  Options Given;
};

FrontendPluginRegistry::Add<Action>
    Registered("rpcgen", "remote procedure call stubs from annotated headers");

} // namespace
} // namespace rpcgen
