#ifndef RUNTIME_PROTOCOL_CLIENT_CONNECTION_H
#define RUNTIME_PROTOCOL_CLIENT_CONNECTION_H

#include <rpc/buffer.h>
#include <rpc/ndr/syntax.h>
#include <rpc/status.h>
#include <rpc/uuid.h>

#include "bind.h"
#include "call.h"
#include "fragmenter.h"
#include "framer.h"
#include "output.h"
#include "pdu.h"
#include "reassembler.h"
#include "secured.h"
#include "settings.h"
#include "spare_buffers.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::protocol {

/// What became of a bind(), a request() or an open(). Each of them is answered by exactly one
/// event, whatever happens, except a request that was abandoned; `turn` and `part` are no
/// answers.
struct client_event {
  enum class kind : std::uint8_t {
    bound,     ///< `binding` may be used, in `syntax`
    refused,   ///< `binding` is of no use; `code` says why
    response,  ///< `call` ended well: `stub`, from `sender`
    fault,     ///< `call` failed: `code`, `did_not_execute`
    turn,      ///< the turn of `call`, which was opened, has come: sends()
    part,      ///< a part of the response to `call`, which was opened: see take_part(); `sender`
  };
  kind what;
  std::size_t binding = 0;  ///< as bind() returned it
  call_ticket call{};       ///< as request() returned it
  ndr::syntax syntax{};     ///< negotiated presentation of stub data, both ways
  status code = status::ok;
  bool did_not_execute = false;              ///< the call may be repeated without harm
  bool lost = false;                         ///< the end of the connection is the answer: reason()
  bool cancelled = false;                    ///< cancel() is the answer: nothing was sent
  std::endian sender = std::endian::little;  ///< byte order of `stub`
  buffer stub = {};                          ///< the response's stub data
};

/// How a client authenticates itself.
struct authentication {
  std::unique_ptr<security::context> context = {};  ///< null: not at all
  mechanism type = mechanism::none;
  protection level = protection::none;
};

/// The client's end of a connection-oriented DCE/RPC 5.0 connection (C706 chapters 9.3
/// and 12, MS-RPCE 3.3), as a state machine: bytes in, events and bytes out. It knows
/// neither socket nor thread nor clock, never blocks, and is not safe for use by
/// several threads at once.
///
/// After each call of a member that is not const, send what take_output() gives, and
/// close the connection once closing() says so and that is sent.
class client_connection : private message_source {
 public:
  explicit client_connection(const settings& limits, authentication with = {});

  /// Asks for a presentation context of `interface`, by bind the first time and by
  /// alter_context later; one negotiation runs at a time, more wait for their turn.
  /// Returns the binding's number, which counts from 0. The answer is the event `bound`
  /// or `refused`. On a connection that is closing it comes from the next disconnect().
  std::size_t bind(const offered_interface& interface);

  /// Sends a request over `binding`, for which the event `bound` must have come. `stub` is
  /// consumed: small contents are copied and it is left empty with its memory, large ones are taken
  /// over. When the server did not grant concurrent multiplexing, the request waits
  /// until the one before it is answered. The answer is the event `response` or `fault`.
  /// On a connection that is closing it comes from the next disconnect().
  call_ticket request(std::size_t binding, std::uint16_t opnum, buffer& stub,
                      const std::optional<uuid>& object = std::nullopt);

  /// Begins a call whose request and response go in parts: with pipes. The request follows by
  /// send_part() as soon as the call sends(). The answer is `response`, with the stub data that
  /// were not taken, or `fault`, which may come before the request has ended.
  call_ticket open(std::size_t binding, std::uint16_t opnum,
                   const std::optional<uuid>& object = std::nullopt);

  /// Whether a call that was opened, and was not answered yet, has its turn; the event `turn`
  /// will come if not.
  [[nodiscard]] bool sends(call_ticket call) const noexcept { return find(call) != nullptr; }

  /// Sends a part of the request of a call that was opened, and returns how many bytes of it went:
  /// all of the `last`, else as many as fill fragments. The others begin the next part.
  /// Everything is taken, and nothing sent, once the call was answered.
  std::size_t send_part(call_ticket call, std::span<const std::byte> stub, bool last);

  /// Appends to `into` what has come of the response to a call that was opened; false if nothing.
  bool take_part(call_ticket call, buffer& into);

  /// False while a call that was opened has more stub data than its window that was not taken:
  /// leave further bytes unread, so that the server is slowed down.
  [[nodiscard]] bool wants_input() const noexcept;

  /// Asks the server to end a call soon (co_cancel). The call is still answered: by fault_cancel,
  /// at once, if it waits for its turn. Nothing happens if it was answered already.
  void cancel(call_ticket call, std::vector<client_event>& events);

  /// Forgets a call: no event will come for it. If nothing of it was given out by take_output(),
  /// nothing is sent and true is returned: it does not execute. Else an orphaned PDU is sent
  /// if it promised to keep the connection then. Without multiplexing nothing else could be sent
  /// until the server is done: a call that was sent leaves the connection closing(). Nothing
  /// happens if the call was answered already.
  bool abandon(call_ticket call);

  /// Takes bytes as they came, in pieces of any size, and appends what they mean to
  /// `events`. A server that breaks the protocol makes the connection closing(), and
  /// every open bind and call fails. Throws std::bad_alloc only; the connection is to
  /// be dropped then.
  void receive(std::span<const std::byte> bytes, std::vector<client_event>& events);

  /// Where the next bytes are best read to, see framer::places(); receive() is not to be called
  /// meanwhile. Others may be.
  std::size_t places(std::span<std::byte> room, std::span<std::span<std::byte>> into) {
    return framer_.places(room, into);
  }
  /// Takes `count` bytes that were read there.
  void receive(framer::runs places, std::size_t count, std::vector<client_event>& events);

  /// The transport lost the connection or gave it up: appends the failure of every open
  /// bind and call. Calls of which not a byte was given out by take_output() did not
  /// execute (status::call_failed_dne); others may have (status::call_failed).
  void disconnect(std::vector<client_event>& events);

  /// Gives the memory of a response's stub data back, for the responses that come.
  void recycle(buffer& stub) noexcept { spares_.put(stub); }

  /// Gives back the memory that more than a few short calls have left. For connections on which
  /// no call waits.
  void trim() noexcept;

  /// Bytes that take_output() would give.
  [[nodiscard]] std::size_t output_size() const noexcept { return out_.size(); }

  /// Exchanges `empty`, an output that was sent, for the bytes that are to be sent now.
  /// False, and nothing is exchanged, if there are none. A server that does not keep up makes
  /// requests wait for their turn, from `most_output` bytes on: call resume() after this.
  bool take_output(output& empty);
  void resume(std::vector<client_event>& events) { pump(events); }

  /// True once the connection is of no further use and is to be closed: the server
  /// refused the bind, broke the protocol, or asked for a shutdown and every call
  /// was answered.
  [[nodiscard]] bool closing() const noexcept { return state_ == state::closing; }

  /// Why, as a sentence for people; empty as long as the connection is of use.
  [[nodiscard]] std::string_view reason() const noexcept { return reason_; }

  /// True if the server lets several calls run at a time on this connection.
  [[nodiscard]] bool multiplexed() const noexcept { return multiplexed_; }

 private:
  enum class state : std::uint8_t { unbound, bound, closing };

  struct bound_interface {
    offered_interface interface;
    // Once it is bound:
    std::uint16_t context = 0;
    ndr::syntax syntax{};
    bool verified = false;  // what was negotiated has been sent to the server
  };

  /// A bind or alter_context that waits for its answer. Its offers are NDR20, then NDR64
  /// and the features as far as they are offered.
  struct negotiation {
    std::size_t binding;
    std::uint32_t call_id;
    packet answer;
    std::vector<context_offer> offers;
    bool is_leg = false;  // of authentication, and asks for nothing else
  };

  /// A call_id, which says which slot, and the call that uses it now.
  struct slot {
    enum class use : std::uint8_t { free, call, forgotten, negotiation };
    use state = use::free;
    bool in_parts = false;  // the request and the response: the call was opened
    bool sending = false;   // the request has not ended
    bool begun = false;     // a part of the request was sent
    bool started = false;   // the first fragment of the response came
    std::endian sender = std::endian::little;
    std::uint16_t generation = 0;  // how many calls were orphaned before
    std::uint16_t context = 0;
    std::uint16_t opnum = 0;          // if in_parts
    std::optional<uuid> object = {};  // if in_parts
    call_ticket call{};
    reassembler parts;
    buffer stub;  // of the fragments that came, and were not taken
  };

  /// A bind or a request that waits for its turn.
  struct queued {
    bool is_bind;
    std::size_t binding;
    call_ticket call{};
    std::uint16_t opnum = 0;
    std::optional<uuid> object = {};
    buffer stub = {};
    bool in_parts = false;
  };

  void pump(std::vector<client_event>& events);
  [[nodiscard]] bool may_send(bool is_bind) const;
  bool send_bind(std::size_t binding);
  void send_request(const queued& call, buffer& stub);
  void begin_request(const queued& call);
  void end_request(const slot& used);

  buffer take_stub(const header& head) override;
  std::size_t most_stub(const header&) override { return limits_.response.bytes; }

  void take_input(std::vector<client_event>& events);
  void handle(const frame& from, std::vector<client_event>& events);
  void handle_ack(const frame& from, std::vector<client_event>& events);
  void handle_nak(const frame& from, std::vector<client_event>& events);
  void handle_response(const frame& from, std::vector<client_event>& events);
  void handle_fault(const frame& from, std::vector<client_event>& events);
  void authenticate(const header& head, const bind_ack_pdu& ack, client_event outcome,
                    std::vector<client_event>& events);
  void send_leg(std::size_t binding, const context_offer& offer, std::span<const std::byte> token);
  bool verify(const frame& from, std::size_t header, std::span<const std::byte>& stub,
              auth_trailer auth, const sec_trailer& trailer);
  void add_verification(std::size_t binding, std::uint32_t call_id, std::uint16_t opnum,
                        buffer& stub);
  void close_if_broken();
  secured* protector() noexcept { return security_ ? &*security_ : nullptr; }
  std::optional<client_event> judge_results(const negotiation& asked,
                                            const std::vector<context_result>& results);

  slot& acquire(slot::use use);
  void release(slot& used);
  [[nodiscard]] std::uint32_t id_of(const slot& used) const noexcept;
  /// Whether the call may be one that was orphaned: its slot may be another's.
  [[nodiscard]] bool is_orphan(std::uint32_t call_id) const noexcept {
    return static_cast<std::uint16_t>(call_id >> 16) != orphans_;
  }
  slot* find(std::uint32_t call_id);
  [[nodiscard]] const slot* find(call_ticket call) const noexcept;
  slot* find(call_ticket call);
  void protocol_violation(std::string_view reason, std::vector<client_event>& events);
  void close(std::string_view reason);
  void fail_all(status of_binds, std::vector<client_event>& events);

  settings limits_;
  framer framer_;
  output out_;
  state state_ = state::unbound;
  bool multiplexed_ = false;
  bool keeps_on_orphan_ = false;  // the server promised to keep the connection
  bool draining_ = false;         // the server asked for a shutdown
  std::uint16_t max_fragment_;    // that the server accepts
  std::uint16_t next_context_ = 0;
  std::uint64_t last_ticket_ = 0;
  call_ticket last_sent_{};    // of all calls up to here, fragments were written
  call_ticket last_taken_{};   // and given out by take_output()
  std::size_t open_ = 0;       // slots that wait for an answer
  std::uint16_t orphans_ = 0;  // how many calls were orphaned; it may begin anew
  std::vector<bound_interface> bindings_;
  std::optional<negotiation> negotiation_;
  std::vector<slot> slots_;
  std::vector<std::uint32_t> free_;  // call_ids of free slots
  std::deque<queued> queue_;
  std::size_t in_parts_ = 0;  // calls that were opened and not answered
  std::string_view reason_;
  std::string told_;                             // the text of a reason that is not always the same
  status unbound_ = status::server_unavailable;  // of binds that the end has met
  std::optional<secured> security_;
  int legs_ = 0;                         // answers that had tokens
  std::optional<client_event> outcome_;  // of the bind, until its authentication has ended
  buffer verified_;                      // stub data of a fragment
  spare_buffers spares_;
};

}  // namespace rpc::protocol

#endif  // RUNTIME_PROTOCOL_CLIENT_CONNECTION_H
