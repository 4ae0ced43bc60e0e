// The remote registry: MS-RRP, appendix A.
// RUN: %clang -x c++ -fsyntax-only -Xclang -verify %s
// RUN: %clang -fsyntax-only -DHEADER='"%s"' -DINTERFACE=winreg -DOPERATIONS=36 %S/Inputs/instantiate.cpp
// expected-no-diagnostics
#ifndef TEST_PUBLISHED_WINREG_H
#define TEST_PUBLISHED_WINREG_H

#include "dtyp.h"

namespace [[rpc::interface("338cd001-2244-31f1-aaaa-900038001003", 1, 0),
            rpc::pointer_default(unique), rpc::suppress("pointer-may-be-array")]] winreg {

using dtyp::DWORD;
using dtyp::FILETIME;
using dtyp::RPC_UNICODE_STRING;

struct key;
using RPC_HKEY [[rpc::context_handle]] = key*;
[[rpc::local]] void RPC_HKEY_rundown(RPC_HKEY left);

// One character travels, however many the client has, and servers ignore it.
using REGISTRY_SERVER_NAME = const char16_t*;
using REGSAM = std::uint32_t;
using SECURITY_INFORMATION = std::uint32_t;

struct RVALENT {
  RPC_UNICODE_STRING* ve_valuename;
  DWORD ve_valuelen;
  DWORD ve_valueptr;
  DWORD ve_type;
};

struct RPC_SECURITY_DESCRIPTOR {
  [[ rpc::size_is(cbInSecurityDescriptor),
     rpc::length_is(cbOutSecurityDescriptor) ]] std::uint8_t* lpSecurityDescriptor;
  DWORD cbInSecurityDescriptor;
  DWORD cbOutSecurityDescriptor;
};

struct RPC_SECURITY_ATTRIBUTES {
  DWORD nLength;
  RPC_SECURITY_DESCRIPTOR RpcSecurityDescriptor;
  std::uint8_t bInheritHandle;
};

std::uint32_t OpenClassesRoot([[rpc::in, rpc::unique]] REGISTRY_SERVER_NAME ServerName,
                              [[rpc::in]] REGSAM samDesired, [[rpc::out]] RPC_HKEY* phKey);

std::uint32_t OpenCurrentUser([[rpc::in, rpc::unique]] REGISTRY_SERVER_NAME ServerName,
                              [[rpc::in]] REGSAM samDesired, [[rpc::out]] RPC_HKEY* phKey);

std::uint32_t OpenLocalMachine([[rpc::in, rpc::unique]] REGISTRY_SERVER_NAME ServerName,
                               [[rpc::in]] REGSAM samDesired, [[rpc::out]] RPC_HKEY* phKey);

std::uint32_t OpenPerformanceData([[rpc::in, rpc::unique]] REGISTRY_SERVER_NAME ServerName,
                                  [[rpc::in]] REGSAM samDesired, [[rpc::out]] RPC_HKEY* phKey);

std::uint32_t OpenUsers([[rpc::in, rpc::unique]] REGISTRY_SERVER_NAME ServerName,
                        [[rpc::in]] REGSAM samDesired, [[rpc::out]] RPC_HKEY* phKey);

std::uint32_t BaseRegCloseKey([[rpc::in, rpc::out]] RPC_HKEY* hKey);

std::uint32_t BaseRegCreateKey([[rpc::in]] RPC_HKEY hKey,
                               [[rpc::in]] const RPC_UNICODE_STRING* lpSubKey,
                               [[rpc::in]] const RPC_UNICODE_STRING* lpClass,
                               [[rpc::in]] DWORD dwOptions, [[rpc::in]] REGSAM samDesired,
                               [[rpc::in, rpc::unique]] const RPC_SECURITY_ATTRIBUTES* lpSecurityAttributes,
                               [[rpc::out]] RPC_HKEY* phkResult,
                               [[rpc::in, rpc::out, rpc::unique]] DWORD* lpdwDisposition);

std::uint32_t BaseRegDeleteKey([[rpc::in]] RPC_HKEY hKey,
                               [[rpc::in]] const RPC_UNICODE_STRING* lpSubKey);

std::uint32_t BaseRegDeleteValue([[rpc::in]] RPC_HKEY hKey,
                                 [[rpc::in]] const RPC_UNICODE_STRING* lpValueName);

std::uint32_t BaseRegEnumKey([[rpc::in]] RPC_HKEY hKey, [[rpc::in]] DWORD dwIndex,
                             [[rpc::in]] const RPC_UNICODE_STRING* lpNameIn,
                             [[rpc::out]] RPC_UNICODE_STRING* lpNameOut,
                             [[rpc::in, rpc::unique]] const RPC_UNICODE_STRING* lpClassIn,
                             [[rpc::out]] RPC_UNICODE_STRING** lplpClassOut,
                             [[rpc::in, rpc::out, rpc::unique]] FILETIME* lpftLastWriteTime);

std::uint32_t BaseRegEnumValue([[rpc::in]] RPC_HKEY hKey, [[rpc::in]] DWORD dwIndex,
                               [[rpc::in]] const RPC_UNICODE_STRING* lpValueNameIn,
                               [[rpc::out]] RPC_UNICODE_STRING* lpValueNameOut,
                               [[rpc::in, rpc::out, rpc::unique]] DWORD* lpType,
                               [[ rpc::in, rpc::out, rpc::unique, rpc::size_is(lpcbData ? *lpcbData : 0),
                                  rpc::length_is(lpcbLen ? *lpcbLen : 0),
                                  rpc::range(0, 0x4000000) ]] std::uint8_t* lpData,
                               [[rpc::in, rpc::out, rpc::unique]] DWORD* lpcbData,
                               [[rpc::in, rpc::out, rpc::unique]] DWORD* lpcbLen);

std::uint32_t BaseRegFlushKey([[rpc::in]] RPC_HKEY hKey);

std::uint32_t BaseRegGetKeySecurity([[rpc::in]] RPC_HKEY hKey,
                                    [[rpc::in]] SECURITY_INFORMATION SecurityInformation,
                                    [[rpc::in]] const RPC_SECURITY_DESCRIPTOR* pRpcSecurityDescriptorIn,
                                    [[rpc::out]] RPC_SECURITY_DESCRIPTOR* pRpcSecurityDescriptorOut);

std::uint32_t BaseRegLoadKey([[rpc::in]] RPC_HKEY hKey,
                             [[rpc::in]] const RPC_UNICODE_STRING* lpSubKey,
                             [[rpc::in]] const RPC_UNICODE_STRING* lpFile);

[[rpc::reserved]] void Opnum14NotImplemented();

std::uint32_t BaseRegOpenKey([[rpc::in]] RPC_HKEY hKey,
                             [[rpc::in]] const RPC_UNICODE_STRING* lpSubKey,
                             [[rpc::in]] DWORD dwOptions, [[rpc::in]] REGSAM samDesired,
                             [[rpc::out]] RPC_HKEY* phkResult);

std::uint32_t BaseRegQueryInfoKey([[rpc::in]] RPC_HKEY hKey,
                                  [[rpc::in]] const RPC_UNICODE_STRING* lpClassIn,
                                  [[rpc::out]] RPC_UNICODE_STRING* lpClassOut,
                                  [[rpc::out]] DWORD* lpcSubKeys,
                                  [[rpc::out]] DWORD* lpcbMaxSubKeyLen,
                                  [[rpc::out]] DWORD* lpcbMaxClassLen,
                                  [[rpc::out]] DWORD* lpcValues,
                                  [[rpc::out]] DWORD* lpcbMaxValueNameLen,
                                  [[rpc::out]] DWORD* lpcbMaxValueLen,
                                  [[rpc::out]] DWORD* lpcbSecurityDescriptor,
                                  [[rpc::out]] FILETIME* lpftLastWriteTime);

std::uint32_t BaseRegQueryValue([[rpc::in]] RPC_HKEY hKey,
                                [[rpc::in]] const RPC_UNICODE_STRING* lpValueName,
                                [[rpc::in, rpc::out, rpc::unique]] DWORD* lpType,
                                [[ rpc::in, rpc::out, rpc::unique, rpc::size_is(lpcbData ? *lpcbData : 0),
                                   rpc::length_is(lpcbLen ? *lpcbLen : 0),
                                   rpc::range(0, 0x4000000) ]] std::uint8_t* lpData,
                                [[rpc::in, rpc::out, rpc::unique]] DWORD* lpcbData,
                                [[rpc::in, rpc::out, rpc::unique]] DWORD* lpcbLen);

std::uint32_t BaseRegReplaceKey([[rpc::in]] RPC_HKEY hKey,
                                [[rpc::in]] const RPC_UNICODE_STRING* lpSubKey,
                                [[rpc::in]] const RPC_UNICODE_STRING* lpNewFile,
                                [[rpc::in]] const RPC_UNICODE_STRING* lpOldFile);

std::uint32_t BaseRegRestoreKey([[rpc::in]] RPC_HKEY hKey,
                                [[rpc::in]] const RPC_UNICODE_STRING* lpFile,
                                [[rpc::in]] DWORD Flags);

std::uint32_t BaseRegSaveKey([[rpc::in]] RPC_HKEY hKey,
                             [[rpc::in]] const RPC_UNICODE_STRING* lpFile,
                             [[rpc::in, rpc::unique]] const RPC_SECURITY_ATTRIBUTES* pSecurityAttributes);

std::uint32_t BaseRegSetKeySecurity([[rpc::in]] RPC_HKEY hKey,
                                    [[rpc::in]] SECURITY_INFORMATION SecurityInformation,
                                    [[rpc::in]] const RPC_SECURITY_DESCRIPTOR* pRpcSecurityDescriptor);

std::uint32_t BaseRegSetValue([[rpc::in]] RPC_HKEY hKey,
                              [[rpc::in]] const RPC_UNICODE_STRING* lpValueName,
                              [[rpc::in]] DWORD dwType,
                              [[rpc::in, rpc::size_is(cbData)]] const std::uint8_t* lpData,
                              [[rpc::in]] DWORD cbData);

std::uint32_t BaseRegUnLoadKey([[rpc::in]] RPC_HKEY hKey,
                               [[rpc::in]] const RPC_UNICODE_STRING* lpSubKey);

[[rpc::reserved]] void Opnum24NotImplemented();

[[rpc::reserved]] void Opnum25NotImplemented();

std::uint32_t BaseRegGetVersion([[rpc::in]] RPC_HKEY hKey, [[rpc::out]] DWORD* lpdwVersion);

std::uint32_t OpenCurrentConfig([[rpc::in, rpc::unique]] REGISTRY_SERVER_NAME ServerName,
                                [[rpc::in]] REGSAM samDesired, [[rpc::out]] RPC_HKEY* phKey);

[[rpc::reserved]] void Opnum28NotImplemented();

std::uint32_t BaseRegQueryMultipleValues(
    [[rpc::in]] RPC_HKEY hKey,
    [[rpc::in, rpc::size_is(num_vals), rpc::length_is(num_vals)]] const RVALENT* val_listIn,
    [[rpc::out, rpc::size_is(num_vals), rpc::length_is(num_vals)]] RVALENT* val_listOut,
    [[rpc::in]] DWORD num_vals,
    [[ rpc::in, rpc::out, rpc::unique, rpc::size_is(*ldwTotsize),
       rpc::length_is(*ldwTotsize) ]] char* lpvalueBuf,
    [[rpc::in, rpc::out, rpc::ref]] DWORD* ldwTotsize);

[[rpc::reserved]] void Opnum30NotImplemented();

std::uint32_t BaseRegSaveKeyEx([[rpc::in]] RPC_HKEY hKey,
                               [[rpc::in]] const RPC_UNICODE_STRING* lpFile,
                               [[rpc::in, rpc::unique]] const RPC_SECURITY_ATTRIBUTES* pSecurityAttributes,
                               [[rpc::in]] DWORD Flags);

std::uint32_t OpenPerformanceText([[rpc::in, rpc::unique]] REGISTRY_SERVER_NAME ServerName,
                                  [[rpc::in]] REGSAM samDesired, [[rpc::out]] RPC_HKEY* phKey);

std::uint32_t OpenPerformanceNlsText([[rpc::in, rpc::unique]] REGISTRY_SERVER_NAME ServerName,
                                     [[rpc::in]] REGSAM samDesired, [[rpc::out]] RPC_HKEY* phKey);

std::uint32_t BaseRegQueryMultipleValues2(
    [[rpc::in]] RPC_HKEY hKey,
    [[rpc::in, rpc::size_is(num_vals), rpc::length_is(num_vals)]] const RVALENT* val_listIn,
    [[rpc::out, rpc::size_is(num_vals), rpc::length_is(num_vals)]] RVALENT* val_listOut,
    [[rpc::in]] DWORD num_vals,
    [[ rpc::in, rpc::out, rpc::unique, rpc::size_is(*ldwTotsize),
       rpc::length_is(*ldwTotsize) ]] char* lpvalueBuf,
    [[rpc::in]] const DWORD* ldwTotsize, [[rpc::out]] DWORD* ldwRequiredSize);

std::uint32_t BaseRegDeleteKeyEx([[rpc::in]] RPC_HKEY hKey,
                                 [[rpc::in]] const RPC_UNICODE_STRING* lpSubKey,
                                 [[rpc::in]] REGSAM AccessMask, [[rpc::in]] DWORD Reserved);

}  // namespace winreg

[[rpc::stubs]];

#endif
