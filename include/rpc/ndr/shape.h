#ifndef RPC_NDR_SHAPE_H
#define RPC_NDR_SHAPE_H

#include <rpc/ndr/name.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace rpc::ndr {

// Shapes say how an object of a C++ type travels where the type alone does not tell. They are
// what generated code gives as the shape of a member; the default is `plain`. `Size` and `Tag` are
// static functions of the enclosing layout or operation, `checked (*)(const type& self)`.
//
// A template over shapes has a case for each, or for each of the kinds that follow, and none for
// all others: where it has no case for a shape it does not compile.

/// No expression tells how many objects there are.
struct uncounted {};
/// Nor has the object parts with shapes over the same `Self`.
struct atomic : uncounted {};
/// A pointer, and the shape of its pointee.
template <class Pointee>
struct pointing : uncounted {
  using pointee = Pointee;
};
/// More about an object of another shape, which it travels as.
template <class Shape>
struct qualifying {
  using qualified = Shape;
};

template <class Shape>
concept uncounted_shape = std::is_base_of_v<uncounted, Shape>;
template <class Shape>
concept atomic_shape = std::is_base_of_v<atomic, Shape>;
template <class Shape>
concept pointer_shape = requires { typename Shape::pointee; };
template <class Shape>
concept qualifying_shape = requires { typename Shape::qualified; };

/// As the type says: a scalar, an enumeration or structure by its layout, an array of such.
struct plain : atomic {};

/// An integer or enumeration that the receiver refuses outside Low to High, both included
/// (MIDL [range]).
template <std::int64_t Low, std::int64_t High>
struct range : atomic {};

/// An integer of 64 bits that travels in 32 under NDR20 (__int3264): [int3264].
struct int3264 : atomic {};

/// A pointer whose value does not travel: [ignore]. It travels as a null pointer.
struct ignored : atomic {};

/// A pointer that is never null: [ref]. No referent id as a parameter, one when embedded
/// (C706 14.3.10 and 14.3.12).
template <class Pointee = plain>
struct ref : pointing<Pointee> {};

/// A pointer that may be null and has no alias: [unique].
template <class Pointee = plain>
struct unique : pointing<Pointee> {};

/// A pointer that may be null and have aliases, in cycles too: [ptr].
template <class Pointee = plain>
struct full : pointing<Pointee> {};

/// How a server's stub allocates a pointee, where a program decides it.
enum class allocation : std::uint8_t {
  as_needed,  ///< or not at all, where the message holds it
  separate,   ///< [force_allocate]: a block that the implementation may free or reallocate
  together,   ///< [allocate(all_nodes)]: never in the message, with all that it points to
  kept,  ///< [allocate(dont_free)]: separate blocks that outlive the call, as all that they point
         ///< to
};

constexpr bool concerns_all_nodes(allocation how) {
  return how == allocation::together || how == allocation::kept;
}

/// The pointee of a pointer with such an attribute.
template <allocation How, class Pointee = plain>
struct allocated : qualifying<Pointee> {};

/// The pointee of a [ref] parameter, with all that it points to: a client puts it into the Bytes
/// bytes there, a server's implementation gets as many: [byte_count]. Bytes is a function as Size
/// is.
template <auto Bytes, class Pointee = plain>
struct byte_count : qualifying<Pointee> {};

/// A [unique] parameter of which the request says whether it is null, and only the response what
/// it points to: [partial_ignore].
template <class Pointee = plain>
struct partial_ignore : pointing<Pointee> {};

/// A parameter `T*&`: travels as [ref] does; the callee may replace the pointee, and the client
/// receives new memory. The frame holds a `T**`.
template <class Pointee = plain>
struct reseatable : pointing<Pointee> {};

/// An array of N elements: no counts on the wire (C706 14.3.3.1). As a pointee it is the N
/// objects from there on.
template <std::size_t N, class Element = plain>
struct fixed : uncounted {};

/// An array whose number of elements Size tells: max_count, then the elements (C706 14.3.3.2).
/// A pointee, or the last member of a structure, which hoists max_count (14.3.6).
template <auto Size, class Element = plain>
struct conformant {};

/// A std::vector or std::span, which knows its own number of elements: max_count, then the
/// elements (C706 14.3.3.2).
template <class Element = plain>
struct counted : uncounted {};

/// A std::variant, by the shapes of its alternatives: its index, then the alternative that it
/// holds (C706 14.3.8).
template <class... Alternatives>
struct alternatives : uncounted {};

/// An object that travels as a Wire of the shape, made by rpc::wire_form: [transmit_as].
template <class Wire, class Shape = plain>
struct presented : atomic {};

/// An array of N elements of which Length travel, from element First on: [length_is], [first_is].
/// Offset, actual_count, then these elements (C706 14.3.3.3). First is nullptr where it is always
/// 0. As a pointee it is the N objects from there on.
template <std::size_t N, auto Length, auto First = nullptr, class Element = plain>
struct varying {};

/// The same of an array whose number of elements Size tells: max_count, offset, actual_count, the
/// elements that travel (C706 14.3.3.4). Used where a conformant array is.
template <auto Size, auto Length, auto First = nullptr, class Element = plain>
struct conformant_varying {};

/// Characters up to and including a zero: [string]. As a pointee it is conformant and
/// varying (C706 14.3.4.2), in an array `C[N]` it is varying (14.3.4.1).
struct string : atomic {};

/// The same in storage of Size elements, as a pointee or as the last member of a structure:
/// [string, size_is].
template <auto Size>
struct sized_string {};

/// The pointee of a pointer to storage of N characters: a parameter `[string] C s[N]`, which
/// travels as the array `C[N]` does.
template <std::size_t N>
struct fixed_string : uncounted {};

/// An array whose size the receiver refuses outside Low to High, both included: [range] on an array
/// or string. The size is max_count; the actual_count of strings without size_is and of arrays
/// T[N].
template <std::int64_t Low, std::int64_t High, class Array>
struct bounded : qualifying<Array> {};

/// An array for which a null pointer may stand although its size is not zero:
/// [disable_consistency_check].
template <class Array>
struct disable_consistency_check : qualifying<Array> {};

/// The referent of a parameter of type rpc::pipe<T>&: elements of the shape in chunks, after all
/// other [in] data or before all other [out] data (C706 14.3.9, MS-RPCE 2.2.5.3.4.5).
template <class Element = plain>
struct pipe : atomic {};

/// What the implementation has released of the pointees of full pointers, an [out] parameter
/// that is the frame's object_table: [reflect_deletions].
struct deletions : atomic {};

/// A union whose discriminant is Tag: [switch_is] (C706 14.3.8).
template <auto Tag>
struct switched : uncounted {};

/// What makes a context handle differ from one that is [in] and used by one call at a time.
enum class context_trait : std::uint8_t {
  nullable,  ///< it may be null, for it is [out] or returned
  shared,    ///< [context_handle_noserialize]
};

/// A pointer of the server's for which a client has a handle: [context_handle]. Type is the alias
/// that it is declared with; contexts of one type are taken for no other.
template <name Type, context_trait... Traits>
struct context_handle : atomic {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_SHAPE_H
