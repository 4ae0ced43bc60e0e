#ifndef RPC_NDR_SYNTAX_H
#define RPC_NDR_SYNTAX_H

#include <cstddef>
#include <cstdint>

namespace rpc::ndr {

/// The transfer syntaxes of stub data.
enum class syntax : std::uint8_t {
  ndr20,  ///< NDR 2.0 (C706 14)
  ndr64,  ///< NDR64 1.0 (MS-RPCE 2.2.5)
};

// The two as policies: all in which they differ but for the few rules that stand with
// their constructs (unions, trailing gaps).

struct ndr20 {
  static constexpr syntax value = syntax::ndr20;
  using count = std::uint32_t;     ///< max_count, offset, actual_count; C706 14.3.3
  using referent = std::uint32_t;  ///< referent id; C706 14.3.10
  using enumeration = std::int16_t;
  static constexpr bool trailing_gaps = false;
  /// The elements of an array of [ref] pointers have referent ids.
  static constexpr bool ids_of_ref_elements = false;
  static constexpr bool closed_chunks = false;
  static constexpr std::uint64_t most_in_chunk = 0xFFFFFFFF;
};

struct ndr64 {
  static constexpr syntax value = syntax::ndr64;
  using count = std::uint64_t;     ///< MS-RPCE 2.2.5.3.2
  using referent = std::uint64_t;  ///< MS-RPCE 2.2.5.3.5
  using enumeration = std::int32_t;
  static constexpr bool trailing_gaps = true;        ///< MS-RPCE 2.2.5.3.4.1
  static constexpr bool ids_of_ref_elements = true;  ///< MS-RPCE 2.2.5.3.5.1
  /// The negated count ends a chunk of a pipe; MS-RPCE 2.2.5.3.4.5, as the limit.
  static constexpr bool closed_chunks = true;
  static constexpr std::uint64_t most_in_chunk = 0x7FFFFFFF;
};

/// Calls `use` with the policy of `s`.
template <class Use>
decltype(auto) with_syntax(syntax s, Use&& use) {
  return s == syntax::ndr64 ? use(ndr64{}) : use(ndr20{});
}

/// `size` rounded up to a multiple of `alignment`, a power of two.
constexpr std::size_t align_up(std::size_t size, std::size_t alignment) {
  return (size + alignment - 1) & ~(alignment - 1);
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_SYNTAX_H
