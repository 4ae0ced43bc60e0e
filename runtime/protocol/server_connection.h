#ifndef RUNTIME_PROTOCOL_SERVER_CONNECTION_H
#define RUNTIME_PROTOCOL_SERVER_CONNECTION_H

#include <rpc/buffer.h>
#include <rpc/ndr/syntax.h>
#include <rpc/status.h>
#include <rpc/uuid.h>

#include "association_source.h"
#include "bind.h"
#include "call.h"
#include "contexts.h"
#include "framer.h"
#include "output.h"
#include "pdu.h"
#include "reassembler.h"
#include "secured.h"
#include "security_table.h"
#include "settings.h"
#include "spare_buffers.h"

#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rpc::protocol {

/// A request arrived and waits for respond() or fault().
struct incoming_call {
  call_ticket ticket;
  std::size_t interface;  ///< index into the interfaces that the connection serves
  ndr::syntax syntax;     ///< of the stub data, and of the response's
  std::uint16_t
      opnum;  ///< not checked here: an unknown one is answered by fault(op_rng_error, true)
  std::endian sender;   ///< byte order of the stub data
  bool expects_answer;  ///< false for [maybe] calls; answer them all the same, nothing is sent
  std::optional<uuid> object;  ///< object uuid, if the client sent one
  buffer stub;                 ///< stub data of all fragments
  bool complete = true;        ///< false: `stub` is the beginning, take_part() gives the rest
  std::shared_ptr<const identity> by = {};  ///< who makes it; null: not authenticated
};

/// The server's end of a connection-oriented DCE/RPC 5.0 connection (C706 chapters 9.3
/// and 12, MS-RPCE 3.3), as a state machine: bytes in, calls and bytes out. It knows
/// neither socket nor thread nor clock, never blocks, and is not safe for use by
/// several threads at once.
///
/// After each receive(), respond() and fault(): send what take_output() gives, and
/// close the connection once that is sent if closing() says so.
class server_connection : private message_source {
 public:
  /// What all connections of one endpoint have in common; outlives them unchanged.
  struct endpoint {
    /// The interfaces that are served. A client is accepted by uuid, equal major
    /// version, and a minor version that is not larger than the server's (C706 6.1.3.2).
    std::span<const offered_interface> interfaces;
    /// Secondary address of bind_ack: the port number or path as text.
    std::string secondary_address;
    settings limits;
    /// Whether an operation has pipes: its calls are reported as soon as they begin, and
    /// max_request does not apply to them. Asked for requests of several fragments only.
    std::function<bool(std::size_t interface, std::uint16_t opnum)> streams = {};
    /// What an operation is called in the server's log: "echo::sum". Without it, by its number.
    std::function<std::string(std::size_t interface, std::uint16_t opnum)> name = {};
    /// Authenticates clients; null: none can be.
    const security::acceptor* acceptor = nullptr;
  };

  /// `associations` outlives the connection.
  server_connection(const endpoint& at, association_source& associations);

  using time_point = std::chrono::steady_clock::time_point;
  /// Sets the time, and whether input has been read since it was set last. Closes the connection
  /// if the client has exceeded a time limit. To be called first of all, before receive(), and now
  /// and then.
  void advance(time_point now, bool reading);

  /// Takes bytes as they came, in pieces of any size, and appends the calls that
  /// begin to `calls`. Returns how many it took: all, unless wants_input() has become false; then
  /// those after the last PDU are to be handed in again. Violations of the protocol never throw:
  /// they are answered as Windows answers them (bind_nak, or a fault and disconnect). Bytes after a
  /// violation are ignored. Throws std::bad_alloc only; the connection is to be dropped then.
  std::size_t receive(std::span<const std::byte> bytes, std::vector<incoming_call>& calls);

  /// Where the next bytes are best read to, see framer::places(); receive() is not to be called
  /// meanwhile. Others may be.
  std::size_t places(std::span<std::byte> room, std::span<std::span<std::byte>> into) {
    return framer_.places(room, into);
  }
  /// Takes `count` bytes that were read there. Returns those that it did not take, which are valid
  /// until the next receive().
  std::span<const std::byte> receive(framer::runs places, std::size_t count,
                                     std::vector<incoming_call>& calls);

  /// False while as many calls run as the settings allow, or with as many stub data, or a call has
  /// more than its window that was not taken: leave further bytes unread, so that the client is
  /// slowed down.
  [[nodiscard]] bool wants_input() const noexcept;

  /// What take_part() found.
  enum class inflow : std::uint8_t {
    part,       ///< stub data
    nothing,    ///< none yet: ask again after each receive()
    end,        ///< none any more: the request has fully arrived
    cancelled,  ///< the client asks that the call ends soon
    lost,       ///< none will come: the client forgot the call, or the connection is closing
  };
  /// Appends to `into` all stub data that arrived for a call since it was reported, or since
  /// this was asked before.
  inflow take_part(call_ticket ticket, buffer& into);

  /// Whether the client asks that the call ends soon.
  [[nodiscard]] bool cancelled(call_ticket ticket) const noexcept;
  /// Whether the client has cancelled or forgotten a call that runs.
  [[nodiscard]] bool given_up(call_ticket ticket) const noexcept;
  /// Whether an answer to the call would still be sent.
  [[nodiscard]] bool awaited(call_ticket ticket) const noexcept;

  /// Sends a part of a call's response, and returns how many bytes of it went: as many as fill
  /// fragments. The others begin the next part. respond() sends the last, and fault() may
  /// still end the call otherwise. Everything is taken, and nothing sent, if not awaited().
  std::size_t respond_part(call_ticket ticket, std::span<const std::byte> stub);

  /// Answers a call with a response. `stub` is consumed: small contents are copied and
  /// it is left empty with its memory, large ones are taken over. Nothing is sent when
  /// the client does not want an answer any more.
  void respond(call_ticket ticket, buffer& stub);

  /// Answers a call with a fault. `did_not_execute` promises the client that it may
  /// repeat the call without harm.
  void fault(call_ticket ticket, status code, bool did_not_execute);

  /// Gives the memory of a call's stub data back, for the calls that come.
  void recycle(buffer& stub) noexcept { spares_.put(stub); }

  /// PDUs that came since this was asked before.
  [[nodiscard]] std::size_t take_pdus() noexcept { return std::exchange(pdus_, 0); }

  /// Bytes that take_output() would give.
  [[nodiscard]] std::size_t output_size() const noexcept { return out_.size(); }

  /// Exchanges `empty`, an output that was sent, for the bytes that are to be sent now.
  /// False, and nothing is exchanged, if there are none.
  bool take_output(output& empty);

  /// True once the connection is to be closed, after what take_output() gives was sent.
  /// Calls that still run may be answered; nothing more is sent.
  [[nodiscard]] bool closing() const noexcept { return state_ == state::closing; }

  /// Why the connection is closing, for the server's log; empty otherwise.
  [[nodiscard]] std::string_view reason() const noexcept { return reason_; }

  /// Closes the connection for a reason of the transport's, which must live as long.
  void close(std::string_view reason);

  /// The transport has ended: gives back the memory of what will be neither sent nor received.
  void disconnect() noexcept;

  /// Gives back the memory that calls have left. For connections that are idle.
  void trim() noexcept;

  /// When the last input came.
  [[nodiscard]] time_point last_input() const noexcept { return last_input_; }
  /// Whether it has had neither calls nor input for longer than `limit`; 0: it is never idle.
  [[nodiscard]] bool idle_for(std::chrono::milliseconds limit) const noexcept {
    return calls() == 0 && limit.count() != 0 && now_ - last_input_ > limit;
  }
  /// Bytes of PDUs and requests of which the rest has not come yet, of pipes' stub data that no
  /// call has taken, and of the requests of calls that were not answered yet.
  [[nodiscard]] std::size_t buffered_input() const noexcept;
  [[nodiscard]] bool bound() const noexcept { return state_ != state::unbound; }

  /// Calls that were reported and not answered yet.
  [[nodiscard]] std::size_t calls() const noexcept { return calls_.size() - free_.size(); }

 private:
  enum class state : std::uint8_t { unbound, bound, closing };

  /// A call that was reported. Its ticket is the number of the call on this connection,
  /// and in the lowest bits the index of this place, which later calls use again.
  struct running_call {
    call_ticket ticket{};  // 0: the place is free
    std::uint32_t call_id = 0;
    std::uint16_t context = 0;
    std::size_t stub_size = 0;  // of its request, as far as it had come when it was reported
    bool wants_answer = false;
    bool answering = false;  // a part of the response was sent
    bool cancelled = false;
    bool orphaned = false;
    secured* by = nullptr;  // protects the answer
  };

  /// A request of which fragments are still to come.
  struct unfinished_call {
    std::uint32_t call_id;
    std::uint16_t context;
    time_point begun;
    incoming_call request;  // as far as it is known; its ticket is 0 until it is reported
    reassembler parts;
    secured* by;
  };

  /// The stub data of a call that was reported before they had fully arrived.
  struct stream {
    call_ticket ticket;
    buffer arrived = {};  // and not taken
    bool ended = false;
    bool lost = false;
  };

  buffer take_stub(const header& head) override;
  std::size_t most_stub(const header& head) override;

  void take_input(std::vector<incoming_call>& calls);
  void handle(const frame& from, std::vector<incoming_call>& calls);
  void handle_bind(const frame& from);
  void handle_alter(const frame& from);
  void handle_auth3(const frame& from);
  void handle_request(const frame& from, std::vector<incoming_call>& calls);
  bool find_security(const fragment& part, secured*& by);
  void refuse_security(const header& head, const fragment& part);
  bool verify(const frame& from, fragment& part, secured* by, std::uint16_t context);
  bool verify_next(const frame& from, fragment& part, const unfinished_call& call);
  bool verify_notice(const frame& from);
  bool take_verification(const header& head, incoming_call& call, std::uint16_t context,
                         const secured* by);
  void begin_request(const frame& from, fragment& part, std::vector<incoming_call>& calls);
  void continue_request(const frame& from, fragment& part, std::vector<incoming_call>& calls);
  [[nodiscard]] const unfinished_call* open_request() const;
  bool intrudes(const header& head, const fragment& part, const secured* by);
  [[nodiscard]] static bool changes_security(const unfinished_call& call, const fragment& part,
                                             const secured* by);
  void refuse_fragment(const header& head, const fragment& part);
  const context* admit(const header& head, const fragment& part);
  [[nodiscard]] bool window_full() const noexcept;
  [[nodiscard]] std::size_t stub_size(const unfinished_call& call) const;
  bool check(reassembler::result result, std::uint32_t call_id, std::uint16_t context,
             const incoming_call& call, const fragment& part);
  void describe_excess(const incoming_call& call, const fragment& part);
  void start(incoming_call& call, std::uint32_t call_id, std::uint16_t context, secured* by);
  void handle_notice(const header& head);

  [[nodiscard]] bind_ack_pdu acknowledge(std::vector<context_result> results) const;
  void begin_stream(incoming_call& call, std::uint32_t call_id, std::uint16_t context,
                    const reassembler& parts, secured* by, std::vector<incoming_call>& calls);
  void continue_stream(unfinished_call& call, const fragment& part, bool last);
  running_call* find_running(std::uint32_t call_id);
  [[nodiscard]] const running_call* find_running(call_ticket ticket) const noexcept;
  stream* find_stream(call_ticket ticket);
  unfinished_call* find_unfinished(std::uint32_t call_id);
  std::optional<running_call> finish(call_ticket ticket);

  void close_if_broken(const secured* by);
  void refuse(std::uint32_t call_id, nak_reason why, std::string_view reason);
  void fail(const fault_pdu& fault, std::string_view reason);
  [[nodiscard]] std::string_view exceeded_limit() const;

  const endpoint& at_;
  framer framer_;
  context_table contexts_;
  security_table security_;
  buffer verified_;  // stub data of a fragment
  output out_;
  state state_ = state::unbound;
  bool multiplexed_ = false;
  std::uint16_t max_fragment_;  // that both ends send at most
  association_source& associations_;
  std::uint32_t association_ = 0;  // once it is bound
  std::uint64_t calls_seen_ = 0;
  std::size_t pdus_ = 0;  // that came and were not asked for
  std::vector<running_call> calls_;
  std::vector<std::uint32_t> free_;  // indices of free places in calls_
  std::size_t answers_due_ = 0;
  std::size_t stub_bytes_ = 0;  // of calls_
  std::vector<unfinished_call> unfinished_;
  std::vector<stream> streams_;
  std::string_view reason_;
  std::string told_;  // the text of a reason that is not always the same
  time_point now_{};
  time_point opened_{};
  time_point last_input_{};
  time_point pdu_begun_{};  // of a PDU of which the rest has not come yet
  spare_buffers spares_;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_SERVER_CONNECTION_H
