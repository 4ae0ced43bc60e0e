//===- Decoding.h - which interface, which operation ----------------------===//
#ifndef RPCGEN_TOOLS_DUMP_DECODING_H
#define RPCGEN_TOOLS_DUMP_DECODING_H

#include "Output.h"

#include <rpc/ndr/decoder.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dump {

/// One message's stub data, and what they are.
struct Stub {
  const rpc::ndr::interface_decoder *Interface = nullptr; ///< Not null.
  std::uint16_t Opnum = 0;
  bool IsResponse = false;
  rpc::ndr::syntax Syntax = rpc::ndr::syntax::ndr20;
  rpc::ndr::message Message;
  const rpc::ndr::message *Request = nullptr; ///< Of a response, if known.
};

/// What is known about the data without being in them.
struct Settings {
  std::vector<rpc::ndr::interface_decoder> Interfaces; ///< That are described.
  /// Of messages whose bind or whose request is not there.
  rpc::ndr::syntax Syntax = rpc::ndr::syntax::ndr20;
  std::optional<std::uint16_t> Opnum{};
  /// The parameters in stub data as a JSON object, which formats for programs
  /// have besides the fields; "" where they are unknown.
  std::function<std::string(const Stub &)> Values{};

  const rpc::ndr::interface_decoder *find(const rpc::syntax_id &Id) const;
};

const rpc::ndr::operation_decoder *
find(const rpc::ndr::interface_decoder &Interface, std::uint16_t Opnum);

/// Prints the fields of the stub data after `Title`, which is completed. `Cut`
/// says what is missing of them; empty: nothing.
void printStub(const Stub &Data, const Settings &Known, Heading Title,
               const std::string &Cut, Output &Out);

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_DECODING_H
