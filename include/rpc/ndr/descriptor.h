#ifndef RPC_NDR_DESCRIPTOR_H
#define RPC_NDR_DESCRIPTOR_H

#include <rpc/context.h>
#include <rpc/memory.h>
#include <rpc/ndr/checked.h>
#include <rpc/ndr/direct.h>
#include <rpc/ndr/expression.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/objects.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/syntax.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace rpc::ndr {

class reader;
class writer;

// How the types of an interface travel, as data: constants that the headers of describe/ make of
// shapes and layouts, and that the engines in librpcrt execute. So what an interface adds to a
// program are tables, and code only where a C++ class has to be asked.
//
// Their namespace has the number of rpc::stubs_format. It is a part of the symbols of the engines,
// so that stubs do not link with a librpcrt that takes the tables for something else.
inline namespace stubs_format_3 {

/// What a descriptor describes, which tells its class.
enum class construct : std::uint8_t {
  number,        ///< descriptor: on the wire as in memory
  boolean,       ///< descriptor
  enumeration,   ///< integer_descriptor
  int3264,       ///< integer_descriptor
  ranged,        ///< ranged_descriptor: [range]
  ignored,       ///< descriptor: the slot of a pointer
  pointer,       ///< pointer_descriptor
  holder,        ///< holder_descriptor: a class in place of a pointer
  shared,        ///< shared_descriptor: std::shared_ptr
  context,       ///< context_descriptor
  structure,     ///< structure_descriptor
  array,         ///< array_descriptor: a fixed number of elements
  varying,       ///< array_descriptor: of which a part travels
  characters,    ///< array_descriptor: up to a terminator
  tail,          ///< array_descriptor: of a conformant structure
  varying_tail,  ///< array_descriptor: of which a part travels
  string_tail,   ///< array_descriptor: up to a terminator
  switched,      ///< union_descriptor: the discriminant is an expression
  encapsulated,  ///< encapsulated_descriptor
  variant,       ///< variant_descriptor
  sequence,      ///< sequence_descriptor: std::vector, std::span
  text,          ///< text_descriptor: std::basic_string and its view
  presented,     ///< presented_descriptor
  deletions,     ///< descriptor: of an object_table
};

/// Constructs objects that own memory, to be destroyed with the arena; null if that is used up.
using constructor = void* (*)(arena& owner, void* memory, std::size_t count);

/// What a number is, for texts.
enum class number_kind : std::uint8_t { none, with_sign, without_sign, floating, character, octet };

/// How objects of one shape and C++ type travel.
struct descriptor {
  construct kind;
  number_kind number = number_kind::none;
  form wire[2];               ///< by syntax
  std::size_t size = 0;       ///< in memory, in bytes; 0 where the type has none
  std::size_t alignment = 1;  ///< in memory, in bytes

  [[nodiscard]] constexpr const form& in(syntax s) const {
    return wire[static_cast<std::size_t>(s)];
  }
};

/// An integer whose wire form may be narrower: an enumeration of values from `low` to `high`, or
/// [int3264].
struct integer_descriptor : descriptor {
  bool is_signed;  ///< in memory
  std::int64_t low = 0;
  std::int64_t high = 0;
  /// The name of an enumerator of `of`, or null; null: they have no names.
  const char* (*name)(const integer_descriptor& of, std::int64_t value) = nullptr;
};

/// An integer that receivers refuse outside `low` to `high`: [range].
struct ranged_descriptor : descriptor {
  const descriptor* base;
  checked (*read)(const void* value);
  std::int64_t low, high;
};

/// [range] on an array.
struct bounds {
  bool given = false;
  std::int64_t low = 0, high = 0;
};

/// What a pointer points to.
enum class referent_kind : std::uint8_t {
  object,              ///< one object
  array,               ///< `count` objects, without counts on the wire
  conformant,          ///< as many as `size` says
  varying,             ///< of `count` objects those that `first` and `length` say
  conformant_varying,  ///< of `size` objects those that `first` and `length` say
  string,              ///< up to a terminator
  sized_string,        ///< up to a terminator, in storage of `size` characters
  fixed_string,        ///< up to a terminator, in storage of `count` characters
};

struct referent_descriptor {
  referent_kind kind;
  const descriptor* element;
  std::uint64_t count = 0;
  correlated size{};
  correlated length{};
  correlated first{};              ///< no expression: 0
  const void* identity = nullptr;  ///< what full pointers know the type by: object_type
  bool in_frame = false;           ///< expressions are over a frame, whose members come later
  bool may_be_missing = false;     ///< [disable_consistency_check]
  bounds range{};
  bool allocated = false;  ///< `how` is said
  allocation how = allocation::as_needed;
  constructor make = nullptr;  ///< null: bytes are objects
  /// Of a class in place of a pointer: a new object in it, or null and a failure.
  void* (*fill)(reader&, void* holder) = nullptr;
};

enum class pointer_kind : std::uint8_t { ref, unique, full };

struct pointer_descriptor : descriptor {
  pointer_kind of_class;
  bool constant;  ///< the pointee is const
  const referent_descriptor* to;
};

struct holder_descriptor : descriptor {
  bool nullable;
  bool is_object;                           ///< what it holds is the holder itself, and there
  const void* (*look)(const void* holder);  ///< what it holds; null where it is empty
  void (*clear)(void* holder);              ///< as after reading a null
  const referent_descriptor* to;
};

struct shared_descriptor : descriptor {
  const void* (*look)(const void* holder);
  /// Whether the table keeps the object from now on; false if no memory is left.
  bool (*own)(object_table&, known_object&, const void* holder);
  void (*clear)(void* holder);
  /// A new object; false and a failure if the budget is used up.
  bool (*fill)(reader&, void* holder);
  void (*share)(void* holder, const known_object& object);  ///< holds what `object` has
  const referent_descriptor* to;
};

struct context_descriptor : descriptor {
  const context_use* use;
};

/// What is done for a member of a structure of fixed form, or for several at once.
enum class action : std::uint8_t {
  copy4,    ///< 4 bytes are copied
  copy8,    ///< 8 bytes
  copy,     ///< `size` bytes
  clear,    ///< `size` bytes are zero
  pointer,  ///< a [ref] or [unique] pointer: a pointer_descriptor
  member,   ///< whatever its descriptor says
};

/// One step through a structure, at places that are known before.
struct step {
  action what = action::member;
  std::uint32_t wire = 0;              ///< offset
  std::uint32_t memory = 0;            ///< offset, unless `place` tells it
  std::uint32_t size = 0;              ///< bytes that are copied or cleared
  const descriptor* member = nullptr;  ///< null: bytes are copied or cleared
  const char* name = nullptr;          ///< of the member
  std::size_t (*place)() = nullptr;    ///< of structures that do not lie naturally in memory
};

struct sequence_descriptor;
struct text_descriptor;

/// What a column points to. None of it has pointers.
enum class column_kind : std::uint8_t {
  string,    ///< characters up to a terminator, behind a pointer
  array,     ///< numbers behind a pointer
  sequence,  ///< std::vector, std::span
  text,      ///< std::basic_string and its view
};

/// A member that points to something, of structures all of whose members are copied or such.
struct column {
  column_kind kind = column_kind::array;
  bool required = false;       ///< a [ref] pointer
  std::uint32_t wire[2] = {};  ///< by syntax: offset of the referent id
  std::uint32_t memory = 0;    ///< offset of the pointer, or of what is in its place
  std::size_t width = 1;       ///< of an element, in bytes
  std::size_t alignment = 1;   ///< of the elements on the wire
  std::size_t memory_alignment = 1;
  const referent_descriptor* to = nullptr;
  const sequence_descriptor* sequence = nullptr;
  const text_descriptor* text = nullptr;
  const char* name = nullptr;  ///< of the member

  [[nodiscard]] constexpr bool is_pointer() const {
    return kind == column_kind::string || kind == column_kind::array;
  }
};

struct structure_descriptor : descriptor {
  std::span<const step> members[2];  ///< each one, by syntax; offsets on the wire if that is fixed
  std::span<const step> steps[2];    ///< by syntax, where the form is fixed
  bool open;                         ///< it ends in a conformant array, itself or in a structure
  bool simple;  ///< of fixed form, and all that is pointed to is described by `pointers`
  std::span<const step> pointers;   ///< the last first
  bool has_expressions;             ///< over its members
  std::span<const column> columns;  ///< none: there are other members too, or none that point
  direct_put put[2] = {};           ///< by syntax; null: there is no such code
  direct_get get[2] = {};
};

/// The elements of an array in place, and what tells their number.
struct array_descriptor : descriptor {
  const descriptor* element;
  std::uint64_t count = 0;
  correlated length{};
  correlated first{};
  correlated total{};  ///< of tails: the elements that there are
  bounds range{};
};

/// An arm of a union, or an alternative of a std::variant.
struct arm_descriptor {
  const char* name = nullptr;
  const descriptor* member = nullptr;            ///< null: no data
  std::span<const std::int64_t> selection = {};  ///< the discriminants that select it
  bool any_other = false;                        ///< [default]
};

struct union_descriptor : descriptor {
  const descriptor* tag;
  checked (*read_tag)(const void* value);  ///< of a discriminant in memory
  std::int64_t low, high;                  ///< values that the discriminant can have
  bool widest;                             ///< NDR20 aligns the arm to the widest: [ms_union]
  std::span<const arm_descriptor> arms;
  correlated selector{};  ///< of a non-encapsulated union
};

struct encapsulated_descriptor : descriptor {
  step tag, choice;  ///< where they are
  union_descriptor of;
};

struct variant_descriptor : descriptor {
  std::size_t (*index)(const void* variant);           ///< std::variant_npos: it has no value
  const void* (*get)(const void* variant);             ///< the value
  void* (*emplace)(void* variant, std::size_t index);  ///< a new value
  std::span<const descriptor* const> alternatives;     ///< null: std::monostate
};

/// The elements of a sequence, which lie one after the other.
struct sequence_view {
  const void* first;
  std::size_t count;
};
/// Sequences, each so many bytes after the one before.
struct sequence_rows {
  const void* first;
  std::size_t stride;
  std::size_t count;
};
struct sequence_descriptor : descriptor {
  const descriptor* element;
  sequence_view (*look)(const void* sequence);
  /// The same of `rows`, in order.
  void (*look_at_rows)(const sequence_rows& rows, sequence_view* found);
  /// What `rows` hold from now on: copies, or in a std::span the elements themselves. Null: of a
  /// vector whose elements are not bytes.
  void (*set_rows)(const sequence_rows& rows, const sequence_view* elements);
  void* (*resize)(void* sequence, std::size_t count);             ///< of a vector: new elements
  void (*refer)(void* sequence, void* first, std::size_t count);  ///< of a std::span
  constructor make;    ///< of elements that a std::span refers to; null: bytes are objects
  correlated total{};  ///< elements of a std::span with size_is
};

struct text_descriptor : descriptor {
  const descriptor* character;
  std::span<const std::byte> (*bytes)(const void* text);
  void* (*resize)(void* text, std::size_t count);  ///< of a string: its characters
  void (*assign)(void* text, const void* first, std::size_t count);  ///< of a string: copies
  void (*refer)(void* text, void* first, std::size_t count);  ///< of a std::basic_string_view
};

/// What a conversion gives its wire form to.
struct wire_user {
  void (*use)(const wire_user&, const void* wire);
};
struct presented_descriptor : descriptor {
  /// Converts the value; the wire form exists until `user` has used it, or the message is written.
  void (*convert)(writer&, const void* value, const wire_user& user);
  /// Lets `user` read a wire form, of which it makes the value now or when all has been read.
  void (*receive)(reader&, void* value, const wire_user& user);
  const descriptor* as;
};

/// How a parameter travels at the top level.
enum class parameter_kind : std::uint8_t {
  value,           ///< as anywhere else
  passed,          ///< a pointer that may be null, which is the caller's own
  reference,       ///< [ref]: no referent id, the referent comes in place
  reseatable,      ///< a reference to a pointer
  partial_ignore,  ///< of the request only whether it is null
  pipe,            ///< in chunks
};

struct parameter_descriptor {
  const char* name;
  parameter_kind kind;
  bool is_in, is_out, is_result;
  const descriptor* of = nullptr;           ///< null: a reference
  const referent_descriptor* to = nullptr;  ///< of a pointer
  correlated byte_count{};                  ///< [byte_count]
};

/// Whether a parameter must point to something.
constexpr bool demands(const parameter_descriptor& p) {
  return p.kind == parameter_kind::reference || p.kind == parameter_kind::reseatable ||
         p.kind == parameter_kind::pipe;
}

/// An operation: its parameters in order, with their places in a frame.
struct frame_descriptor {
  const char* interface;  ///< null: it belongs to none
  const char* name;       ///< as declared
  std::uint16_t opnum;
  bool has_contexts;     ///< there are context handles among the parameters
  bool demands = true;   ///< some parameters must not be null
  bool prepares = true;  ///< servers prepare memory for some results
  std::span<const parameter_descriptor> parameters;
  void (*locate)(const void* frame, const void** places);
  std::span<const expression> sizes;  ///< that tell how much room there is for results
  /// What the full pointers of a call point to; null: it has none.
  object_table& (*objects)(const void* frame);
  bool numbers_in = false;   ///< all [in] parameters are numbers, or [ref] pointers to one
  bool numbers_out = false;  ///< the same of the others
};

}  // namespace stubs_format_3

/// Writes the parameters of a direction, but for pipes. The writer has failed where one of them
/// cannot travel.
void put_parameters(writer& w, const frame_descriptor& of, const void* frame, bool request);
/// Writes an object by itself, with all that it points to.
void put_object(writer& w, const referent_descriptor& of, const void* object);
void put_value(writer& w, const descriptor& of, const void* value);
/// Writes a chunk of a pipe: the elements and their number.
void put_chunk(writer& w, const descriptor& element, const void* first, std::size_t count);
/// Ends a pipe: a chunk without elements.
void put_pipe_end(writer& w);

/// Reads the parameters of a direction, but for pipes, and checks all correlations. The reader has
/// failed where the message breaks a rule.
void get_parameters(reader& r, const frame_descriptor& of, void* frame, bool request);
/// Reads an object by itself into the pointer at `place`, with all that it points to.
void get_object(reader& r, const referent_descriptor& to, void* place);
void get_value(reader& r, const descriptor& of, void* value);

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIPTOR_H
