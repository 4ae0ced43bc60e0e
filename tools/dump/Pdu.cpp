//===- Pdu.cpp ------------------------------------------------------------===//
#include "Pdu.h"

#include "Names.h"

#include "protocol/bind.h"
#include "protocol/bytes.h"

#include <rpc/status.h>

#include <cstdint>

using namespace dump;
using namespace rpc::protocol;

namespace {

/// Walks through a PDU from front to back.
class Printer {
public:
  Printer(const header &Head, std::span<const std::byte> Pdu, bool Decoded,
          Output &Out)
      : Head(Head), Pdu(Pdu), Decoded(Decoded), Out(Out),
        In(Pdu, 0, Head.order) {}

  void run() {
    printHeader();
    printBody();
    if (!In.ok())
      return;
    printRest();
  }

private:
  /// A number whose text Describe gives.
  template <std::unsigned_integral T, class Describe>
  T take(std::string_view Name, Describe Text) {
    std::size_t At = In.position();
    T Value = In.take<T>();
    if (moved(At, Name))
      row(At, Name, Text(Value));
    return Value;
  }

  template <std::unsigned_integral T> T take(std::string_view Name) {
    return take<T>(Name, [](T Value) { return std::to_string(Value); });
  }

  void takeSyntax(std::string_view Name) {
    std::size_t At = In.position();
    rpc::syntax_id Syntax = In.take_syntax();
    if (moved(At, Name))
      row(At, Name, nameOf(Syntax));
  }

  void takeBytes(std::string_view Name, std::size_t Count) {
    std::size_t At = In.position();
    In.skip(Count);
    if (moved(At, Name) && Count > 0)
      row(At, Name, bytesText(Count));
  }

  void align() { takeBytes("padding", (4 - In.position() % 4) % 4); }

  /// Whether the field at `At` was there; says so once if not.
  bool moved(std::size_t At, std::string_view Name) {
    if (In.ok())
      return true;
    if (!Cut)
      Out.problem(At, "the PDU ends before the end of " + std::string(Name));
    Cut = true;
    return false;
  }

  void row(std::size_t At, std::string_view Name, const std::string &Value) {
    std::size_t Size = In.position() - At;
    Out.row({At, Size, Pdu.subspan(At, Size), Name, Value});
  }

  void printHeader() {
    take<std::uint8_t>("rpc_vers");
    take<std::uint8_t>("rpc_vers_minor");
    take<std::uint8_t>("PTYPE", [&](std::uint8_t Type) {
      return named(Type, nameOf(Head.type));
    });
    take<std::uint8_t>("pfc_flags", flagsText);
    std::size_t At = In.position();
    In.skip(4);
    row(At, "packed_drep",
        Head.order == std::endian::big ? "big-endian, ASCII, IEEE"
                                       : "little-endian, ASCII, IEEE");
    take<std::uint16_t>("frag_length");
    take<std::uint16_t>("auth_length");
    take<std::uint32_t>("call_id");
  }

  void printBody() {
    switch (Head.type) {
    case packet::request:
      take<std::uint32_t>("alloc_hint");
      take<std::uint16_t>("p_cont_id");
      take<std::uint16_t>("opnum");
      if (Head.has(flag::object))
        takeUuid("object");
      return printStub();
    case packet::response:
      printResponseHeader();
      return printStub();
    case packet::fault:
      printResponseHeader();
      take<std::uint32_t>("status", [](std::uint32_t Code) {
        return hex(Code, 8) + " (" +
               std::string(name(static_cast<rpc::status>(Code))) + ")";
      });
      takeBytes("reserved", 4);
      return printStub();
    case packet::bind:
    case packet::alter_context:
      return printBind();
    case packet::bind_ack:
    case packet::alter_context_resp:
      return printBindAck();
    case packet::bind_nak:
      return printBindNak();
    case packet::auth3:
      return takeBytes("padding", 4);
    case packet::shutdown:
    case packet::co_cancel:
    case packet::orphaned:
      return;
    }
    Out.problem(2, "no PDU has the type " +
                       std::to_string(static_cast<unsigned>(Head.type)));
  }

  void takeUuid(std::string_view Name) {
    std::size_t At = In.position();
    std::string Text = In.take_uuid().text();
    if (moved(At, Name))
      row(At, Name, Text);
  }

  void printResponseHeader() {
    take<std::uint32_t>("alloc_hint");
    take<std::uint16_t>("p_cont_id");
    take<std::uint8_t>("cancel_count");
    takeBytes("reserved", 1);
  }

  void printStub() {
    if (!In.ok())
      return;
    std::size_t At = In.position();
    std::size_t Size = protectionOf(Head, Pdu, At).BodyEnd - At;
    if (Size == 0)
      return;
    In.skip(Size);
    Out.row({At, Size, Decoded ? Pdu.first(0) : Pdu.subspan(At, Size),
             "stub data", bytesText(Size)});
  }

  void printSizes() {
    take<std::uint16_t>("max_xmit_frag");
    take<std::uint16_t>("max_recv_frag");
    take<std::uint32_t>("assoc_group_id",
                        [](std::uint32_t Id) { return hex(Id, 8); });
  }

  void printBind() {
    printSizes();
    auto Offers = take<std::uint8_t>("n_context_elem");
    for (unsigned I = 0; I != Offers && In.ok(); ++I) {
      align();
      std::string Each = "p_cont_elem[" + std::to_string(I) + "].";
      take<std::uint16_t>(Each + "p_cont_id");
      auto Transfers = take<std::uint8_t>(Each + "n_transfer_syn");
      takeBytes(Each + "reserved", 1);
      takeSyntax(Each + "abstract_syntax");
      for (unsigned K = 0; K != Transfers && In.ok(); ++K)
        takeSyntax(Each + "transfer_syntaxes[" + std::to_string(K) + "]");
      if (In.ok() && Transfers == 0)
        Out.problem(In.position(), Each + "transfer_syntaxes is empty");
    }
  }

  void printBindAck() {
    constexpr std::string_view Verdicts[] = {
        "acceptance", "user_rejection", "provider_rejection", "negotiate_ack"};
    constexpr std::string_view Reasons[] = {
        "reason_not_specified", "abstract_syntax_not_supported",
        "proposed_transfer_syntaxes_not_supported", "local_limit_exceeded"};
    printSizes();
    printAddress();
    auto Results = take<std::uint8_t>("n_results");
    takeBytes("reserved", 3);
    for (unsigned I = 0; I != Results && In.ok(); ++I) {
      std::string Each = "p_results[" + std::to_string(I) + "].";
      auto Verdict = static_cast<context_verdict>(
          take<std::uint16_t>(Each + "result", [&](std::uint16_t Value) {
            return named(Value, Verdicts);
          }));
      bool Rejection = Verdict == context_verdict::provider_rejection;
      take<std::uint16_t>(Each + "reason", [&](std::uint16_t Value) {
        return Rejection ? named(Value, Reasons) : std::to_string(Value);
      });
      takeSyntax(Each + "transfer_syntax");
    }
  }

  void printAddress() {
    auto Length = take<std::uint16_t>("sec_addr.length");
    std::size_t At = In.position();
    In.skip(Length);
    if (moved(At, "sec_addr.port_spec") && Length > 0) {
      std::string Text;
      for (std::byte Byte : Pdu.subspan(At, Length)) {
        char C = std::to_integer<char>(Byte);
        if (C >= 0x20 && C < 0x7F)
          Text += C;
      }
      row(At, "sec_addr.port_spec", Text);
    }
    align();
  }

  void printBindNak() {
    constexpr std::string_view Reasons[] = {
        "reason_not_specified",
        "temporary_congestion",
        "local_limit_exceeded",
        "called_paddr_unknown",
        "protocol_version_not_supported",
        "default_context_not_supported",
        "user_data_not_readable",
        "no_psap_available",
        "authentication_type_not_recognized",
        "invalid_checksum"};
    take<std::uint16_t>("provider_reject_reason", [&](std::uint16_t Value) {
      return named(Value, Reasons);
    });
    if (In.ok() && In.position() == Pdu.size())
      return; // The versions may be left out.
    auto Versions = take<std::uint8_t>("n_protocols");
    for (unsigned I = 0; I != Versions && In.ok(); ++I) {
      std::string Each = "p_protocols[" + std::to_string(I) + "].";
      take<std::uint8_t>(Each + "major");
      take<std::uint8_t>(Each + "minor");
    }
  }

  /// What is between the fields and the end.
  void printRest() {
    Protection End = protectionOf(Head, Pdu, In.position());
    if (End.Trailer == auth_trailer::malformed)
      Out.problem(10, "auth_length does not fit the PDU");
    if (End.Trailer == auth_trailer::present) {
      takeBytes("auth padding",
                take_auth_trailer(Head, Pdu).at - In.position());
      printTrailer();
    }
    takeBytes("unread", Pdu.size() - In.position());
  }

  void printTrailer() {
    take<std::uint8_t>("auth_type", [](std::uint8_t Type) {
      switch (Type) {
      case 9:
        return named(Type, "SPNEGO");
      case 10:
        return named(Type, "NTLM");
      case 16:
        return named(Type, "Kerberos");
      case 68:
        return named(Type, "Netlogon");
      default:
        return named(Type, "");
      }
    });
    take<std::uint8_t>("auth_level", [](std::uint8_t Level) {
      constexpr std::string_view Levels[] = {
          "default",          "none",          "connect", "call", "packet",
          "packet integrity", "packet privacy"};
      return named(Level, Levels);
    });
    take<std::uint8_t>("auth_pad_length");
    take<std::uint8_t>("auth_reserved");
    take<std::uint32_t>("auth_context_id");
    takeBytes("auth_value", Head.auth_length);
  }

  const header &Head;
  std::span<const std::byte> Pdu;
  bool Decoded;
  Output &Out;
  rpc::protocol::reader In;
  bool Cut = false;
};

} // namespace

bool dump::looksLikePdu(std::span<const std::byte> Bytes) {
  const header Head = read_header(Bytes);
  return Head.supported && nameOf(Head.type) != "unknown" &&
         Head.fragment_length >= header_size;
}

Protection dump::protectionOf(const header &Head,
                              std::span<const std::byte> Pdu,
                              std::size_t Body) {
  Protection Result{read_auth_trailer(Head, Pdu, Body), Pdu.size(), false};
  if (Result.Trailer != auth_trailer::present)
    return Result;
  const rpc::protocol::sec_trailer Trailer = take_auth_trailer(Head, Pdu);
  Result.Encrypted = Trailer.level == rpc::protection::privacy;
  Result.BodyEnd = Trailer.at - Trailer.padding;
  return Result;
}

void dump::printPdu(const header &Head, std::span<const std::byte> Pdu,
                    bool Decoded, Output &Out) {
  Printer(Head, Pdu, Decoded, Out).run();
}
