#include <rpc/binding.h>
#include <rpc/client.h>
#include <rpc/ndr/call.h>
#include <rpc/outstanding_call.h>

#include "repeated_call.h"

namespace rpc::detail {

namespace {

ndr::call_state state_of(exchange& made, const ndr::frame_descriptor& of) {
  ndr::call_state state;
  if (of.has_contexts) state.contexts = &made.contexts();
  return state;
}

}  // namespace

void put_request(exchange& made, const binding& over, const ndr::frame_descriptor& of,
                 const void* frame) {
  ndr::marshal_request(over.syntax(), of, frame, made.request(),
                       ndr::request_limit(made.max_request()), state_of(made, of));
}

void get_response(exchange& made, const binding& over, const ndr::frame_descriptor& of,
                  void* frame) {
  ndr::unmarshal_response(over.syntax(), made.sender(), made.response(), of, frame,
                          state_of(made, of));
  if (of.has_contexts) made.contexts().keep();
}

namespace {

/// Over a connection.
class connected_call final : public outstanding_call {
 public:
  connected_call(const binding& over, const ndr::frame_descriptor& of, void* frame)
      : over_(over), of_(of), frame_(frame), made_(over, of.opnum, of.name) {
    put_request(made_, over, of, frame);
    made_.start();
  }

  bool answered() override { return made_.answered(); }
  bool wait(std::chrono::steady_clock::time_point limit) override { return made_.wait(limit); }
  bool on_answer(std::function<void()> then) override { return made_.on_answer(std::move(then)); }
  void cancel() override { made_.cancel(); }
  void take() override {
    made_.require_response();
    get_response(made_, over_, of_, frame_);
  }

 private:
  const binding& over_;
  const ndr::frame_descriptor& of_;
  void* const frame_;
  exchange made_;
};

}  // namespace

std::unique_ptr<outstanding_call> begin_call(const binding& over, const called_operation& of,
                                             void* frame) {
  if (over.reconnects()) return begin_repeated_call(over, of, frame);
  if (of.least > protection::none) over.require(of.least, of.of.name);
  return std::make_unique<connected_call>(over, of.of, frame);
}

void run_call(const binding& over, const ndr::frame_descriptor& of, void* frame) {
  exchange made(over, of.opnum, of.name);
  put_request(made, over, of, frame);
  made.run();
  get_response(made, over, of, frame);
}

}  // namespace rpc::detail
