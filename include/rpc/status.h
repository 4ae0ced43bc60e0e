#ifndef RPC_STATUS_H
#define RPC_STATUS_H

#include <cstdint>
#include <string_view>

namespace rpc {

/// Status codes of calls: the values that travel in fault PDUs (C706 appendix E,
/// MS-RPCE 2.2.2.5) and the Windows error codes that MS-RPC peers use for the same
/// purposes (MS-ERREF 2.2). Any other 32-bit value may be received; it keeps its
/// number and name() says "unknown".
enum class status : std::uint32_t {
  ok = 0,

  // Windows error codes, raised locally and sent in faults.
  access_denied = 5,                    ///< also: the request was larger than the server allows
  out_of_memory = 14,                   ///< memory for the call ran out
  invalid_arg = 87,                     ///< an argument means nothing here (RPC_S_INVALID_ARG)
  invalid_bound = 0x6C6,                ///< a count exceeds its array's bound (RPC_S_INVALID_BOUND)
  invalid_binding = 0x6A6,              ///< a client or a handle that names no server
  invalid_string_binding = 0x6A4,       ///< a binding string could not be read
  cannot_listen = 0x6B8,                ///< no endpoint could be made (RPC_S_CANT_CREATE_ENDPOINT)
  server_unavailable = 0x6BA,           ///< no connection could be made
  server_too_busy = 0x6BB,              ///< the server's queue of calls is full
  no_call_active = 0x6BD,               ///< a request that was cancelled before it was sent
  call_failed = 0x6BE,                  ///< connection lost; the call may have executed
  call_failed_dne = 0x6BF,              ///< the call failed and did not execute
  protocol_error = 0x6C0,               ///< the peer broke the protocol
  unsupported_transfer_syntax = 0x6C2,  ///< neither NDR20 nor NDR64 was accepted
  unknown_authn_service = 0x6D3,        ///< no such mechanism here (RPC_S_UNKNOWN_AUTHN_SERVICE)
  endpoint_not_registered = 0x6D9,  ///< the endpoint mapper knows no such (EPT_S_NOT_REGISTERED)
  sec_pkg_error = 0x721,            ///< authentication failed (RPC_S_SEC_PKG_ERROR)
  invalid_tag = 0x6C5,              ///< a union's discriminant selects no arm
  call_timed_out = 0x71A,           ///< the client's time limit passed (RPC_S_CALL_CANCELLED)
  enum_value_out_of_range = 0x6F5,  ///< an enumerator beyond 16 bits, or beyond its range
  in_null_context = 0x6EF,          ///< an [in] context handle was null
  call_in_progress = 0x6FF,         ///< a call that this call itself waits in uses the context
  wrong_pipe_order = 0x727,         ///< pull of an [out] pipe, or push into an [in] pipe
  pipe_closed = 0x77C,              ///< push into a pipe that has ended
  pipe_discipline_error = 0x77D,    ///< pipes are to be used in order, [in] ones first
  pipe_empty = 0x77E,               ///< pull of a pipe that has ended
  null_ref_pointer = 0x6F4,         ///< a [ref] pointer was null (RPC_X_NULL_REF_POINTER)
  byte_count_too_small = 0x6F6,     ///< a result does not fit the caller's storage
  bad_stub_data = 0x6F7,            ///< stub data that break the interface's rules

  // Fault codes of DCE RPC (nca_s_...).
  comm_failure = 0x1C010001,
  op_rng_error = 0x1C010002,       ///< the interface has no operation of that number
  unknown_interface = 0x1C010003,  ///< the presentation context names no served interface
  wrong_boot_time = 0x1C010006,
  you_crashed = 0x1C010009,
  proto_error = 0x1C01000B,  ///< the PDU breaks the protocol
  out_args_too_big = 0x1C010013,
  nca_server_too_busy = 0x1C010014,
  fault_string_too_long = 0x1C010015,
  unsupported_type = 0x1C010017,
  fault_int_div_by_zero = 0x1C000001,
  fault_address_error = 0x1C000002,
  fault_fp_div_zero = 0x1C000003,
  fault_fp_underflow = 0x1C000004,
  fault_fp_overflow = 0x1C000005,
  fault_invalid_tag = 0x1C000006,
  fault_invalid_bound = 0x1C000007,
  rpc_version_mismatch = 0x1C000008,
  fault_unspecified = 0x1C000009,
  fault_cancel = 0x1C00000D,
  fault_ill_inst = 0x1C00000E,
  fault_fp_error = 0x1C00000F,
  fault_int_overflow = 0x1C000010,
  fault_unspec = 0x1C000012,  ///< the implementation failed without a code of its own
  fault_remote_comm_failure = 0x1C000013,
  fault_pipe_empty = 0x1C000014,
  fault_pipe_closed = 0x1C000015,
  fault_pipe_order = 0x1C000016,
  fault_pipe_discipline = 0x1C000017,
  fault_pipe_comm_error = 0x1C000018,
  fault_pipe_memory = 0x1C000019,
  fault_context_mismatch = 0x1C00001A,
  fault_remote_no_memory = 0x1C00001B,
};

/// The code's name as MIDL and DCE documents spell it ("RPC_X_BAD_STUB_DATA",
/// "nca_s_op_rng_error"), or "unknown". Never fails; the text lives for ever.
[[nodiscard]] std::string_view name(status code) noexcept;

/// What happened, as the end of a sentence ("the stub data break the rules of the
/// interface"), or "an error that this library does not know". Lives for ever.
[[nodiscard]] std::string_view describe(status code) noexcept;

/// Whether the code says that the call did not reach an implementation, or that its answer did not
/// come: what [comm_status] takes. The implementation or the data are to blame for any other, which
/// [fault_status] takes (C706 4.3.6.6).
[[nodiscard]] bool is_communication_error(status code) noexcept;

}  // namespace rpc

#endif  // RPC_STATUS_H
