// The task scheduler, in its three generations: MS-TSCH, appendix A.
// RUN: %clang -x c++ -fsyntax-only -Xclang -verify %s
// RUN: %clang -fsyntax-only -DHEADER='"%s"' -DINTERFACE=atsvc -DOPERATIONS=4 %S/Inputs/instantiate.cpp
// RUN: %clang -fsyntax-only -DHEADER='"%s"' -DINTERFACE=sasec -DOPERATIONS=4 %S/Inputs/instantiate.cpp
// RUN: %clang -fsyntax-only -DHEADER='"%s"' -DINTERFACE=ITaskSchedulerService -DOPERATIONS=20 %S/Inputs/instantiate.cpp
// expected-no-diagnostics
#ifndef TEST_PUBLISHED_TSCH_H
#define TEST_PUBLISHED_TSCH_H

#include "dtyp.h"

namespace [[rpc::interface("1ff70682-0a51-30e8-076d-740be8cee98b", 1, 0), rpc::ms_union,
            rpc::pointer_default(unique)]] atsvc {

using dtyp::DWORD;

// The published definition has no [string] on the first Command. What Windows sends is a string.
struct AT_ENUM {
  DWORD JobId;
  [[rpc::int3264]] std::uint64_t JobTime;
  DWORD DaysOfMonth;
  std::uint8_t DaysOfWeek;
  std::uint8_t Flags;
  [[rpc::string]] char16_t* Command;
};

struct AT_INFO {
  [[rpc::int3264]] std::uint64_t JobTime;
  DWORD DaysOfMonth;
  std::uint8_t DaysOfWeek;
  std::uint8_t Flags;
  [[rpc::string]] char16_t* Command;
};

struct AT_ENUM_CONTAINER {
  DWORD EntriesRead;
  [[rpc::size_is(EntriesRead)]] AT_ENUM* Buffer;
};

std::uint32_t NetrJobAdd([[using rpc: in, string, unique]] const char16_t* ServerName,
                         [[rpc::in]] const AT_INFO* pAtInfo, [[rpc::out]] DWORD* pJobId);

std::uint32_t NetrJobDel([[using rpc: in, string, unique]] const char16_t* ServerName,
                         [[rpc::in]] DWORD MinJobId, [[rpc::in]] DWORD MaxJobId);

std::uint32_t NetrJobEnum([[using rpc: in, string, unique]] const char16_t* ServerName,
                          [[rpc::in, rpc::out]] AT_ENUM_CONTAINER* pEnumContainer,
                          [[rpc::in]] DWORD PreferedMaximumLength,
                          [[rpc::out]] DWORD* pTotalEntries,
                          [[using rpc: in, out, unique]] DWORD* pResumeHandle);

std::uint32_t NetrJobGetInfo([[using rpc: in, string, unique]] const char16_t* ServerName,
                             [[rpc::in]] DWORD JobId, [[rpc::out]] AT_INFO** ppAtInfo);

}  // namespace atsvc

namespace [[rpc::interface("378e52b0-c0a9-11cf-822d-00aa0051e40f", 1, 0), rpc::ms_union,
            rpc::pointer_default(unique)]] sasec {

using dtyp::DWORD;

constexpr DWORD MAX_BUFFER_SIZE = 15 + 256 + 1 + 1;  // a domain, a user, a separator, the end

std::int32_t SASetAccountInformation([[using rpc: in, string, unique]] const char16_t* Handle,
                                     [[rpc::in, rpc::string]] const char16_t* pwszJobName,
                                     [[rpc::in, rpc::string]] const char16_t* pwszAccount,
                                     [[using rpc: in, string, unique]] const char16_t* pwszPassword,
                                     [[rpc::in]] DWORD dwJobFlags);

std::int32_t SASetNSAccountInformation([[using rpc: in, string, unique]] const char16_t* Handle,
                                       [[using rpc: in, string, unique]] const char16_t* pwszAccount,
                                       [[using rpc: in, string, unique]] const char16_t* pwszPassword);

std::int32_t SAGetNSAccountInformation([[using rpc: in, string, unique]] const char16_t* Handle,
                                       [[rpc::in, rpc::range(0, MAX_BUFFER_SIZE)]] DWORD ccBufferSize,
                                       [[using rpc: in, out, size_is(ccBufferSize)]] char16_t wszBuffer[]);

std::int32_t SAGetAccountInformation([[using rpc: in, string, unique]] const char16_t* Handle,
                                     [[rpc::in, rpc::string]] const char16_t* pwszJobName,
                                     [[rpc::in, rpc::range(0, MAX_BUFFER_SIZE)]] DWORD ccBufferSize,
                                     [[using rpc: in, out, size_is(ccBufferSize)]] char16_t wszBuffer[]);

}  // namespace sasec

namespace [[rpc::interface("86d35949-83c9-4044-b424-db363231fd0c", 1, 0),
            rpc::pointer_default(unique)]] ITaskSchedulerService {

using dtyp::DWORD;
using dtyp::GUID;
using dtyp::SYSTEMTIME;

struct TASK_USER_CRED {
  [[rpc::string]] const char16_t* userId;
  [[rpc::string]] const char16_t* password;
  DWORD flags;
};

struct TASK_XML_ERROR_INFO {
  DWORD line;
  DWORD column;
  [[rpc::string]] char16_t* node;
  [[rpc::string]] char16_t* value;
};

using TASK_NAMES [[rpc::string]] = char16_t**;

std::int32_t SchRpcHighestVersion([[rpc::out]] DWORD* pVersion);

std::int32_t SchRpcRegisterTask([[using rpc: in, string, unique]] const char16_t* path,
                                [[rpc::in, rpc::string]] const char16_t* xml,
                                [[rpc::in]] DWORD flags,
                                [[using rpc: in, string, unique]] const char16_t* sddl,
                                [[rpc::in]] DWORD logonType, [[rpc::in]] DWORD cCreds,
                                [[using rpc: in, size_is(cCreds), unique]] const TASK_USER_CRED* pCreds,
                                [[rpc::out, rpc::string]] char16_t** pActualPath,
                                [[rpc::out]] TASK_XML_ERROR_INFO** pErrorInfo);

std::int32_t SchRpcRetrieveTask([[rpc::in, rpc::string]] const char16_t* path,
                                [[rpc::in, rpc::string]] const char16_t* lpcwszLanguagesBuffer,
                                [[rpc::in]] const std::uint32_t* pulNumLanguages,
                                [[rpc::out, rpc::string]] char16_t** pXml);

std::int32_t SchRpcCreateFolder([[rpc::in, rpc::string]] const char16_t* path,
                                [[using rpc: in, string, unique]] const char16_t* sddl,
                                [[rpc::in]] DWORD flags);

std::int32_t SchRpcSetSecurity([[rpc::in, rpc::string]] const char16_t* path,
                               [[rpc::in, rpc::string]] const char16_t* sddl,
                               [[rpc::in]] DWORD flags);

std::int32_t SchRpcGetSecurity([[rpc::in, rpc::string]] const char16_t* path,
                               [[rpc::in]] DWORD securityInformation,
                               [[rpc::out, rpc::string]] char16_t** sddl);

std::int32_t SchRpcEnumFolders([[rpc::in, rpc::string]] const char16_t* path,
                               [[rpc::in]] DWORD flags, [[rpc::in, rpc::out]] DWORD* pStartIndex,
                               [[rpc::in]] DWORD cRequested, [[rpc::out]] DWORD* pcNames,
                               [[using rpc: out, string, size_is(, *pcNames)]] TASK_NAMES* pNames);

std::int32_t SchRpcEnumTasks([[rpc::in, rpc::string]] const char16_t* path,
                             [[rpc::in]] DWORD flags, [[rpc::in, rpc::out]] DWORD* startIndex,
                             [[rpc::in]] DWORD cRequested, [[rpc::out]] DWORD* pcNames,
                             [[using rpc: out, string, size_is(, *pcNames)]] TASK_NAMES* pNames);

std::int32_t SchRpcEnumInstances([[using rpc: in, string, unique]] const char16_t* path,
                                 [[rpc::in]] DWORD flags, [[rpc::out]] DWORD* pcGuids,
                                 [[rpc::out, rpc::size_is(, *pcGuids)]] GUID** pGuids);

std::int32_t SchRpcGetInstanceInfo([[rpc::in]] GUID guid, [[rpc::out, rpc::string]] char16_t** pPath,
                                   [[rpc::out]] DWORD* pState,
                                   [[rpc::out, rpc::string]] char16_t** pCurrentAction,
                                   [[rpc::out, rpc::string]] char16_t** pInfo,
                                   [[rpc::out]] DWORD* pcGroupInstances,
                                   [[rpc::out, rpc::size_is(, *pcGroupInstances)]] GUID** pGroupInstances,
                                   [[rpc::out]] DWORD* pEnginePID);

std::int32_t SchRpcStopInstance([[rpc::in]] GUID guid, [[rpc::in]] DWORD flags);

std::int32_t SchRpcStop([[using rpc: in, string, unique]] const char16_t* path,
                        [[rpc::in]] DWORD flags);

std::int32_t SchRpcRun([[rpc::in, rpc::string]] const char16_t* path, [[rpc::in]] DWORD cArgs,
                       [[using rpc: in, string, size_is(cArgs), unique]] const char16_t** pArgs,
                       [[rpc::in]] DWORD flags, [[rpc::in]] DWORD sessionId,
                       [[using rpc: in, unique, string]] const char16_t* user,
                       [[rpc::out]] GUID* pGuid);

std::int32_t SchRpcDelete([[rpc::in, rpc::string]] const char16_t* path, [[rpc::in]] DWORD flags);

std::int32_t SchRpcRename([[rpc::in, rpc::string]] const char16_t* path,
                          [[rpc::in, rpc::string]] const char16_t* newName,
                          [[rpc::in]] DWORD flags);

std::int32_t SchRpcScheduledRuntimes([[rpc::in, rpc::string]] const char16_t* path,
                                     [[rpc::in, rpc::unique]] const SYSTEMTIME* start,
                                     [[rpc::in, rpc::unique]] const SYSTEMTIME* end,
                                     [[rpc::in]] DWORD flags, [[rpc::in]] DWORD cRequested,
                                     [[rpc::out]] DWORD* pcRuntimes,
                                     [[rpc::out, rpc::size_is(, *pcRuntimes)]] SYSTEMTIME** pRuntimes);

std::int32_t SchRpcGetLastRunInfo([[rpc::in, rpc::string]] const char16_t* path,
                                  [[rpc::out]] SYSTEMTIME* pLastRuntime,
                                  [[rpc::out]] DWORD* pLastReturnCode);

std::int32_t SchRpcGetTaskInfo([[rpc::in, rpc::string]] const char16_t* path,
                               [[rpc::in]] DWORD flags, [[rpc::out]] DWORD* pEnabled,
                               [[rpc::out]] DWORD* pState);

std::int32_t SchRpcGetNumberOfMissedRuns([[rpc::in, rpc::string]] const char16_t* path,
                                         [[rpc::out]] DWORD* pNumberOfMissedRuns);

std::int32_t SchRpcEnableTask([[rpc::in, rpc::string]] const char16_t* path,
                              [[rpc::in]] DWORD enabled);

}  // namespace ITaskSchedulerService

[[rpc::stubs]];

#endif
