#ifndef RPC_NDR_STRUCTURE_H
#define RPC_NDR_STRUCTURE_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/member.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/writer.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <tuple>
#include <type_traits>
#include <utility>

namespace rpc::ndr {

/// Computes the form of a structure from the forms of its members in turn, and how far wire and
/// memory have come.
struct structure_form {
  form whole{.in_place = true, .verbatim = true, .dense = true};
  std::size_t last = 0;    // begin of the last member in memory, where it lies naturally
  std::size_t memory = 0;  // and its end

  constexpr void add(const form& member, std::size_t size, std::size_t alignment) {
    // After a member of unknown size only the least size counts, and no padding.
    const bool exact = whole.fixed && member.fixed;
    const std::size_t at = exact ? align_up(whole.size, member.alignment) : whole.size;
    last = align_up(memory, alignment);
    whole.dense = whole.dense && member.dense && at == whole.size;
    whole.in_place =
        whole.in_place && member.in_place && align_up(whole.size, member.alignment) == last;
    whole.verbatim = whole.verbatim && member.verbatim;
    whole.fixed = exact;
    whole.alignment = std::max(whole.alignment, member.alignment);
    whole.size = at + member.size;
    memory = last + size;
  }

  /// Of the structure as a whole, which takes `size` bytes in memory, aligned to `boundary`.
  /// `open`: it ends in a conformant array, itself or in a structure, whose elements begin at
  /// `elements`.
  template <class S>
  [[nodiscard]] constexpr form finish(bool natural, bool open, std::size_t elements,
                                      std::size_t size, std::size_t boundary) const {
    form f = whole;
    // The gap after the last member (MS-RPCE 2.2.5.3.4.1). Of an open structure it comes before the
    // elements, which are at their place in memory if the gap is empty.
    if (S::trailing_gaps && open) f.in_place = f.in_place && elements % f.alignment == 0;
    if (S::trailing_gaps && f.fixed) {
      f.dense = f.dense && f.size % f.alignment == 0;
      f.size = align_up(f.size, f.alignment);
    }
    f.in_place = f.in_place && natural && (open || f.size == size) && f.alignment == boundary;
    f.verbatim = f.verbatim && f.in_place;
    f.dense = f.dense && f.in_place && f.fixed;
    return f;
  }
};

/// A structure: its members in order, aligned to the widest of them (C706 14.3.6).
template <class T>
  requires std::is_class_v<T> && (!encapsulated<layout<T>>)
struct codec<plain, T> {
 private:
  template <class Fields>
  struct members;
  template <class... F>
  struct members<fields<F...>> {
    static_assert(sizeof...(F) > 0, "a structure without members has no wire form");
    using last = std::tuple_element_t<sizeof...(F) - 1, std::tuple<F...>>;

    template <class Use>
    static constexpr void each(Use&& use) {
      (void)detail::in_turn{0, (use(F{}), 0)...};
    }
  };
  using all = members<typename layout<T>::members>;
  using last = typename all::last;
  template <class Field>
  using member_codec = codec<typename Field::shape, typename Field::type>;
  template <class Field>
  static constexpr std::size_t member_size() {
    if constexpr (std::is_unbounded_array_v<typename Field::type>) {
      return 0;
    } else {
      return sizeof(typename Field::type);
    }
  }

  template <class S>
  static constexpr structure_form members_form = [] {
    structure_form f;
    all::each([&]<class Field>(Field) {
      f.add(member_codec<Field>::template wire<S>, member_size<Field>(),
            alignof(std::remove_all_extents_t<typename Field::type>));
    });
    return f;
  }();

 public:
  static constexpr bool open = open_ended<member_codec<last>>;

  // Of structures that end in a conformant array, or in such a structure: where its elements begin.
  template <class S>
  static constexpr std::size_t elements_offset = [] {
    if constexpr (open)
      return members_form<S>.last + member_codec<last>::template elements_offset<S>;
    return std::size_t{0};
  }();

  template <class S>
  static constexpr form wire = members_form<S>.template finish<S>(
      !unnatural<layout<T>>, open, elements_offset<S>, sizeof(T), alignof(T));

  // Of structures that end in a conformant array, or in such a structure.

  template <class Self>
  static checked open_count(const T& value, const Self&) {
    return member_codec<last>::open_count(value.*last::member, value);
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_STRUCTURE_H
