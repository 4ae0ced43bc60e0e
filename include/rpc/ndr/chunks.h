#ifndef RPC_NDR_CHUNKS_H
#define RPC_NDR_CHUNKS_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/describe/parameters.h>
#include <rpc/ndr/form.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace rpc::ndr {

/// The elements of one pipe, in chunks: their number, then as many elements (C706 14.3.9).
template <class Shape, class T>
class chunks {
  using run = elements<Shape, T>;
  // Expressions are members of structures; there is nothing else around an element.
  struct nothing {};

  // About so many bytes of memory or of wire are handled at a time.
  static constexpr std::size_t step = std::size_t{64} << 10;

 public:
  /// As many elements as it pays to handle at a time.
  static constexpr std::size_t some = std::max<std::size_t>(1, step / sizeof(T));

  /// Writes a chunk. `part` holds from 1 to `some` elements.
  static void put(writer& w, std::span<const T> part) {
    static_assert(run::template one<ndr20>.fixed && run::template one<ndr64>.fixed,
                  "the elements of a pipe have a wire form of one size, without pointers");
    put_chunk(w, element_description<Shape, T, nothing>::value, part.data(), part.size());
  }

  /// Reads the next elements, at least one and as many as have come; 0 at the end of the pipe and
  /// after a failure.
  template <class Reader>
  std::size_t get(Reader& r, std::span<T> into) {
    const std::size_t count = std::min(into.size(), next(r));
    run::get(r, into.data(), count, nothing{}, before_);
    left_ -= count;
    before_ += count;
    return r.failed() ? 0 : count;
  }

  /// Passes over the rest of the pipe.
  template <class Reader>
  void skip(Reader& r) {
    using S = typename Reader::syntax;
    while (const std::size_t count = next(r)) {
      r.take(run::template one<S>.alignment, run::template extent<S>(count));
      left_ -= count;
    }
  }

 private:
  // How many elements can be read now, at least one; 0 at the end of the pipe and after a failure.
  template <class Reader>
  std::size_t next(Reader& r) {
    using S = typename Reader::syntax;
    constexpr form one = run::template one<S>;
    if (left_ == 0) begin_chunk(r);
    if (ended_ || r.failed()) return 0;
    return static_cast<std::size_t>(
        std::min<std::uint64_t>(left_, r.ready(one.alignment, one.size, run::template stride<S>)));
  }

  template <class Reader>
  void begin_chunk(Reader& r) {
    if (ended_) return;
    if (count_ != 0) end_chunk(r);
    count_ = left_ = r.take_count("chunk_count");
    if (count_ > Reader::syntax::most_in_chunk)
      r.fail(status::bad_stub_data, {"a chunk of ", count_, " elements"});
    if (count_ != 0 || r.failed()) return;
    ended_ = true;
    end_chunk(r);
  }

  template <class Reader>
  void end_chunk(Reader& r) {
    if constexpr (Reader::syntax::closed_chunks) {
      const std::int64_t end = r.take_negated_count("chunk_end");
      if (!r.failed() && static_cast<std::uint64_t>(end) != 0 - count_)
        r.fail(status::bad_stub_data, {"a chunk of ", count_, " elements ends with ", end});
    }
  }

  std::uint64_t count_ = 0;   // of the chunk under way
  std::uint64_t left_ = 0;    // of its elements
  std::uint64_t before_ = 0;  // elements of the pipe that were read
  bool ended_ = false;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_CHUNKS_H
