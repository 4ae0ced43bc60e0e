//===- Consumer.h - the pipeline as clang runs it -------------------------===//
#ifndef RPCGEN_CONSUMER_H
#define RPCGEN_CONSUMER_H

#include "Pipeline.h"

#include "clang/Sema/SemaConsumer.h"

namespace rpcgen {

/// What the plugin adds to a compilation, and rpc-check runs alone.
class Consumer final : public clang::SemaConsumer {
public:
  Consumer(clang::CompilerInstance &CI, Options Given)
      : Stages(CI, std::move(Given)) {}

  void InitializeSema(clang::Sema &Started) override { S = &Started; }
  void ForgetSema() override { S = nullptr; }
  void HandleTranslationUnit(clang::ASTContext &) override {
    if (S)
      Stages.finish(*S);
  }

private:
  Pipeline Stages;
  clang::Sema *S = nullptr;
};

} // namespace rpcgen

#endif // RPCGEN_CONSUMER_H
