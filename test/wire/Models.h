#ifndef RPCGEN_TEST_WIRE_MODELS_H
#define RPCGEN_TEST_WIRE_MODELS_H

#include "../emit/Models.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace rpcgen::test {

inline Type scalar(Type::Kind K, unsigned Bits) {
  Type T = named(K, "", 0);
  T.Bits = Bits;
  return T;
}
inline Type bits(unsigned Bits) { return scalar(Type::Kind::Integer, Bits); }

/// A model of one structure, with memory as on a 64-bit machine.
inline Model structureOf(std::vector<Type> Fields, unsigned Alignment, std::size_t Size) {
  Structure S;
  for (Type& Each : Fields)
    S.Fields.push_back(field(std::move(Each), "f" + std::to_string(S.Fields.size())));
  S.Alignment = Alignment;
  S.Size = Size;
  Model M;
  M.Structures.push_back(std::move(S));
  Enumeration Short;
  Short.Enumerators = {{"a", 1, {}}};
  M.Enumerations.push_back(std::move(Short));
  return M;
}

inline Type itself() { return named(Type::Kind::Structure, "s", 0); }
inline Type shortEnum() { return named(Type::Kind::Enumeration, "e", 0); }

}  // namespace rpcgen::test

#endif  // RPCGEN_TEST_WIRE_MODELS_H
