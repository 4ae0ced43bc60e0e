#ifndef TEST_PROPERTY_FILL_POINTERS_H
#define TEST_PROPERTY_FILL_POINTERS_H

#include <rpc/ndr/allocated.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/full.h>
#include <rpc/ndr/pointer.h>

#include <cstdint>
#include <type_traits>

#include "fill_members.h"

namespace rpc::test {

template <ndr::allocation How, class Pointee, class T>
struct random_referent<ndr::allocated<How, Pointee>, T> : random_referent<Pointee, T> {};

/// Has the pattern: it is nobody's business.
template <class T>
struct random_value<ndr::ignored, T*> {
  template <class Self>
  static void fill(values&, T*&, const Self&) {}
};

template <class Pointee, class T>
struct random_value<ndr::ref<Pointee>, T*> {
  template <class Self>
  static void fill(values& v, T*& value, const Self& self) {
    value = random_referent<Pointee, std::remove_const_t<T>>::make(v, self);
  }
};

template <class Pointee, class T>
struct random_value<ndr::unique<Pointee>, T*> {
  template <class Self>
  static void fill(values& v, T*& value, const Self& self) {
    value = nullptr;
    if (has_elements(self) || v.leads_on())
      value = random_referent<Pointee, std::remove_const_t<T>>::make(v, self);
  }

 private:
  // Whether a reader would refuse a null pointer here.
  template <class Self>
  static bool has_elements(const Self& self) {
    const ndr::referent_descriptor& to = ndr::referent_description<Pointee, T, Self>::value;
    const auto counts_some = [&](const ndr::correlated& by) {
      if (!by) return false;
      const ndr::checked number = by(&self);
      return !number.absent() && (!number.valid() || number.value() != 0);
    };
    return !to.may_be_missing && (counts_some(to.size) || counts_some(to.length));
  }
};

template <class Pointee, class T>
struct random_value<ndr::partial_ignore<Pointee>, T*> : random_value<ndr::unique<Pointee>, T*> {};

/// May lead to an object that another full pointer leads to, and so into a cycle.
template <class Pointee, class T>
struct random_value<ndr::full<Pointee>, T*> {
  using object = std::remove_const_t<T>;
  using referent = random_referent<Pointee, object>;

  template <class Self>
  static void fill(values& v, T*& value, const Self& self) {
    if constexpr (ndr::expressions<Pointee>::any) {
      random_value<ndr::unique<Pointee>, T*>::fill(v, value, self);  // as many as self says
    } else {
      value = nullptr;
      if (void* const known = v.any_kept(&type); known != nullptr && v.one_in(3)) {
        value = static_cast<object*>(known);
      } else if (v.leads_on()) {
        value = make(v, self);
      }
    }
  }

 private:
  static constexpr char type = 0;  // its address stands for the type

  template <class Self>
  static object* make(values& v, const Self& self) {
    object* made = nullptr;
    if constexpr (requires { referent::room(v); }) {
      made = referent::room(v);
      v.keep(&type, made);
      random_value<Pointee, object>::fill(v, *made, self);
    } else {
      made = referent::make(v, self);
      v.keep(&type, made);
    }
    return made;
  }
};

template <class Pointee, class T>
struct random_value<ndr::reseatable<Pointee>, T**> {
  template <class Self>
  static void fill(values& v, T**& value, const Self& self) {
    value = v.room<T*>(1);
    *value = random_referent<Pointee, std::remove_const_t<T>>::make(v, self);
  }
};

}  // namespace rpc::test

#endif  // TEST_PROPERTY_FILL_POINTERS_H
