#ifndef RPC_NDR_DESCRIBE_STRUCTURES_H
#define RPC_NDR_DESCRIBE_STRUCTURES_H

#include <rpc/ndr/describe/base.h>
#include <rpc/ndr/describe/nodes.h>
#include <rpc/ndr/describe/rows.h>
#include <rpc/ndr/describe/steps.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/structure.h>

#include <span>
#include <type_traits>

namespace rpc::ndr {

// Structures may point to themselves, so their descriptor is declared before it is defined.
template <class T>
struct described_structure {
  static const structure_descriptor value;
};
template <class T>
constexpr structure_descriptor described_structure<T>::value{
    base_of<codec<plain, T>, T>(construct::structure),
    {members_of<T, ndr20>, members_of<T, ndr64>},
    {std::span(steps_of<T, ndr20>.steps).first(steps_of<T, ndr20>.count),
     std::span(steps_of<T, ndr64>.steps).first(steps_of<T, ndr64>.count)},
    open_ended<codec<plain, T>>,
    pointers_of<T>.complete && codec<plain, T>::template wire<ndr20>.fixed &&
        codec<plain, T>::template wire<ndr64>.fixed,
    std::span(pointers_of<T>.steps).first(pointers_of<T>.count),
    structure_steps<T>::expressions_of(typename layout<T>::members{}),
    std::span(columns_of<T>.columns).first(columns_of<T>.count),
    {node_put<T, ndr20>(), node_put<T, ndr64>()},
    {node_get<T, ndr20>(), node_get<T, ndr64>()}};

template <class T>
  requires std::is_class_v<T> && requires { typename layout<T>::members; } &&
           (!encapsulated<layout<T>>)
struct described<plain, T, void> : described_structure<T> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_STRUCTURES_H
