#include "secured.h"

#include <cstring>
#include <utility>

namespace rpc::protocol {

security::context::progress secured::step(std::span<const std::byte> token, buffer& reply) {
  const auto progress = context_->step(token, reply);
  if (progress != security::context::progress::done) return progress;
  if (protects()) verifier_size_ = context_->verifier_size(quality().seal);
  established_ = true;
  identity peer = context_->peer();
  peer.mechanism = type_;
  peer.level = level_;
  if (!peer.principal.empty()) identity_ = std::make_shared<const identity>(std::move(peer));
  return progress;
}

bool secured::protect(std::span<std::byte> pdu, std::size_t header,
                      std::span<const std::byte> stub) {
  const std::size_t at = pdu.size() - verifier_size_ - sec_trailer_size;
  const auto body = pdu.subspan(header, at - header);
  if (!stub.empty()) std::memcpy(body.data(), stub.data(), stub.size());
  const std::size_t padding = body.size() - stub.size();
  if (padding != 0) std::memset(body.data() + stub.size(), 0, padding);
  sec_trailer last = trailer({});
  last.padding = padding;
  write_auth_trailer(pdu.data() + at, last);
  return context_->protect(quality(), {pdu.first(header), body, pdu.subspan(at, sec_trailer_size)},
                           pdu.last(verifier_size_));
}

std::optional<std::span<const std::byte>> secured::verify(std::span<const std::byte> pdu,
                                                          std::size_t header,
                                                          const sec_trailer& trailer,
                                                          buffer& room) {
  if (broken_) return std::nullopt;
  room.clear();
  room.append(pdu.subspan(header, trailer.at - header));
  const std::span<std::byte> body(room.data(), room.size());
  broken_ = !context_->verify(quality(),
                              {pdu.first(header), body, pdu.subspan(trailer.at, sec_trailer_size)},
                              trailer.token);
  if (broken_) return std::nullopt;
  return body.first(body.size() - trailer.padding);
}

}  // namespace rpc::protocol
