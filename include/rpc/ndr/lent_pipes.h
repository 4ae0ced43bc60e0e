#ifndef RPC_NDR_LENT_PIPES_H
#define RPC_NDR_LENT_PIPES_H

#include <rpc/error.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/parameters.h>
#include <rpc/ndr/pipes.h>
#include <rpc/pipe.h>
#include <rpc/stub_stream.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

namespace rpc::ndr {

/// What the pipes of a call on the server share: both directions of its stub data, and whose turn
/// it is. [in] pipes come first in the order of the parameters, then [out] pipes (MIDL, "Rules for
/// Multiple Pipes"). An [in, out] pipe has two turns.
struct pipe_traffic {
  reader& in;
  writer& out;
  stub_stream& to;
  const frame_descriptor& of;  ///< the operation
  unsigned ins;                ///< number of [in] pipes
  unsigned outs;               ///< number of [out] pipes
  unsigned turn = 0;           ///< of the pipe in use; [in] pipes count first

  /// Sends what fills fragments.
  void send() { out.forget(to.send(out.written())); }

  /// An [in] pipe has ended.
  void end_in() {
    if (++turn == ins) in.expect_end();
  }
  /// Ends [out] pipes until it is the turn of `next`.
  void end_outs(unsigned next) {
    for (; turn < next; ++turn) put_pipe_end(out);
  }
};

/// A parameter that is no pipe.
template <class Parameter>
struct lent_pipe {
  explicit lent_pipe(pipe_traffic&, unsigned&, unsigned&) {}
  template <class Frame>
  void lend(Frame&) {}
  void pass_over() {}
};

/// The server's end of a pipe, which the implementation uses.
template <class Parameter>
  requires is_pipe<Parameter>
class lent_pipe<Parameter> : public rpc::pipe<pipe_element<Parameter>> {
  using element = pipe_element<Parameter>;
  using elements_of = pipe_chunks<Parameter>;

 public:
  /// Counts itself among the [in] and the [out] pipes.
  lent_pipe(pipe_traffic& over, unsigned& ins, unsigned& outs) : over_(over) {
    if constexpr (Parameter::is_in) in_turn_ = ins++;
    if constexpr (Parameter::is_out) out_turn_ = over.ins + outs++;
  }

  template <class Frame>
  void lend(Frame& frame) {
    frame.*Parameter::member = this;
  }

  std::size_t pull(std::span<element> into) override {
    if (!Parameter::is_in) fail(status::wrong_pipe_order, "is an [out] pipe");
    if (over_.turn > in_turn_) fail(status::pipe_empty, "has ended");
    if (over_.turn < in_turn_) fail(status::pipe_discipline_error, "is after another [in] pipe");
    if (into.empty()) fail(status::invalid_bound, "cannot be pulled into no room");
    if (over_.in.failed()) raise(over_.of, over_.in.failure());
    const std::size_t count = read_.get(over_.in, into);
    if (count == 0) end();
    return count;
  }

  void push(std::span<const element> elements) override {
    if (!Parameter::is_out) fail(status::wrong_pipe_order, "is an [in] pipe");
    if (over_.turn < over_.ins) fail(status::pipe_discipline_error, "is after an [in] pipe");
    if (over_.turn > out_turn_) fail(status::pipe_closed, "has ended");
    over_.end_outs(elements.empty() ? out_turn_ + 1 : out_turn_);
    while (!elements.empty()) {
      const std::size_t count = std::min(elements.size(), elements_of::some);
      elements_of::put(over_.out, elements.first(count));
      if (over_.out.failed()) {
        over_.out.at(Parameter::name);
        raise(over_.of, over_.out.failure());
      }
      over_.send();
      elements = elements.subspan(count);
    }
  }

  /// Reads what the implementation has left.
  void pass_over() {
    if (!Parameter::is_in || over_.turn != in_turn_) return;
    read_.skip(over_.in);
    end();
  }

 private:
  void end() {
    if (!over_.in.failed()) over_.end_in();
    if (!over_.in.failed()) return;
    over_.in.at(Parameter::name);
    raise(over_.of, over_.in.failure());
  }

  [[noreturn]] void fail(status code, const char* why) const {
    throw error(code, name_of(over_.of) + ": '" + Parameter::name + "' " + why);
  }

  pipe_traffic& over_;
  elements_of read_;
  unsigned in_turn_ = 0;
  unsigned out_turn_ = 0;
};

/// The server's ends of all pipes of an operation.
template <class Parameters>
class lent_pipes;
template <class... P>
class lent_pipes<parameters<P...>> : lent_pipe<P>... {
 public:
  explicit lent_pipes(pipe_traffic& over) : lent_pipes(over, 0, 0) {}

  /// Puts them into the frame.
  template <class Frame>
  void lend(Frame& frame) {
    (void)detail::in_turn{0, (lent_pipe<P>::lend(frame), 0)...};
  }

  /// The implementation has returned: passes over what is left of [in] pipes.
  void pass_over() { (void)detail::in_turn{0, (lent_pipe<P>::pass_over(), 0)...}; }

 private:
  lent_pipes(pipe_traffic& over, unsigned ins, unsigned outs) : lent_pipe<P>(over, ins, outs)... {}
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_LENT_PIPES_H
