#ifndef RPC_MS_DTYP_H
#define RPC_MS_DTYP_H

#include <rpc/rpc.h>

#include <cstdint>

namespace rpc::ms {

// The types that Microsoft's interfaces share, as MS-DTYP defines them. rpc-idl takes this file for those of
// Microsoft that have them (ms-dtyp.idl, wtypes.idl, oaidl.idl and others) where they are not found, and makes
// rpc/ms/dtyp.h of it.

// Integers.

using BYTE = std::uint8_t;
using PBYTE = std::uint8_t*;
using LPBYTE = std::uint8_t*;
using UCHAR = std::uint8_t;
using PUCHAR = std::uint8_t*;
using BOOLEAN = std::uint8_t;
using PBOOLEAN = std::uint8_t*;
using UINT8 = std::uint8_t;
using INT8 = std::int8_t;
using CHAR = char;
using PCHAR = char*;
using WCHAR = char16_t;
using PWCHAR = char16_t*;
using UNICODE = char16_t;
using SHORT = std::int16_t;
using PSHORT = std::int16_t*;
using INT16 = std::int16_t;
using USHORT = std::uint16_t;
using PUSHORT = std::uint16_t*;
using UINT16 = std::uint16_t;
using WORD = std::uint16_t;
using PWORD = std::uint16_t*;
using LPWORD = std::uint16_t*;
using BOOL = std::int32_t;
using PBOOL = std::int32_t*;
using LPBOOL = std::int32_t*;
using INT = std::int32_t;
using PINT = std::int32_t*;
using LPINT = std::int32_t*;
using INT32 = std::int32_t;
using UINT = std::uint32_t;
using PUINT = std::uint32_t*;
using UINT32 = std::uint32_t;
using LONG = std::int32_t;
using PLONG = std::int32_t*;
using LPLONG = std::int32_t*;
using LONG32 = std::int32_t;
using ULONG = std::uint32_t;
using PULONG = std::uint32_t*;
using ULONG32 = std::uint32_t;
using DWORD = std::uint32_t;
using PDWORD = std::uint32_t*;
using LPDWORD = std::uint32_t*;
using DWORD32 = std::uint32_t;
using INT64 = std::int64_t;
using LONG64 = std::int64_t;
using PLONG64 = std::int64_t*;
using LONGLONG = std::int64_t;
using PLONGLONG = std::int64_t*;
using UINT64 = std::uint64_t;
using ULONG64 = std::uint64_t;
using ULONGLONG = std::uint64_t;
using PULONGLONG = std::uint64_t*;
using DWORD64 = std::uint64_t;
using PDWORD64 = std::uint64_t*;
using DWORDLONG = std::uint64_t;
using PDWORDLONG = std::uint64_t*;
using QWORD = std::uint64_t;

// As wide as a pointer of the sender.

using INT_PTR [[rpc::int3264]] = std::int64_t;
using LONG_PTR [[rpc::int3264]] = std::int64_t;
using UINT_PTR [[rpc::int3264]] = std::uint64_t;
using ULONG_PTR [[rpc::int3264]] = std::uint64_t;
using DWORD_PTR [[rpc::int3264]] = std::uint64_t;
using SIZE_T [[rpc::int3264]] = std::uint64_t;
using FLOAT = float;
using DOUBLE = double;
using DATE = double;

// Results of calls.

using HRESULT = std::int32_t;
using NTSTATUS = std::int32_t;
using NET_API_STATUS = std::uint32_t;
using SCODE = std::int32_t;

// Identifiers and flags.

using LCID = std::uint32_t;
using LANGID = std::uint16_t;
using ACCESS_MASK = std::uint32_t;
using PACCESS_MASK = std::uint32_t*;
using SECURITY_INFORMATION = std::uint32_t;
using PSECURITY_INFORMATION = std::uint32_t*;
using HCALL = std::uint32_t;
using VARIANT_BOOL = std::int16_t;

// Pointers. Of those to characters, one travels without [string] or a size.

using PVOID = void*;
using LPVOID = void*;
using LPCVOID = const void*;
using HANDLE = void*;
using RPC_BINDING_HANDLE = void*;
using PSTR = char*;
using LPSTR = char*;
using LPCSTR = const char*;
using PCSTR = const char*;
using PWSTR = char16_t*;
using LPWSTR = char16_t*;
using LMSTR = char16_t*;
using LPCWSTR = const char16_t*;
using PCWSTR = const char16_t*;
using LMCSTR = const char16_t*;
using OLECHAR = char16_t;
using LPOLESTR = OLECHAR*;
using STRING = std::uint8_t*;

// State that a server keeps between calls.

struct PCONTEXT_HANDLE_state;
using PCONTEXT_HANDLE [[rpc::context_handle]] = PCONTEXT_HANDLE_state*;
[[rpc::local]] void PCONTEXT_HANDLE_rundown(PCONTEXT_HANDLE left);
using PPCONTEXT_HANDLE [[rpc::ref]] = PCONTEXT_HANDLE*;

struct FILETIME {
  DWORD dwLowDateTime;
  DWORD dwHighDateTime;
};
using PFILETIME = FILETIME*;
using LPFILETIME = FILETIME*;

struct SYSTEMTIME {
  WORD wYear;
  WORD wMonth;
  WORD wDayOfWeek;
  WORD wDay;
  WORD wHour;
  WORD wMinute;
  WORD wSecond;
  WORD wMilliseconds;
};
using PSYSTEMTIME = SYSTEMTIME*;

struct GUID {
  std::uint32_t Data1;
  std::uint16_t Data2;
  std::uint16_t Data3;
  std::uint8_t Data4[8];
};
using UUID = GUID;
using PGUID = GUID*;

using IID = GUID;
using CLSID = GUID;
using REFGUID = const GUID*;
using REFIID = const IID*;
using REFCLSID = const CLSID*;

struct LARGE_INTEGER {
  std::int64_t QuadPart;
};
using PLARGE_INTEGER = LARGE_INTEGER*;

struct ULARGE_INTEGER {
  std::uint64_t QuadPart;
};
using PULARGE_INTEGER = ULARGE_INTEGER*;

struct LUID {
  DWORD LowPart;
  LONG HighPart;
};
using PLUID = LUID*;

struct UINT128 {
  UINT64 lower;
  UINT64 upper;
};
using PUINT128 = UINT128*;

// Lengths are in bytes and without a terminating zero.
struct RPC_UNICODE_STRING {
  std::uint16_t Length;
  std::uint16_t MaximumLength;
  [[rpc::size_is(MaximumLength / 2), rpc::length_is(Length / 2)]] WCHAR* Buffer;
};
using PRPC_UNICODE_STRING = RPC_UNICODE_STRING*;

struct UNICODE_STRING {
  USHORT Length;
  USHORT MaximumLength;
  [[rpc::size_is(MaximumLength / 2), rpc::length_is(Length / 2)]] WCHAR* Buffer;
};
using PUNICODE_STRING = UNICODE_STRING*;

struct MULTI_SZ {
  char16_t* Value;
  DWORD nChar;
};

// Security.

struct RPC_SID_IDENTIFIER_AUTHORITY {
  std::uint8_t Value[6];
};

struct SID_IDENTIFIER_AUTHORITY {
  std::uint8_t Value[6];
};

struct RPC_SID {
  std::uint8_t Revision;
  std::uint8_t SubAuthorityCount;
  RPC_SID_IDENTIFIER_AUTHORITY IdentifierAuthority;
  [[rpc::size_is(SubAuthorityCount)]] std::uint32_t SubAuthority[1];
};
using PRPC_SID = RPC_SID*;
using PSID = RPC_SID*;

struct SID {
  BYTE Revision;
  BYTE SubAuthorityCount;
  SID_IDENTIFIER_AUTHORITY IdentifierAuthority;
  [[rpc::size_is(SubAuthorityCount)]] DWORD SubAuthority[1];
};
using PSID_VALUE = SID*;

struct ACL {
  std::uint8_t AclRevision;
  std::uint8_t Sbz1;
  std::uint16_t AclSize;
  std::uint16_t AceCount;
  std::uint16_t Sbz2;
};
using PACL = ACL*;

using SECURITY_DESCRIPTOR_CONTROL = USHORT;
using PSECURITY_DESCRIPTOR_CONTROL = USHORT*;

struct SECURITY_DESCRIPTOR {
  UCHAR Revision;
  UCHAR Sbz1;
  USHORT Control;
  PSID Owner;
  PSID Group;
  PACL Sacl;
  PACL Dacl;
};
using PSECURITY_DESCRIPTOR = SECURITY_DESCRIPTOR*;

struct OBJECT_TYPE_LIST {
  WORD Level;
  ACCESS_MASK Remaining;
  GUID* ObjectType;
};
using POBJECT_TYPE_LIST = OBJECT_TYPE_LIST*;

struct SERVER_INFO_100 {
  DWORD sv100_platform_id;
  [[rpc::string]] char16_t* sv100_name;
};
using PSERVER_INFO_100 = SERVER_INFO_100*;
using LPSERVER_INFO_100 = SERVER_INFO_100*;

struct SERVER_INFO_101 {
  DWORD sv101_platform_id;
  [[rpc::string]] char16_t* sv101_name;
  DWORD sv101_version_major;
  DWORD sv101_version_minor;
  DWORD sv101_version_type;
  [[rpc::string]] char16_t* sv101_comment;
};
using PSERVER_INFO_101 = SERVER_INFO_101*;
using LPSERVER_INFO_101 = SERVER_INFO_101*;

struct EVENT_DESCRIPTOR {
  USHORT Id;
  UCHAR Version;
  UCHAR Channel;
  UCHAR Level;
  UCHAR Opcode;
  USHORT Task;
  ULONGLONG Keyword;
};
using PEVENT_DESCRIPTOR = EVENT_DESCRIPTOR*;

}  // namespace rpc::ms

#endif
