#ifndef TEST_PUBLISHED_DTYP_H
#define TEST_PUBLISHED_DTYP_H

#include <rpc/rpc.h>

#include <cstdint>

// What the interfaces of this directory share (MS-DTYP). They have the names of the published
// definitions, so that both can be read next to each other.

namespace dtyp {

using BOOL = std::int32_t;
using DWORD = std::uint32_t;

struct FILETIME {
  DWORD dwLowDateTime;
  DWORD dwHighDateTime;
};

struct SYSTEMTIME {
  std::uint16_t wYear;
  std::uint16_t wMonth;
  std::uint16_t wDayOfWeek;
  std::uint16_t wDay;
  std::uint16_t wHour;
  std::uint16_t wMinute;
  std::uint16_t wSecond;
  std::uint16_t wMilliseconds;
};

struct GUID {
  std::uint32_t Data1;
  std::uint16_t Data2;
  std::uint16_t Data3;
  std::uint8_t Data4[8];
};

struct RPC_UNICODE_STRING {
  std::uint16_t Length;  // in bytes, as the next one
  std::uint16_t MaximumLength;
  [[rpc::unique, rpc::size_is(MaximumLength / 2), rpc::length_is(Length / 2)]] char16_t* Buffer;
};

struct RPC_SID_IDENTIFIER_AUTHORITY {
  std::uint8_t Value[6];
};

struct RPC_SID {
  std::uint8_t Revision;
  std::uint8_t SubAuthorityCount;
  RPC_SID_IDENTIFIER_AUTHORITY IdentifierAuthority;
  [[rpc::size_is(SubAuthorityCount)]] std::uint32_t SubAuthority[1];
};

}  // namespace dtyp

#endif
