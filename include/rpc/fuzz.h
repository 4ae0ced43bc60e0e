#ifndef RPC_FUZZ_H
#define RPC_FUZZ_H

#include <rpc/buffer.h>
#include <rpc/context.h>
#include <rpc/error.h>
#include <rpc/memory.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/syntax.h>
#include <rpc/operation.h>
#include <rpc/pipe.h>
#include <rpc/user_allocator.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <span>
#include <utility>
#include <vector>

/// Fuzzing of interfaces: bytes are decoded as a server and a client would, and what they accept
/// is encoded again. docs/fuzzing.md says how to build a fuzzer of an interface of yours.
namespace rpc {

/// What a message of `size` bytes may take of memory while it is decoded, in bytes: what a
/// server gives it, with less for those that are small (server_options::base_call_memory).
constexpr std::size_t fuzz_budget(std::size_t size) { return 0x10000 + 16 * size; }

/// Takes every context handle that is not null for a context of its own, for both ends: a pointer
/// to a context is one to the handle.
class fuzz_contexts final : public context_map {
 public:
  explicit fuzz_contexts(arena& memory) : memory_(memory) {}

  status put(const context_use&, const void*, const void* value, wire_context& handle) override {
    if (value != nullptr) handle = *static_cast<const wire_context*>(value);
    return status::ok;
  }
  status get(const context_use&, void*, const wire_context& handle, void*& value) override {
    value = nullptr;
    if (handle.null()) return status::ok;
    void* const kept = memory_.allocate(sizeof handle, alignof(wire_context));
    if (kept == nullptr) return status::out_of_memory;
    value = ::new (kept) wire_context(handle);
    return status::ok;
  }

 private:
  arena& memory_;
};

/// A pipe that keeps what it is given until it is given something else. It gives that when it is
/// pulled, and from the beginning again after its end.
template <class T>
class fuzz_pipe final : public pipe<T> {
 public:
  std::size_t pull(std::span<T> into) override {
    const std::size_t count = std::min(into.size(), elements_.size() - pulled_);
    std::copy_n(elements_.begin() + static_cast<std::ptrdiff_t>(pulled_), count, into.begin());
    pulled_ = count == 0 ? 0 : pulled_ + count;
    return count;
  }
  void push(std::span<const T> elements) override {
    if (std::exchange(ended_, elements.empty())) elements_.clear();
    elements_.insert(elements_.end(), elements.begin(), elements.end());
  }

 private:
  std::vector<T> elements_;
  std::size_t pulled_ = 0;
  bool ended_ = false;  // what comes next is given anew
};

namespace detail {

template <class Parameter>
struct fuzz_pipe_of {
  template <class Frame>
  void lend(Frame&) {}
};
template <class Parameter>
  requires ndr::is_pipe<Parameter>
struct fuzz_pipe_of<Parameter> {
  template <class Frame>
  void lend(Frame& frame) {
    frame.*Parameter::member = &kept;
  }
  fuzz_pipe<ndr::pipe_element<Parameter>> kept;
};

/// The heap of a client that owns nothing: while it lives, rpc::allocate on this thread takes what
/// goes with a call, whose arena remembers what rpc::free has released.
class fuzz_heap {
 public:
  explicit fuzz_heap(arena& memory) {
    current = &memory;
    memory.record_releases();
  }

 private:
  static void* allocate(std::size_t size) {
    return current->allocate(size, alignof(std::max_align_t));
  }
  static void free(void* pointer) { current->free(pointer); }

  static inline thread_local arena* current = nullptr;

  user_allocator_scope scope_{{&allocate, &free}};
};

/// One for each parameter of an operation that is a pipe.
template <class Parameters>
struct fuzz_pipes;
template <class... P>
struct fuzz_pipes<ndr::parameters<P...>> : fuzz_pipe_of<P>... {
  template <class Frame>
  void lend([[maybe_unused]] Frame& frame) {
    (void)in_turn{0, (fuzz_pipe_of<P>::lend(frame), 0)...};
  }
};

}  // namespace detail

/// Decodes the request's stub data as a server does, and encodes the parameters again as a client
/// does, into `again`. False if the server would refuse the data; what rpc::error is thrown by the
/// encoder is a bug.
template <class Frame>
bool recode_request(ndr::syntax syntax, std::endian sender, std::span<const std::byte> request,
                    arena& memory, buffer& again) {
  buffer message;
  message.append(request);
  Frame frame{};
  detail::fuzz_pipes<typename operation<Frame>::parameters> pipes;
  pipes.lend(frame);
  fuzz_contexts contexts(memory);
  try {
    ndr::unmarshal_request(syntax, sender, message.bytes(), frame, memory, {&contexts});
  } catch (const error&) {
    return false;
  }
  ndr::marshal_request(syntax, frame, again, ndr::default_message_limit, {&contexts});
  return true;
}

/// Decodes the response's stub data as a client does that has sent `request`, little endian, and
/// encodes the results again as a server does. The client's storage is what a server would have
/// for the call. False if client or server would refuse the data.
template <class Frame>
bool recode_response(ndr::syntax syntax, std::span<const std::byte> request, std::endian sender,
                     std::span<const std::byte> response, arena& memory, buffer& again) {
  buffer sent;
  sent.append(request);
  buffer message;
  message.append(response);
  Frame server{};
  Frame client{};
  detail::fuzz_pipes<typename operation<Frame>::parameters> pipes;
  pipes.lend(server);
  // What the client gets has its place in that memory as well, and must be dropped after it.
  if (ndr::object_table* known = ndr::table_of(client)) known->set_memory(memory);
  fuzz_contexts contexts(memory);
  try {
    ndr::unmarshal_request(syntax, std::endian::little, sent.bytes(), server, memory, {&contexts});
    operation<Frame>::parameters::each([&]<class P>(P) {
      if constexpr (!ndr::is_deletions<P>) client.*P::member = std::move(server.*P::member);
    });
    const detail::fuzz_heap heap(memory);
    ndr::marshal_request(syntax, client, again, ndr::default_message_limit, {&contexts});
    ndr::unmarshal_response(syntax, sender, message.bytes(), client, {&contexts});
    if constexpr (operation<Frame>::parameters::reflect_deletions)
      ndr::table_of(client)->release(memory.releases());
  } catch (const error&) {
    return false;
  }
  ndr::marshal_response(syntax, client, again, ndr::default_message_limit, {&contexts});
  return true;
}

/// One input of a fuzzer. Its bytes are: the choices (1: NDR64, 2: big endian, 4: a response), the
/// operation's number (two bytes, little endian, modulo the number of operations), for a response
/// the size of the request's stub data (the same) and these data; and the stub data.
struct fuzz_input {
  ndr::syntax syntax = ndr::syntax::ndr20;
  std::endian sender = std::endian::little;
  bool is_response = false;
  std::size_t operation = 0;
  std::span<const std::byte> request;  ///< of a response
  std::span<const std::byte> stub;

  explicit fuzz_input(std::span<const std::byte> bytes) {
    const std::size_t choices = take(bytes, 1);
    if ((choices & 1) != 0) syntax = ndr::syntax::ndr64;
    if ((choices & 2) != 0) sender = std::endian::big;
    is_response = (choices & 4) != 0;
    operation = take(bytes, 2);
    if (is_response) {
      const std::size_t size = take(bytes, 2);
      request = bytes.first(std::min(size, bytes.size()));
    }
    stub = bytes.subspan(request.size());
  }

 private:
  static std::size_t take(std::span<const std::byte>& bytes, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < size && !bytes.empty(); ++i) {
      value |= std::to_integer<std::size_t>(bytes.front()) << (8 * i);
      bytes = bytes.subspan(1);
    }
    return value;
  }
};

namespace detail {

[[noreturn]] inline void report_fuzz(const char* operation, const char* what) {
  std::fprintf(stderr, "%s: %s\n", operation, what);
  std::abort();
}

/// `stub` as fuzz_input has it, or what came of it and is little endian. That may be shorter, by
/// what nothing speaks of, and still takes the same memory.
template <class Frame>
bool recode(const fuzz_input& in, std::endian sender, std::span<const std::byte> stub,
            buffer& again) {
  const std::size_t budget = fuzz_budget(in.request.size() + std::max(in.stub.size(), stub.size()));
  arena memory(budget);
  try {
    const bool accepted =
        in.is_response ? recode_response<Frame>(in.syntax, in.request, sender, stub, memory, again)
                       : recode_request<Frame>(in.syntax, sender, stub, memory, again);
    if (memory.used() > budget) report_fuzz(operation<Frame>::name, "more memory than granted");
    return accepted;
  } catch (const error& e) {
    report_fuzz(operation<Frame>::name, e.what());
  }
}

/// What is accepted has one encoding: encoded, decoded and encoded again it is the same.
template <class Frame>
void fuzz_operation(const fuzz_input& in) {
  buffer once;
  buffer twice;
  if (!recode<Frame>(in, in.sender, in.stub, once)) return;
  if (!recode<Frame>(in, std::endian::little, once.bytes(), twice))
    report_fuzz(operation<Frame>::name, "what was accepted is not, once it is encoded again");
  if (!std::ranges::equal(once.bytes(), twice.bytes()))
    report_fuzz(operation<Frame>::name, "equal values have two encodings");
}

using fuzz_entry = void (*)(const fuzz_input&);

template <class... Frames>
constexpr std::array<fuzz_entry, sizeof...(Frames)> fuzz_entries(operation_list<Frames...>) {
  return {&fuzz_operation<Frames>...};
}

}  // namespace detail

/// Runs one input, whatever its bytes are, against the operations of all `Services`: the body of
/// libFuzzer's LLVMFuzzerTestOneInput. Ends the program if it finds a bug.
template <class... Services>
int fuzz(const std::uint8_t* data, std::size_t size) {
  static constexpr auto entries = [] {
    constexpr std::size_t count =
        (detail::fuzz_entries(typename interface<Services>::operations{}).size() + ...);
    std::array<detail::fuzz_entry, count> all{};
    auto next = all.begin();
    ((next =
          std::ranges::copy(detail::fuzz_entries(typename interface<Services>::operations{}), next)
              .out),
     ...);
    return all;
  }();
  const fuzz_input input(std::as_bytes(std::span(data, size)));
  entries[input.operation % entries.size()](input);
  return 0;
}

}  // namespace rpc

#endif  // RPC_FUZZ_H
