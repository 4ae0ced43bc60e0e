//===- Template.cpp - a request to fill in --------------------------------===//
#include "../Descriptors.h"
#include "../Formula.h"
#include "Json.h"

#include <algorithm>
#include <vector>

using namespace dynamic;
using namespace rpc::ndr;

namespace {

template <class D> const D &as(const descriptor &Of) {
  return static_cast<const D &>(Of);
}

/// Values that can travel: numbers are 0 but for those that size an array or
/// select an arm, which are set where they alone do.
class Sampler {
public:
  Json value(const descriptor &D) {
    switch (D.kind) {
    case construct::number:
      return D.number == number_kind::character  ? Json("x")
             : D.number == number_kind::floating ? Json(0.0)
                                                 : Json(0);
    case construct::boolean:
      return false;
    case construct::enumeration: {
      const auto &All = as<Enumeration>(D).Of->Enumerators;
      return All.empty() ? Json(0) : Json(All.front().Name);
    }
    case construct::int3264:
      return 0;
    case construct::ranged: {
      const auto &Of = as<ranged_descriptor>(D);
      return std::clamp<std::int64_t>(0, Of.low, Of.high);
    }
    case construct::pointer:
      return pointee(*as<pointer_descriptor>(D).to,
                     as<pointer_descriptor>(D).of_class == pointer_kind::ref);
    case construct::holder:
      return value(*as<holder_descriptor>(D).to->element);
    case construct::structure:
      return structure(as<Structure>(D));
    case construct::characters:
      return "";
    case construct::string_tail:
      set(as<array_descriptor>(D).total, 1);
      return "";
    case construct::array:
      return elements(*as<array_descriptor>(D).element,
                      as<array_descriptor>(D).count);
    case construct::varying:
    case construct::tail:
    case construct::varying_tail: {
      const auto &Of = as<array_descriptor>(D);
      set(Of.total, 1);
      set(Of.length, 1);
      return elements(*Of.element, 1);
    }
    case construct::switched: {
      const auto &Of = as<union_descriptor>(D);
      if (const arm_descriptor *Arm = first(Of); Arm && Arm->member) {
        set(Of.selector, Arm->selection.front());
        return {{Arm->name, value(*Arm->member)}};
      }
      return Json::object();
    }
    case construct::encapsulated: {
      const auto &Of = as<encapsulated_descriptor>(D);
      const arm_descriptor *Arm = first(Of.of);
      Json Made = {{Of.tag.name, Arm ? Arm->selection.front() : 0}};
      Made[Of.choice.name] = Json::object();
      if (Arm && Arm->member)
        Made[Of.choice.name][Arm->name] = value(*Arm->member);
      return Made;
    }
    case construct::variant: {
      const auto &Of = as<variant_descriptor>(D);
      Json Made = {{"index", 0}};
      if (Of.alternatives.front())
        Made["value"] = value(*Of.alternatives.front());
      return Made;
    }
    case construct::sequence:
      set(as<sequence_descriptor>(D).total, 1);
      return elements(*as<sequence_descriptor>(D).element, 1);
    case construct::text:
      return "";
    case construct::ignored:
    case construct::context:
    case construct::shared:
    case construct::presented:
    case construct::deletions:
      break;
    }
    return nullptr;
  }

  Json pointee(const referent_descriptor &To, bool IsRef) {
    // A list ends somewhere.
    if (!IsRef && std::ranges::count(Under, To.element))
      return nullptr;
    set(To.size, 1);
    set(To.length, 1);
    switch (To.kind) {
    case referent_kind::object:
      return value(*To.element);
    case referent_kind::array:
      return elements(*To.element, To.count);
    case referent_kind::conformant:
    case referent_kind::varying:
    case referent_kind::conformant_varying:
      return elements(*To.element, 1);
    case referent_kind::string:
    case referent_kind::sized_string:
    case referent_kind::fixed_string:
      break;
    }
    return "";
  }

  Json elements(const descriptor &Element, std::uint64_t Count) {
    if (Element.kind == construct::number && Element.size == 1 &&
        (Element.number == number_kind::octet ||
         Element.number == number_kind::without_sign)) {
      std::string Digits;
      for (std::uint64_t N = 0; N < Count; ++N)
        Digits += "00";
      return Digits;
    }
    Json Made = Json::array();
    for (std::uint64_t N = 0; N < Count; ++N)
      Made.push_back(value(Element));
    return Made;
  }

  /// What operands were given, over what was there.
  void settle(Json &Self) {
    for (const auto &[Name, Value] : Operands)
      if (Self.contains(Name) && Self[Name].is_number_integer())
        Self[Name] = Value;
    Operands.clear();
  }

private:
  Json structure(const Structure &D) {
    switch (D.Means) {
    case Meaning::Uuid:
      return "00000000-0000-0000-0000-000000000000";
    case Meaning::FileTime:
      return 0;
    case Meaning::None:
      break;
    }
    Json Made = Json::object();
    auto Outer = std::exchange(Operands, {});
    Under.push_back(&D);
    for (const step &Each : D.members[0])
      Made[Each.name] = value(*Each.member);
    Under.pop_back();
    settle(Made);
    Operands = std::move(Outer);
    return Made;
  }

  static const arm_descriptor *first(const union_descriptor &D) {
    for (const arm_descriptor &Each : D.arms)
      if (!Each.selection.empty())
        return &Each;
    return nullptr;
  }

  void set(const expression &By, std::int64_t Value) {
    if (By && By.how)
      if (const std::string *Name =
              static_cast<const Formula *>(By.how)->operand())
        Operands.emplace_back(*Name, Value);
  }

  std::vector<const descriptor *> Under; ///< structures that are being made
  std::vector<std::pair<std::string, std::int64_t>> Operands;
};

} // namespace

Json dynamic::templateOf(const Operation &Of) {
  Json Made = Json::object();
  Sampler Sample;
  for (std::size_t N = 0; N < Of.Parameters.size(); ++N) {
    const parameter_descriptor &P = Of.Parameters[N];
    if (!P.is_in)
      continue;
    switch (P.kind) {
    case parameter_kind::value:
      Made[P.name] = Sample.value(*P.of);
      break;
    case parameter_kind::passed:
      Made[P.name] = Sample.pointee(*P.to, false);
      break;
    case parameter_kind::reference:
    case parameter_kind::reseatable:
      Made[P.name] = Sample.pointee(*P.to, true);
      break;
    case parameter_kind::partial_ignore:
      Made[P.name] = true;
      break;
    case parameter_kind::pipe:
      Made[P.name] = Sample.elements(*Of.Elements[N], 1);
      break;
    }
  }
  Sample.settle(Made);
  return Made;
}
