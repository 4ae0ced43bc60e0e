#ifndef RPC_NDR_MEMBER_H
#define RPC_NDR_MEMBER_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/slot.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <tuple>
#include <type_traits>

// Members of packed structures and unions may lie at any address, where C++ has no reference to
// them. What is read at once is used as an aligned copy; pointers and the elements of open arrays,
// to which the engine comes back, are used as bytes where they are.
namespace rpc::ndr {

/// A T at any address.
template <class T>
struct misplaced {
  std::byte bytes[sizeof(T)];
};

template <class T>
struct misplaced_as {
  using type = misplaced<T>;
};
template <class T>
struct misplaced_as<T[]> {
  using type = typename misplaced_as<T>::type[];
};
template <class T, std::size_t N>
struct misplaced_as<T[N]> {
  using type = typename misplaced_as<T>::type[N];
};

/// Whether a layout says that its type is packed or over-aligned.
template <class Layout>
concept unnatural = requires { requires !Layout::natural_layout; };

/// Whether the engine comes back to an object of this type after the object itself: for what its
/// pointers point to, or for expressions over its members. Classes of other libraries are in no
/// place where this is asked.
template <class T>
struct revisited;
template <class T>
  requires std::is_scalar_v<T>
struct revisited<T> : std::bool_constant<std::is_pointer_v<T>> {};
template <class T, std::size_t N>
struct revisited<T[N]> : revisited<T> {};
template <class T>
struct revisited<T[]> : revisited<T> {};
template <class T, std::size_t N>
struct revisited<std::array<T, N>> : revisited<T> {};
template <class Member>
struct member_revisited
    : std::disjunction<std::bool_constant<expressions<typename Member::shape>::any>,
                       revisited<typename Member::type>> {};
template <class Arm>
  requires requires { requires Arm::empty; }
struct member_revisited<Arm> : std::false_type {};
template <class Members>
struct any_revisited;
template <template <class...> class List, class... Member>
struct any_revisited<List<Member...>> : std::disjunction<member_revisited<Member>...> {};
template <class T>
  requires std::is_class_v<T> && requires { typename layout<T>::members; }
struct revisited<T> : any_revisited<typename layout<T>::members> {};
template <class T>
  requires std::is_union_v<T> && requires { typename layout<T>::arms; }
struct revisited<T> : any_revisited<typename layout<T>::arms> {};

/// Whether a member of T may be misaligned.
template <class T, class Member>
constexpr bool may_be_misplaced = alignof(std::remove_all_extents_t<Member>) > 1 &&
                                  (unnatural<layout<T>> ||
                                   alignof(T) < alignof(std::remove_all_extents_t<Member>));

/// offsetof, for a pointer to a member.
template <class Field, class T>
std::size_t offset_of_member() {
  alignas(alignof(T)) static constexpr std::byte probe[sizeof(T)]{};
  const auto& object = reinterpret_cast<const T&>(probe);
  return static_cast<std::size_t>(reinterpret_cast<const std::byte*>(&(object.*Field::member)) -
                                  probe);
}

/// Calls `use` with a member of `object`, or with a copy of it if it may be misaligned, and
/// keeps what `use` makes of it.
template <class Field, class T, class Use>
void with_member(T& object, Use&& use) {
  using type = typename Field::type;
  using element = std::remove_all_extents_t<type>;
  using byte = std::conditional_t<std::is_const_v<T>, const std::byte, std::byte>;
  [[maybe_unused]] byte* const address =
      reinterpret_cast<byte*>(&object) + offset_of_member<Field, std::remove_const_t<T>>();
  if constexpr (!may_be_misplaced<std::remove_const_t<T>, type>) {
    use(object.*Field::member);
  } else if constexpr (std::is_pointer_v<element> ||
                       (open_ended<codec<typename Field::shape, type>> && std::is_array_v<type>)) {
    using bytes = typename misplaced_as<type>::type;
    if constexpr (std::is_const_v<T>) {
      use(reinterpret_cast<const bytes&>(*address));
    } else {
      use(reinterpret_cast<bytes&>(*address));
    }
  } else if constexpr (revisited<type>::value || open_ended<codec<typename Field::shape, type>>) {
    static_assert(alignof(element) <= alignof(T), "what holds pointers must be packed as well");
    use(object.*Field::member);
  } else {
    type copy;
    std::memcpy(&copy, address, sizeof copy);
    use(copy);
    if constexpr (!std::is_const_v<T>) std::memcpy(address, &copy, sizeof copy);
  }
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_MEMBER_H
