#ifndef RPC_NDR_CALL_H
#define RPC_NDR_CALL_H

#include <rpc/buffer.h>
#include <rpc/call_memory.h>
#include <rpc/error.h>
#include <rpc/memory.h>
#include <rpc/ndr/call_state.h>
#include <rpc/ndr/describe/parameters.h>
#include <rpc/ndr/parameters.h>
#include <rpc/ndr/pipes.h>
#include <rpc/ndr/prepare.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/storage.h>
#include <rpc/ndr/syntax.h>
#include <rpc/ndr/writer.h>
#include <rpc/operation.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace rpc::ndr {

// The stub data of one call, from and to the frame that holds its parameters. All functions throw
// rpc::error, whose text names operation and field, and std::bad_alloc. What is sent is little
// endian. Those that write and read whole messages pull from the pipes of the frame what they send,
// and push into them what comes; a call streams instead (client.h, service.h).

/// Limits of what is sent, as the options of client and server set them.
constexpr size_limit request_limit(std::size_t bytes) {
  return {bytes, status::access_denied, "connection_options::max_request"};
}
constexpr size_limit response_limit(std::size_t bytes) {
  return {bytes, status::out_args_too_big, "server_options::max_response"};
}

/// Stub data of a message that belongs to no connection.
inline constexpr std::size_t default_message_limit = std::size_t{64} << 20;

/// Client: what results may take of new memory, whatever the size of the response that brings them;
/// each of its bytes may take 16 more, as on servers (server_options::base_call_memory).
inline constexpr std::size_t result_memory = std::size_t{64} << 20;

/// Whether the operation has full pointers: a member of its frame keeps their objects.
template <class Frame>
concept keeps_objects = requires { operation<Frame>::objects; };

template <class Frame>
auto objects_of(const Frame& frame) {
  if constexpr (keeps_objects<Frame>) {
    return with_objects{const_cast<object_table&>(frame.*operation<Frame>::objects)};  // mutable
  } else {
    return no_objects{};
  }
}

/// The same for the next message.
template <class Frame>
auto objects_of_next(const Frame& frame) {
  const auto known = objects_of(frame);
  if constexpr (keeps_objects<Frame>) known.table.begin_message();
  return known;
}

/// The objects that full pointers of the call point to; null where it has no such pointers.
template <class Frame>
object_table* table_of(const Frame& frame) {
  if constexpr (keeps_objects<Frame>) {
    return &objects_of(frame).table;
  } else {
    return nullptr;
  }
}
/// The same for the next message.
template <class Frame>
object_table* table_of_next(const Frame& frame) {
  objects_of_next(frame);
  return table_of(frame);
}

/// Parameters of one direction that are pipes, or all others. A class and no lambda: translation
/// units and modules agree on its type.
template <bool In, bool Piped>
struct chosen_parameters {
  template <class P>
  constexpr bool operator()() const {
    return (In ? P::is_in : P::is_out) && is_pipe<P> == Piped;
  }
};

// Pipes travel behind the other [in] parameters and before the other [out] parameters.
inline constexpr chosen_parameters<true, false> travels_in;
inline constexpr chosen_parameters<false, false> travels_out;
inline constexpr chosen_parameters<true, true> piped_in;
inline constexpr chosen_parameters<false, true> piped_out;

/// Whether what `Chosen` accepts travels in requests.
template <class Chosen>
inline constexpr bool is_request = std::is_same_v<const Chosen, decltype(travels_in)>;

/// Reads those parameters that `Chosen` accepts, in order, and checks all correlations.
template <class Frame, class Reader, class Chosen>
void get_parameters(Reader& r, Frame& frame, Chosen chosen) {
  operation<Frame>::parameters::each([&]<class P>(P) {
    if constexpr (chosen.template operator()<P>()) {
      if (r.failed()) return;
      r.set_existing(P::is_in && P::is_out);
      r.set_parameter(P::name);
      [[maybe_unused]] const auto scope = r.enter(P::name);
      using parameter = top_level<typename P::shape, typename P::type>;
      auto& value = frame.*P::member;
      if constexpr (is_request<Chosen> && requires { parameter::get_in(r, value, frame); })
        parameter::get_in(r, value, frame);
      else
        parameter::get(r, value, frame);
      r.drain();
      if (r.failed()) r.at(P::name);
    }
  });
  r.finish();
}

template <class Frame>
inline constexpr bool has_pipes =
    operation<Frame>::parameters::in_pipes + operation<Frame>::parameters::out_pipes > 0;

/// Writes the parameters of requests, or those of responses, but for pipes.
template <class Frame>
void put_parameters(writer& w, const Frame& frame, bool request) {
  put_parameters(w, described_frame<Frame>, &frame, request);
}

/// Client: demands that every top-level [ref] pointer leads somewhere (allocation-rules: "Must be
/// non-null pointers"), and to as much as [byte_count] must hold, before anything is sent:
/// status::null_ref_pointer, status::byte_count_too_small.
template <class Frame>
void require_references(const Frame& frame) {
  operation<Frame>::parameters::each([&]<class P>(P) {
    using parameter = top_level<typename P::shape, typename P::type>;
    if constexpr (requires(failure& f) { parameter::require(f, frame.*P::member, frame); }) {
      failure f;
      parameter::require(f, frame.*P::member, frame);
      if (!f) return;
      f.at(P::name);
      raise(name_of<Frame>(), f);
    }
  });
}

/// Client: writes the [in] parameters into `out`, which is emptied first.
template <class Frame>
void marshal_request(syntax s, const Frame& frame, buffer& out,
                     const size_limit& limit = default_message_limit, call_state call = {}) {
  require_references(frame);
  writer w(s, out, limit, call, table_of_next(frame));
  put_parameters(w, frame, true);
  put_pipes(w, frame, piped_in, [] { return true; });
  if (w.failed()) raise(name_of<Frame>(), w.failure());
  w.finish();
}

/// Server: prepares the memory of [out] parameters.
template <class Frame>
void prepare_results(Frame& frame, arena& memory) {
  preparer p(memory);
  operation<Frame>::parameters::each([&]<class P>(P) {
    if constexpr ((P::is_out && !P::is_in && !P::is_result && !is_pipe<P>) ||
                  is_partly_ignored<P>) {
      if (p.failure()) return;
      if (memory.record() != nullptr) memory.record()->begin_parameter(P::name);
      p.prepare<typename P::shape>(frame.*P::member, frame);
      if (p.failure()) p.failure().at(P::name);
    }
  });
  if (p.failure()) raise(name_of<Frame>(), p.failure());
}

/// Server: reads the [in] parameters into `frame` and prepares the memory of [out] ones. `stub`
/// and `memory` must live as long as the frame is used: the frame's pointers lead into both.
template <class Frame>
void unmarshal_request(syntax s, std::endian sender, std::span<std::byte> stub, Frame& frame,
                       arena& memory, call_state call = {}) {
  memory.set_message(stub);
  with_syntax(s, [&]<class S>(S) {
    server_storage storage(memory);
    const auto known = objects_of_next(frame);
    if constexpr (keeps_objects<Frame>) known.table.set_memory(memory);
    reader<S, server_storage, no_trace, std::remove_const_t<decltype(known)>> r(
        stub, sender, storage, call, known);
    get_parameters(r, frame, travels_in);
    get_pipes<Frame>(r, piped_in, push_into(frame));
    if (r.failed()) raise(name_of<Frame>(), r.failure());
  });
  prepare_results(frame, memory);
}

/// Releases without recursion what the parameters in a frame own, when the call has ended.
template <class Frame>
class owned_parameters {
 public:
  explicit owned_parameters(Frame& frame) : frame_(frame) {}
  owned_parameters(const owned_parameters&) = delete;
  owned_parameters& operator=(const owned_parameters&) = delete;
  ~owned_parameters() {
    operation<Frame>::parameters::each([&]<class P>(P) {
      if constexpr (!is_deletions<P>) detail::dismantle(frame_.*P::member);
    });
  }

 private:
  Frame& frame_;
};

/// Server: what the sizes of [out] and [in, out] arrays are when the implementation is called. It
/// may lower them, but their memory does not grow (server-stub-memory, "must not modify the field
/// value supplied to the size_is attribute").
template <class Frame>
class granted_sizes {
 public:
  explicit granted_sizes(const Frame& frame) {
    std::size_t i = 0;
    each(frame, [&](const char*, checked size) { sizes_[i++] = size; });
  }

  /// Throws status::invalid_bound if the implementation has raised one.
  void require(const Frame& frame) const {
    std::size_t i = 0;
    each(frame, [&](const char* name, checked size) {
      const checked granted = sizes_[i++];
      if (size.valid() && granted.valid() && size.value() <= granted.value()) return;
      failure f;
      f.set(status::invalid_bound, {"the implementation made room for ", granted.value(),
                                    " elements into ", size.value()});
      f.at(name);
      raise(name_of<Frame>(), f);
    });
  }

 private:
  template <class Use>
  static void each(const Frame& frame, Use use) {
    operation<Frame>::parameters::each([&]<class P>(P) {
      if constexpr (P::is_out && !P::is_result &&
                    sized<typename P::shape, typename P::type>::fixed_room)
        use(P::name, sized<typename P::shape, typename P::type>::of(frame.*P::member, frame));
    });
  }

  // Arrays whose pointer the implementation cannot change: those right behind a parameter.
  template <class Shape, class T>
  struct sized;
  template <uncounted_shape Shape, class T>
  struct sized<Shape, T> {
    static constexpr bool fixed_room = false;
  };
  template <auto Size, class Element, class T>  // the span itself knows
  struct sized<conformant<Size, Element>, std::span<T>> : sized<counted<Element>, std::span<T>> {};
  template <class Array, class T>
  struct sized<disable_consistency_check<Array>, T> : sized<Array, T> {};
  template <class Pointee, class T>
  struct sized<ref<Pointee>, T*> {
    using object = codec<Pointee, std::remove_const_t<T>>;
    static constexpr bool fixed_room = array_size<Pointee>::known || open_ended<object>;
    static checked of(const T* first, const Frame& frame) {
      if constexpr (array_size<Pointee>::known) {
        return array_size<Pointee>::template of<Frame>(&frame);
      } else {
        return object::open_count(*first, frame);
      }
    }
  };

  template <class Pointee, class T>
  struct sized<partial_ignore<Pointee>, T*> : sized<ref<Pointee>, T*> {};

  std::array<checked, operation<Frame>::parameters::count> sizes_{};
};

/// Server: when the implementation has returned, creates, keeps and closes the contexts that its
/// [out] handles speak of: all of them, and then throws if there was no room for one.
template <class Frame>
void settle_contexts(const Frame& frame, server_contexts& contexts) {
  failure f;
  operation<Frame>::parameters::each([&]<class P>(P) {
    if constexpr (P::is_out && contexts_of<P>::known) {
      contexts_of<P>::each(frame.*P::member, frame,
                           [&](const context_use& use, const void* slot, void* value) {
                             const status code = contexts.settle(use, slot, value);
                             if (code == status::ok || f) return;
                             f.set(code, {});
                             f.at(P::name);
                           });
    }
  });
  if (f) raise(name_of<Frame>(), f);
}

/// Server: writes the [out] parameters and the return value into `out`, which is emptied first.
template <class Frame>
void marshal_response(syntax s, const Frame& frame, buffer& out,
                      const size_limit& limit = default_message_limit, call_state call = {}) {
  writer w(s, out, limit, call, table_of_next(frame));
  put_pipes(w, frame, piped_out, [] { return true; });
  put_parameters(w, frame, false);
  if (w.failed()) raise(name_of<Frame>(), w.failure());
  w.finish();
}

/// Client: reads the [out] parameters and the return value from `r`.
template <class Reader, class Frame>
void get_results(Reader& r, Frame& frame) {
  operation<Frame>::parameters::each([&]<class P>(P) {
    if constexpr (P::is_out)
      expressions<typename P::shape>::template each<Frame>(
          [&](auto e) { r.remember(e, e(&frame)); });
  });
  get_parameters(r, frame, travels_out);
  if (r.failed()) raise(name_of<Frame>(), r.failure());
}

/// Client: reads the [out] parameters and the return value: into the caller's storage where there
/// is some, else into memory of rpc::allocate, which the caller then owns. On failure nothing is
/// leaked: the pointers of [in, out] data have their old values, those of [out] data are null or
/// old.
template <class Frame>
void unmarshal_response(syntax s, std::endian sender, std::span<std::byte> stub, Frame& frame,
                        call_state call = {}) {
  with_syntax(s, [&]<class S>(S) {
    client_storage storage(result_memory + 16 * stub.size());
    const auto known = objects_of_next(frame);
    reader<S, client_storage, no_trace, std::remove_const_t<decltype(known)>> r(
        stub, sender, storage, call, known);
    get_pipes<Frame>(r, piped_out, push_into(frame));
    get_results(r, frame);
    storage.keep(operation<Frame>::name, known);
  });
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_CALL_H
