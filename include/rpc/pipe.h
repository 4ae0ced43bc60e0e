#ifndef RPC_PIPE_H
#define RPC_PIPE_H

#include <rpc/error.h>

#include <cstddef>
#include <functional>
#include <span>
#include <utility>

namespace rpc {

/// A parameter that is a stream: elements in any number, which neither side ever holds as a whole
/// (C706 14.3.9; MIDL pipe). Operations declare it as a reference:
///
///     void store([[rpc::in]] rpc::pipe<std::uint8_t>& data, [[rpc::out]] std::uint64_t* size);
///     void list([[rpc::in]] std::uint32_t kind, [[rpc::out]] rpc::pipe<entry>& entries);
///
/// Elements are of a type whose wire form has one size and holds no pointers.
///
/// A server implementation pulls what the client sends and pushes what the client receives.
/// [in] pipes come first, in the order of the parameters, each until its end; then [out] pipes in
/// their order. What it breaks of this is an rpc::error: pipe_discipline_error, pipe_empty (pull
/// after the end), pipe_closed (push after the end), wrong_pipe_order (the other direction). When
/// it returns, what it did not pull is passed over, and [out] pipes end. An exception ends the
/// call with a fault at once, in mid stream too. Both functions wait for the client, and throw
/// rpc::error when the connection ends (call_failed), the client cancels the call
/// (fault_cancel) or does nothing for server_options::pipe_timeout (call_timed_out). A pipe may be
/// used on any thread, but on one at a time and only until the implementation returns.
///
/// A client passes an object of its own: rpc::source gives, rpc::sink takes, and a class that
/// implements both serves an [in, out] pipe. The call pulls until the source says that it has
/// ended, and pushes what comes; it returns when all is done. What they throw ends the call and
/// reaches the caller; the call is orphaned. They run on the calling
/// thread, without locks. connection_options::call_timeout is a limit for each time that the
/// server keeps such a call waiting, and not for the whole.
template <class T>
class pipe {
 public:
  pipe(const pipe&) = delete;
  pipe& operator=(const pipe&) = delete;
  virtual ~pipe() = default;

  /// Fills the beginning of `into`, which is not empty, with the next elements and returns their
  /// number: at least 1, or 0 at the end of the pipe. Waits for the first, but not until all of
  /// `into` is filled.
  virtual std::size_t pull(std::span<T> into);

  /// Adds elements. None of them: ends the pipe. A client's sink is notified of the end in this
  /// way, exactly once; a server need not tell it.
  virtual void push(std::span<const T> elements);

 protected:
  pipe() = default;
};

template <class T>
std::size_t pipe<T>::pull(std::span<T>) {
  throw error(status::wrong_pipe_order, "nothing can be pulled from this pipe");
}

template <class T>
void pipe<T>::push(std::span<const T>) {
  throw error(status::wrong_pipe_order, "nothing can be pushed into this pipe");
}

/// An [in] pipe of a client, from a function that does what pipe::pull does.
///
///     rpc::source<char> text([&](std::span<char> into) { return file.sgetn(into.data(), ...); });
///     peer.store(text, &size);
template <class T>
class source final : public pipe<T> {
 public:
  explicit source(std::function<std::size_t(std::span<T>)> pull) : pull_(std::move(pull)) {}
  std::size_t pull(std::span<T> into) override { return pull_(into); }

 private:
  std::function<std::size_t(std::span<T>)> pull_;
};

/// An [out] pipe of a client, into a function that does what pipe::push does.
template <class T>
class sink final : public pipe<T> {
 public:
  explicit sink(std::function<void(std::span<const T>)> push) : push_(std::move(push)) {}
  void push(std::span<const T> elements) override { push_(elements); }

 private:
  std::function<void(std::span<const T>)> push_;
};

}  // namespace rpc

#endif  // RPC_PIPE_H
