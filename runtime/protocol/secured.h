#ifndef RUNTIME_PROTOCOL_SECURED_H
#define RUNTIME_PROTOCOL_SECURED_H

#include <rpc/buffer.h>
#include <rpc/security.h>

#include "../security/context.h"
#include "output.h"
#include "pdu.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace rpc::protocol {

/// Stub data and their padding have this size, or a multiple of it (MS-RPCE 2.2.2.11).
inline constexpr std::size_t protected_alignment = 16;

/// A security context of a connection (MS-RPCE 3.3.1.5.2): what its PDUs say of it, and how they
/// are protected once it is established.
class secured {
 public:
  secured(std::unique_ptr<security::context> made, mechanism type, protection level,
          std::uint32_t id)
      : context_(std::move(made)), type_(type), level_(level), id_(id) {}

  [[nodiscard]] std::uint32_t id() const noexcept { return id_; }
  [[nodiscard]] mechanism type() const noexcept { return type_; }
  [[nodiscard]] protection level() const noexcept { return level_; }
  /// Whether a trailer is of this context.
  [[nodiscard]] bool is_named_by(const sec_trailer& trailer) const noexcept {
    return trailer.context == id_ && trailer.type == type_ && trailer.level == level_;
  }
  /// A trailer of this context, with that token.
  [[nodiscard]] sec_trailer trailer(std::span<const std::byte> token) const noexcept {
    return {type_, level_, id_, 0, 0, token};
  }

  /// Hands the peer's token to the mechanism; see security::context::step.
  security::context::progress step(std::span<const std::byte> token, buffer& reply);
  [[nodiscard]] bool established() const noexcept { return established_; }
  [[nodiscard]] std::string failure() const { return context_->failure(); }
  /// The peer; null before it is established, and for an anonymous one.
  [[nodiscard]] const std::shared_ptr<const identity>& peer() const noexcept { return identity_; }

  /// Header signing was negotiated.
  void sign_headers() noexcept { signs_headers_ = true; }
  [[nodiscard]] bool signs_headers() const noexcept { return signs_headers_; }

  /// Whether fragments have verifiers.
  [[nodiscard]] bool protects() const noexcept { return level_ >= protection::packet; }
  /// It cannot protect any more, or something came that it has not verified: the connection is to
  /// be closed.
  [[nodiscard]] bool broken() const noexcept { return broken_; }
  /// Of stub data what fits a fragment of at most `room` bytes, header not counted.
  [[nodiscard]] std::size_t capacity(std::size_t room) const {
    const std::size_t taken = sec_trailer_size + verifier_size_;
    return room < taken ? 0 : (room - taken) / protected_alignment * protected_alignment;
  }

  /// Appends a PDU of `header` bytes, which `write_header(pdu, length, auth_length)` writes, and
  /// `stub`. If it cannot be protected, nothing is appended, now or later.
  template <class WriteHeader>
  void write(output& to, std::size_t header, std::span<const std::byte> stub,
             WriteHeader write_header) {
    if (broken_) return;
    const std::size_t body =
        (stub.size() + protected_alignment - 1) / protected_alignment * protected_alignment;
    const std::size_t size = header + body + sec_trailer_size + verifier_size_;
    std::byte* const pdu = to.extend(size);
    write_header(pdu, size, verifier_size_);
    broken_ = !protect({pdu, size}, header, stub);
    if (broken_) to.withdraw(size);
  }

  /// The stub data of a PDU, in `room`, if its verifier is that of the next one of the peer.
  [[nodiscard]] std::optional<std::span<const std::byte>> verify(std::span<const std::byte> pdu,
                                                                 std::size_t header,
                                                                 const sec_trailer& trailer,
                                                                 buffer& room);

 private:
  bool protect(std::span<std::byte> pdu, std::size_t header, std::span<const std::byte> stub);
  [[nodiscard]] security::quality quality() const noexcept {
    return {level_ == protection::privacy, signs_headers_};
  }

  const std::unique_ptr<security::context> context_;
  const mechanism type_;
  const protection level_;
  const std::uint32_t id_;
  bool signs_headers_ = false;
  bool established_ = false;
  bool broken_ = false;
  std::size_t verifier_size_ = 0;
  std::shared_ptr<const identity> identity_;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_SECURED_H
