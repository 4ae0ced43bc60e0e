#include "numbers.h"

#include <array>
#include <cstring>
#include <span>

#include "memory.h"

namespace rpc::ndr {
namespace {

/// The number that a parameter is, or points to; null where that is nothing.
struct number {
  std::size_t size;
  const void* value;
};
number number_of(const parameter_descriptor& p, const void* place) {
  if (p.kind == parameter_kind::value) return {p.of->size, place};
  return {p.to->element->size, pointer_at(place)};
}

}  // namespace

bool put_numbers(const frame_descriptor& of, const places& members, bool request, buffer& out,
                 const size_limit& limit) {
  constexpr std::size_t most = 256;
  if (out.capacity() < most) out.resize(most);
  std::byte* const begin = out.data();
  std::size_t end = 0;
  for (std::size_t i = 0; i < of.parameters.size(); ++i) {
    const parameter_descriptor& p = of.parameters[i];
    if (request && demands(p) && (p.byte_count || pointer_at(members[i]) == nullptr)) return false;
    if (!(request ? p.is_in : p.is_out)) continue;
    const auto [size, value] = number_of(p, members[i]);
    if (value == nullptr || end > most - 2 * sizeof(std::uint64_t)) return false;
    const std::uint64_t zeros = 0;
    std::memcpy(begin + end, &zeros, sizeof zeros);
    end = align_up(end, size);
    store_number(begin + end, value, size);
    end += size;
  }
  if (end > limit.bytes) return false;
  out.resize(end);
  return true;
}

bool get_numbers(const frame_descriptor& of, const places& members, bool request,
                 std::span<const std::byte> stub, bool through_pointers) {
  constexpr std::size_t most = 16;
  // Nothing is stored before it is clear that all is: sizes of results are looked up in the frame.
  struct found {
    void* to;
    std::size_t size;
    std::size_t at;
  };
  std::array<found, most> all;
  std::size_t count = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < of.parameters.size(); ++i) {
    const parameter_descriptor& p = of.parameters[i];
    if (!(request ? p.is_in : p.is_out)) continue;
    const auto [size, value] = number_of(p, members[i]);
    if (value == nullptr || (!through_pointers && p.kind != parameter_kind::value)) return false;
    end = align_up(end, size);
    if (count == most || end > stub.size() || size > stub.size() - end) return false;
    all[count++] = {const_cast<void*>(value), size, end};
    end += size;
  }
  for (const found& each : std::span(all).first(count))
    copy(static_cast<std::byte*>(each.to), stub.data() + each.at, each.size);
  return true;
}

}  // namespace rpc::ndr
