// What of a server's input is protected as it has to be.

#include "server_connection.h"
#include "verification_trailer.h"

namespace rpc::protocol {

/// Finds the security context of a fragment, and decrypts its stub data. False, and the connection
/// ends, if it is not protected as its client has agreed to.
bool server_connection::verify(const frame& from, fragment& part, secured*& by) {
  const header& head = from.head;
  const auto refuse_it = [&](status code, std::string_view reason) {
    fail({head.call_id, part.context, code, false}, reason);
    return false;
  };
  if (!security_.failure().empty()) return refuse_it(status::access_denied, security_.failure());
  if (part.auth == auth_trailer::none) {
    bool allowed = false;
    by = security_.unprotected(allowed);
    return allowed ||
           refuse_it(status::access_denied, "a request without the protection that was agreed on");
  }
  if (security_.waits_for_token(part.security)) {
    fail({head.call_id, 0, status::proto_error, true}, "a request before the last token");
    return false;
  }
  by = security_.find(part.security);
  if (by == nullptr)
    return refuse_it(status::access_denied, "a request of no security context that there is");
  if (!by->protects()) return true;
  const std::size_t header = static_cast<std::size_t>(part.stub.data() - from.pdu.data());
  const auto stub = by->verify(from.pdu, header, part.security, verified_);
  if (!stub) return refuse_it(status::sec_pkg_error, "a request whose verifier is wrong");
  part.stub = *stub;
  return true;
}

/// The same for a PDU that has no body. Where it says nothing, it is taken as it is: all that it
/// can do is to end a call.
bool server_connection::verify_notice(const frame& from) {
  const header& head = from.head;
  if (head.auth_length == 0) return true;
  const bool present = read_auth_trailer(head, from.pdu, header_size) == auth_trailer::present;
  const sec_trailer trailer = present ? take_auth_trailer(head, from.pdu) : sec_trailer{};
  secured* const by = present ? security_.find(trailer) : nullptr;
  const bool right =
      by != nullptr && (!by->protects() || by->verify(from.pdu, header_size, trailer, verified_));
  if (!right)
    fail({head.call_id, 0, status::access_denied, false}, "a notice whose verifier is wrong");
  return right;
}

/// Takes the verification trailer off a request, if there is one; false, and the connection ends,
/// if it says something else than what has come.
bool server_connection::take_verification(const header& head, incoming_call& call,
                                          std::uint16_t context, const secured* by) {
  if (by == nullptr || !by->protects()) return true;
  const request_facts facts{at_.interfaces[call.interface].id,
                            call.syntax,
                            head,
                            context,
                            call.opnum,
                            by->signs_headers()};
  if (take_verification_trailer(call.stub, facts)) return true;
  fail({head.call_id, context, status::access_denied, true},
       "a verification trailer that contradicts its request");
  return false;
}

}  // namespace rpc::protocol
