#ifndef RPC_NDR_READER_H
#define RPC_NDR_READER_H

#include <rpc/ndr/call_state.h>
#include <rpc/ndr/checked.h>
#include <rpc/ndr/due.h>
#include <rpc/ndr/failure.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/objects.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/storage.h>
#include <rpc/ndr/syntax.h>
#include <rpc/ndr/temporaries.h>
#include <rpc/ndr/trace.h>
#include <rpc/ndr/work_list.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rpc::ndr {

/// Reads the stub data of one request or response. The bytes are the peer's: every count is held
/// against what is left of the message before anything is allocated or looped over, and every
/// correlated value against its expression. The first failure ends the message: from then on
/// nothing more is read, and objects keep the values that they have.
///
/// As in the writer, referents wait on a list of work instead of the stack.
template <class Syntax, class Storage, class Trace = no_trace, class Objects = no_objects>
class reader {
 public:
  using syntax = Syntax;
  using storage = Storage;
  using objects = Objects;
  using count_type = typename Syntax::count;
  using referent_type = typename Syntax::referent;
  static constexpr bool tracing = Trace::enabled;
  /// What is read may stay in the message and be used there.
  static constexpr bool uses_message = Storage::keeps_message && !tracing;
  /// The message arrives while it is read: see streamed.
  static constexpr bool streams = Storage::streams;

  /// `stub` must stay where it is as long as what was read is used.
  reader(std::span<std::byte> stub, std::endian sender, Storage& into, call_state call = {},
         Objects known = {})
      : begin_(stub.data()),
        pos_(begin_),
        end_(begin_ + stub.size()),
        swapped_(sender != std::endian::native),
        storage_(into),
        call_(call),
        known_(known) {}
  reader(const reader&) = delete;
  reader& operator=(const reader&) = delete;

  [[nodiscard]] const call_state& call() const { return call_; }

  /// The next `size` bytes from an aligned offset on, or null if they are not there.
  std::byte* take(std::size_t alignment, std::size_t size) {
    const std::size_t padding = (0 - offset()) & (alignment - 1);
    const std::size_t left = this->left();
    if (left < size || left - size < padding) [[unlikely]] {
      if (!fetch(size, padding)) return nullptr;
    }
    std::byte* at = pos_ + padding;
    pos_ = at + size;
    return at;
  }

  /// Reads a scalar from where take() said.
  template <class T>
  [[nodiscard]] T load(const std::byte* at) const {
    if (!swapped_) [[likely]] {
      T value;
      std::memcpy(&value, at, sizeof value);
      return value;
    }
    std::array<std::byte, sizeof(T)> bytes;
    std::memcpy(bytes.data(), at, sizeof(T));
    std::reverse(bytes.begin(), bytes.end());
    return std::bit_cast<T>(bytes);
  }

  /// max_count, offset or actual_count; zero after a failure.
  std::uint64_t take_count(const char* what) { return take_number<count_type>(what); }
  /// What ends a chunk of a pipe in NDR64; zero after a failure.
  std::int64_t take_negated_count(const char* what) { return take_number<std::int64_t>(what); }

  /// The count that comes after `ahead` others, without taking it; nothing if the message ends
  /// before it.
  [[nodiscard]] std::optional<std::uint64_t> peek_count(std::size_t ahead) const {
    const std::size_t padding = (0 - offset()) & (sizeof(count_type) - 1);
    const std::size_t begin = padding + ahead * sizeof(count_type);
    if (left() < begin + sizeof(count_type)) return std::nullopt;
    return load<count_type>(pos_ + begin);
  }

  /// The number of elements to read: `count`, or zero and a failure if so many elements of at
  /// least `least` bytes cannot be in what is left.
  std::size_t elements(std::uint64_t count, std::size_t least) {
    if (count > left() / least && !arrive(count, least)) [[unlikely]] {
      fail(status::bad_stub_data,
           {"a count of ", count, " elements, but ", left(), " bytes are left"});
      return 0;
    }
    return static_cast<std::size_t>(count);
  }

  /// How many objects of `size` bytes, each `stride` after the one before, are there from an
  /// aligned offset on: at least one, or 0 and a failure.
  std::size_t ready(std::size_t alignment, std::size_t size, std::size_t stride) {
    const std::size_t padding = (0 - offset()) & (alignment - 1);
    if (left() < padding + size && !fetch(size, padding)) return 0;
    return (left() - padding - size) / stride + 1;
  }

  /// Of a message that arrives while it is read: waits for its end, before which there may be a
  /// gap.
  void expect_end() {
    if (left() < sizeof(std::uint64_t)) arrive(sizeof(std::uint64_t), 1);
    if (left() >= sizeof(std::uint64_t))
      fail(status::bad_stub_data, {"the data go on after their end"});
  }

  /// Where the next object lies, of a form that may be used in place, if it may be used there as a
  /// T; else null. It may end behind the message.
  template <class T>
  [[nodiscard]] T* usable(const form& f) const {
    if (swapped_ || !storage_.may_use_message()) return nullptr;
    std::byte* const at = begin_ + align_up(offset(), f.alignment);
    return reinterpret_cast<std::uintptr_t>(at) % alignof(T) == 0 ? reinterpret_cast<T*>(at)
                                                                  : nullptr;
  }
  [[nodiscard]] bool swapped() const { return swapped_; }
  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - pos_); }

  /// Memory for the pointer at `where`, or null and a failure.
  void* allocate(void* where, std::size_t size, std::size_t alignment, bool zeroed) {
    void* memory = storage_.allocate(where, size, alignment, zeroed);
    if (memory == nullptr) out_of_memory(size);
    return memory;
  }

  /// Client: what the next parameter leads to, beneath its own object, lies in `buffer`.
  void allocate_in(std::span<std::byte> buffer) { storage_.allocate_in(buffer); }

  /// Whether an object may take `size` bytes from the heap; if not, a failure.
  bool charge(std::size_t size) {
    if (storage_.charge(size)) [[likely]]
      return true;
    out_of_memory(size);
    return false;
  }

  /// Server: `size` bytes of the message are used there for good.
  void used_in_message(std::size_t size) { storage_.used_in_message(size); }

  /// What `use` reads, of which `old` tells what is there, is allocated as `how` says; where that
  /// concerns all nodes, so is all that it leads to, and nothing in there has a say. To a client
  /// that concerns new memory, and that of [out] data.
  template <class Use>
  void allocate_as(allocation how, const typename Storage::room& old, Use use) {
    if constexpr (!Storage::keeps_existing) {
      const allocation outer = storage_.exchange_allocation(how);
      const std::size_t mark = work_.size();
      if (concerns_all_nodes(outer)) storage_.exchange_allocation(outer);
      use();
      if (concerns_all_nodes(how) && !concerns_all_nodes(outer)) read_deferred(mark);
      storage_.exchange_allocation(outer);
    } else if constexpr (streams || Objects::kept) {
      use();  // what has been read cannot be forgotten
    } else {
      const bool fresh = !old.existing || !existing_;
      if (how == allocation::together && fresh && !storage_.joint())
        read_into_block(use);
      else
        use();
    }
  }

  /// Server: constructs objects that own memory where allocate() said; null after a failure.
  template <class T>
  T* construct(void* memory, std::size_t count) {
    T* first = storage_.template construct<T>(memory, count);
    if (first == nullptr) out_of_memory(count * sizeof(T));
    return first;
  }

  /// Client: the pointer at `where`, not null, is about to lead elsewhere.
  void give_up(void* where) { storage_.give_up(where, existing_, field_); }
  /// Client: a pointer that has led to `object`, a member `name` of [in, out] data, is lost.
  void orphan(const void* object, const char* name) { storage_.orphan(object, name); }

  /// Client: objects of the caller are released when the results are the caller's.
  void release_later(std::vector<void*> places) { storage_.release_later(std::move(places)); }

  /// A referent that is to be read after the construction under way.
  struct deferred {
    void (*run)(reader&, const deferred&);
    void* where;                                                 ///< the pointer lies there
    const void* self;                                            ///< what encloses it
    [[no_unique_address]] typename Storage::room old;            ///< what it leads to now
    [[no_unique_address]] typename Objects::reference object{};  ///< of a full pointer
    const char* field = nullptr;  ///< the name of the pointer, if it is a member
    [[no_unique_address]] typename Trace::place place{};
  };
  void defer(deferred next) {
    next.field = field_;
    if constexpr (tracing) next.place = trace_.here();
    work_.push(next);
  }
  /// Keeps an object that is read, or leads to what is, until the end.
  template <class T>
  T& keep(T object) {
    return temporaries_.keep(std::move(object));
  }
  /// What the program makes of an object, when all that it leads to has been read.
  struct conversion {
    void (*run)(reader&, void* wire, void* presented);
    void* wire;
    void* presented;
    const char* field = nullptr;  ///< the name of the member, if it is one
  };
  void convert_later(conversion c) {
    c.field = field_;
    conversions_.push(c);
  }

  /// The name of the parameter that is read next.
  void set_parameter(const char* name) {
    parameter_ = name;
    field_ = referent_ = nullptr;
    storage_.begin_parameter(name);
  }
  /// The name of the member that is read next, for failures behind a pointer.
  void set_field(const char* name) { field_ = name; }

  /// Reads everything that was deferred, in the order of C706 14.3.12.3.
  void drain() {
    read_deferred(0);
    work_.cut(0);
    if constexpr (tracing) trace_.resume({});
    settle(0, due::with_referents);
    settle(0, due::with_sizes);
    convert();
  }

  /// A count or discriminant that must equal an expression over members of `self`.
  struct correlation {
    checked (*expected)(const void* self);
    const void* self;
    std::int64_t found;
    const char* what;  ///< "max_count", for the error; null: the pointer to the array is null
    due when;
    const char* parameter = nullptr;  ///< that was being read, if it is one
    const char* field = nullptr;      ///< and the member in it, if it is one
  };
  /// Checks it when its operands are there: when settle() comes to what is due then.
  void correlate(correlation c) {
    if constexpr (tracing)
      if (trace_.ignores_expressions_of(c.self)) return;
    c.parameter = parameter_;
    // The name of a referent under way is added to what fails there and then.
    c.field = field_ == nullptr && c.when != due::with_members ? referent_ : field_;
    correlations_.push(c);
  }
  [[nodiscard]] std::size_t correlations() const { return correlations_.size(); }
  /// Checks what came after the first `mark` and is due. What is due later stays.
  void settle(std::size_t mark, due now) {
    if (correlations_.size() != mark) compare(mark, now);
  }

  /// All has been read: ends what waited for that.
  void finish() {
    if constexpr (Objects::kept)
      if (!failed() && !known_.table.link_aliases())
        fail(status::bad_stub_data, {"two arrays that are one object have different sizes"});
    settle(0, due::at_end);
    settle(0, due::last);
  }

  // What follows serves results that are written into the caller's storage. How much room it
  // has, and which arm a union holds, is told by expressions over values that the results
  // overwrite, so they are evaluated before.

  /// An expression over members of the structure or frame at `self`.
  using expression = checked (*)(const void* self);
  /// Remembers what an expression over the frame was when the call began.
  void remember(expression e, checked value) { remembered_.push_back({e, value}); }
  /// The value from before this message: of the frame as remembered, of a structure by its copy.
  [[nodiscard]] checked before(expression e) const {
    for (const auto& known : remembered_)
      if (known.of == e) return known.value;
    return before_ != nullptr ? e(before_) : checked();
  }
  /// The copy of the structure that is being overwritten; null while there is none.
  const void* exchange_before(const void* object) { return std::exchange(before_, object); }
  /// Whether pointers in the caller's storage have a meaning: not in [out] data.
  void set_existing(bool meaningful) { existing_ = meaningful; }
  [[nodiscard]] bool existing() const { return existing_; }

  /// The objects behind the full pointers of the call.
  [[nodiscard]] Objects known() const { return known_; }

  /// The structure under way, of such an alignment, ends in a conformant array, itself or in a
  /// structure, of `count` elements.
  void begin_open(std::uint64_t count, std::size_t alignment) {
    conformance_ = count;
    open_alignment_ = alignment;
  }
  [[nodiscard]] std::uint64_t conformance() const { return conformance_; }
  [[nodiscard]] std::size_t open_alignment() const { return open_alignment_; }

  [[gnu::cold]] void fail(status code, std::initializer_list<word> words) {
    if (failed()) return;
    failure_.set(code, words);
    failure_.at_byte(storage_.dropped() + offset());
    pos_ = end_;
  }
  [[nodiscard]] bool failed() const { return static_cast<bool>(failure_); }
  [[gnu::cold]] void at(const char* name) { failure_.at(name); }
  [[nodiscard]] const class failure& failure() const { return failure_; }

  [[nodiscard]] auto enter(std::string_view name) { return trace_.enter(name); }
  template <class Text>
  void leaf(const std::byte* at, std::size_t size, std::string_view what, Text&& text) {
    leaf(at, size, size, what, text);
  }
  template <class Text>
  void leaf(const std::byte* at, std::size_t size, std::size_t unit, std::string_view what,
            Text&& text) {
    trace_.leaf(static_cast<std::size_t>(at - begin_), size, unit, what, text);
  }
  [[nodiscard]] Trace& traced() { return trace_; }

 private:
  template <class T>
  T take_number(const char* what) {
    const std::byte* at = take(sizeof(T), sizeof(T));
    if (at == nullptr) return 0;
    const T number = load<T>(at);
    if constexpr (tracing) leaf(at, sizeof(T), what, [&] { return std::to_string(number); });
    return number;
  }

  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(pos_ - begin_); }

  void compare(std::size_t mark, due now) {
    std::size_t kept = mark;
    for (std::size_t i = mark; i < correlations_.size() && !failed(); ++i) {
      const correlation c = correlations_[i];
      if (c.when != now) {
        correlations_[kept++] = c;
        continue;
      }
      const checked expected = c.expected(c.self);
      if (expected.valid() && expected.value() == c.found) continue;
      if (c.what == nullptr && expected.valid()) {
        fail(status::bad_stub_data,
             {"the pointer is null, but the count of its array is ", expected.value(),
              ", which only [disable_consistency_check] allows"});
      } else if (c.what == nullptr) {
        fail(status::bad_stub_data, {"the pointer is null, and the count of its array cannot be "
                                     "computed",
                                     why_invalid(expected)});
      } else if (expected.valid()) {
        fail(status::bad_stub_data,
             {c.what, " is ", c.found, ", but its expression says ", expected.value()});
      } else {
        fail(status::bad_stub_data, {c.what, " is ", c.found, ", but its expression ",
                                     "cannot be computed", why_invalid(expected)});
      }
      if (c.field != nullptr) at(c.field);
      if (now >= due::at_end && c.parameter != nullptr) at(c.parameter);
    }
    correlations_.cut(kept);
  }

  // The last first: what is presented may hold what is presented itself.
  void convert() {
    while (!conversions_.empty() && !failed()) {
      const conversion last = conversions_.pop();
      last.run(*this, last.wire, last.presented);
      if (failed() && last.field != nullptr) at(last.field);
    }
  }

  // Whether `size` bytes after `padding` are there after all; a failure if not.
  [[gnu::cold, gnu::noinline]] bool fetch(std::size_t size, std::size_t padding) {
    if (arrive(padding + size, 1)) return true;
    fail(status::bad_stub_data,
         {"the data end too early: ", padding + size, " bytes wanted, ", left(), " left"});
    return false;
  }

  // Reads what was deferred after the first `bottom` items, and what that defers.
  void read_deferred(std::size_t bottom) {
    work_.reverse(bottom);
    while (work_.size() > bottom && !failed()) {
      const deferred next = work_.pop();
      const std::size_t mark = work_.size();
      if constexpr (tracing) trace_.resume(next.place);
      field_ = nullptr;
      referent_ = next.field;
      next.run(*this, next);
      if (failed() && next.field != nullptr) at(next.field);
      work_.reverse(mark);
    }
  }

  // Client: reads what `use` does and all that it leads to, twice: to find out how large the block
  // must be, and then into the block.
  template <class Use>
  void read_into_block(Use use) {
    std::byte* const begin = pos_;
    const char* const field = field_;
    const std::size_t waiting = work_.size();
    const std::size_t correlated = correlations_.size();
    const std::size_t converted = conversions_.size();
    const auto mark = storage_.begin_measuring();
    use();
    read_deferred(waiting);
    if (failed()) return;
    pos_ = begin;
    field_ = field;
    correlations_.cut(correlated);
    conversions_.cut(converted);
    if (!storage_.begin_block(mark)) return out_of_memory(storage_.joint().measured());
    use();
    read_deferred(waiting);
    storage_.end_block();
  }

  // Waits until `count` times `size` bytes are left of a message that arrives while it is read.
  // False if it has not so many.
  bool arrive([[maybe_unused]] std::uint64_t count, [[maybe_unused]] std::size_t size) {
    if constexpr (streams) {
      if (count > storage_.most() / size)
        fail(Storage::too_large, {"no more than ", storage_.most(), " bytes are allowed"});
      if (failed()) return false;
      const std::size_t wanted = static_cast<std::size_t>(count) * size;
      std::size_t at = offset();
      const std::span<std::byte> window = storage_.receive(at, wanted);
      begin_ = window.data();
      pos_ = begin_ + at;
      end_ = begin_ + window.size();
      return left() >= wanted;
    } else {
      return false;
    }
  }

  [[gnu::cold, gnu::noinline]] void out_of_memory(std::size_t size) {
    if constexpr (Storage::keeps_existing)
      if (const auto left = storage_.joint().left())
        return fail(status::byte_count_too_small,
                    {size, " bytes, but the caller's buffer has room for ", *left});
    fail(status::out_of_memory, {"no memory, or the call's budget is used up: ", size, " bytes"});
  }

  struct known_value {
    expression of;
    checked value;
  };

  std::byte* begin_;
  std::byte* pos_;
  std::byte* end_;
  bool swapped_;
  bool existing_ = false;
  const char* parameter_ = nullptr;
  const char* field_ = nullptr;
  const char* referent_ = nullptr;  // the member whose referent is read
  std::uint64_t conformance_ = 0;
  std::size_t open_alignment_ = 1;
  const void* before_ = nullptr;
  Storage& storage_;
  const call_state call_;
  class failure failure_;
  work_list<deferred> work_;
  work_list<correlation> correlations_;
  work_list<conversion> conversions_;
  temporaries temporaries_;
  std::vector<known_value> remembered_;
  [[no_unique_address]] Objects known_;
  [[no_unique_address]] Trace trace_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_READER_H
