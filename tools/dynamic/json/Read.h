//===- Read.h - JSON to memory --------------------------------------------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_JSON_READ_H
#define RPCGEN_TOOLS_DYNAMIC_JSON_READ_H

#include "../Descriptors.h"
#include "Json.h"

#include <rpc/memory.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dynamic {

/// Sets objects whose memory is zero. What they point to is in `Memory`.
/// Throws JsonError with the path of what is wrong.
class JsonReader {
public:
  explicit JsonReader(rpc::arena &Memory) : Memory(Memory) {}

  void value(const rpc::ndr::descriptor &D, const Json &From, void *At,
             const void *Self);
  /// What a pointer at `Place` is to point to, which may not be null.
  void referent(const rpc::ndr::referent_descriptor &To, const Json &From,
                void *Place, const void *Self);
  void elements(const rpc::ndr::descriptor &Element, const Json &From,
                void *First, std::uint64_t Count, const void *Self);
  /// A pipe, or what a std::vector holds.
  void sequence(const rpc::ndr::descriptor &Element, const Json &From, void *At,
                const void *Self);

  /// Members in an order in which sizes and discriminants are there when they
  /// are needed: `Set(N)` sets the one of that number.
  static void inOrder(const std::vector<bool> &Dependent,
                      const std::function<void(std::size_t)> &Set);

  /// Enters "name", "[2]" until it is destroyed.
  class Step {
  public:
    Step(JsonReader &In, std::string Name) : In(In) {
      In.Path.push_back(std::move(Name));
    }
    Step(const Step &) = delete;
    ~Step() { In.Path.pop_back(); }

  private:
    JsonReader &In;
  };

  [[noreturn]] void refuse(const std::string &Why) const;
  /// The member of an object, which must be there.
  const Json &member(const Json &Object, const char *Name);
  void expectMembers(const Json &Object,
                     const std::vector<std::string_view> &Known) const;

private:
  void number(const rpc::ndr::descriptor &D, const Json &From, void *At);
  void character(const rpc::ndr::descriptor &D, const Json &From, void *At);
  void integer(const Json &From, void *At, std::size_t Size, bool Signed);
  void enumerator(const Enumeration &Of, const Json &From, void *At);
  void pointer(const rpc::ndr::pointer_descriptor &D, const Json &From,
               void *At, const void *Self);
  void full(const rpc::ndr::referent_descriptor &To, const Json &From,
            void *Place, const void *Self);
  void context(const Json &From, void *At);
  void structure(const Structure &D, const Json &From, void *At);
  void array(const rpc::ndr::array_descriptor &D, const Json &From, void *At,
             const void *Self);
  void arm(const rpc::ndr::union_descriptor &D, rpc::ndr::checked Tag,
           const Json &From, void *At);
  void encapsulated(const rpc::ndr::encapsulated_descriptor &D,
                    const Json &From, void *At);
  void variant(const rpc::ndr::variant_descriptor &D, const Json &From,
               void *At, const void *Self);
  void text(const rpc::ndr::descriptor &Character, const Json &From, void *At);

  /// Code units of a string, which end before a zero; of an array of numbers
  /// as well.
  std::vector<std::uint16_t> units(const rpc::ndr::descriptor &Character,
                                   const Json &From);
  void store(const std::vector<std::uint16_t> &Units,
             const rpc::ndr::descriptor &Character, void *At);
  /// The number of elements that the JSON has.
  std::uint64_t lengthOf(const rpc::ndr::descriptor &Element, const Json &From);
  std::size_t tailSize(const rpc::ndr::structure_descriptor &D,
                       const Json &From);
  void *allocate(std::uint64_t Count, const rpc::ndr::descriptor &Element,
                 std::size_t More = 0);
  void expect(bool Fits, const char *What, const Json &Got) const;
  [[noreturn]] void refuseLength(std::uint64_t Has, std::uint64_t Wanted) const;

  rpc::arena &Memory;
  std::vector<std::string> Path;
  struct Known {
    void *Object;
    const void *Identity;
  };
  std::map<std::int64_t, Known> Objects; ///< pointees of full pointers
  std::optional<std::int64_t> Naming;    ///< the one that is read next
};

/// Whether it depends on expressions over what it is a member of.
bool isDependent(const rpc::ndr::descriptor &D);
bool isDependent(const rpc::ndr::referent_descriptor &To);

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_JSON_READ_H
