//===- Forms.h - the wire form of a model ---------------------------------===//
#ifndef RPCGEN_WIRE_FORMS_H
#define RPCGEN_WIRE_FORMS_H

#include "wire/Construct.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rpcgen::wire {

/// A union, an encapsulated one or a std::variant.
struct Choice {
  struct Arm : Member {
    std::vector<std::int64_t> Cases;
    bool Default = false;
  };

  Member Tag;
  std::vector<Arm> Arms = {};
  bool MsUnion = false;

  /// Null if there is no such arm.
  const Arm *armOf(std::int64_t Case) const;
  const Arm *defaultArm() const;
};

/// The one place that knows how types travel. It refers to the model.
class Forms {
public:
  explicit Forms(const Model &Resolved);

  /// As a field, a result or anything else that is written where it is.
  Construct value(const Type &T, bool IsElement = false) const;

  /// As a parameter.
  Construct parameter(const Type &T, bool InRequest) const;

  /// In an array of a fixed size, and in a structure around it.
  Bytes alignmentOf(const Construct &C) const;

  /// Nothing if the construct does not choose.
  std::optional<Choice> choiceOf(const Construct &C) const;

  const Model &M;
  std::vector<std::vector<Member>> Structures;
  std::vector<Choice> Unions;

private:
  Construct pointer(const Type &T, bool IsElement, bool Travels) const;
  Construct pointee(const Type &T, bool Nullable) const;
  Construct array(const Type &T, bool Nullable) const;
  Construct standard(const Type &T, bool IsElement) const;
};

/// The scalar that the type is; of any other one nothing.
Construct scalarOf(const Model &M, const Type &T);

/// Of the text that the type holds.
Construct characterOf(const Type &Text);

} // namespace rpcgen::wire

#endif // RPCGEN_WIRE_FORMS_H
