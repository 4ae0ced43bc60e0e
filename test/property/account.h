#ifndef TEST_PROPERTY_ACCOUNT_H
#define TEST_PROPERTY_ACCOUNT_H

#include <rpc/buffer.h>
#include <rpc/call_memory.h>
#include <rpc/fuzz.h>
#include <rpc/memory.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/message_window.h>
#include <rpc/stub_stream.h>

#include <bit>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace rpc::test {

/// A request that arrives at once.
class arrived_stream final : public stub_stream {
 public:
  explicit arrived_stream(std::span<const std::byte> request) : request_(request) {}

  bool receive(buffer& into) override {
    into.append(request_);
    return !std::exchange(request_, {}).empty();
  }
  std::size_t send(std::span<const std::byte>) override { return 0; }

 private:
  std::span<const std::byte> request_;
};

/// Reads the parameters of an operation with pipes as a server does.
template <class Frame>
void read_piped(ndr::syntax syntax, std::endian sender, std::span<const std::byte> request,
                Frame& frame, arena& memory, const ndr::call_state& state) {
  ndr::object_table* const known = ndr::table_of_next(frame);
  if (known != nullptr) known->set_memory(memory);
  arrived_stream stream(request);
  ndr::message_window window(stream, ndr::default_message_limit, status::access_denied);
  ndr::server_storage storage(memory);
  ndr::reader in(syntax, {}, sender, storage, state, known);
  in.receive_by(window);
  ndr::get_parameters(in, ndr::described_frame<Frame>, &frame, true);
  if (in.failed()) ndr::raise(operation<Frame>::name, in.failure());
  ndr::prepare_results(ndr::described_frame<Frame>, &frame, memory);
}

/// What becomes of the memory of a request's parameters on a server. Throws rpc::error.
template <class Frame>
call_memory account_of(ndr::syntax syntax, std::endian sender, std::span<const std::byte> request) {
  buffer message;
  message.append(request);
  call_memory account;
  arena memory;
  memory.set_record(&account);
  fuzz_contexts contexts(memory);
  const ndr::call_state state{operation<Frame>::parameters::have_contexts ? &contexts : nullptr};
  Frame frame{};
  const ndr::owned_parameters<Frame> owned(frame);
  if constexpr (ndr::has_pipes<Frame>) {
    read_piped(syntax, sender, request, frame, memory, state);
  } else {
    ndr::unmarshal_request(syntax, sender, message.bytes(), frame, memory, state);
  }
  return account;
}

/// As they are declared: results and deletions are not.
template <class Frame>
std::vector<const char*> parameter_names() {
  std::vector<const char*> names;
  operation<Frame>::parameters::each([&]<class P>(P) {
    if (!P::is_result && !ndr::is_deletions<P>) names.push_back(P::name);
  });
  return names;
}

}  // namespace rpc::test

#endif  // TEST_PROPERTY_ACCOUNT_H
