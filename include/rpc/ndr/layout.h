#ifndef RPC_NDR_LAYOUT_H
#define RPC_NDR_LAYOUT_H

#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/name.h>
#include <rpc/ndr/shape.h>

#include <cstdint>
#include <limits>
#include <type_traits>

namespace rpc::ndr {

/// What generated code says about one type of an interface. A specialisation has,
///
/// for a structure:    using type = T;  using members = fields<...>;
///                     static constexpr bool natural_layout = false;   // packed, alignas
///                     static constexpr bool encapsulated = true;      // only if so, and then
///                     members = fields<discriminant, union>
/// for a union:        using type = T;  using tag = ...;  using arms = ndr::arms<...>;
///                     static constexpr bool ms_union = true;          // only if so
/// for an enumeration: using wire = enum16<...> or enum32<...>;
template <class T>
struct layout;

/// Whether a layout is that of an encapsulated union (C706 14.3.8), a structure in C++.
template <class Layout>
concept encapsulated = requires { requires Layout::encapsulated; };

/// An enumeration of 16 bits in NDR20, 0 to 32767, and of 32 in NDR64 (C706 14.2.6, MS-RPCE
/// 2.2.5.2). A type without a fixed underlying type gives the values that C++ lets it hold.
template <std::int64_t Low = std::numeric_limits<std::int64_t>::min(),
          std::int64_t High = std::numeric_limits<std::int64_t>::max()>
struct enum16 {};

/// An enumeration of 32 bits: [v1_enum].
template <std::int64_t Low = std::numeric_limits<std::int64_t>::min(),
          std::int64_t High = std::numeric_limits<std::int64_t>::max()>
struct enum32 {};

/// The class and the type that a pointer to a data member speaks of.
template <class Member>
struct member_traits;
template <class C, class T>
struct member_traits<T C::*> {
  using owner = C;
  using type = T;
};

/// One member of a structure.
template <name Name, auto Member, class Shape = plain>
struct field {
  static constexpr const char* name = Name.text;
  static constexpr auto member = Member;
  using type = std::remove_const_t<typename member_traits<decltype(Member)>::type>;
  using shape = Shape;
};

/// The members of a structure in order of declaration.
template <class... Fields>
struct fields {};

/// The discriminants that select an arm.
template <auto... Values>
struct cases {
  static constexpr bool contain(std::int64_t tag) {
    bool found = false;
    (void)detail::in_turn{0, (found |= static_cast<std::int64_t>(Values) == tag, 0)...};
    return found;
  }
};

/// Every discriminant that no other arm has.
struct any_other {
  static constexpr bool contain(std::int64_t) { return true; }
};

/// One arm of a union, selected by Cases.
template <class Cases, name Name, auto Member, class Shape = plain>
struct arm : field<Name, Member, Shape> {
  using selection = Cases;
  static constexpr bool empty = false;
};

/// An arm without data: a member of type rpc::none.
template <class Cases>
struct empty_arm {
  using selection = Cases;
  static constexpr bool empty = true;
};

/// [default].
template <name Name, auto Member, class Shape = plain>
using default_arm = arm<any_other, Name, Member, Shape>;

/// [default] without data.
using empty_default = empty_arm<any_other>;

/// The arms of a union; a default comes last.
template <class... Arms>
struct arms {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_LAYOUT_H
