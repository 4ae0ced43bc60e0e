//===- Presence.cpp - how headers learn that stubs will come --------------===//
//
// <rpc/rpc.h> asks by `#pragma rpcgen`, which defines RPC_HAS_STUBS. It is a
// pragma since nothing else of a plugin takes part in preprocessing alone (-E),
// and that is what ccache and distcc begin with.
//
//===----------------------------------------------------------------------===//

#include "clang/Lex/Pragma.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace rpcgen {
namespace {

class Presence final : public PragmaHandler {
public:
  Presence() : PragmaHandler("rpcgen") {}

  void HandlePragma(Preprocessor &PP, PragmaIntroducer, Token &Name) override {
    IdentifierInfo *Macro = PP.getIdentifierInfo("RPC_HAS_STUBS");
    if (!Macro->hasMacroDefinition())
      PP.appendDefMacroDirective(Macro,
                                 PP.AllocateMacroInfo(Name.getLocation()));
  }
};

PragmaHandlerRegistry::Add<Presence> Registered("rpcgen", "has stubs");

} // namespace
} // namespace rpcgen
