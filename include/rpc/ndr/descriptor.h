#ifndef RPC_NDR_DESCRIPTOR_H
#define RPC_NDR_DESCRIPTOR_H

#include <rpc/context.h>
#include <rpc/ndr/checked.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/objects.h>
#include <rpc/ndr/syntax.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace rpc::ndr {

class writer;

// How the types of an interface travel, as data: constants that the headers of describe/ make of
// shapes and layouts, and that the engine in librpcrt executes. So what an interface adds to a
// program are tables, and code only where a C++ class has to be asked.

/// A size or discriminant expression over members of the structure or frame at `self`.
using expression = checked (*)(const void* self);

/// What a descriptor describes, which tells its class.
enum class construct : std::uint8_t {
  number,        ///< descriptor: on the wire as in memory
  boolean,       ///< descriptor
  enumeration,   ///< integer_descriptor
  int3264,       ///< integer_descriptor
  ignored,       ///< descriptor: the slot of a pointer
  pointer,       ///< pointer_descriptor
  holder,        ///< holder_descriptor: a class that stands for a pointer
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

/// How objects of one shape and C++ type travel.
struct descriptor {
  construct kind;
  form wire[2];          ///< by syntax
  std::size_t size = 0;  ///< in memory, in bytes; 0 where the type has none

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
  expression size = nullptr;
  expression length = nullptr;
  expression first = nullptr;      ///< null: 0
  const void* identity = nullptr;  ///< what full pointers know the type by: object_type
};

enum class pointer_kind : std::uint8_t { ref, unique, full };

struct pointer_descriptor : descriptor {
  pointer_kind of_class;
  bool constant;  ///< the pointee is const
  const referent_descriptor* to;
};

struct holder_descriptor : descriptor {
  bool nullable;
  const void* (*look)(const void* holder);  ///< what it holds; null where it is empty
  const referent_descriptor* to;
};

struct shared_descriptor : descriptor {
  const void* (*look)(const void* holder);
  /// Whether the table keeps the object from now on; false if no memory is left.
  bool (*own)(object_table&, known_object&, const void* holder);
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

struct structure_descriptor : descriptor {
  std::span<const step> members;   ///< each one, without offsets on the wire
  std::span<const step> steps[2];  ///< by syntax, where the form is fixed
  bool open;                       ///< it ends in a conformant array, itself or in a structure
  bool simple;  ///< of fixed form, and all that is pointed to is told by `pointers`
  std::span<const step> pointers;  ///< the last first
};

/// The elements of an array in place, and what tells their number.
struct array_descriptor : descriptor {
  const descriptor* element;
  std::uint64_t count = 0;
  expression length = nullptr;
  expression first = nullptr;
  expression total = nullptr;  ///< of tails: the elements that there are
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
  std::int64_t low, high;  ///< values that the discriminant can have
  bool widest;             ///< NDR20 aligns the arm to the widest of all: [ms_union]
  std::span<const arm_descriptor> arms;
  expression selector = nullptr;  ///< of a non-encapsulated union
};

struct encapsulated_descriptor : descriptor {
  step tag, choice;                        ///< where they are
  checked (*read_tag)(const void* value);  ///< of the discriminant in memory
  union_descriptor of;
};

struct variant_descriptor : descriptor {
  std::size_t (*index)(const void* variant);        ///< std::variant_npos: it has no value
  const void* (*get)(const void* variant);          ///< the value
  std::span<const descriptor* const> alternatives;  ///< null: std::monostate
};

struct sequence_descriptor : descriptor {
  const descriptor* element;
  std::size_t (*count)(const void* sequence);
  const void* (*data)(const void* sequence);
  expression total = nullptr;  ///< elements of a std::span with size_is
};

struct text_descriptor : descriptor {
  const descriptor* character;
  std::span<const std::byte> (*bytes)(const void* text);
};

/// What a conversion gives its wire form to.
struct wire_user {
  void (*use)(const wire_user&, const void* wire);
};
struct presented_descriptor : descriptor {
  /// Converts the value; the wire form exists until `user` has used it, or the message is written.
  void (*convert)(writer&, const void* value, const wire_user& user);
  const descriptor* as;
};

/// How a parameter travels at the top level.
enum class parameter_kind : std::uint8_t {
  value,           ///< as anywhere else
  reference,       ///< [ref]: no referent id, the referent comes in place
  reseatable,      ///< a reference to a pointer
  partial_ignore,  ///< of the request only whether it is null
  pipe,            ///< in chunks
};

struct parameter_descriptor {
  const char* name;
  parameter_kind kind;
  bool is_in, is_out;
  const descriptor* of = nullptr;           ///< null: a reference
  const referent_descriptor* to = nullptr;  ///< of a reference
};

/// The parameters of an operation in order, with their places in a frame.
struct frame_descriptor {
  std::span<const parameter_descriptor> parameters;
  void (*locate)(const void* frame, const void** places);
};

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

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIPTOR_H
