//===- Conversation.h - the PDUs of one connection ------------------------===//
#ifndef RPCGEN_TOOLS_DUMP_CONVERSATION_H
#define RPCGEN_TOOLS_DUMP_CONVERSATION_H

#include "Decoding.h"
#include "Output.h"
#include "Pdu.h"

#include "protocol/bind.h"
#include "protocol/pdu.h"
#include "protocol/reassembler.h"

#include <rpc/buffer.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dump {

/// The stub data of a request or a response, while its fragments come.
struct Assembly {
  std::string Stream; ///< The direction's name.
  rpc::protocol::reassembler Fragments;
  rpc::buffer Stub;
  std::endian Order = std::endian::little;
  bool Complete = false;
};

/// Follows one connection: cuts what both ends send into PDUs, prints them,
/// puts fragments together, and prints the stub data of whole messages when the
/// interface is described.
///
/// Memory is bounded: a message may be as large as a server and a client take
/// it in their default settings, and old calls without answer are forgotten.
class Conversation {
public:
  /// The two directions; a file of PDUs alone has but the first.
  enum Side : std::size_t { First, Second };

  Conversation(const Settings &With, Output &To) : Known(With), Out(To) {}

  /// The next bytes that one end sent. `Name` is the direction's, for headings;
  /// empty: there is one only.
  void feed(Side From, std::span<const std::byte> Bytes,
            const std::string &Name);
  /// `Count` bytes of one end are not there.
  void skip(Side From, std::uint64_t Count, const std::string &Name);
  /// Nothing follows: prints what is incomplete.
  void finish();

private:
  struct Stream {
    std::vector<std::byte> Pending; ///< Begins with a PDU unless Lost.
    std::uint64_t Offset = 0;       ///< Of Pending, from the stream's begin.
    bool Lost = false; ///< Looks for the next PDU after damaged ones.
    std::string Name;
  };

  /// A PDU as it is in its stream.
  struct Pdu {
    const Stream &From;
    std::uint64_t Offset;
    rpc::protocol::header Head;
    std::span<const std::byte> Bytes;
    std::string Cut; ///< What is missing of it; empty: nothing.
  };

  /// A call that has not been answered yet.
  struct Call {
    std::uint64_t Number = 0; ///< Of the calls on this connection.
    std::uint16_t Context = 0;
    std::optional<std::uint16_t> Opnum;
    std::optional<Assembly> Request, Response;
  };

  struct Context {
    rpc::syntax_id Interface;
    std::optional<rpc::syntax_id> Transfer; ///< Nothing before the bind_ack.
  };

  /// What a call's stub data are.
  struct Meaning {
    const rpc::ndr::interface_decoder *Interface;
    rpc::ndr::syntax Syntax;
  };

  void readPdus(Stream &From);
  bool findPdu(Stream &From, std::size_t &Used) const;
  void readPdu(const Pdu &Read);
  void endWithin(Stream &From);

  void bind(const Pdu &Read);
  void acknowledge(const Pdu &Read);
  void readFragment(const Pdu &Read);
  Call &callOf(const Pdu &Read, const rpc::protocol::fragment &Part);
  std::string add(const Pdu &Read, const rpc::protocol::fragment &Part,
                  Call &To);
  void printMessage(std::uint32_t Id, Call &Of, bool IsResponse,
                    const std::string &Cut);
  std::optional<Meaning> meaningOf(std::uint16_t Context) const;
  void makeRoom();

  const Settings &Known;
  Output &Out;
  std::array<Stream, 2> Streams;
  std::map<std::uint16_t, Context> Contexts;
  std::map<std::uint32_t, std::vector<rpc::protocol::context_offer>> Offers;
  std::map<std::uint32_t, Call> Calls; ///< By call_id.
  std::uint64_t CallsSeen = 0;
};

} // namespace dump

#endif // RPCGEN_TOOLS_DUMP_CONVERSATION_H
