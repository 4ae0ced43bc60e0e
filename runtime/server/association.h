#ifndef RUNTIME_SERVER_ASSOCIATION_H
#define RUNTIME_SERVER_ASSOCIATION_H

#include <rpc/context.h>
#include <rpc/service.h>

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rpc::runtime {

class association_table;
class dispatcher;

/// State that an implementation keeps for a client: what a context handle identifies.
class context {
 public:
  /// `type` is that of the handle, among those of `served`; `owner` the principal that opens it,
  /// empty for one that did not authenticate.
  context(const uuid& id, const service_entry& served, const char* type, void* value,
          std::string owner = {});

  [[nodiscard]] const uuid& id() const noexcept { return id_; }
  /// Handles are of one implementation and one type, unless the parameter takes any.
  [[nodiscard]] bool is(const service_entry& served, const context_use& use) const noexcept;
  /// Handles are of the principal that has opened them: those of an association may be several.
  [[nodiscard]] bool is_of(std::string_view principal) const noexcept {
    return owner_ == principal;
  }

 private:
  friend class association;
  friend class dispatcher;

  /// A call that waits until it may run with the context.
  struct waiting {
    bool shared;
    std::function<bool()> resume;
  };

  [[nodiscard]] bool free_for(bool shared) const noexcept { return shared ? !alone_ : users_ == 0; }

  const uuid id_;
  const syntax_id interface_;
  const std::string_view interface_name_;
  const void* const implementation_;
  const char* const type_;
  const std::string owner_;
  void (*rundown_)(void*) = nullptr;

  // Guarded by the association's lock:
  std::uint64_t age_ = 0;  // the number of contexts that the association had before
  void* value_;
  bool open_ = true;
  unsigned users_ = 0;  // calls that run with it
  bool alone_ = false;  // and the one that does shares it with no other
  std::list<waiting> line_;
};

/// One context of a call that runs or is about to.
struct context_in_use {
  std::shared_ptr<context> what;
  bool shared;
};

/// What the connections of one client have in common: the contexts that are open for it. It lives
/// as long as one of the connections, or a call of one that uses contexts. Its end runs down what
/// is open, the newest first.
///
/// One lock guards its contexts and their lines. No other lock is taken while it is held, and
/// nothing is called that may wait: neither rundowns nor what resumes calls.
class association {
 public:
  association(association_table& among, std::uint32_t number, std::string client);
  association(const association&) = delete;
  association& operator=(const association&) = delete;
  ~association();

  /// assoc_group_id; not 0.
  [[nodiscard]] std::uint32_t number() const noexcept { return number_; }
  [[nodiscard]] const std::string& client() const noexcept { return client_; }
  [[nodiscard]] bool has_contexts();

  /// The open context of that id, or null.
  std::shared_ptr<context> find(const uuid& id);
  /// Opens a context, or returns null if `most` are open.
  std::shared_ptr<context> open(const service_entry& served, const char* type, void* value,
                                std::string_view owner, std::size_t most);
  /// No handle refers to it any more. Does nothing if it is closed.
  void close(context& of);
  /// The same, and runs it down: no client has got its handle.
  void discard(context& of);

  // The implementation's pointer, for a call that runs with the context.
  [[nodiscard]] void* value(const context& of);
  void set_value(context& of, void* value);

  enum class entry : std::uint8_t { entered, busy, closed };
  /// Takes hold of all `wanted` contexts, or of none; `obstacle` is then the one that is not free
  /// or not open. Calls wait in line, but for one whose `turn` it is.
  entry enter(std::span<const context_in_use> wanted, const context* turn,
              const context_in_use*& obstacle);
  /// Leaves contexts that were entered.
  void leave(std::span<const context_in_use> entered);
  /// Puts a call in line, in front if it was its turn; false if `wanted` has become free. `resume`
  /// is called once, when it is the call's turn, on the thread of another call. It returns
  /// false if the call will not come, else the call must end with pass().
  bool wait(const context_in_use& wanted, bool in_front, std::function<bool()> resume);
  /// Lets the next in line have its turn, if it can.
  void pass(context& of);

 private:
  friend class association_table;

  association_table& among_;
  const std::uint32_t number_;
  const std::string client_;
  std::size_t connections_ = 0;  // guarded by the table's lock

  std::mutex mutex_;
  std::map<uuid, std::shared_ptr<context>> contexts_;
  std::map<std::uint64_t, const context*> by_age_;  // the same: their end takes no memory
  std::uint64_t opened_ = 0;
};

/// The associations of one server, by number.
///
/// One lock guards the numbers. No other lock is taken while it is held, and no association ends.
class association_table {
 public:
  /// `runs` runs what ends contexts. An association has `most` connections at a time.
  association_table(const dispatcher& runs, std::size_t most) : dispatcher_(runs), most_(most) {}

  /// A connection's association: `wanted`, or a new one if that is 0. Null if there is none of that
  /// number, it is another client's, or it is `full`. `client` says who is at the other end of the
  /// connection and by which transport, since nothing that a PDU holds proves it.
  std::shared_ptr<association> join(std::uint32_t wanted, const std::string& client, bool& full);
  /// A connection that has joined it ends.
  void leave(association& left);

  /// Waits until all of them have ended.
  void wait();

 private:
  friend class association;
  void forget(std::uint32_t number);

  const dispatcher& dispatcher_;
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable empty_;
  std::unordered_map<std::uint32_t, std::weak_ptr<association>> all_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_ASSOCIATION_H
