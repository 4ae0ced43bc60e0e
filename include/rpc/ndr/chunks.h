#ifndef RPC_NDR_CHUNKS_H
#define RPC_NDR_CHUNKS_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/describe/parameters.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/reader.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace rpc::ndr {

/// Reads the elements of one pipe, in chunks: their number, then as many elements (C706 14.3.9).
class chunk_reader {
 public:
  explicit chunk_reader(const descriptor& element) : element_(element) {}

  /// Reads the next elements, at least one and at most `room`, as many as have come; 0 at the end
  /// of the pipe and after a failure.
  std::size_t get(reader& r, void* into, std::size_t room);
  /// Passes over the rest of the pipe.
  void skip(reader& r);

 private:
  std::size_t next(reader& r);
  void begin_chunk(reader& r);
  void end_chunk(reader& r);

  const descriptor& element_;
  std::uint64_t count_ = 0;   // of the chunk under way
  std::uint64_t left_ = 0;    // of its elements
  std::uint64_t before_ = 0;  // elements of the pipe that were read
  bool ended_ = false;
};

/// Reports what belongs to a pipe under its name.
class pipe_scope {
 public:
  pipe_scope(reader& r, const char* name) : trace_(r.traced()) {
    if (trace_ != nullptr) outer_ = trace_->begin(name);
  }
  pipe_scope(const pipe_scope&) = delete;
  pipe_scope& operator=(const pipe_scope&) = delete;
  ~pipe_scope() {
    if (trace_ != nullptr) trace_->leave(outer_);
  }

 private:
  trace* trace_;
  std::size_t outer_ = 0;
};

/// The elements of one pipe.
template <class Shape, class T>
class chunks {
  using run = elements<Shape, T>;
  // Expressions are members of structures; there is nothing else around an element.
  struct nothing {};
  static constexpr const descriptor& element = element_description<Shape, T, nothing>::value;

  // About so many bytes of memory or of wire are handled at a time.
  static constexpr std::size_t step = std::size_t{64} << 10;

 public:
  /// As many elements as it pays to handle at a time.
  static constexpr std::size_t some = std::max<std::size_t>(1, step / sizeof(T));

  /// Writes a chunk. `part` holds from 1 to `some` elements.
  static void put(writer& w, std::span<const T> part) {
    static_assert(run::template one<ndr20>.fixed && run::template one<ndr64>.fixed,
                  "the elements of a pipe have a wire form of one size, without pointers");
    put_chunk(w, element, part.data(), part.size());
  }

  /// Reads the next elements, at least one and as many as have come; 0 at the end of the pipe and
  /// after a failure.
  std::size_t get(reader& r, std::span<T> into) { return read_.get(r, into.data(), into.size()); }
  /// Passes over the rest of the pipe.
  void skip(reader& r) { read_.skip(r); }

 private:
  chunk_reader read_{element};
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_CHUNKS_H
