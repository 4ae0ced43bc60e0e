#ifndef NDR_GET_ARRAYS_H
#define NDR_GET_ARRAYS_H

#include "engine.h"

namespace rpc::ndr::decoding {

// [range] on an array: the count that comes after `ahead` others (MS-RPCE 3.1.1.5.3.2). It is
// looked at before anything is read or allocated.
template <class S, role R>
bool engine<S, R>::holds(const bounds& range, std::size_t ahead) {
  const auto count =
      r.template peek_count<count_type>(ahead);  // if it is missing, what reads it says so
  if (!count ||
      (std::cmp_greater_equal(*count, range.low) && std::cmp_less_equal(*count, range.high)))
    return true;
  r.fail(status::bad_stub_data,
         {"a count of ", *count, " is outside the range ", range.low, " to ", range.high});
  return false;
}

// Offset and actual_count, held against `most` elements and against what is left of the message.
template <class S, role R>
template <class Array>
std::optional<part> engine<S, R>::take_part(const Array& array, std::uint64_t most,
                                            const void* self) {
  const std::uint64_t first = take_count("offset");
  const std::uint64_t count = take_count("actual_count");
  if (r.failed()) return std::nullopt;
  if (first > most || count > most - first) {
    r.fail(status::bad_stub_data, {"the part that travels begins at element ", first, " and has ",
                                   count, ", of an array of ", most});
    return std::nullopt;
  }
  if (array.first)
    correlate(array.first, self, first, "offset");
  else if (first != 0)
    r.fail(status::bad_stub_data, {"an array begins at element ", first, " instead of 0"});
  correlate(array.length, self, count, "actual_count");
  const part found{static_cast<std::size_t>(first), r.elements(count, least(*array.element))};
  return r.failed() ? std::nullopt : std::optional(found);
}

// The counts of a string, checked against `most` elements and what is left; zero after a failure.
template <class S, role R>
std::size_t engine<S, R>::take_length(std::uint64_t most, std::size_t width) {
  const std::uint64_t offset = take_count("offset");
  const std::uint64_t actual = take_count("actual_count");
  if (r.failed()) return 0;
  if (offset != 0) {
    r.fail(status::bad_stub_data, {"a string begins at element ", offset, " instead of 0"});
  } else if (actual == 0 || actual > most) {
    r.fail(status::bad_stub_data,
           {"a string of ", actual, " elements, its terminator included, in an array of ", most});
  }
  return r.failed() ? 0 : r.elements(actual, width);
}

// All three counts of a string, if they and the characters are there and right; else nothing is
// taken.
template <class S, role R>
std::size_t engine<S, R>::take_whole_length(std::size_t width) {
  const auto most = r.template peek_count<count_type>(0);
  const auto offset = r.template peek_count<count_type>(1);
  const auto actual = r.template peek_count<count_type>(2);
  if (!actual || *offset != 0 || *actual == 0 || *actual > *most) return 0;
  std::byte* const begin = r.position();
  r.take(sizeof(count_type), 3 * sizeof(count_type));
  if (*actual <= (width == 1 ? r.left() : r.left() / 2)) return static_cast<std::size_t>(*actual);
  r.go_on(begin);
  return 0;
}

template <class S, role R>
void engine<S, R>::get_characters(const descriptor& character, void* first, std::size_t length) {
  get_elements(character, first, length, nullptr);
  require_terminator(first, length, character.size);
}

template <class S, role R>
void engine<S, R>::require_terminator(const void* first, std::size_t length, std::size_t width) {
  if (r.failed()) return;
  const auto* last = static_cast<const std::byte*>(first) + (length - 1) * width;
  if (last[0] != std::byte{} || last[width - 1] != std::byte{})
    r.fail(status::bad_stub_data, {"a string without a terminator"});
}

// Server: zeros the elements that did not travel. In a client's storage they stay as they are.
template <class S, role R>
void engine<S, R>::clear_around(const array_descriptor& d, void* first, part read) {
  if constexpr (!client) {
    auto* const memory = static_cast<std::byte*>(first);
    const std::size_t size = d.element->size;
    const std::size_t end = read.first + read.count;
    std::memset(memory, 0, read.first * size);
    std::memset(memory + end * size, 0, (d.count - end) * size);
  }
}

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_ARRAYS_H
