#ifndef RPC_NDR_WRITER_H
#define RPC_NDR_WRITER_H

#include <rpc/buffer.h>
#include <rpc/ndr/call_state.h>
#include <rpc/ndr/direct.h>
#include <rpc/ndr/failure.h>
#include <rpc/ndr/objects.h>
#include <rpc/ndr/syntax.h>
#include <rpc/ndr/temporaries.h>
#include <rpc/ndr/work_list.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rpc::ndr {

inline namespace stubs_format_3 {
struct descriptor;
struct referent_descriptor;
}  // namespace stubs_format_3

/// Writes `value` at `at`, little endian, which is the byte order of all that we send.
template <class T>
void store_little(std::byte* at, T value) {
  if constexpr (std::endian::native == std::endian::big) {
    auto bytes = std::bit_cast<std::array<std::byte, sizeof(T)>>(value);
    std::reverse(bytes.begin(), bytes.end());
    std::memcpy(at, bytes.data(), sizeof(T));
  } else {
    std::memcpy(at, &value, sizeof(T));
  }
}

/// The id of the non-null pointer of that number, as Windows gives them.
constexpr std::uint32_t referent_id(std::uint32_t number) { return 0x00020000 + 4 * number; }

/// How many bytes a message may have, and what to say of one that would be longer.
struct size_limit {
  explicit(false) constexpr size_limit(std::size_t most, status longer = status::invalid_bound,
                                       const char* set_by = nullptr)
      : bytes(most), code(longer), option(set_by) {}

  std::size_t bytes;
  status code;
  const char* option;  ///< that sets it, or null
};

/// Writes stub data of one request or response into a buffer.
///
/// Pointers cause no recursion: a referent is put on a list of work that drain() ends, in
/// the order of C706 14.3.12.3, so that the depth of a graph costs no stack. After a failure
/// what is written means nothing.
class writer {
 public:
  /// Replaces the contents of `out` by at most `limit`. `known` are the objects that full pointers
  /// of the call point to; null where it has no such pointers.
  writer(syntax in, buffer& out, const size_limit& limit, call_state call = {},
         object_table* known = nullptr);
  writer(const writer&) = delete;
  writer& operator=(const writer&) = delete;

  [[nodiscard]] syntax in() const { return syntax_; }
  [[nodiscard]] const call_state& call() const { return call_; }
  [[nodiscard]] object_table* known() const { return known_; }

  /// `size` bytes to be written, after zeros up to `alignment`; null after a failure.
  std::byte* claim(std::size_t alignment, std::size_t size) {
    const std::size_t padding = (0 - static_cast<std::size_t>(pos_ - begin_)) & (alignment - 1);
    // Eight bytes more than needed, so that the padding can be cleared with one store.
    if (static_cast<std::size_t>(end_ - pos_) < 8 ||
        size > static_cast<std::size_t>(end_ - pos_) - 8 ||
        padding + size > static_cast<std::size_t>(end_ - pos_) - 8) [[unlikely]] {
      if (!grow(padding + size + 8)) return nullptr;
    }
    const std::uint64_t zeros = 0;
    std::memcpy(pos_, &zeros, 8);
    std::byte* at = pos_ + padding;
    pos_ = at + size;
    return at;
  }

  /// A number for the referent id of the next non-null pointer.
  std::uint32_t next_referent() { return referents_++; }
  /// The next such number, for those who count themselves.
  [[nodiscard]] std::uint32_t referents() const { return referents_; }
  void set_referents(std::uint32_t next) { referents_ = next; }

  /// For code that writes by itself, and ends with go_on().
  [[nodiscard]] direct_writer direct() const { return {pos_, end_, referents_}; }
  void go_on(const direct_writer& from) {
    pos_ = from.at;
    referents_ = from.referents;
  }

  /// Structures one after the other.
  struct rows {
    const descriptor* of = nullptr;
    std::size_t count = 0;
  };
  /// An object that is written later: after all that the construction under way holds by value.
  struct deferred {
    const referent_descriptor* what;
    const void* object;
    const void* self;    ///< what encloses the pointer
    const char* field;   ///< the name of the pointer, if it is a member
    struct rows rows{};  ///< at `object`, whose pointees are written; none: it is one object
  };
  void defer(const deferred& next) { work_.push(next); }
  void defer(const referent_descriptor& what, const void* object, const void* self) {
    defer({&what, object, self, field_});
  }
  /// What is to be written, the last first.
  [[nodiscard]] work_list<deferred>& work() { return work_; }

  /// The name of the member that is written next, for failures in a pointee.
  void set_field(const char* name) { field_ = name; }

  /// Bytes that belong at the offset `at` of the message, and are not there.
  struct piece {
    std::size_t at;
    std::span<const std::byte> bytes;
  };
  /// Large arrays are listed instead of copied. They must stay as they are until the list is used.
  void list_large(std::vector<piece>& pieces) { pieces_ = &pieces; }
  /// From now on they are copied.
  void copy_all() { pieces_ = nullptr; }
  /// Writes many bytes to where claim() said.
  void put_bytes(std::byte* at, const void* first, std::size_t size) {
    if (size >= large && pieces_ != nullptr) [[unlikely]]
      return list(at, first, size);
    copy(at, first, size);
  }

  /// Keeps an object that is written, or points to what is, until the end.
  template <class T>
  T& keep(T object) {
    return temporaries_.keep(std::move(object));
  }

  /// The structure under way, of such an alignment, ends in a conformant array, itself or in a
  /// structure, of `count` elements.
  void begin_open(std::uint64_t count, std::size_t alignment) {
    conformance_ = count;
    open_alignment_ = alignment;
  }
  [[nodiscard]] std::uint64_t conformance() const { return conformance_; }
  [[nodiscard]] std::size_t open_alignment() const { return open_alignment_; }

  [[gnu::cold]] void fail(status code, std::initializer_list<word> words) {
    failure_.set(code, words);
  }
  [[nodiscard]] bool failed() const { return static_cast<bool>(failure_); }
  /// For names of fields only: `name` must live for ever.
  [[gnu::cold]] void at(const char* name) { failure_.at(name); }
  [[nodiscard]] const class failure& failure() const { return failure_; }

  /// What was written, and not forgotten.
  [[nodiscard]] std::span<const std::byte> written() const { return {begin_, pos_}; }
  /// Forgets the first `count` bytes, a multiple of 8, so that alignments stay: they were sent.
  void forget(std::size_t count) {
    std::memmove(begin_, begin_ + count, written().size() - count);
    pos_ -= count;
  }

  /// Cuts the buffer to what was written.
  void finish() { out_.resize(static_cast<std::size_t>(pos_ - begin_)); }

 private:
  static constexpr std::size_t large = std::size_t{16} << 10;

  [[gnu::cold, gnu::noinline]] bool grow(std::size_t more);
  [[gnu::noinline]] void list(const std::byte* at, const void* first, std::size_t size);

  // What claim() may fill: the buffer, but not past the limit.
  void set_room() {
    begin_ = out_.data();
    end_ = begin_ + (out_.size() - 8 > limit_.bytes ? limit_.bytes + 8 : out_.size());
  }

  const syntax syntax_;
  buffer& out_;
  std::byte* begin_;
  std::byte* pos_;
  std::byte* end_;
  const size_limit limit_;
  const call_state call_;
  std::uint64_t conformance_ = 0;
  std::size_t open_alignment_ = 1;
  const char* field_ = nullptr;
  std::uint32_t referents_ = 0;
  class failure failure_;
  work_list<deferred> work_;
  object_table* const known_;
  temporaries temporaries_;
  std::vector<piece>* pieces_ = nullptr;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_WRITER_H
