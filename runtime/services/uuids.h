#ifndef RUNTIME_SERVICES_UUIDS_H
#define RUNTIME_SERVICES_UUIDS_H

#include <rpc/ms/dtyp.h>
#include <rpc/uuid.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace rpc::runtime {

/// A uuid as C's headers have it.
[[nodiscard]] inline ms::GUID guid_of(const uuid& id) {
  const auto& b = id.bytes;
  ms::GUID result{static_cast<std::uint32_t>(b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3]),
                  static_cast<std::uint16_t>(b[4] << 8 | b[5]),
                  static_cast<std::uint16_t>(b[6] << 8 | b[7]),
                  {}};
  std::memcpy(result.Data4, &b[8], sizeof result.Data4);
  return result;
}

[[nodiscard]] inline uuid uuid_of(const ms::GUID& id) {
  uuid result;
  auto& b = result.bytes;
  for (int i = 0; i < 4; ++i) b[i] = static_cast<std::uint8_t>(id.Data1 >> (24 - 8 * i));
  for (int i = 0; i < 2; ++i) b[4 + i] = static_cast<std::uint8_t>(id.Data2 >> (8 - 8 * i));
  for (int i = 0; i < 2; ++i) b[6 + i] = static_cast<std::uint8_t>(id.Data3 >> (8 - 8 * i));
  std::memcpy(&b[8], id.Data4, sizeof id.Data4);
  return result;
}

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVICES_UUIDS_H
