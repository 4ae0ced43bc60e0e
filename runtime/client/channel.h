#ifndef RUNTIME_CLIENT_CHANNEL_H
#define RUNTIME_CLIENT_CHANNEL_H

#include "../protocol/client_connection.h"
#include "../protocol/output.h"
#include "../transport/stream.h"
#include "handles.h"

#include <rpc/call_options.h>
#include <rpc/connection.h>
#include <rpc/ndr/syntax.h>

#include <atomic>
#include <bit>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rpc::runtime {

class channel;
class background_reader;
struct call_slot;

/// Cancels a call when its token asks to.
struct cancel_call {
  channel* over;
  call_slot* slot;
  void operator()() const noexcept;
};

/// A call, its buffers, and who waits for its answer: a thread, or what is to be called then.
struct call_slot {
  using clock = transport::clock;

  explicit call_slot(const channel& over) : handles(over) {}

  buffer request;
  std::optional<uuid> object;             // that the call is made of
  const call_options* options = nullptr;  // null: of the connection
  call_handles handles;
  protocol::client_event answer;

  // The channel's:
  std::condition_variable wakes;
  bool waits = false;  // to be woken
  bool answered = false;
  bool given_up = false;  // that is the answer
  protocol::call_ticket ticket{};
  clock::time_point ends = clock::time_point::max();      // its limit of time
  clock::time_point gives_up = clock::time_point::max();  // the same, since it was cancelled
  std::optional<std::stop_callback<cancel_call>> stop;    // made and destroyed without the lock
  // Of calls that were started:
  bool started = false;
  std::function<void()> then;
  call_slot* next = nullptr;  // of those that were answered, and whose `then` is to be called
};

/// What a call is called in errors.
struct call_name {
  std::string_view interface;
  std::string_view operation;

  [[nodiscard]] std::string text() const;
};

/// The client's end of a connection: the protocol's state, under a lock, and the threads that
/// wait for its answers.
///
/// One of the threads that wait reads for all of them; when it has its answer, it hands this
/// on to another. Each thread sends what it has, and what it finds. From the first call on that was
/// started, or may be stopped, a thread of the process reads the socket: no thread may wait for the
/// one, and a thread that waits within recv() cannot be notified of the other. Within the process
/// it reads what no other thread does.
///
/// One lock guards all of it. Sockets are read and written without it; the stream of a connection
/// within the process is written to while it is held, so that that session's lock comes after it.
class channel : public std::enable_shared_from_this<channel> {
 public:
  /// `peer` names the server in errors; `level` is what protects the calls.
  channel(std::shared_ptr<transport::stream> stream, std::string peer,
          const protocol::settings& limits, const connection_options& options,
          protocol::authentication with, protection level);
  channel(const channel&) = delete;
  channel& operator=(const channel&) = delete;
  ~channel();

  struct bound {
    std::size_t number;
    ndr::syntax syntax;
  };
  /// Binds an interface, or finds it bound; `name` is for errors.
  bound bind(const offered_interface& interface, std::string_view name);

  using clock = transport::clock;

  /// A slot for one call, with an empty request. To be given back.
  std::unique_ptr<call_slot> borrow();
  void give_back(std::unique_ptr<call_slot> slot);

  /// Makes the call: sends slot.request and waits for the response, slot.answer.
  void call(call_slot& slot, std::size_t binding, std::uint16_t opnum, const call_name& name);

  /// Begins a call that is awaited by finish(), wait() or on_answer(), or given up by abandon().
  void start(call_slot& slot, std::size_t binding, std::uint16_t opnum, const call_name& name);
  /// Waits for the response of a call that was started, as call() does.
  void finish(call_slot& slot, const call_name& name);
  /// Waits for its answer until `deadline`. Whether it has come.
  bool wait(call_slot& slot, clock::time_point deadline);
  /// Has `then` called when it comes; false if it has come.
  bool on_answer(call_slot& slot, std::function<void()> then);
  /// Throws what the answer says.
  void require_response(const call_slot& slot, const call_name& name);
  /// Asks the server to end a call soon, and gives it up after call_options::cancel_timeout. Any
  /// thread.
  void cancel(call_slot& slot) noexcept;

  // A call with pipes goes in parts. Each of these waits for the call's timeout at most, and
  // throws rpc::error like call(); the call is over then.

  /// Begins it, when its turn has come.
  void open(call_slot& slot, std::size_t binding, std::uint16_t opnum, const call_name& name);
  /// Sends a part of the request, see protocol::client_connection::send_part.
  std::size_t send(call_slot& slot, std::span<const std::byte> stub, bool last,
                   const call_name& name);
  /// Waits until the response has begun, and returns its byte order.
  std::endian await_response(call_slot& slot, const call_name& name);
  /// Appends what has come of the response to `into`; false at its end.
  bool receive(call_slot& slot, buffer& into, const call_name& name);
  /// Whether the answer has come.
  bool answered(const call_slot& slot);
  /// Gives it up, unless it was answered.
  void abandon(call_slot& slot);

  /// Why there is no connection any more, empty if there is one. Takes note of what has come, which
  /// without calls no thread reads. Any thread.
  std::string end();

  /// Asks the server to end all calls soon. Any thread.
  void cancel();
  /// Ends it: all calls fail. Any thread.
  void close() noexcept;

  // For the thread that reads:

  void on_readable();
  void on_writable();
  /// Does what was left to it.
  void on_turn();
  /// Some calls may have passed their limits of time.
  void on_time();

  [[nodiscard]] const connection_options& options() const noexcept { return options_; }
  /// What protects the calls.
  [[nodiscard]] protection level() const noexcept { return level_; }

 private:
  using lock_type = std::unique_lock<std::mutex>;
  // What a slot may keep of a request and of a response.
  static constexpr std::size_t kept_capacity = 512;
  /// A thing that is waited for, with the slot of who waits.
  struct expectation {
    bool binds;
    std::uint64_t number;  // of the binding, or the call's ticket
    call_slot* slot;
  };

  template <class Begin>
  void begin(call_slot& slot, const call_name& name, Begin begin);
  [[nodiscard]] clock::time_point limit_of(const call_slot& slot) const;
  template <class Done>
  bool await(lock_type& lock, call_slot& slot, clock::time_point deadline, Done done);
  template <class Done>
  void await_part(lock_type& lock, call_slot& slot, const call_name& name, Done done);
  bool forget(call_slot& slot);
  void expire(call_slot& slot);
  void complete(call_slot& slot) noexcept;
  void after_giving_up(lock_type& lock);
  void watch_stop(lock_type& lock, call_slot& slot);
  void need_reader(const call_name& name);
  void watch_stream();
  [[nodiscard]] bool reader_reads() const noexcept;
  void set_timer(clock::time_point at) noexcept;
  void run_done(lock_type& lock);
  void wait_for_others(lock_type& lock, call_slot& slot, clock::time_point deadline);
  void flush(lock_type& lock, clock::time_point deadline);
  bool take_output();
  bool has_room();
  void wake_all();
  bool write_some(lock_type& lock, clock::time_point deadline);
  void stop_sending(lock_type& lock, std::string_view reason);
  bool read_some(lock_type& lock, clock::time_point deadline);
  void read_all(lock_type& lock);
  std::optional<std::size_t> read_or_wait(transport::stream::places into, bool stuck,
                                          clock::time_point deadline);
  void distribute();
  void lose(std::string_view reason) noexcept;
  /// False if `act` fails: the connection ends then, as the protocol's state is unknown where
  /// memory ran out. Called with the lock held, which `act` may give back meanwhile.
  template <class Act>
  bool attempt(Act act);
  /// The same for what no socket is used for. Throws std::bad_alloc.
  template <class Act>
  void change(Act act);
  void hand_over();
  void throw_fault(const call_slot& slot, const call_name& name) const;
  void require_connection(const std::string& what) const;
  void require_time(const call_slot& slot, const call_name& name) const;
  [[noreturn]] void fail(const std::string& what, const protocol::client_event& answer) const;
  [[noreturn]] void fail_given_up(const std::string& what, const call_slot& slot) const;
  [[nodiscard]] std::string loss() const;

  const std::shared_ptr<transport::stream> stream_;
  const std::string peer_;
  const connection_options options_;
  const protection level_;

  std::mutex mutex_;
  protocol::client_connection protocol_;
  protocol::output sending_;
  std::vector<protocol::client_event> events_;
  std::vector<expectation> expected_;
  std::vector<std::pair<syntax_id, bound>> bound_;
  std::vector<std::unique_ptr<call_slot>> free_;
  std::string lost_;                           // why there is no connection any more
  bool writing_ = false;                       // a thread writes sending_, without the lock
  bool full_ = false;                          // a thread waits for room to send
  bool refused_ = false;                       // nothing can be sent any more
  bool reading_ = false;                       // a thread reads, without the lock
  std::shared_ptr<background_reader> reader_;  // null: who waits reads
  std::size_t started_ = 0;                    // calls that wait for an answer
  call_slot* done_ = nullptr;                  // the first
  call_slot** done_end_ = &done_;              // where the next one goes
  // Without the lock: the slot of the last short call, for the next one, and whether calls may have
  // left more memory than such a call needs.
  std::atomic<call_slot*> spare_ = nullptr;
  std::atomic<bool> trims_ = false;
  clock::time_point timer_ = clock::time_point::max();  // when reader_ calls on_time()
};

template <class Act>
bool channel::attempt(Act act) {
  try {
    act();
    return true;
  } catch (const transport::connection_lost& lost) {
    lose(lost.what());
  } catch (const std::bad_alloc&) {
    lose("out of memory");
  }
  return false;
}

template <class Act>
void channel::change(Act act) {
  if (!attempt(act)) throw std::bad_alloc();
}

template <class Begin>
void channel::begin(call_slot& slot, const call_name& name, Begin begin) {
  if (!lost_.empty()) require_connection(name.text());
  slot.answered = false;
  slot.given_up = false;
  slot.gives_up = clock::time_point::max();
  slot.ends = limit_of(slot);
  if (slot.options != nullptr) require_time(slot, name);
  protocol_.recycle(slot.answer.stub);
  if (!expected_.empty() || slot.request.size() > kept_capacity) trims_ = true;
  change([&] {
    slot.ticket = begin();
    expected_.push_back({false, static_cast<std::uint64_t>(slot.ticket), &slot});
  });
}

}  // namespace rpc::runtime

#endif  // RUNTIME_CLIENT_CHANNEL_H
