#ifndef RPC_NDR_PIPES_H
#define RPC_NDR_PIPES_H

#include <rpc/error.h>
#include <rpc/ndr/chunks.h>
#include <rpc/ndr/describe/parameters.h>
#include <rpc/ndr/frame.h>
#include <rpc/ndr/parameters.h>
#include <rpc/operation.h>
#include <rpc/pipe.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace rpc::ndr {

/// What the elements of a parameter that is a pipe are, and how they travel.
template <class P>
using pipe_element = typename pipe_of<typename P::shape, typename P::type>::type;
template <class P>
using pipe_chunks =
    chunks<typename pipe_of<typename P::shape, typename P::type>::shape, pipe_element<P>>;

/// Writes those pipes that `Chosen` accepts, in order: what they give when they are pulled, each
/// until its end. Before each pull `goes_on()` may end it earlier.
template <class Frame, class Chosen, class GoesOn>
void put_pipes(writer& w, const Frame& frame, Chosen chosen, GoesOn goes_on) {
  operation<Frame>::parameters::each([&]<class P>(P) {
    if constexpr (chosen.template operator()<P>()) {
      using elements = pipe_chunks<P>;
      const auto room = std::make_unique<pipe_element<P>[]>(elements::some);
      while (!w.failed() && goes_on()) {
        const std::size_t count = (frame.*P::member)->pull({room.get(), elements::some});
        if (count == 0) break;
        if (count > elements::some)
          throw error(status::invalid_bound, name_of(described_frame<Frame>) + ": '" + P::name +
                                                 "' gave more elements than there is room for");
        elements::put(w, {room.get(), count});
        if (w.failed()) w.at(P::name);
      }
      put_pipe_end(w);
    }
  });
}

/// Reads those pipes that `Chosen` accepts, in order. `take(P{}, elements)` receives what each
/// brings, as many at a time as it pays to handle, and none at its end.
template <class Frame, class Chosen, class Take>
void get_pipes(reader& r, Chosen chosen, Take take) {
  operation<Frame>::parameters::each([&]<class P>(P parameter) {
    if constexpr (chosen.template operator()<P>()) {
      using elements = pipe_chunks<P>;
      if (r.failed()) return;
      const pipe_scope scope(r, P::name);
      const auto room = std::make_unique<pipe_element<P>[]>(elements::some);
      elements read;
      std::size_t count = 0;
      do {
        count = read.get(r, {room.get(), elements::some});
        if (r.failed()) return r.at(P::name);
        take(parameter, std::span<const pipe_element<P>>(room.get(), count));
      } while (count > 0);
    }
  });
}

/// Gives what is read to the pipes of a frame.
template <class Frame>
auto push_into(const Frame& frame) {
  return [&frame]<class P>(P, std::span<const pipe_element<P>> elements) {
    (frame.*P::member)->push(elements);
  };
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_PIPES_H
