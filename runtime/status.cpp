#include <rpc/status.h>

#include <algorithm>
#include <iterator>

namespace rpc {
namespace {

struct row {
  status code;
  std::string_view name;
  std::string_view text;
};

constexpr row rows[] = {
    {status::ok, "RPC_S_OK", "no error"},
    {status::access_denied, "ERROR_ACCESS_DENIED",
     "access was denied, or the request was larger than the server allows"},
    {status::out_of_memory, "ERROR_OUTOFMEMORY", "memory for the call ran out"},
    {status::invalid_arg, "RPC_S_INVALID_ARG", "an argument means nothing here"},
    {status::invalid_bound, "RPC_S_INVALID_BOUND", "a size or value is outside its bounds"},
    {status::invalid_binding, "RPC_S_INVALID_BINDING", "no server is named for the call"},
    {status::invalid_string_binding, "RPC_S_INVALID_STRING_BINDING",
     "the binding string is malformed"},
    {status::cannot_listen, "RPC_S_CANT_CREATE_ENDPOINT", "the server has no such endpoint"},
    {status::server_unavailable, "RPC_S_SERVER_UNAVAILABLE", "the server could not be reached"},
    {status::server_too_busy, "RPC_S_SERVER_TOO_BUSY", "the server has too many calls waiting"},
    {status::no_call_active, "RPC_S_NO_CALL_ACTIVE", "no call runs that this could be part of"},
    {status::call_failed, "RPC_S_CALL_FAILED",
     "the connection was lost; the call may have executed"},
    {status::call_failed_dne, "RPC_S_CALL_FAILED_DNE", "the call failed and did not execute"},
    {status::protocol_error, "RPC_S_PROTOCOL_ERROR", "the peer broke the protocol"},
    {status::unsupported_transfer_syntax, "RPC_S_UNSUPPORTED_TRANS_SYN",
     "the peers have no transfer syntax in common"},
    {status::unknown_authn_service, "RPC_S_UNKNOWN_AUTHN_SERVICE",
     "the mechanism of authentication is not available"},
    {status::endpoint_not_registered, "EPT_S_NOT_REGISTERED",
     "the endpoint mapper knows no endpoint of the interface"},
    {status::sec_pkg_error, "RPC_S_SEC_PKG_ERROR", "authentication failed"},
    {status::invalid_tag, "RPC_S_INVALID_TAG", "a union's discriminant selects no arm"},
    {status::call_timed_out, "RPC_S_CALL_CANCELLED", "the time limit of the call has passed"},
    {status::enum_value_out_of_range, "RPC_X_ENUM_VALUE_OUT_OF_RANGE",
     "an enumeration holds a value that its wire form cannot carry"},
    {status::in_null_context, "RPC_X_SS_IN_NULL_CONTEXT", "a context handle is null"},
    {status::call_in_progress, "RPC_S_CALL_IN_PROGRESS",
     "a call that this one would wait for waits for this one"},
    {status::wrong_pipe_order, "RPC_X_WRONG_PIPE_ORDER",
     "an [out] pipe was pulled from, or an [in] pipe pushed into"},
    {status::pipe_closed, "RPC_X_PIPE_CLOSED", "the pipe has ended and takes no more elements"},
    {status::pipe_discipline_error, "RPC_X_PIPE_DISCIPLINE_ERROR",
     "pipes are to be used in the order of the parameters, and [in] pipes before [out] pipes"},
    {status::pipe_empty, "RPC_X_PIPE_EMPTY", "the pipe has ended and gives no more elements"},
    {status::null_ref_pointer, "RPC_X_NULL_REF_POINTER", "a [ref] pointer is null"},
    {status::byte_count_too_small, "RPC_X_BYTE_COUNT_TOO_SMALL",
     "a result does not fit the caller's storage"},
    {status::bad_stub_data, "RPC_X_BAD_STUB_DATA", "the data break the rules of the interface"},
    {status::comm_failure, "nca_s_comm_failure", "communication with the server failed"},
    {status::op_rng_error, "nca_s_op_rng_error", "the interface has no operation of that number"},
    {status::unknown_interface, "nca_s_unk_if", "the server does not offer the interface"},
    {status::wrong_boot_time, "nca_s_wrong_boot_time", "the server has been restarted"},
    {status::you_crashed, "nca_s_you_crashed", "the server believes that the client crashed"},
    {status::proto_error, "nca_s_proto_error", "the protocol was broken"},
    {status::out_args_too_big, "nca_s_out_args_too_big", "the results are too large"},
    {status::nca_server_too_busy, "nca_s_server_too_busy", "the server has too many calls waiting"},
    {status::fault_string_too_long, "nca_s_fault_string_too_long", "a string is too long"},
    {status::unsupported_type, "nca_s_unsupported_type", "the server does not support the type"},
    {status::fault_int_div_by_zero, "nca_s_fault_int_div_by_zero", "the server divided by zero"},
    {status::fault_address_error, "nca_s_fault_addr_error", "the server used a bad address"},
    {status::fault_fp_div_zero, "nca_s_fault_fp_div_zero", "the server divided by zero"},
    {status::fault_fp_underflow, "nca_s_fault_fp_underflow",
     "a floating-point underflow in the server"},
    {status::fault_fp_overflow, "nca_s_fault_fp_overflow",
     "a floating-point overflow in the server"},
    {status::fault_invalid_tag, "nca_s_fault_invalid_tag", "a union's discriminant selects no arm"},
    {status::fault_invalid_bound, "nca_s_fault_invalid_bound", "a count exceeds its array"},
    {status::rpc_version_mismatch, "nca_s_rpc_version_mismatch", "the protocol versions differ"},
    {status::fault_unspecified, "nca_s_unspec_reject", "the server rejected the call"},
    {status::fault_cancel, "nca_s_fault_cancel", "the call was cancelled"},
    {status::fault_ill_inst, "nca_s_fault_ill_inst", "the server met an illegal instruction"},
    {status::fault_fp_error, "nca_s_fault_fp_error", "a floating-point error in the server"},
    {status::fault_int_overflow, "nca_s_fault_int_overflow", "an integer overflow in the server"},
    {status::fault_unspec, "nca_s_fault_unspec", "the implementation failed"},
    {status::fault_remote_comm_failure, "nca_s_fault_remote_comm_failure",
     "the server lost its connection to another server"},
    {status::fault_pipe_empty, "nca_s_fault_pipe_empty", "a pipe was read past its end"},
    {status::fault_pipe_closed, "nca_s_fault_pipe_closed", "the pipe has ended"},
    {status::fault_pipe_order, "nca_s_fault_pipe_order", "a pipe was used in the wrong direction"},
    {status::fault_pipe_discipline, "nca_s_fault_pipe_discipline",
     "pipes were used in the wrong order"},
    {status::fault_pipe_comm_error, "nca_s_fault_pipe_comm_error",
     "communication over a pipe failed"},
    {status::fault_pipe_memory, "nca_s_fault_pipe_memory", "a pipe was given no memory"},
    {status::fault_context_mismatch, "nca_s_fault_context_mismatch",
     "the context handle is unknown here, closed, or of another interface, type or connection"},
    {status::fault_remote_no_memory, "nca_s_fault_remote_no_memory",
     "the server has no memory left"},
};

constexpr row unknown{status{}, "unknown", "an error that this library does not know"};

const row& find(status code) noexcept {
  const auto* at = std::ranges::find_if(rows, [code](const row& r) { return r.code == code; });
  return at == std::end(rows) ? unknown : *at;
}

}  // namespace

std::string_view name(status code) noexcept { return find(code).name; }

std::string_view describe(status code) noexcept { return find(code).text; }

bool is_communication_error(status code) noexcept {
  switch (code) {
    case status::invalid_binding:
    case status::invalid_string_binding:
    case status::cannot_listen:
    case status::server_unavailable:
    case status::server_too_busy:
    case status::call_failed:
    case status::call_failed_dne:
    case status::call_timed_out:
    case status::protocol_error:
    case status::unsupported_transfer_syntax:
    case status::unknown_authn_service:
    case status::endpoint_not_registered:
    case status::sec_pkg_error:
    case status::comm_failure:
    case status::op_rng_error:
    case status::unknown_interface:
    case status::wrong_boot_time:
    case status::you_crashed:
    case status::proto_error:
    case status::nca_server_too_busy:
    case status::unsupported_type:
    case status::rpc_version_mismatch: return true;
    default: return false;
  }
}

}  // namespace rpc
