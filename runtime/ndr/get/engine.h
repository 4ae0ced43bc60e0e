#ifndef NDR_GET_ENGINE_H
#define NDR_GET_ENGINE_H

#include <rpc/ndr/descriptor.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/text.h>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include "../characters.h"
#include "../descriptors.h"
#include "../memory.h"
#include "../rows.h"

namespace rpc::ndr::decoding {

/// Who reads.
enum class role : std::uint8_t {
  server,   ///< all is new, and lies in the memory of the call or in the message
  client,   ///< results go where the caller has room for them
  explain,  ///< as a server, and everything is reported
};

/// The elements of an array that travel.
struct part {
  std::size_t first;
  std::size_t count;
};

/// Reads in one syntax what descriptors describe.
template <class S, role R>
class engine {
 public:
  using room = client_storage::room;

  explicit engine(reader& from) : r(from) {}

  void get_parameter(const parameter_descriptor& p, void* value, void* frame, bool request);
  void get(const descriptor& d, void* value, const void* self);
  /// Sets the pointer at `where`.
  void get_referent(const referent_descriptor& to, void* where, const void* self, room old);
  void get_elements(const descriptor& element, void* first, std::size_t count, const void* self,
                    std::uint64_t before = 0);
  std::uint64_t take_count(std::string_view what) {
    if constexpr (tracing) return r.take_number<count_type>(what);
    const std::byte* at = r.take(sizeof(count_type), sizeof(count_type));
    return at == nullptr ? 0 : r.load<count_type>(at);
  }
  /// Reads everything that was deferred, in the order of C706 14.3.12.3.
  void drain(bool in_order = false);

 private:
  using count_type = typename S::count;
  using id_type = typename S::referent;
  static constexpr bool client = R == role::client;
  static constexpr bool tracing = R == role::explain;
  static const form& form_of(const descriptor& d) { return d.in(S::value); }

  // Of fixed form; `at` may be where the value lies.
  void load(const descriptor& d, const std::byte* at, void* value, const void* self);
  void load_number(const descriptor& d, const std::byte* at, void* value);
  void load_integer(const integer_descriptor& d, const std::byte* at, void* value);
  void load_ranged(const ranged_descriptor& d, const std::byte* at, void* value, const void* self);
  void load_context(const context_descriptor& d, const std::byte* at, void* slot);
  void load_structure(const structure_descriptor& d, const std::byte* at, void* object);
  void load_elements(const descriptor& element, const std::byte* at, void* first, std::size_t count,
                     const void* self, std::uint64_t before = 0);
  // Of a form that depends on the value.
  void get_open(const descriptor& d, void* value, const void* self);
  void get_structure(const structure_descriptor& d, void* object);

  // Pointers.
  id_type load_id(const std::byte* at);
  void load_ignored(const std::byte* at, void* place);
  void load_pointer(const pointer_descriptor& d, const std::byte* at, void* place,
                    const void* self);
  void get_later(const pointer_descriptor& d, void* place, const void* self);
  void defer_pointer(const pointer_descriptor& d, void* place, const void* self,
                     known_object* object, const room& old);
  void load_full(const pointer_descriptor& d, id_type id, void* place, const void* self);
  void load_holder(const holder_descriptor& d, const std::byte* at, void* value, const void* self);
  void load_shared(const shared_descriptor& d, const std::byte* at, void* value, const void* self);
  void correlate(const correlated& by, const void* self, std::uint64_t found, const char* what);
  void correlate_null(const referent_descriptor& to, const void* self);
  void clear(void* place);
  void lead(void* place, void* object);
  std::uint64_t take_id();
  void get_passed(const parameter_descriptor& p, void* value, void* frame);
  void get_reference(const parameter_descriptor& p, void* value, void* frame);
  void get_partly_ignored(const parameter_descriptor& p, void* value, void* frame, bool request);
  void get_reseatable(const parameter_descriptor& p, void* value, void* frame);
  // A referent that is to be read after the construction under way.
  struct nothing {};
  struct deferred {
    const referent_descriptor* what;
    void* where;                     // the pointer lies there, or what is in its place
    const void* self;                // what encloses it
    known_object* object = nullptr;  // of a full pointer
    const char* field = nullptr;     // the name of the pointer, if it is a member
    writer::rows rows{};             // at `where`, whose pointees are read; none: it is one object
    [[no_unique_address]] std::conditional_t<client, room, nothing> old{};  // what it points to now
    [[no_unique_address]] std::conditional_t<tracing, trace::place, nothing> place{};
  };
  void defer(deferred next) {
    next.field = r.field();
    if constexpr (tracing) next.place = r.traced()->here();
    work_.push(next);
  }
  bool is_drained() const;
  // What waits above the first `bottom` items; `in_order`: what comes next is the last of them.
  void read_deferred(std::size_t bottom, bool in_order = false);
  void run(const deferred& next);
  template <class Use>
  void read_into_block(Use use);
  // Server: a simple structure and those that it points to: its first pointer is followed at once,
  // the others wait, above the first `bottom` items.
  void get_graph(deferred next, std::size_t bottom);
  bool get_flat(const deferred& next);
  // The same for a node, by its own code; what that leaves waits. False, and nothing is read, where
  // it does not know more.
  bool get_directly(const deferred& next);
  bool may_follow() const { return !r.swapped() && r.known() == nullptr; }
  // Server: an array of structures that point to numbers and characters only.
  bool load_rows(const descriptor& element, const std::byte* at, std::byte* first,
                 std::size_t count);
  void get_pointees_of_rows(const deferred& next);
  void get_columns(std::span<const column> columns, std::byte* row);
  void get_unusual(const column& c, std::byte* row);
  template <column_kind K>
  std::byte* get_column(column c, std::size_t row_size, std::byte* row, const std::byte* end);
  bool load_step(const step& s, const std::byte* at, std::size_t stride, std::byte* row,
                 std::size_t size, std::size_t count);
  template <column_kind K>
  static bool find_pointee(direct_reader& in, const column& c, const std::byte* row,
                           sequence_view& found);
  template <column_kind K>
  bool get_pointee(direct_reader& in, const column& c, std::byte* row);
  bool set_sequences(const sequence_rows& rows, const column& c, const sequence_view* found);
  bool load_simple(const structure_descriptor& d, const std::byte* at, std::byte* memory);
  template <class Use>
  void allocate_as(allocation how, const room& old, Use use);

  // Referents.
  void get_pointee(const referent_descriptor& to, void* where, const void* self, room old);
  void get_object(const referent_descriptor& to, void* where, const void* self, room old);
  void get_open_object(const referent_descriptor& to, void* where, room old);
  void get_run(const referent_descriptor& to, void* where, std::size_t count, const void* self,
               bool existing);
  void get_string(const referent_descriptor& to, void* where, room old);
  // Memory for what the pointer at `where` points to: the storage there, or new bytes. Null after a
  // failure.
  void* place(const descriptor& d, constructor make, void* where, bool existing, std::size_t size,
              bool zeroed);
  // The same for an array of which not all elements travel, so that no message bounds their number:
  // memory does. New memory is zero.
  void* place_sparse(const referent_descriptor& to, void* where, bool existing,
                     std::uint64_t count);
  bool fits(const room& old, std::size_t count);
  void* use_in_message(const descriptor& element, std::size_t count, const void* self);
  void* use_open_in_message(const structure_descriptor& d, std::size_t count);

  // Counts.
  static std::size_t least(const descriptor& element) {
    return std::max<std::size_t>(form_of(element).size, 1);
  }
  bool holds(const bounds& range, std::size_t ahead);
  std::size_t take_elements(const descriptor& element) {
    return r.elements(take_count("max_count"), least(element));
  }
  template <class Array>
  std::optional<part> take_part(const Array& array, std::uint64_t most, const void* self);
  std::size_t take_length(std::uint64_t most, std::size_t width);
  std::size_t take_whole_length(std::size_t width);
  void get_characters(const descriptor& character, void* first, std::size_t length);
  void require_terminator(const void* first, std::size_t length, std::size_t width);
  void clear_around(const array_descriptor& d, void* first, part read);
  std::size_t take_max_count(const descriptor& d);
  static std::size_t open_extent(const descriptor& d, std::size_t count);
  static bool is_sparse(const descriptor& d);

  // Unions and classes of the standard library.
  void get_switched(const union_descriptor& d, void* value, const void* self);
  void get_tag(const union_descriptor& d, const char* name, void* tag);
  void get_arm(const union_descriptor& d, void* value, std::int64_t tag, checked before);
  void get_encapsulated(const encapsulated_descriptor& d, void* value);
  void get_variant(const variant_descriptor& d, void* value, const void* self);
  void get_sequence(const sequence_descriptor& d, void* value, const void* self);
  void get_text(const text_descriptor& d, void* value);
  void get_deletions(object_table& table);
  template <class Use>
  void receive(const presented_descriptor& d, void* value, Use use);
  // Client: every pointer in an object that is about to be overwritten as a whole is lost.
  void lose(const descriptor& d, const void* value, const char* name, const void* self);
  void lose_arm(const union_descriptor& d, const void* value, std::int64_t tag);

  [[nodiscard]] auto enter(std::string_view name) {
    if constexpr (tracing) {
      return r.traced()->enter(name);
    } else {
      return 0;
    }
  }
  [[nodiscard]] auto enter_element(std::uint64_t i) {
    if constexpr (tracing) {
      return r.traced()->enter('[' + std::to_string(i) + ']');
    } else {
      return 0;
    }
  }

  reader& r;
  work_list<deferred> work_;
  const void* frame_ = nullptr;  // of the parameter that is read
};

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_ENGINE_H
