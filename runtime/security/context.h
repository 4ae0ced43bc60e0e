#ifndef RUNTIME_SECURITY_CONTEXT_H
#define RUNTIME_SECURITY_CONTEXT_H

#include <rpc/buffer.h>
#include <rpc/security.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

/// What the protocol needs of mechanisms of authentication. They know neither sockets nor threads,
/// and of PDUs no more than their parts.
namespace rpc::security {

/// The parts of a PDU that a verifier is for. `header` and `trailer` are signed where header
/// signing was negotiated (MS-RPCE 2.2.2.3), by NTLM always, and never encrypted.
struct pdu_parts {
  std::span<const std::byte> header;   ///< all before the body
  std::span<std::byte> body;           ///< stub data and their padding; encrypted in place
  std::span<const std::byte> trailer;  ///< sec_trailer, without the verifier
};

/// What a verifier is to do.
struct quality {
  bool seal = false;          ///< encrypt the body
  bool signs_header = false;  ///< header signing was negotiated
};

/// One end of a security context (RFC 2743 1.1.3): two parties prove by tokens who they are, and
/// protect what follows. Each direction has its own sequence of verifiers.
class context {
 public:
  context() = default;
  context(const context&) = delete;
  context& operator=(const context&) = delete;
  virtual ~context() = default;

  enum class progress : std::uint8_t {
    goes_on,  ///< another token of the peer is needed
    done,     ///< nothing more is expected of the peer; a last token may have been written
    failed,   ///< failure() says why
  };
  /// Takes the peer's token, of the initiator at first an empty one, and appends the answer to
  /// `reply`, which may be nothing. Not after it was done or has failed. Throws std::bad_alloc
  /// only.
  virtual progress step(std::span<const std::byte> token, buffer& reply) = 0;

  /// Why it failed, for a log; never with a secret.
  [[nodiscard]] virtual std::string failure() const = 0;

  // The rest once it is done.

  /// Bytes of each verifier.
  [[nodiscard]] virtual std::size_t verifier_size(bool seal) const = 0;
  /// Writes the verifier of the next PDU that is sent. False if it cannot: the context is of no use
  /// any more.
  [[nodiscard]] virtual bool protect(const quality& how, const pdu_parts& pdu,
                                     std::span<std::byte> verifier) = 0;
  /// Whether the verifier is that of the next PDU of the peer, and decrypts the body. The context
  /// is of no use any more if not.
  [[nodiscard]] virtual bool verify(const quality& how, const pdu_parts& pdu,
                                    std::span<const std::byte> verifier) = 0;

  /// Whether the messages that negotiate mechanisms are to be verified in any case (RFC 4178 5).
  [[nodiscard]] virtual bool signs_negotiation() const { return false; }
  /// The messages that have negotiated the mechanism were verified: where that asks for ciphers to
  /// begin anew (MS-SPNG 3.3.5.1).
  virtual void negotiation_verified() {}

  /// What the mechanism knows of the peer: all but what the context was asked for. An anonymous one
  /// has no name.
  [[nodiscard]] virtual identity peer() const = 0;
};

/// What an initiator wants.
struct initiation {
  rpc::mechanism mechanism;
  protection level;
  std::string_view target;  ///< "service/host"
  bool mutual = false;
  bool delegate = false;
};

/// The credentials of a client.
class initiator {
 public:
  virtual ~initiator() = default;
  /// Throws rpc::error if it has none for that.
  [[nodiscard]] virtual std::unique_ptr<context> initiate(const initiation& wanted) const = 0;
  /// Whether they prove nothing, and who listens knows their keys.
  [[nodiscard]] virtual bool are_anonymous() const { return false; }
};

/// The credentials of a server. For any thread.
class acceptor {
 public:
  virtual ~acceptor() = default;
  /// Null if it knows no such mechanism.
  [[nodiscard]] virtual std::unique_ptr<context> accept(mechanism by, protection level) const = 0;
};

}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_CONTEXT_H
