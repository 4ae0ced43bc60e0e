#ifndef RUNTIME_SERVER_SESSION_H
#define RUNTIME_SERVER_SESSION_H

#include "../protocol/server_connection.h"
#include "admission.h"
#include "allowance.h"
#include "association.h"
#include "catalogue.h"

#include <rpc/handle.h>
#include <rpc/service.h>

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::runtime {

class common_budget;

/// What may be on its way to a client before its calls with pipes wait, and no others are started.
inline constexpr std::size_t most_unsent = 256u << 10;

/// The server's end of one client's connection: the protocol's state, under a lock. How bytes
/// come and go is the derived class's matter.
///
/// The lock guards what is said to be so below, in derived classes too. The scheduler's lock may be
/// taken while it is held. Implementations run, and sockets are written to, without it.
class session : private protocol::association_source {
 public:
  /// `client` is as far as it is known before the bind.
  session(std::shared_ptr<const catalogue> served, std::string secondary_address,
          const protocol::settings& limits, association_table& associations, caller client,
          const admission& admits);
  session(const session&) = delete;
  session& operator=(const session&) = delete;
  virtual ~session() { leave(); }

  /// The interface and the implementation that a call is for; that is null if the object of the
  /// call has none.
  [[nodiscard]] const service_entry& served(const protocol::incoming_call& call) const {
    return served_->entries[call.interface]->of(call.object);
  }

  /// What is counted of the calls of that interface.
  [[nodiscard]] interface_counters& counts(const protocol::incoming_call& call) const {
    return *served_->entries[call.interface]->counts;
  }

  /// The interfaces that the client may bind to.
  [[nodiscard]] std::vector<syntax_id> interfaces() const { return interfaces_of(*served_); }

  /// What its calls have to meet.
  [[nodiscard]] const admission& admits() const noexcept { return admits_; }

  /// Whose connection it is; who makes a call may have proved more.
  [[nodiscard]] const caller& client() const noexcept { return client_; }

  /// The client's association; null before the bind, and when the connection is gone.
  [[nodiscard]] std::shared_ptr<association> joined();

  /// What its calls may allocate together beyond their own; null: without limit.
  [[nodiscard]] virtual common_budget* memory() noexcept = 0;

  /// Whether an operation has pipes.
  [[nodiscard]] bool has_pipes(std::size_t interface, std::uint16_t opnum) const {
    const auto operations = declared(interface).operations;
    return opnum < operations.size() && operations[opnum].streams;
  }

  /// What texts call an operation: "echo::sum", or "echo: opnum 9" if it has no name.
  [[nodiscard]] std::string name_of(std::size_t interface, std::uint16_t opnum) const;

  /// Answers a call, whose own stub data are not needed any more. `response` is consumed as
  /// protocol::server_connection::respond does.
  void respond(protocol::incoming_call& call, buffer& response);
  void fault(protocol::incoming_call& call, status code, bool did_not_execute);

  // For calls with pipes. Both wait for the client, which spends of `waits`, and throw rpc::error
  // if nothing comes of it.

  /// Appends the stub data of the request that have come to `into`; false at their end.
  bool receive(protocol::call_ticket call, buffer& into, allowance& waits);
  /// Sends a part of the response, see protocol::server_connection::respond_part, and waits until
  /// the client has taken most of it.
  std::size_t send(protocol::call_ticket call, std::span<const std::byte> stub, allowance& waits);

  /// Asks a call that runs to stop, when its answer is not awaited any more. Throws
  /// std::bad_alloc.
  std::stop_token stop_token(protocol::call_ticket call);
  /// Asks all calls to stop, those that are still to come as well. Not with the lock held, as
  /// programs have callbacks.
  void stop_calls();

  /// Gives the connection up: a call cannot be answered.
  virtual void abandon(std::string_view reason) = 0;

 protected:
  /// The connection is gone. Returns what it was in, which may end with that: not with the lock
  /// held.
  std::shared_ptr<association> leave();

  /// There is an answer of about `bytes` bytes to send. Called with the lock held, which it may
  /// release.
  virtual void answered(std::unique_lock<std::mutex>& lock, std::size_t bytes) = 0;

  // The following are called with the lock held, too.
  /// A part of an answer is to be sent.
  virtual void send_parts(std::unique_lock<std::mutex>& lock) = 0;
  /// A call took what waited for it: there may be room for more.
  virtual void input_taken() = 0;
  /// Bytes on their way to the client.
  [[nodiscard]] virtual std::size_t unsent() const noexcept = 0;
  /// Nothing more comes from the client, or nothing goes to it.
  [[nodiscard]] virtual bool input_ended() const noexcept = 0;
  [[nodiscard]] virtual bool output_ended() const noexcept = 0;

  /// Whether the client has contexts open.
  [[nodiscard]] bool has_contexts() const { return association_ && association_->has_contexts(); }

  /// Whether there are calls that are to be asked if they have to stop, with the lock held; and
  /// then asks those that the client has given up, without it.
  [[nodiscard]] bool stoppable() const noexcept { return !stops_.empty(); }
  void stop_given_up();

  /// Wakes receive() and send(), for whom something may have changed.
  void wake_pipes() {
    if (waiting_ > 0) pipes_.notify_all();
  }

 private:
  /// What all implementations of an interface have in common.
  [[nodiscard]] const service_entry& declared(std::size_t interface) const {
    return served_->entries[interface]->others;
  }
  membership join(std::uint32_t wanted) override;
  template <class Done>
  void wait(std::unique_lock<std::mutex>& lock, allowance& waits, Done done);
  void require_call(protocol::call_ticket call) const;
  void end_call(protocol::incoming_call& call);

  /// Of a call whose implementation wants to know.
  struct call_stop {
    protocol::call_ticket call;
    std::stop_source source;
  };

  std::condition_variable pipes_;
  std::size_t waiting_ = 0;  // for pipes_; guarded by mutex_
  std::shared_ptr<const catalogue> served_;
  protocol::server_connection::endpoint at_;
  association_table& associations_;
  const admission admits_;
  caller client_;                             // complete from the bind on, and then unchanged
  std::shared_ptr<association> association_;  // guarded by mutex_; null before the bind
  std::vector<call_stop> stops_;              // guarded by mutex_

 protected:
  std::mutex mutex_;
  protocol::server_connection protocol_;  // guarded by mutex_
  bool stops_calls_ = false;              // guarded by mutex_; all of them, from now on
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_SESSION_H
