#ifndef RPC_NDR_DESCRIBE_PARAMETERS_H
#define RPC_NDR_DESCRIBE_PARAMETERS_H

#include <rpc/ndr/describe/arrays.h>
#include <rpc/ndr/describe/standard.h>
#include <rpc/ndr/describe/structures.h>
#include <rpc/ndr/describe/unions.h>
#include <rpc/ndr/parameters.h>
#include <rpc/operation.h>

#include <array>

namespace rpc::ndr {

template <class Shape, class T, class Frame>
struct described_parameter {
  static constexpr parameter_kind kind = parameter_kind::value;
  static constexpr const descriptor* of = &description<Shape, T, Frame>::value;
  static constexpr const referent_descriptor* to = nullptr;
};
template <class Pointee, class T, class Frame>
struct described_parameter<ref<Pointee>, T*, Frame> {
  static constexpr parameter_kind kind = parameter_kind::reference;
  static constexpr const descriptor* of = nullptr;
  static constexpr const referent_descriptor* to = &referent_description<Pointee, T, Frame>::value;
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
};

template <class Frame, class P>
constexpr parameter_descriptor describe_parameter() {
  using of = described_parameter<typename P::shape, typename P::type, Frame>;
  return {P::name, of::kind, P::is_in, P::is_out, of::of, of::to};
}
template <class Frame, class... P>
constexpr auto describe_parameters(parameters<P...>) {
  return std::array<parameter_descriptor, sizeof...(P)>{describe_parameter<Frame, P>()...};
}
template <class Frame>
inline constexpr auto parameters_of =
    describe_parameters<Frame>(typename operation<Frame>::parameters{});

template <class Frame>
void locate(const void* frame, const void** places) {
  operation<Frame>::parameters::each(
      [&]<class P>(P) { *places++ = &(static_cast<const Frame*>(frame)->*P::member); });
}

/// The descriptor of an operation, by its frame.
template <class Frame>
inline constexpr frame_descriptor described_frame{parameters_of<Frame>, &locate<Frame>};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_PARAMETERS_H
