#ifndef RPC_NDR_FORM_H
#define RPC_NDR_FORM_H

#include <cstddef>

namespace rpc::ndr {

/// How an object of one shape and type lies on the wire in one syntax, as far as that is known
/// before there is a value.
struct form {
  std::size_t alignment = 1;  ///< in bytes, from the beginning of the stub data
  std::size_t size = 0;       ///< in bytes from an aligned start; if not fixed, the least
  bool fixed = true;          ///< the size does not depend on the value
  bool in_place = false;  ///< little-endian, all its parts lie as in memory: once they have been
                          ///< loaded onto themselves the object may be used where it is
  bool verbatim = false;  ///< and need not be: whatever the bytes, they are a value
  bool dense = false;     ///< and memory has no padding, so that it may be sent as it is
};

/// How objects of a shape and C++ type travel. A specialisation has
///
///   template <class S> static constexpr form wire;
///
/// and, where the form is fixed,
///
///   load(reader&, const std::byte* at, T&, const Self&);      // `at` may be where the T lies
///
/// or else
///
///   get(reader&, T&, const Self&);
///
/// `Self` is what encloses the object: the structure or frame whose members size and
/// discriminant expressions speak of.
template <class Shape, class T>
struct codec;

/// Whether objects of the shape have a conformant array at their end, whose max_count travels
/// before the object. Their codecs have
///
///   static constexpr bool sparse;                    // not all elements need travel
///   checked open_count(const T&, const Self&);       // of the array, by its expression
///   template <class S> static constexpr std::size_t elements_offset;  // if all lies naturally
///   std::size_t open_extent(std::size_t count);      // of the whole object up to its last element
///   std::size_t open_size(std::size_t count);        // and in memory, where it is at least a T
///   std::size_t take_max_count(reader&);             // zero after a failure
template <class Codec>
concept open_ended = requires { requires Codec::open; };

/// Reads an object from the next bytes; leaves it alone if they end too early.
template <class Shape, class T, class Reader, class Self>
void get(Reader& r, T& value, const Self& self) {
  using c = codec<Shape, T>;
  constexpr form f = c::template wire<typename Reader::syntax>;
  if constexpr (f.fixed) {
    if (const std::byte* at = r.take(f.alignment, f.size)) c::load(r, at, value, self);
  } else {
    c::get(r, value, self);
  }
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_FORM_H
