//===- Descriptors.h - the runtime's descriptors, with what they own ------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_DESCRIPTORS_H
#define RPCGEN_TOOLS_DYNAMIC_DESCRIPTORS_H

#include "Formula.h"

#include "wire/Forms.h"

#include <rpc/ndr/descriptor.h>

#include <memory>
#include <span>
#include <vector>

namespace dynamic {

/// What the texts of numbers and structures are besides.
enum class Meaning { None, Uuid, FileTime };

struct Enumeration : rpc::ndr::integer_descriptor {
  const rpcgen::Enumeration *Of = nullptr;
};

struct Structure : rpc::ndr::structure_descriptor {
  const rpcgen::Structure *Of = nullptr;
  Meaning Means = Meaning::None;
};

/// Keeps whatever descriptors refer to.
class Store {
public:
  template <class T> T &own(T Value) {
    auto Kept = std::make_shared<T>(std::move(Value));
    All.push_back(Kept);
    return *Kept;
  }
  template <class T> std::span<const T> list(std::vector<T> Values) {
    return own(std::move(Values));
  }

private:
  std::vector<std::shared_ptr<void>> All;
};

/// Makes descriptors of the wire forms of a model. Memory is laid out as
/// Memory.h says.
class Descriptors {
public:
  explicit Descriptors(const rpcgen::wire::Forms &All);

  const rpc::ndr::descriptor &valueOf(const rpcgen::wire::Construct &C,
                                      const Scope &In);
  /// Of the pointer's pointee.
  const rpc::ndr::referent_descriptor *
  referentOf(const rpcgen::wire::Construct &Pointer, const Scope &In);

  Store &store() { return Kept; }
  const rpcgen::wire::Forms &forms() const { return All; }
  rpc::ndr::correlated correlated(const std::optional<rpcgen::Expression> &E,
                                  const Scope &In);

private:
  class Values;
  friend class Values;

  bool travels(std::size_t Index) const;
  bool travels(const rpcgen::wire::Construct &C) const;
  void fillStructure(std::size_t Index);
  void fillEncapsulated(std::size_t Index);
  rpc::ndr::union_descriptor unionOf(std::size_t Index,
                                     const rpc::ndr::descriptor &Tag,
                                     bool Signed,
                                     const rpc::ndr::correlated &Selector);
  const void *identityOf(const std::string &Key);
  std::string keyOf(const rpcgen::wire::Construct &C) const;

  const rpcgen::wire::Forms &All;
  Store Kept;
  std::vector<Structure *> Structures;                           ///< or null
  std::vector<rpc::ndr::encapsulated_descriptor *> Encapsulated; ///< or null
  std::vector<std::shared_ptr<std::string>> Identities;
  std::size_t Formulas = 0; ///< that were made so far
};

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_DESCRIPTORS_H
