// The service control manager: MS-SCMR, appendix A.
// RUN: %clang -x c++ -fsyntax-only -Xclang -verify %s
// RUN: %clang -fsyntax-only -DHEADER='"%s"' -DINTERFACE=svcctl -DOPERATIONS=65 %S/Inputs/instantiate.cpp
// expected-no-diagnostics
#ifndef TEST_PUBLISHED_SCMR_H
#define TEST_PUBLISHED_SCMR_H

#include "dtyp.h"

namespace [[rpc::interface("367abb81-9844-35f1-ad32-98f038001003", 2, 0), rpc::ms_union,
            rpc::pointer_default(unique)]] svcctl {

using dtyp::BOOL;
using dtyp::DWORD;
using dtyp::GUID;

constexpr DWORD SC_MAX_DEPEND_SIZE = 4 * 1024;
constexpr DWORD SC_MAX_NAME_LENGTH = 256 + 1;
constexpr DWORD SC_MAX_PATH_LENGTH = 32 * 1024;
constexpr DWORD SC_MAX_PWD_SIZE = 514;
constexpr DWORD SC_MAX_COMPUTER_NAME_LENGTH = 1024;
constexpr DWORD SC_MAX_ACCOUNT_NAME_LENGTH = 2 * 1024;
constexpr DWORD SC_MAX_COMMENT_LENGTH = 128;
constexpr DWORD SC_MAX_ARGUMENT_LENGTH = 1024;
constexpr DWORD SC_MAX_ARGUMENTS = 1024;

struct object;
using SC_RPC_HANDLE [[rpc::context_handle]] = object*;
[[rpc::local]] void SC_RPC_HANDLE_rundown(SC_RPC_HANDLE left);
struct lock;
using SC_RPC_LOCK [[rpc::context_handle]] = lock*;
[[rpc::local]] void SC_RPC_LOCK_rundown(SC_RPC_LOCK left);
struct notification;
using SC_NOTIFY_RPC_HANDLE [[rpc::context_handle]] = notification*;
[[rpc::local]] void SC_NOTIFY_RPC_HANDLE_rundown(SC_NOTIFY_RPC_HANDLE left);

using BOUNDED_DWORD_4K [[rpc::range(0, 1024 * 4)]] = DWORD;
using BOUNDED_DWORD_8K [[rpc::range(0, 1024 * 8)]] = DWORD;
using BOUNDED_DWORD_256K [[rpc::range(0, 1024 * 256)]] = DWORD;

// Texts of Windows NT's names, and of its bytes.
using computer_name [[using rpc: string, range(0, SC_MAX_COMPUTER_NAME_LENGTH)]] = const char16_t*;
using name [[using rpc: string, range(0, SC_MAX_NAME_LENGTH)]] = const char16_t*;
using path [[using rpc: string, range(0, SC_MAX_PATH_LENGTH)]] = const char16_t*;
using account_name [[using rpc: string, range(0, SC_MAX_ACCOUNT_NAME_LENGTH)]] = const char16_t*;
using computer_name_a [[using rpc: string, range(0, SC_MAX_COMPUTER_NAME_LENGTH)]] = const char*;
using name_a [[using rpc: string, range(0, SC_MAX_NAME_LENGTH)]] = const char*;
using path_a [[using rpc: string, range(0, SC_MAX_PATH_LENGTH)]] = const char*;
using account_name_a [[using rpc: string, range(0, SC_MAX_ACCOUNT_NAME_LENGTH)]] = const char*;
using text [[using rpc: string, range(0, 8 * 1024)]] = char16_t*;
using text_a [[using rpc: string, range(0, 8 * 1024)]] = char*;

struct STRING_PTRSA {
  [[using rpc: string, range(0, SC_MAX_ARGUMENT_LENGTH)]] const char* StringPtr;
};

struct STRING_PTRSW {
  [[using rpc: string, range(0, SC_MAX_ARGUMENT_LENGTH)]] const char16_t* StringPtr;
};

struct SERVICE_STATUS {
  DWORD dwServiceType;
  DWORD dwCurrentState;
  DWORD dwControlsAccepted;
  DWORD dwWin32ExitCode;
  DWORD dwServiceSpecificExitCode;
  DWORD dwCheckPoint;
  DWORD dwWaitHint;
};

struct SERVICE_STATUS_PROCESS {
  DWORD dwServiceType;
  DWORD dwCurrentState;
  DWORD dwControlsAccepted;
  DWORD dwWin32ExitCode;
  DWORD dwServiceSpecificExitCode;
  DWORD dwCheckPoint;
  DWORD dwWaitHint;
  DWORD dwProcessId;
  DWORD dwServiceFlags;
};

struct QUERY_SERVICE_CONFIGW {
  DWORD dwServiceType;
  DWORD dwStartType;
  DWORD dwErrorControl;
  text lpBinaryPathName;
  text lpLoadOrderGroup;
  DWORD dwTagId;
  text lpDependencies;
  text lpServiceStartName;
  text lpDisplayName;
};

struct QUERY_SERVICE_LOCK_STATUSW {
  DWORD fIsLocked;
  text lpLockOwner;
  DWORD dwLockDuration;
};

struct QUERY_SERVICE_CONFIGA {
  DWORD dwServiceType;
  DWORD dwStartType;
  DWORD dwErrorControl;
  text_a lpBinaryPathName;
  text_a lpLoadOrderGroup;
  DWORD dwTagId;
  text_a lpDependencies;
  text_a lpServiceStartName;
  text_a lpDisplayName;
};

struct QUERY_SERVICE_LOCK_STATUSA {
  DWORD fIsLocked;
  text_a lpLockOwner;
  DWORD dwLockDuration;
};

struct SERVICE_DESCRIPTIONA {
  text_a lpDescription;
};

enum [[rpc::v1_enum]] SC_ACTION_TYPE {
  SC_ACTION_NONE = 0,
  SC_ACTION_RESTART = 1,
  SC_ACTION_REBOOT = 2,
  SC_ACTION_RUN_COMMAND = 3
};

struct SC_ACTION {
  SC_ACTION_TYPE Type;
  DWORD Delay;
};

struct SERVICE_FAILURE_ACTIONSA {
  DWORD dwResetPeriod;
  text_a lpRebootMsg;
  text_a lpCommand;
  [[rpc::range(0, 1024)]] DWORD cActions;
  [[rpc::size_is(cActions)]] SC_ACTION* lpsaActions;
};

struct SERVICE_DELAYED_AUTO_START_INFO {
  BOOL fDelayedAutostart;
};

struct SERVICE_FAILURE_ACTIONS_FLAG {
  BOOL fFailureActionsOnNonCrashFailures;
};

struct SERVICE_SID_INFO {
  DWORD dwServiceSidType;
};

struct SERVICE_PRESHUTDOWN_INFO {
  DWORD dwPreshutdownTimeout;
};

struct SERVICE_DESCRIPTIONW {
  text lpDescription;
};

struct SERVICE_FAILURE_ACTIONSW {
  DWORD dwResetPeriod;
  text lpRebootMsg;
  text lpCommand;
  [[rpc::range(0, 1024)]] DWORD cActions;
  [[rpc::size_is(cActions)]] SC_ACTION* lpsaActions;
};

enum [[rpc::v1_enum]] SC_STATUS_TYPE { SC_STATUS_PROCESS_INFO = 0 };

enum [[rpc::v1_enum]] SC_ENUM_TYPE { SC_ENUM_PROCESS_INFO = 0 };

struct SERVICE_PREFERRED_NODE_INFO {
  std::uint16_t usPreferredNode;
  std::uint8_t fDelete;
};

struct SERVICE_TRIGGER_SPECIFIC_DATA_ITEM {
  DWORD dwDataType;
  [[rpc::range(0, 1024)]] DWORD cbData;
  [[rpc::size_is(cbData)]] std::uint8_t* pData;
};

struct SERVICE_TRIGGER {
  DWORD dwTriggerType;
  DWORD dwAction;
  GUID* pTriggerSubtype;
  [[rpc::range(0, 64)]] DWORD cDataItems;
  [[rpc::size_is(cDataItems)]] SERVICE_TRIGGER_SPECIFIC_DATA_ITEM* pDataItems;
};

struct SERVICE_TRIGGER_INFO {
  [[rpc::range(0, 64)]] DWORD cTriggers;
  [[rpc::size_is(cTriggers)]] SERVICE_TRIGGER* pTriggers;
  std::uint8_t* pReserved;
};

struct SERVICE_RPC_REQUIRED_PRIVILEGES_INFO {
  [[rpc::range(0, 1024 * 4)]] DWORD cbRequiredPrivileges;
  [[rpc::size_is(cbRequiredPrivileges)]] std::uint8_t* pRequiredPrivileges;
};

union [[rpc::switch_type(DWORD)]] config_info_a {
  [[rpc::case(1)]] SERVICE_DESCRIPTIONA* psd;
  [[rpc::case(2)]] SERVICE_FAILURE_ACTIONSA* psfa;
  [[rpc::case(3)]] SERVICE_DELAYED_AUTO_START_INFO* psda;
  [[rpc::case(4)]] SERVICE_FAILURE_ACTIONS_FLAG* psfaf;
  [[rpc::case(5)]] SERVICE_SID_INFO* pssid;
  [[rpc::case(6)]] SERVICE_RPC_REQUIRED_PRIVILEGES_INFO* psrp;
  [[rpc::case(7)]] SERVICE_PRESHUTDOWN_INFO* psps;
  [[rpc::case(8)]] SERVICE_TRIGGER_INFO* psti;
  [[rpc::case(9)]] SERVICE_PREFERRED_NODE_INFO* pspn;
};

struct SC_RPC_CONFIG_INFOA {
  DWORD dwInfoLevel;
  [[rpc::switch_is(dwInfoLevel)]] config_info_a u;
};

union [[rpc::switch_type(DWORD)]] config_info_w {
  [[rpc::case(1)]] SERVICE_DESCRIPTIONW* psd;
  [[rpc::case(2)]] SERVICE_FAILURE_ACTIONSW* psfa;
  [[rpc::case(3)]] SERVICE_DELAYED_AUTO_START_INFO* psda;
  [[rpc::case(4)]] SERVICE_FAILURE_ACTIONS_FLAG* psfaf;
  [[rpc::case(5)]] SERVICE_SID_INFO* pssid;
  [[rpc::case(6)]] SERVICE_RPC_REQUIRED_PRIVILEGES_INFO* psrp;
  [[rpc::case(7)]] SERVICE_PRESHUTDOWN_INFO* psps;
  [[rpc::case(8)]] SERVICE_TRIGGER_INFO* psti;
  [[rpc::case(9)]] SERVICE_PREFERRED_NODE_INFO* pspn;
};

struct SC_RPC_CONFIG_INFOW {
  DWORD dwInfoLevel;
  [[rpc::switch_is(dwInfoLevel)]] config_info_w u;
};

struct SERVICE_NOTIFY_STATUS_CHANGE_PARAMS_1 {
  std::uint64_t ullThreadId;
  DWORD dwNotifyMask;
  std::uint8_t CallbackAddressArray[16];
  std::uint8_t CallbackParamAddressArray[16];
  SERVICE_STATUS_PROCESS ServiceStatus;
  DWORD dwNotificationStatus;
  DWORD dwSequence;
};

struct SERVICE_NOTIFY_STATUS_CHANGE_PARAMS_2 {
  std::uint64_t ullThreadId;
  DWORD dwNotifyMask;
  std::uint8_t CallbackAddressArray[16];
  std::uint8_t CallbackParamAddressArray[16];
  SERVICE_STATUS_PROCESS ServiceStatus;
  DWORD dwNotificationStatus;
  DWORD dwSequence;
  DWORD dwNotificationTriggered;
  [[using rpc: string, range(0, 64 * 1024)]] char16_t* pszServiceNames;
};

union [[rpc::switch_type(DWORD)]] notify_params {
  [[rpc::case(1)]] SERVICE_NOTIFY_STATUS_CHANGE_PARAMS_1* pStatusChangeParam1;
  [[rpc::case(2)]] SERVICE_NOTIFY_STATUS_CHANGE_PARAMS_2* pStatusChangeParams;
};

struct SC_RPC_NOTIFY_PARAMS {
  DWORD dwInfoLevel;
  [[rpc::switch_is(dwInfoLevel)]] notify_params u;
};

struct SC_RPC_NOTIFY_PARAMS_LIST {
  BOUNDED_DWORD_4K cElements;
  [[rpc::size_is(cElements)]] SC_RPC_NOTIFY_PARAMS NotifyParamsArray[1];
};

struct SERVICE_CONTROL_STATUS_REASON_IN_PARAMSA {
  DWORD dwReason;
  [[using rpc: string, range(0, SC_MAX_COMMENT_LENGTH)]] const char* pszComment;
};

struct SERVICE_CONTROL_STATUS_REASON_OUT_PARAMS {
  SERVICE_STATUS_PROCESS ServiceStatus;
};

union [[rpc::switch_type(DWORD)]] SC_RPC_SERVICE_CONTROL_IN_PARAMSA {
  [[rpc::case(1)]] SERVICE_CONTROL_STATUS_REASON_IN_PARAMSA* psrInParams;
};

union [[rpc::switch_type(DWORD)]] SC_RPC_SERVICE_CONTROL_OUT_PARAMSA {
  [[rpc::case(1)]] SERVICE_CONTROL_STATUS_REASON_OUT_PARAMS* psrOutParams;
};

struct SERVICE_CONTROL_STATUS_REASON_IN_PARAMSW {
  DWORD dwReason;
  [[using rpc: string, range(0, SC_MAX_COMMENT_LENGTH)]] const char16_t* pszComment;
};

union [[rpc::switch_type(DWORD)]] SC_RPC_SERVICE_CONTROL_IN_PARAMSW {
  [[rpc::case(1)]] SERVICE_CONTROL_STATUS_REASON_IN_PARAMSW* psrInParams;
};

union [[rpc::switch_type(DWORD)]] SC_RPC_SERVICE_CONTROL_OUT_PARAMSW {
  [[rpc::case(1)]] SERVICE_CONTROL_STATUS_REASON_OUT_PARAMS* psrOutParams;
};

DWORD RCloseServiceHandle([[rpc::in, rpc::out]] SC_RPC_HANDLE* hSCObject);

DWORD RControlService([[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwControl,
                      [[rpc::out]] SERVICE_STATUS* lpServiceStatus);

DWORD RDeleteService([[rpc::in]] SC_RPC_HANDLE hService);

DWORD RLockServiceDatabase([[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::out]] SC_RPC_LOCK* lpLock);

DWORD RQueryServiceObjectSecurity(
    [[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwSecurityInformation,
    [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpSecurityDescriptor,
    [[rpc::in]] BOUNDED_DWORD_256K cbBufSize, [[rpc::out]] BOUNDED_DWORD_256K* pcbBytesNeeded);

DWORD RSetServiceObjectSecurity(
    [[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwSecurityInformation,
    [[rpc::in, rpc::size_is(cbBufSize)]] const std::uint8_t* lpSecurityDescriptor,
    [[rpc::in]] DWORD cbBufSize);

DWORD RQueryServiceStatus([[rpc::in]] SC_RPC_HANDLE hService,
                          [[rpc::out]] SERVICE_STATUS* lpServiceStatus);

DWORD RSetServiceStatus([[rpc::in]] SC_RPC_HANDLE hServiceStatus,
                        [[rpc::in]] const SERVICE_STATUS* lpServiceStatus);

DWORD RUnlockServiceDatabase([[rpc::in, rpc::out]] SC_RPC_LOCK* Lock);

DWORD RNotifyBootConfigStatus([[rpc::in, rpc::unique]] computer_name lpMachineName,
                              [[rpc::in]] DWORD BootAcceptable);

[[rpc::reserved]] void Opnum10NotUsedOnWire();

DWORD RChangeServiceConfigW(
    [[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwServiceType,
    [[rpc::in]] DWORD dwStartType, [[rpc::in]] DWORD dwErrorControl,
    [[rpc::in, rpc::unique]] path lpBinaryPathName, [[rpc::in, rpc::unique]] name lpLoadOrderGroup,
    [[using rpc: in, out, unique]] DWORD* lpdwTagId,
    [[using rpc: in, unique, size_is(dwDependSize)]] const std::uint8_t* lpDependencies,
    [[rpc::in, rpc::range(0, SC_MAX_DEPEND_SIZE)]] DWORD dwDependSize,
    [[rpc::in, rpc::unique]] account_name lpServiceStartName,
    [[using rpc: in, unique, size_is(dwPwSize)]] const std::uint8_t* lpPassword,
    [[rpc::in, rpc::range(0, SC_MAX_PWD_SIZE)]] DWORD dwPwSize,
    [[rpc::in, rpc::unique]] name lpDisplayName);

DWORD RCreateServiceW(
    [[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name lpServiceName,
    [[rpc::in, rpc::unique]] name lpDisplayName, [[rpc::in]] DWORD dwDesiredAccess,
    [[rpc::in]] DWORD dwServiceType, [[rpc::in]] DWORD dwStartType,
    [[rpc::in]] DWORD dwErrorControl, [[rpc::in]] path lpBinaryPathName,
    [[rpc::in, rpc::unique]] name lpLoadOrderGroup, [[using rpc: in, out, unique]] DWORD* lpdwTagId,
    [[using rpc: in, unique, size_is(dwDependSize)]] const std::uint8_t* lpDependencies,
    [[rpc::in, rpc::range(0, SC_MAX_DEPEND_SIZE)]] DWORD dwDependSize,
    [[rpc::in, rpc::unique]] account_name lpServiceStartName,
    [[using rpc: in, unique, size_is(dwPwSize)]] const std::uint8_t* lpPassword,
    [[rpc::in, rpc::range(0, SC_MAX_PWD_SIZE)]] DWORD dwPwSize,
    [[rpc::out]] SC_RPC_HANDLE* lpServiceHandle);

DWORD REnumDependentServicesW([[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwServiceState,
                              [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpServices,
                              [[rpc::in]] BOUNDED_DWORD_256K cbBufSize,
                              [[rpc::out]] BOUNDED_DWORD_256K* pcbBytesNeeded,
                              [[rpc::out]] BOUNDED_DWORD_256K* lpServicesReturned);

DWORD REnumServicesStatusW([[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] DWORD dwServiceType,
                           [[rpc::in]] DWORD dwServiceState,
                           [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpBuffer,
                           [[rpc::in]] BOUNDED_DWORD_256K cbBufSize,
                           [[rpc::out]] BOUNDED_DWORD_256K* pcbBytesNeeded,
                           [[rpc::out]] BOUNDED_DWORD_256K* lpServicesReturned,
                           [[using rpc: in, out, unique]] BOUNDED_DWORD_256K* lpResumeIndex);

DWORD ROpenSCManagerW([[rpc::in, rpc::unique]] computer_name lpMachineName,
                      [[rpc::in, rpc::unique]] name lpDatabaseName,
                      [[rpc::in]] DWORD dwDesiredAccess, [[rpc::out]] SC_RPC_HANDLE* lpScHandle);

DWORD ROpenServiceW([[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name lpServiceName,
                    [[rpc::in]] DWORD dwDesiredAccess, [[rpc::out]] SC_RPC_HANDLE* lpServiceHandle);

DWORD RQueryServiceConfigW([[rpc::in]] SC_RPC_HANDLE hService,
                           [[rpc::out]] QUERY_SERVICE_CONFIGW* lpServiceConfig,
                           [[rpc::in]] BOUNDED_DWORD_8K cbBufSize,
                           [[rpc::out]] BOUNDED_DWORD_8K* pcbBytesNeeded);

DWORD RQueryServiceLockStatusW([[rpc::in]] SC_RPC_HANDLE hSCManager,
                               [[rpc::out]] QUERY_SERVICE_LOCK_STATUSW* lpLockStatus,
                               [[rpc::in]] BOUNDED_DWORD_4K cbBufSize,
                               [[rpc::out]] BOUNDED_DWORD_4K* pcbBytesNeeded);

DWORD RStartServiceW([[rpc::in]] SC_RPC_HANDLE hService,
                     [[rpc::in, rpc::range(0, SC_MAX_ARGUMENTS)]] DWORD argc,
                     [[using rpc: in, unique, size_is(argc)]] const STRING_PTRSW* argv);

DWORD RGetServiceDisplayNameW(
    [[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name lpServiceName,
    [[using rpc: out, string, range(1, 4 * 1024 + 1), size_is(*lpcchBuffer + 1)]] char16_t* lpDisplayName,
    [[rpc::in, rpc::out]] DWORD* lpcchBuffer);

DWORD RGetServiceKeyNameW(
    [[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name lpDisplayName,
    [[using rpc: out, string, range(1, 4 * 1024 + 1), size_is(*lpcchBuffer + 1)]] char16_t* lpServiceName,
    [[rpc::in, rpc::out]] DWORD* lpcchBuffer);

[[rpc::reserved]] void Opnum22NotUsedOnWire();

DWORD RChangeServiceConfigA(
    [[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwServiceType,
    [[rpc::in]] DWORD dwStartType, [[rpc::in]] DWORD dwErrorControl,
    [[rpc::in, rpc::unique]] path_a lpBinaryPathName,
    [[rpc::in, rpc::unique]] name_a lpLoadOrderGroup,
    [[using rpc: in, out, unique]] DWORD* lpdwTagId,
    [[using rpc: in, unique, size_is(dwDependSize)]] const std::uint8_t* lpDependencies,
    [[rpc::in, rpc::range(0, SC_MAX_DEPEND_SIZE)]] DWORD dwDependSize,
    [[rpc::in, rpc::unique]] account_name_a lpServiceStartName,
    [[using rpc: in, unique, size_is(dwPwSize)]] const std::uint8_t* lpPassword,
    [[rpc::in, rpc::range(0, SC_MAX_PWD_SIZE)]] DWORD dwPwSize,
    [[rpc::in, rpc::unique]] name_a lpDisplayName);

DWORD RCreateServiceA(
    [[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name_a lpServiceName,
    [[rpc::in, rpc::unique]] name_a lpDisplayName, [[rpc::in]] DWORD dwDesiredAccess,
    [[rpc::in]] DWORD dwServiceType, [[rpc::in]] DWORD dwStartType,
    [[rpc::in]] DWORD dwErrorControl, [[rpc::in]] path_a lpBinaryPathName,
    [[rpc::in, rpc::unique]] name_a lpLoadOrderGroup,
    [[using rpc: in, out, unique]] DWORD* lpdwTagId,
    [[using rpc: in, unique, size_is(dwDependSize)]] const std::uint8_t* lpDependencies,
    [[rpc::in, rpc::range(0, SC_MAX_DEPEND_SIZE)]] DWORD dwDependSize,
    [[rpc::in, rpc::unique]] account_name_a lpServiceStartName,
    [[using rpc: in, unique, size_is(dwPwSize)]] const std::uint8_t* lpPassword,
    [[rpc::in, rpc::range(0, SC_MAX_PWD_SIZE)]] DWORD dwPwSize,
    [[rpc::out]] SC_RPC_HANDLE* lpServiceHandle);

DWORD REnumDependentServicesA([[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwServiceState,
                              [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpServices,
                              [[rpc::in]] BOUNDED_DWORD_256K cbBufSize,
                              [[rpc::out]] BOUNDED_DWORD_256K* pcbBytesNeeded,
                              [[rpc::out]] BOUNDED_DWORD_256K* lpServicesReturned);

DWORD REnumServicesStatusA([[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] DWORD dwServiceType,
                           [[rpc::in]] DWORD dwServiceState,
                           [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpBuffer,
                           [[rpc::in]] BOUNDED_DWORD_256K cbBufSize,
                           [[rpc::out]] BOUNDED_DWORD_256K* pcbBytesNeeded,
                           [[rpc::out]] BOUNDED_DWORD_256K* lpServicesReturned,
                           [[using rpc: in, out, unique]] BOUNDED_DWORD_256K* lpResumeIndex);

DWORD ROpenSCManagerA([[rpc::in, rpc::unique]] computer_name_a lpMachineName,
                      [[rpc::in, rpc::unique]] name_a lpDatabaseName,
                      [[rpc::in]] DWORD dwDesiredAccess, [[rpc::out]] SC_RPC_HANDLE* lpScHandle);

DWORD ROpenServiceA([[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name_a lpServiceName,
                    [[rpc::in]] DWORD dwDesiredAccess, [[rpc::out]] SC_RPC_HANDLE* lpServiceHandle);

DWORD RQueryServiceConfigA([[rpc::in]] SC_RPC_HANDLE hService,
                           [[rpc::out]] QUERY_SERVICE_CONFIGA* lpServiceConfig,
                           [[rpc::in]] BOUNDED_DWORD_8K cbBufSize,
                           [[rpc::out]] BOUNDED_DWORD_8K* pcbBytesNeeded);

DWORD RQueryServiceLockStatusA([[rpc::in]] SC_RPC_HANDLE hSCManager,
                               [[rpc::out]] QUERY_SERVICE_LOCK_STATUSA* lpLockStatus,
                               [[rpc::in]] BOUNDED_DWORD_4K cbBufSize,
                               [[rpc::out]] BOUNDED_DWORD_4K* pcbBytesNeeded);

DWORD RStartServiceA([[rpc::in]] SC_RPC_HANDLE hService,
                     [[rpc::in, rpc::range(0, SC_MAX_ARGUMENTS)]] DWORD argc,
                     [[using rpc: in, unique, size_is(argc)]] const STRING_PTRSA* argv);

DWORD RGetServiceDisplayNameA(
    [[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name_a lpServiceName,
    [[using rpc: out, string, size_is(*lpcchBuffer)]] char* lpDisplayName,
    [[rpc::in, rpc::out]] BOUNDED_DWORD_4K* lpcchBuffer);

DWORD RGetServiceKeyNameA([[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name_a lpDisplayName,
                          [[using rpc: out, string, size_is(*lpcchBuffer)]] char* lpKeyName,
                          [[rpc::in, rpc::out]] BOUNDED_DWORD_4K* lpcchBuffer);

[[rpc::reserved]] void Opnum34NotUsedOnWire();

DWORD REnumServiceGroupW([[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] DWORD dwServiceType,
                         [[rpc::in]] DWORD dwServiceState,
                         [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpBuffer,
                         [[rpc::in]] BOUNDED_DWORD_256K cbBufSize,
                         [[rpc::out]] BOUNDED_DWORD_256K* pcbBytesNeeded,
                         [[rpc::out]] BOUNDED_DWORD_256K* lpServicesReturned,
                         [[using rpc: in, out, unique]] BOUNDED_DWORD_256K* lpResumeIndex,
                         [[rpc::in, rpc::unique]] name pszGroupName);

DWORD RChangeServiceConfig2A([[rpc::in]] SC_RPC_HANDLE hService,
                             [[rpc::in]] SC_RPC_CONFIG_INFOA Info);

DWORD RChangeServiceConfig2W([[rpc::in]] SC_RPC_HANDLE hService,
                             [[rpc::in]] SC_RPC_CONFIG_INFOW Info);

DWORD RQueryServiceConfig2A([[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwInfoLevel,
                            [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpBuffer,
                            [[rpc::in]] BOUNDED_DWORD_8K cbBufSize,
                            [[rpc::out]] BOUNDED_DWORD_8K* pcbBytesNeeded);

DWORD RQueryServiceConfig2W([[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwInfoLevel,
                            [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpBuffer,
                            [[rpc::in]] BOUNDED_DWORD_8K cbBufSize,
                            [[rpc::out]] BOUNDED_DWORD_8K* pcbBytesNeeded);

DWORD RQueryServiceStatusEx([[rpc::in]] SC_RPC_HANDLE hService,
                            [[rpc::in]] SC_STATUS_TYPE InfoLevel,
                            [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpBuffer,
                            [[rpc::in]] BOUNDED_DWORD_8K cbBufSize,
                            [[rpc::out]] BOUNDED_DWORD_8K* pcbBytesNeeded);

DWORD REnumServicesStatusExA([[rpc::in]] SC_RPC_HANDLE hSCManager,
                             [[rpc::in]] SC_ENUM_TYPE InfoLevel, [[rpc::in]] DWORD dwServiceType,
                             [[rpc::in]] DWORD dwServiceState,
                             [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpBuffer,
                             [[rpc::in]] BOUNDED_DWORD_256K cbBufSize,
                             [[rpc::out]] BOUNDED_DWORD_256K* pcbBytesNeeded,
                             [[rpc::out]] BOUNDED_DWORD_256K* lpServicesReturned,
                             [[using rpc: in, out, unique]] BOUNDED_DWORD_256K* lpResumeIndex,
                             [[rpc::in, rpc::unique]] name_a pszGroupName);

DWORD REnumServicesStatusExW([[rpc::in]] SC_RPC_HANDLE hSCManager,
                             [[rpc::in]] SC_ENUM_TYPE InfoLevel, [[rpc::in]] DWORD dwServiceType,
                             [[rpc::in]] DWORD dwServiceState,
                             [[rpc::out, rpc::size_is(cbBufSize)]] std::uint8_t* lpBuffer,
                             [[rpc::in]] BOUNDED_DWORD_256K cbBufSize,
                             [[rpc::out]] BOUNDED_DWORD_256K* pcbBytesNeeded,
                             [[rpc::out]] BOUNDED_DWORD_256K* lpServicesReturned,
                             [[using rpc: in, out, unique]] BOUNDED_DWORD_256K* lpResumeIndex,
                             [[rpc::in, rpc::unique]] name pszGroupName);

[[rpc::reserved]] void Opnum43NotUsedOnWire();

DWORD RCreateServiceWOW64A(
    [[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name_a lpServiceName,
    [[rpc::in, rpc::unique]] name_a lpDisplayName, [[rpc::in]] DWORD dwDesiredAccess,
    [[rpc::in]] DWORD dwServiceType, [[rpc::in]] DWORD dwStartType,
    [[rpc::in]] DWORD dwErrorControl, [[rpc::in]] path_a lpBinaryPathName,
    [[rpc::in, rpc::unique]] name_a lpLoadOrderGroup,
    [[using rpc: in, out, unique]] DWORD* lpdwTagId,
    [[using rpc: in, unique, size_is(dwDependSize)]] const std::uint8_t* lpDependencies,
    [[rpc::in, rpc::range(0, SC_MAX_DEPEND_SIZE)]] DWORD dwDependSize,
    [[rpc::in, rpc::unique]] account_name_a lpServiceStartName,
    [[using rpc: in, unique, size_is(dwPwSize)]] const std::uint8_t* lpPassword,
    [[rpc::in, rpc::range(0, SC_MAX_PWD_SIZE)]] DWORD dwPwSize,
    [[rpc::out]] SC_RPC_HANDLE* lpServiceHandle);

DWORD RCreateServiceWOW64W(
    [[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name lpServiceName,
    [[rpc::in, rpc::unique]] name lpDisplayName, [[rpc::in]] DWORD dwDesiredAccess,
    [[rpc::in]] DWORD dwServiceType, [[rpc::in]] DWORD dwStartType,
    [[rpc::in]] DWORD dwErrorControl, [[rpc::in]] path lpBinaryPathName,
    [[rpc::in, rpc::unique]] name lpLoadOrderGroup, [[using rpc: in, out, unique]] DWORD* lpdwTagId,
    [[using rpc: in, unique, size_is(dwDependSize)]] const std::uint8_t* lpDependencies,
    [[rpc::in, rpc::range(0, SC_MAX_DEPEND_SIZE)]] DWORD dwDependSize,
    [[rpc::in, rpc::unique]] account_name lpServiceStartName,
    [[using rpc: in, unique, size_is(dwPwSize)]] const std::uint8_t* lpPassword,
    [[rpc::in, rpc::range(0, SC_MAX_PWD_SIZE)]] DWORD dwPwSize,
    [[rpc::out]] SC_RPC_HANDLE* lpServiceHandle);

[[rpc::reserved]] void Opnum46NotUsedOnWire();

DWORD RNotifyServiceStatusChange([[rpc::in]] SC_RPC_HANDLE hService,
                                 [[rpc::in]] SC_RPC_NOTIFY_PARAMS NotifyParams,
                                 [[rpc::in]] const GUID* pClientProcessGuid,
                                 [[rpc::out]] GUID* pSCMProcessGuid,
                                 [[rpc::out]] BOOL* pfCreateRemoteQueue,
                                 [[rpc::out]] SC_NOTIFY_RPC_HANDLE* phNotify);

std::uint32_t RGetNotifyResults([[rpc::in]] SC_NOTIFY_RPC_HANDLE hNotify,
                        [[rpc::out]] SC_RPC_NOTIFY_PARAMS_LIST** ppNotifyParams);

DWORD RCloseNotifyHandle([[rpc::in, rpc::out]] SC_NOTIFY_RPC_HANDLE* phNotify,
                         [[rpc::out]] BOOL* pfApcFired);

DWORD RControlServiceExA(
    [[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwControl, [[rpc::in]] DWORD dwInfoLevel,
    [[rpc::in, rpc::switch_is(dwInfoLevel)]] const SC_RPC_SERVICE_CONTROL_IN_PARAMSA* pControlInParams,
    [[rpc::out, rpc::switch_is(dwInfoLevel)]] SC_RPC_SERVICE_CONTROL_OUT_PARAMSA* pControlOutParams);

DWORD RControlServiceExW(
    [[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwControl, [[rpc::in]] DWORD dwInfoLevel,
    [[rpc::in, rpc::switch_is(dwInfoLevel)]] const SC_RPC_SERVICE_CONTROL_IN_PARAMSW* pControlInParams,
    [[rpc::out, rpc::switch_is(dwInfoLevel)]] SC_RPC_SERVICE_CONTROL_OUT_PARAMSW* pControlOutParams);

[[rpc::reserved]] void Opnum52NotUsedOnWire();
[[rpc::reserved]] void Opnum53NotUsedOnWire();
[[rpc::reserved]] void Opnum54NotUsedOnWire();
[[rpc::reserved]] void Opnum55NotUsedOnWire();

DWORD RQueryServiceConfigEx([[rpc::in]] SC_RPC_HANDLE hService, [[rpc::in]] DWORD dwInfoLevel,
                            [[rpc::out]] SC_RPC_CONFIG_INFOW* pInfo);

[[rpc::reserved]] void Opnum57NotUsedOnWire();
[[rpc::reserved]] void Opnum58NotUsedOnWire();
[[rpc::reserved]] void Opnum59NotUsedOnWire();

DWORD RCreateWowService(
    [[rpc::in]] SC_RPC_HANDLE hSCManager, [[rpc::in]] name lpServiceName,
    [[rpc::in, rpc::unique]] name lpDisplayName, [[rpc::in]] DWORD dwDesiredAccess,
    [[rpc::in]] DWORD dwServiceType, [[rpc::in]] DWORD dwStartType,
    [[rpc::in]] DWORD dwErrorControl, [[rpc::in]] path lpBinaryPathName,
    [[rpc::in, rpc::unique]] name lpLoadOrderGroup, [[using rpc: in, out, unique]] DWORD* lpdwTagId,
    [[using rpc: in, unique, size_is(dwDependSize)]] const std::uint8_t* lpDependencies,
    [[rpc::in, rpc::range(0, SC_MAX_DEPEND_SIZE)]] DWORD dwDependSize,
    [[rpc::in, rpc::unique]] account_name lpServiceStartName,
    [[using rpc: in, unique, size_is(dwPwSize)]] const std::uint8_t* lpPassword,
    [[rpc::in, rpc::range(0, SC_MAX_PWD_SIZE)]] DWORD dwPwSize,
    [[rpc::in]] std::uint16_t dwServiceWowType, [[rpc::out]] SC_RPC_HANDLE* lpServiceHandle);

[[rpc::reserved]] void Opnum61NotUsedOnWire();
[[rpc::reserved]] void Opnum62NotUsedOnWire();
[[rpc::reserved]] void Opnum63NotUsedOnWire();

DWORD ROpenSCManager2(rpc::handle_t BindingHandle, [[rpc::in, rpc::unique]] name DatabaseName,
                      [[rpc::in]] DWORD DesiredAccess, [[rpc::out]] SC_RPC_HANDLE* ScmHandle);

}  // namespace svcctl

[[rpc::stubs]];

#endif
