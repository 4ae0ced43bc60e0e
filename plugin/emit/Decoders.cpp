//===- Decoders.cpp -------------------------------------------------------===//
#include "emit/Decoders.h"

#include "emit/Definitions.h"
#include "emit/Detach.h"
#include "emit/Emit.h"
#include "emit/Printer.h"
#include "emit/Select.h"

#include <set>
#include <stdexcept>
#include <vector>

using namespace rpcgen;

std::string rpcgen::emitDecoders(const Model &Resolved) {
  const Model M = detach(Resolved);
  std::set<std::string> Delivered;
  const Selection All = select(M, "", Delivered);
  if (All.Interfaces.empty())
    throw std::runtime_error("the description has no interface");

  std::vector<std::string> Decoders;
  for (std::size_t I : All.Interfaces)
    Decoders.push_back("::rpc::ndr::decoder_of<" + M.Interfaces[I].Namespace +
                       "::service>(),");
  return print(R"(
#include <rpc/ndr/decoder.h>
#include <rpc/rpc.h>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

$definitions$

$stubs$

namespace {
constexpr ::rpc::ndr::interface_decoder all[] = {
    $decoders$
};
}  // namespace

extern "C" [[gnu::visibility("default")]] const ::rpc::ndr::decoder_list
    rpc_decoders{all};
)",
               {{"definitions", printDefinitions(M, All)},
                {"stubs", emitStubs(wire::Forms(M), All)},
                {"decoders", join(Decoders, "\n")}});
}
