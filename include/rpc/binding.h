#ifndef RPC_BINDING_H
#define RPC_BINDING_H

#include <rpc/buffer.h>
#include <rpc/call_options.h>
#include <rpc/connection.h>
#include <rpc/context.h>
#include <rpc/handle.h>
#include <rpc/ndr/syntax.h>
#include <rpc/stub_stream.h>
#include <rpc/uuid.h>

#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace rpc {

namespace runtime {
class channel;
class peer;
class reconnecting_peer;
struct bound_channel;
struct call_slot;
}  // namespace runtime

class binding;

namespace detail {
struct repetition;
class repeated_call;
void make_repeatedly(const binding& over, const repetition& of, void* frame);
}  // namespace detail

/// One interface over one connection: what a generated client holds.
///
/// Cheap to copy, and usable from many threads at once. Copies use the same
/// presentation context. The connection stays open as long as one of them lives.
class binding {
 public:
  /// Asks the server for `interface`, by bind on a new connection and by alter_context
  /// later (C706 12.6.4), and waits for the answer. `name` is for the texts of errors and
  /// must live as long as the binding. Throws rpc::error: unknown_interface,
  /// unsupported_transfer_syntax, call_timed_out; server_unavailable or call_failed_dne when the
  /// connection is lost; endpoint_not_registered. An interface that was bound before over this
  /// connection is not asked for again. Over a connection that reconnects the server is asked by
  /// calls, and nothing is thrown.
  binding(const connection& peer, const offered_interface& interface, std::string_view name = {});

  /// Bound to no server yet: calls need a handle, or fail with invalid_binding.
  explicit binding(const offered_interface& interface, std::string_view name = {}) noexcept
      : interface_(interface), name_(name) {}

  /// The same interface over the connection that `handle` names; itself if that names none. Throws
  /// as the constructor does.
  [[nodiscard]] binding to(const handle_t& handle) const;
  /// Itself; if it is bound to no server, as to().
  [[nodiscard]] binding or_to(const handle_t& handle) const;

  /// The same, whose calls have these options.
  [[nodiscard]] binding with(const call_options& options) const;
  [[nodiscard]] const call_options& options() const noexcept { return options_; }

  /// Whether its connection does: see rpc/reconnecting.h.
  [[nodiscard]] bool reconnects() const noexcept { return reconnects_ != nullptr; }

  /// What a call returns over this binding, whose operation returns Result.
  template <class Result>
  using returned = Result;

  /// Whether calls of `operation` are protected as its header demands. A unix socket and a
  /// connection in this process meet each level. Throws rpc::error(access_denied) if they are not;
  /// nothing has been sent then.
  void require(protection least, std::string_view operation) const;

  /// The presentation of stub data that was agreed upon, for both directions. It has no meaning
  /// where it reconnects(): each connection has its own.
  [[nodiscard]] ndr::syntax syntax() const noexcept { return syntax_; }

 private:
  friend class exchange;
  friend class streamed_exchange;
  friend class detail::repeated_call;
  friend void detail::make_repeatedly(const binding& over, const detail::repetition& of,
                                      void* frame);
  binding(const std::shared_ptr<runtime::peer>& to, const std::optional<uuid>& object,
          const offered_interface& interface, std::string_view name);
  void use(runtime::bound_channel bound);
  /// The same over the connection that there is now, or as soon as there is one, with the options
  /// `until`, whose deadline and stop token end the wait. Only if it reconnects().
  [[nodiscard]] binding connected(const call_options& until) const;
  [[nodiscard]] binding connected_by(runtime::bound_channel bound, const call_options& until) const;
  /// Of a call. Throws rpc::error(invalid_binding) if it is bound to no server, or reconnects().
  [[nodiscard]] runtime::channel& channel_for(std::string_view operation) const;

  offered_interface interface_;
  std::string_view name_;
  std::optional<uuid> object_;
  std::shared_ptr<runtime::reconnecting_peer> reconnects_;  // null: it does not
  std::shared_ptr<runtime::channel> channel_;  // null: bound to no server, or by each call
  std::size_t number_ = 0;
  ndr::syntax syntax_{};
  call_options options_;
};

/// The client's end of the context handles of one call.
class client_contexts : public context_map {
 public:
  /// The response is good: the handles in it take effect.
  virtual void keep() = 0;

 protected:
  ~client_contexts() = default;
};

/// One call over a binding: write the request's stub data, run(), read the response's. Or start()
/// it, and read the response when it has come. Belongs to one thread at a time; one that was
/// started and is not answered is orphaned when it is destroyed (C706 12.6.4.8).
class exchange {
 public:
  /// `over` must outlive it; `operation` is for the texts of errors, and must as well. Throws
  /// rpc::error(invalid_binding) if `over` is bound to no server, or reconnects.
  exchange(const binding& over, std::uint16_t opnum, std::string_view operation);
  exchange(const exchange&) = delete;
  exchange& operator=(const exchange&) = delete;
  ~exchange();

  /// Receives the request's stub data before run() or start(); empty at first.
  [[nodiscard]] buffer& request() noexcept;

  /// Sends the request and waits for the response. Throws rpc::error whose text names the
  /// operation: the status of the server's fault, call_failed or call_failed_dne when the
  /// connection is lost, call_timed_out, fault_cancel. Call it once.
  void run();

  /// Sends the request, as far as that goes without waiting, and returns. In-process the
  /// implementation has run then, unless another thread runs it. Throws rpc::error as run() does.
  /// Call it once.
  void start();
  /// Whether the answer to a call that was started has come.
  [[nodiscard]] bool answered() const;
  /// Waits for it, until `deadline`. Whether it has come.
  bool wait(std::chrono::steady_clock::time_point deadline) const;
  /// Has `then` called when the answer comes, on the thread that reads it. False if it has come;
  /// `then` is not called. It may block no longer than other calls may wait, and must not throw.
  bool on_answer(std::function<void()> then);
  /// Cancels the call, see call_options::stop. Any thread.
  void cancel();
  /// Throws what run() throws, once the answer has come.
  void require_response() const;

  /// The largest request that the connection allows.
  [[nodiscard]] std::size_t max_request() const noexcept;

  /// The response's stub data, once it has come, aligned as in rpc::buffer; they live as long
  /// as the exchange.
  [[nodiscard]] std::span<std::byte> response() noexcept;
  /// The context handles that were made over this connection. They live as long as the exchange.
  [[nodiscard]] client_contexts& contexts() noexcept;

  /// The byte order of the response.
  [[nodiscard]] std::endian sender() const noexcept;

 private:
  const binding& over_;
  std::uint16_t opnum_;
  std::string_view operation_;
  std::unique_ptr<runtime::call_slot> slot_;
  bool started_ = false;
};

/// One call with pipes over a binding: send() the request's stub data and finish() them, receive()
/// the response's. Belongs to one thread. A call that is destroyed before its answer has come is
/// abandoned.
class streamed_exchange final : public stub_stream {
 public:
  /// As exchange. Waits for its turn, where calls do not overlap. Throws rpc::error.
  streamed_exchange(const binding& over, std::uint16_t opnum, std::string_view operation);
  ~streamed_exchange();

  /// Memory in which the request's stub data may be written.
  [[nodiscard]] buffer& request() noexcept;

  /// Whether the answer has come: then there is no use in sending more. It may come early; if it
  /// is a fault, the next member throws it.
  [[nodiscard]] bool answered() const;

  // Both throw what exchange::run throws. The limit of time begins anew with each wait.
  std::size_t send(std::span<const std::byte> stub) override;
  bool receive(buffer& into) override;

  /// Sends the end of the request, and waits for the beginning of the response.
  void finish(std::span<const std::byte> rest);

  /// The byte order of the response, once it has begun.
  [[nodiscard]] std::endian sender() const noexcept { return sender_; }
  /// The call's context handles, as those of an exchange.
  [[nodiscard]] client_contexts& contexts() noexcept;
  /// The largest request and response that the connection allows, pipes not counted.
  [[nodiscard]] std::size_t max_request() const noexcept;
  [[nodiscard]] std::size_t max_response() const noexcept;

 private:
  const binding& over_;
  std::string_view operation_;
  std::unique_ptr<runtime::call_slot> slot_;
  std::endian sender_{};
};

}  // namespace rpc

#endif  // RPC_BINDING_H
