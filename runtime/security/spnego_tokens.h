#ifndef RUNTIME_SECURITY_SPNEGO_TOKENS_H
#define RUNTIME_SECURITY_SPNEGO_TOKENS_H

#include "der.h"

#include <cstdint>
#include <optional>
#include <vector>

/// The tokens of SPNEGO (RFC 4178 4.2).
namespace rpc::security::spnego {

/// NegTokenInit.
struct init_token {
  std::vector<der::bytes> mechanisms;  ///< object identifiers, without tag
  der::bytes list;                     ///< the same as it was encoded, for mechListMIC
  std::optional<der::bytes> token = {};
};

enum class state : std::uint8_t {
  accept_completed = 0,
  accept_incomplete = 1,
  reject = 2,
  request_mic = 3,
};

/// NegTokenResp.
struct response_token {
  std::optional<spnego::state> state = {};
  std::optional<der::bytes> mechanism = {};
  std::optional<der::bytes> token = {};
  std::optional<der::bytes> mic = {};
};

/// Sets `list` as well.
der::bytes encode(init_token& from);
der::bytes encode(const response_token& from);
/// Nothing if they are none.
std::optional<init_token> decode_init(der::view from);
std::optional<response_token> decode_response(der::view from);

}  // namespace rpc::security::spnego

#endif  // RUNTIME_SECURITY_SPNEGO_TOKENS_H
