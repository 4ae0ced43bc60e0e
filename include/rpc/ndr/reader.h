#ifndef RPC_NDR_READER_H
#define RPC_NDR_READER_H

#include <rpc/ndr/call_state.h>
#include <rpc/ndr/checked.h>
#include <rpc/ndr/descriptor.h>
#include <rpc/ndr/due.h>
#include <rpc/ndr/expression.h>
#include <rpc/ndr/failure.h>
#include <rpc/ndr/message_window.h>
#include <rpc/ndr/objects.h>
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
#include <string_view>
#include <utility>
#include <vector>

namespace rpc::ndr {

/// Where what is read goes: into the memory of a server's call, or to where a client has room.
struct destination {
  destination(server_storage& of) : server(&of) {}  // NOLINT(google-explicit-constructor)
  destination(client_storage& of) : client(&of) {}  // NOLINT(google-explicit-constructor)

  server_storage* server = nullptr;
  client_storage* client = nullptr;
};

/// Reads the stub data of one request or response. The bytes are the peer's: every count is held
/// against what is left of the message before anything is allocated or looped over, and every
/// correlated value against its expression. The first failure ends the message: from then on
/// nothing more is read, and objects keep the values that they have.
///
/// As in the writer, referents wait on a list of work instead of the stack.
class reader {
 public:
  /// `stub` must stay where it is as long as what was read is used. `known` are the objects that
  /// full pointers of the call point to; null where it has no such pointers.
  reader(syntax in, std::span<std::byte> stub, std::endian sender, destination into,
         call_state call = {}, object_table* known = nullptr);
  reader(const reader&) = delete;
  reader& operator=(const reader&) = delete;

  /// The message arrives while it is read.
  void receive_by(message_window& window) { window_ = &window; }
  /// All that is read is reported.
  void report_to(trace& observer) { trace_ = &observer; }

  [[nodiscard]] syntax in() const { return syntax_; }
  [[nodiscard]] const call_state& call() const { return call_; }
  [[nodiscard]] object_table* known() const { return known_; }
  [[nodiscard]] server_storage* server() const { return server_; }
  [[nodiscard]] client_storage* client() const { return client_; }
  [[nodiscard]] trace* traced() const { return trace_; }
  /// What is read may stay in the message and be used there.
  [[nodiscard]] bool uses_message() const {
    return server_ != nullptr && window_ == nullptr && trace_ == nullptr;
  }
  [[nodiscard]] bool streams() const { return window_ != nullptr; }
  /// Whether code may read by itself, which begins with direct() and ends with go_on().
  [[nodiscard]] bool reads_directly() const {
    return uses_message() && !swapped_ && known_ == nullptr && !server_->unusual() &&
           begin_ != nullptr &&
           reinterpret_cast<std::uintptr_t>(begin_) % sizeof(std::uint64_t) == 0;
  }
  [[nodiscard]] direct_reader direct() const { return {pos_, end_, server_->memory()}; }
  void go_on(const direct_reader& from) {
    pos_ = from.at;
    from.give_back();
  }
  void go_on(std::byte* at) { pos_ = at; }

  /// The next `size` bytes from an aligned offset on, or null if they are not there.
  [[gnu::always_inline]] std::byte* take(std::size_t alignment, std::size_t size) {
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
    T value;
    std::memcpy(&value, at, sizeof value);
    if (swapped_) [[unlikely]] {
      auto bytes = std::bit_cast<std::array<std::byte, sizeof(T)>>(value);
      std::reverse(bytes.begin(), bytes.end());
      return std::bit_cast<T>(bytes);
    }
    return value;
  }
  /// The next scalar; zero after a failure.
  template <class T>
  T take_number(std::string_view what) {
    const std::byte* at = take(sizeof(T), sizeof(T));
    if (at == nullptr) return 0;
    const T number = load<T>(at);
    if (trace_ != nullptr) leaf(at, sizeof(T), what, std::to_string(number));
    return number;
  }

  /// The count that comes after `ahead` others, without taking it; nothing if the message ends
  /// before it.
  template <class Count>
  [[nodiscard]] std::optional<std::uint64_t> peek_count(std::size_t ahead) const {
    const std::size_t padding = (0 - offset()) & (sizeof(Count) - 1);
    const std::size_t begin = padding + ahead * sizeof(Count);
    if (left() < begin + sizeof(Count)) return std::nullopt;
    return load<Count>(pos_ + begin);
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
  void expect_end();

  /// Where the next object of such an alignment lies, if it may be used there; else null. It may
  /// end after the message.
  [[nodiscard]] std::byte* usable(std::size_t alignment, std::size_t in_memory) const {
    if (swapped_ || !server_->may_use_message()) return nullptr;
    std::byte* const at = begin_ + align_up(offset(), alignment);
    return reinterpret_cast<std::uintptr_t>(at) % in_memory == 0 ? at : nullptr;
  }
  [[nodiscard]] bool swapped() const { return swapped_; }
  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - pos_); }
  [[nodiscard]] std::byte* position() const { return pos_; }

  /// Memory for the pointer at `where`, or null and a failure.
  void* allocate(void* where, std::size_t size, std::size_t alignment, bool zeroed) {
    void* const memory = server_ != nullptr ? server_->allocate(where, size, alignment, zeroed)
                                            : client_->allocate(where, size, alignment, zeroed);
    if (memory == nullptr) out_of_memory(size);
    return memory;
  }
  /// Whether an object may take `size` bytes from the heap; if not, a failure.
  bool charge(std::size_t size) {
    if (server_ != nullptr ? server_->charge(size) : client_->charge(size)) [[likely]]
      return true;
    out_of_memory(size);
    return false;
  }
  [[gnu::cold, gnu::noinline]] void out_of_memory(std::size_t size);

  // Client: what is read may be read again from an earlier place.

  struct place {
    std::byte* position;
    const char* field;
    std::size_t correlations;
    std::size_t conversions;
  };
  [[nodiscard]] place here() const {
    return {pos_, field_, correlations_.size(), conversions_.size()};
  }
  void go_back(const place& to) {
    pos_ = to.position;
    field_ = to.field;
    correlations_.cut(to.correlations);
    conversions_.cut(to.conversions);
  }

  /// Keeps an object that is read, or points to what is, until the end.
  template <class T>
  T& keep(T object) {
    return temporaries_.keep(std::move(object));
  }
  /// What the program makes of an object, when all that it points to has been read.
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
  /// Makes them. The last first: what is presented may hold what is presented itself.
  void convert();

  /// The name of the parameter that is read next.
  void set_parameter(const char* name) {
    parameter_ = name;
    field_ = referent_ = nullptr;
    if (server_ != nullptr)
      server_->begin_parameter(name);
    else
      client_->begin_parameter(name);
  }
  /// The name of the member that is read next, for failures in a pointee.
  void set_field(const char* name) { field_ = name; }
  [[nodiscard]] const char* field() const { return field_; }
  /// The referent of the member `name` is read next.
  void begin_referent(const char* name) {
    field_ = nullptr;
    referent_ = name;
  }

  /// A count or discriminant that must equal an expression over members of `self`.
  struct correlation {
    expression expected;
    const void* self;
    std::int64_t found;
    const char* what;  ///< "max_count", for the error; null: the pointer to the array is null
    due when;
    const char* parameter = nullptr;  ///< that was being read, if it is one
    const char* field = nullptr;      ///< and the member in it, if it is one
  };
  /// Checks it when its operands are there: when settle() comes to what is due then.
  void correlate(correlation c) {
    if (trace_ != nullptr && trace_->ignores_expressions_of(c.self)) return;
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

  /// Whether correlations are to be checked, or conversions to be made.
  [[nodiscard]] bool waits() const { return !correlations_.empty() || !conversions_.empty(); }

  /// All has been read: ends what waited for that.
  void finish();

  // What follows serves results that are written into the caller's storage. How much room it
  // has, and which arm a union holds, is given by expressions over values that the results
  // overwrite, so they are evaluated before.

  /// Remembers what an expression over the frame was when the call began.
  void remember(const expression& e, checked value) { remembered_.push_back({e, value}); }
  /// The value from before this message: of the frame as remembered, of a structure by its copy.
  [[nodiscard]] checked before(const expression& e) const {
    for (const auto& known : remembered_)
      if (known.of == e) return known.value;
    return before_ != nullptr ? e(before_) : checked();
  }
  /// The copy of the structure that is being overwritten, or null.
  const void* exchange_before(const void* object) { return std::exchange(before_, object); }
  /// Whether pointers in the caller's storage have a meaning: not in [out] data.
  void set_existing(bool meaningful) { existing_ = meaningful; }
  [[nodiscard]] bool existing() const { return existing_; }

  /// The structure under way, of such an alignment, ends in a conformant array, itself or in a
  /// structure, of `count` elements.
  void begin_open(std::uint64_t count, std::size_t alignment) {
    conformance_ = count;
    open_alignment_ = alignment;
  }
  [[nodiscard]] std::uint64_t conformance() const { return conformance_; }
  [[nodiscard]] std::size_t open_alignment() const { return open_alignment_; }

  [[gnu::cold]] void fail(status code, std::initializer_list<word> words);
  [[nodiscard]] bool failed() const { return static_cast<bool>(failure_); }
  [[gnu::cold]] void at(const char* name) { failure_.at(name); }
  [[nodiscard]] const class failure& failure() const { return failure_; }

  /// Reports what lies at `at`, in units of `unit` bytes.
  void leaf(const std::byte* at, std::size_t size, std::size_t unit, std::string_view what,
            const std::string& text) {
    trace_->leaf(static_cast<std::size_t>(at - begin_), size, unit, what, [&] { return text; });
  }
  void leaf(const std::byte* at, std::size_t size, std::string_view what, const std::string& text) {
    leaf(at, size, size, what, text);
  }

 private:
  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(pos_ - begin_); }

  void compare(std::size_t mark, due now);
  // Whether `size` bytes after `padding` are there after all; a failure if not.
  [[gnu::cold, gnu::noinline]] bool fetch(std::size_t size, std::size_t padding);
  // Waits until `count` times `size` bytes are left of a message that arrives while it is read.
  // False if it has not so many.
  bool arrive(std::uint64_t count, std::size_t size);

  struct known_value {
    expression of;
    checked value;
  };

  const syntax syntax_;
  std::byte* begin_;
  std::byte* pos_;
  std::byte* end_;
  const bool swapped_;
  bool existing_ = false;
  const char* parameter_ = nullptr;
  const char* field_ = nullptr;
  const char* referent_ = nullptr;  // the member whose referent is read
  std::uint64_t conformance_ = 0;
  std::size_t open_alignment_ = 1;
  const void* before_ = nullptr;
  server_storage* const server_;
  client_storage* const client_;
  message_window* window_ = nullptr;
  trace* trace_ = nullptr;
  const call_state call_;
  object_table* const known_;
  class failure failure_;
  work_list<correlation> correlations_;
  work_list<conversion> conversions_;
  temporaries temporaries_;
  std::vector<known_value> remembered_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_READER_H
