#ifndef RPC_NDR_DESCRIBE_PARAMETERS_H
#define RPC_NDR_DESCRIBE_PARAMETERS_H

#include <rpc/ndr/describe/arrays.h>
#include <rpc/ndr/describe/standard.h>
#include <rpc/ndr/describe/structures.h>
#include <rpc/ndr/describe/unions.h>
#include <rpc/ndr/parameters.h>
#include <rpc/operation.h>

#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <type_traits>

namespace rpc::ndr {

template <class Shape, class T, class Frame>
struct described_parameter {
  static constexpr parameter_kind kind = parameter_kind::value;
  static constexpr const descriptor* of = &description<Shape, T, Frame>::value;
  static constexpr const referent_descriptor* to = nullptr;
  static constexpr correlated byte_count{};
};
template <class Pointee, class T, class Frame>
struct described_parameter<unique<Pointee>, T*, Frame> {
  static constexpr parameter_kind kind = parameter_kind::passed;
  static constexpr const descriptor* of = &description<unique<Pointee>, T*, Frame>::value;
  static constexpr const referent_descriptor* to = &referent_description<Pointee, T, Frame>::value;
  static constexpr correlated byte_count{};
};
template <class Pointee, class T, class Frame>
struct described_parameter<full<Pointee>, T*, Frame> {
  static constexpr parameter_kind kind = parameter_kind::passed;
  static constexpr const descriptor* of = &description<full<Pointee>, T*, Frame>::value;
  static constexpr const referent_descriptor* to = &referent_description<Pointee, T, Frame>::value;
  static constexpr correlated byte_count{};
};
template <class Pointee, class T, class Frame>
struct described_parameter<ref<Pointee>, T*, Frame> {
  static constexpr parameter_kind kind = parameter_kind::reference;
  static constexpr const descriptor* of = nullptr;
  static constexpr const referent_descriptor* to = &referent_description<Pointee, T, Frame>::value;
  static constexpr correlated byte_count{};
};
template <auto Bytes, class Pointee, class T, class Frame>
struct described_parameter<ref<byte_count<Bytes, Pointee>>, T*, Frame>
    : described_parameter<ref<Pointee>, T*, Frame> {
  static constexpr correlated byte_count = expression_of<Bytes, Frame>();
};
template <class Pointee, class T, class Frame>
struct described_parameter<reseatable<Pointee>, T**, Frame>
    : described_parameter<ref<Pointee>, T*, Frame> {
  static constexpr parameter_kind kind = parameter_kind::reseatable;
};
template <class Pointee, class T, class Frame>
struct described_parameter<partial_ignore<Pointee>, T*, Frame>
    : described_parameter<unique<Pointee>, T*, Frame> {
  static constexpr parameter_kind kind = parameter_kind::partial_ignore;
};
template <class Element, class T, class Frame>
struct described_parameter<ref<pipe<Element>>, rpc::pipe<T>*, Frame> {
  static constexpr parameter_kind kind = parameter_kind::pipe;
  static constexpr const descriptor* of = nullptr;
  static constexpr const referent_descriptor* to = nullptr;
  static constexpr correlated byte_count{};
};

template <class Frame, class P>
constexpr parameter_descriptor describe_parameter() {
  using of = described_parameter<typename P::shape, typename P::type, Frame>;
  return {P::name, of::kind, P::is_in, P::is_out, P::is_result, of::of, of::to, of::byte_count};
}
template <class Frame, class... P>
constexpr auto describe_parameters(parameters<P...>) {
  return std::array<parameter_descriptor, sizeof...(P)>{describe_parameter<Frame, P>()...};
}
template <class Frame>
inline constexpr auto parameters_of =
    describe_parameters<Frame>(typename operation<Frame>::parameters{});

constexpr bool prepares(const parameter_descriptor& p) {
  return (p.is_out && !p.is_in && !p.is_result) || p.kind == parameter_kind::partial_ignore;
}
constexpr bool any(std::span<const parameter_descriptor> all,
                   bool (*is)(const parameter_descriptor&)) {
  for (const parameter_descriptor& p : all)
    if (is(p)) return true;
  return false;
}

/// A number, or a [ref] pointer to one.
template <class Shape, class T>
inline constexpr bool is_number = false;
template <class T>
inline constexpr bool is_number<plain, T> =
    (arithmetic<T> && !std::is_same_v<std::remove_cv_t<T>, bool>) ||
    std::is_same_v<std::remove_cv_t<T>, std::byte>;
template <class T>
inline constexpr bool is_number<ref<plain>, T*> = is_number<plain, T>;

template <class... P>
constexpr bool are_numbers(parameters<P...>, [[maybe_unused]] bool in) {
  // No fold: clang limits how many operands one may have.
  for (const bool is : std::initializer_list<bool>{
           true,
           (!(in ? P::is_in : P::is_out) || is_number<typename P::shape, typename P::type>)...})
    if (!is) return false;
  return true;
}

template <class Frame>
void locate(const void* frame, const void** places) {
  operation<Frame>::parameters::each(
      [&]<class P>(P) { *places++ = &(static_cast<const Frame*>(frame)->*P::member); });
}

/// The expressions that tell how much room there is for results.
template <class Frame, class P>
constexpr void add_sizes(auto& list) {
  if constexpr (P::is_out)
    expressions<typename P::shape>::template each<Frame>([&](const expression& e) { list.add(e); });
}
template <class Frame, class... P>
constexpr std::size_t count_sizes(parameters<P...>) {
  struct {
    std::size_t count = 0;
    constexpr void add(const expression&) { ++count; }
  } counted;
  (void)detail::in_turn{0, (add_sizes<Frame, P>(counted), 0)...};
  return counted.count;
}
template <class Frame, class... P>
constexpr auto list_sizes(parameters<P...>) {
  struct {
    std::array<expression, count_sizes<Frame>(parameters<P...>{})> sizes{};
    std::size_t count = 0;
    constexpr void add(const expression& e) { sizes[count++] = e; }
  } listed;
  (void)detail::in_turn{0, (add_sizes<Frame, P>(listed), 0)...};
  return listed.sizes;
}
template <class Frame>
inline constexpr auto sizes_of = list_sizes<Frame>(typename operation<Frame>::parameters{});

/// Whether the operation has full pointers: a member of its frame keeps their objects.
template <class Frame>
concept keeps_objects = requires { operation<Frame>::objects; };

template <class Frame>
constexpr auto objects_of() {
  decltype(frame_descriptor::objects) objects = nullptr;
  if constexpr (keeps_objects<Frame>)
    objects = [](const void* frame) -> object_table& {
      return const_cast<object_table&>(
          static_cast<const Frame*>(frame)->*operation<Frame>::objects);  // mutable
    };
  return objects;
}

template <class Frame>
constexpr bool has_numbers(bool in) {
  return !keeps_objects<Frame> && are_numbers(typename operation<Frame>::parameters{}, in);
}

/// The descriptor of an operation, by its frame.
template <class Frame>
inline constexpr frame_descriptor described_frame{detail::interface_of<Frame>(),
                                                  operation<Frame>::name,
                                                  operation<Frame>::opnum,
                                                  operation<Frame>::parameters::have_contexts,
                                                  any(parameters_of<Frame>, demands),
                                                  any(parameters_of<Frame>, prepares),
                                                  parameters_of<Frame>,
                                                  &locate<Frame>,
                                                  sizes_of<Frame>,
                                                  objects_of<Frame>(),
                                                  has_numbers<Frame>(true),
                                                  has_numbers<Frame>(false)};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_PARAMETERS_H
