#ifndef RUNTIME_PROTOCOL_VERIFICATION_TRAILER_H
#define RUNTIME_PROTOCOL_VERIFICATION_TRAILER_H

#include <rpc/buffer.h>
#include <rpc/ndr/syntax.h>
#include <rpc/uuid.h>

#include "pdu.h"

#include <cstdint>

/// The verification trailer (MS-RPCE 2.2.2.13): after the stub data of a request, what its client
/// has negotiated, by which a server finds out whether that was changed where it was not protected.
namespace rpc::protocol {

/// What it tells of a request.
struct request_facts {
  syntax_id interface;  ///< as the client has asked for it
  ndr::syntax syntax;
  header head;  ///< of a fragment: type, order, call_id
  std::uint16_t context;
  std::uint16_t opnum;
  bool signs_headers;
};

void append_verification_trailer(buffer& stub, const request_facts& of);

/// Takes it off the stub data, if it is there. False if it contradicts the request, or asks for
/// something that is not known.
[[nodiscard]] bool take_verification_trailer(buffer& stub, const request_facts& of);

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_VERIFICATION_TRAILER_H
