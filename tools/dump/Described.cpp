//===- Described.cpp ------------------------------------------------------===//
#include "Described.h"

#include "dynamic/Messages.h"
#include "dynamic/json/Json.h"

#include <exception>
#include <list>

using namespace dump;
using namespace rpc::ndr;

struct Described::Decoders {
  explicit Decoders(rpcgen::Model Resolved) : Of(std::move(Resolved)) {}

  dynamic::Interfaces Of;
  std::list<std::vector<operation_decoder>> Operations; ///< by interface
};

namespace {

const dynamic::Operation &operationIn(const void *Of) {
  return *static_cast<const dynamic::Operation *>(Of);
}

operation_decoder decoderOf(const dynamic::Operation &O) {
  return {O.Described.opnum, O.Described.name,
          [](const void *Of, syntax In, const message &M, const report &To) {
            return dynamic::explainRequest(operationIn(Of), In, M, To);
          },
          [](const void *Of, syntax In, const message &M,
             const message *Request, const report &To) {
            return dynamic::explainResponse(operationIn(Of), In, M, Request,
                                            To);
          },
          &O};
}

} // namespace

void Described::add(rpcgen::Model Resolved) {
  Kept.push_back(std::make_shared<Decoders>(std::move(Resolved)));
  Decoders &Made = *Kept.back();
  for (const dynamic::Interface &I : Made.Of.all()) {
    auto &Operations = Made.Operations.emplace_back();
    for (const dynamic::Operation &O : I.Operations)
      Operations.push_back(decoderOf(O));
    All.push_back({I.Id, I.Of->Name.c_str(), Operations});
  }
}

std::string Described::values(const Stub &Data) const {
  const operation_decoder *Of = find(*Data.Interface, Data.Opnum);
  if (!Of || !Of->of)
    return "";
  // What is read in place is changed.
  auto Copy = [](const message &M) {
    return std::vector<std::byte>(M.stub.begin(), M.stub.end());
  };
  try {
    dynamic::Frame Values(operationIn(Of->of), 2 * call_memory(Data.Message));
    rpc::buffer Asked, Bytes;
    if (Data.Request) {
      Asked.append(Copy(*Data.Request));
      dynamic::readMessage(Data.Syntax, {Data.Request->sender, Asked.bytes()},
                           Values, true);
    }
    Bytes.append(Copy(Data.Message));
    dynamic::readMessage(Data.Syntax, {Data.Message.sender, Bytes.bytes()},
                         Values, !Data.IsResponse);
    return dynamic::toJson(Values, !Data.IsResponse)
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  } catch (const std::exception &) {
    // A response whose sizes are in a request that is not known, or values that
    // are nested too deeply: the fields say all there is.
    return "";
  }
}
