//===- Undecided.cpp ------------------------------------------------------===//

#include "resolve/Undecided.h"

using namespace rpcgen;

namespace {

/// Makes each part of a Model of that of a declared::Model.
struct Start {
  template <template <Phase> class Part>
  static std::vector<Part<Phase::Resolved>>
  all(const std::vector<Part<Phase::Declared>> &Read) {
    std::vector<Part<Phase::Resolved>> Made;
    Made.reserve(Read.size());
    for (const auto &Each : Read)
      Made.push_back(of(Each));
    return Made;
  }

  /// With what is written, and nothing that it is made of.
  template <class Part, class Written> static Part with(const Written &What) {
    Part Made;
    static_cast<Written &>(Made) = What;
    return Made;
  }

  static Type of(const declared::Type &Read) {
    auto T = with<Type, WrittenType>(Read);
    T.Element = all(Read.Element);
    return T;
  }

  static Parameter of(const declared::Parameter &Read) {
    auto P = with<Parameter, WrittenParameter>(Read);
    P.T = of(Read.T);
    return P;
  }

  static Operation of(const declared::Operation &Read) {
    auto O = with<Operation, WrittenOperation>(Read);
    O.Parameters = all(Read.Parameters);
    O.Return = of(Read.Return);
    return O;
  }

  static Interface of(const declared::Interface &Read) {
    auto I = with<Interface, WrittenInterface>(Read);
    I.Operations = all(Read.Operations);
    return I;
  }

  static Enumeration of(const declared::Enumeration &Read) {
    return with<Enumeration, WrittenEnumeration>(Read);
  }

  static Field of(const declared::Field &Read) {
    auto F = with<Field, WrittenField>(Read);
    F.T = of(Read.T);
    return F;
  }

  static Structure of(const declared::Structure &Read) {
    auto S = with<Structure, WrittenStructure>(Read);
    S.Fields = all(Read.Fields);
    return S;
  }

  static Arm of(const declared::Arm &Read) { return {{}, of(Read.F)}; }

  static Union of(const declared::Union &Read) {
    auto U = with<Union, WrittenUnion>(Read);
    U.Arms = all(Read.Arms);
    if (Read.Tag)
      U.Tag = of(*Read.Tag);
    return U;
  }

  static SerializedType of(const declared::SerializedType &Read) {
    return {Read.Name, of(Read.T), Read.Loc, Read.DefinedIn};
  }
};

} // namespace

Model rpcgen::undecided(const declared::Model &Read) {
  return {Start::all(Read.Interfaces),
          Start::all(Read.Enumerations),
          Start::all(Read.Structures),
          Start::all(Read.Unions),
          Start::all(Read.Serialized),
          Read.Strays,
          Read.Deprecated};
}

Type rpcgen::undecided(const declared::Type &Read) { return Start::of(Read); }
