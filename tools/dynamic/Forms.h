//===- Forms.h - forms of both syntaxes, by the runtime's rules -----------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_FORMS_H
#define RPCGEN_TOOLS_DYNAMIC_FORMS_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/descriptor.h>
#include <rpc/ndr/syntax.h>
#include <rpc/ndr/union.h>
#include <rpc/ndr/varying.h>

#include <cstddef>

namespace dynamic {

/// Sets the form of each syntax to what `Make` says: a function of the policy
/// and its number.
template <class Make> void setForms(rpc::ndr::descriptor &Of, Make &&Each) {
  Of.wire[0] = Each(rpc::ndr::ndr20{}, 0);
  Of.wire[1] = Each(rpc::ndr::ndr64{}, 1);
}

/// Of the slot of a pointer.
template <class S> constexpr rpc::ndr::form slotForm() {
  return {.alignment = sizeof(typename S::referent),
          .size = sizeof(typename S::referent)};
}

/// Of so many counts before elements that know their number themselves.
template <class S> constexpr rpc::ndr::form countsForm(std::size_t Counts) {
  return {.alignment = sizeof(typename S::count),
          .size = Counts * sizeof(typename S::count),
          .fixed = false};
}

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_FORMS_H
