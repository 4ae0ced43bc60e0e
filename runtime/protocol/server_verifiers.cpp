// What of a server's input is protected as it has to be.

#include "server_connection.h"
#include "verification_trailer.h"

namespace rpc::protocol {

/// Sets `by` to the security context that a fragment is of, or to null if its client did not
/// authenticate. False if it cannot be of any.
bool server_connection::find_security(const fragment& part, secured*& by) {
  if (part.auth == auth_trailer::none) {
    bool allowed = false;
    by = security_.unprotected(allowed);
    return allowed;
  }
  by = security_.find(part.security);
  return by != nullptr;
}

void server_connection::refuse_security(const header& head, const fragment& part) {
  fail({head.call_id, part.context, status::access_denied, false},
       part.auth == auth_trailer::none ? "a request without the protection that was agreed on"
                                       : "a request of no security context that there is");
}

/// Whether a fragment says that it is of this request, and of another security context.
bool server_connection::changes_security(const unfinished_call& call, const fragment& part,
                                         const secured* by) {
  return part.auth == auth_trailer::present && by != call.by && part.context == call.context;
}

/// Decrypts the stub data of a fragment. False, and the connection ends, if it is not protected as
/// its client has agreed to.
bool server_connection::verify(const frame& from, fragment& part, secured* by,
                               std::uint16_t context) {
  if (by == nullptr || !by->protects()) return true;
  const std::size_t header = static_cast<std::size_t>(part.stub.data() - from.pdu.data());
  const auto stub = by->verify(from.pdu, header, part.security, verified_);
  if (stub)
    part.stub = *stub;
  else
    fail({from.head.call_id, context, status::sec_pkg_error, false},
         "a request whose verifier is wrong");
  return stub.has_value();
}

/// The same for one that goes on with a request.
bool server_connection::verify_next(const frame& from, fragment& part,
                                    const unfinished_call& call) {
  const auto refuse_it = [&](status code, std::string_view reason) {
    fail({call.call_id, call.context, code, false}, reason);
    return false;
  };
  secured* by = nullptr;
  find_security(part, by);
  if (changes_security(call, part, by))
    return refuse_it(by == nullptr ? status::access_denied : status::sec_pkg_error,
                     "a fragment of another security context than the one before");
  const bool has_trailer = part.auth == auth_trailer::present;
  if (has_trailer && call.by == nullptr)
    return refuse_it(status::access_denied, "a fragment of a security context, unlike the first");
  if (!has_trailer && call.by != nullptr && call.by->protects())
    return refuse_it(status::proto_error, "a fragment without protection, unlike the first");
  return verify(from, part, call.by, call.context);
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
