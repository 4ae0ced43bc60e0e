// Printing: MS-PAR, appendix A, with what it takes from MS-RPRN.
// RUN: %clang -x c++ -fsyntax-only -Xclang -verify %s
// RUN: %clang -fsyntax-only -DHEADER='"%s"' -DINTERFACE=IRemoteWinspool -DOPERATIONS=75 %S/Inputs/instantiate.cpp
// expected-no-diagnostics
#ifndef TEST_PUBLISHED_PAR_H
#define TEST_PUBLISHED_PAR_H

#include "dtyp.h"

namespace [[rpc::interface("76f03f96-cdfd-44fc-a22c-64950a001209", 1, 0), rpc::ms_union,
            rpc::pointer_default(unique)]] IRemoteWinspool {

using dtyp::DWORD;
using dtyp::FILETIME;
using dtyp::GUID;
using dtyp::SYSTEMTIME;

constexpr DWORD TABLE_DWORD = 1;
constexpr DWORD TABLE_STRING = 2;
constexpr DWORD TABLE_DEVMODE = 3;
constexpr DWORD TABLE_TIME = 4;
constexpr DWORD TABLE_SECURITYDESCRIPTOR = 5;

struct device_context;
using GDI_HANDLE [[rpc::context_handle]] = device_context*;
[[rpc::local]] void GDI_HANDLE_rundown(GDI_HANDLE left);
struct printer;
using PRINTER_HANDLE [[rpc::context_handle]] = printer*;
[[rpc::local]] void PRINTER_HANDLE_rundown(PRINTER_HANDLE left);
struct notification;
using RMTNTFY_HANDLE [[rpc::context_handle]] = notification*;
[[rpc::local]] void RMTNTFY_HANDLE_rundown(RMTNTFY_HANDLE left);

// Pointers of the published definition that Windows sends as numbers, all of them 0 (as MS-RPRN declares them).
using no_pointer [[rpc::int3264]] = std::uint64_t;
using text [[rpc::string]] = char16_t*;

struct SIZE {
  std::int32_t cx;
  std::int32_t cy;
};

struct RECTL {
  std::int32_t left;
  std::int32_t top;
  std::int32_t right;
  std::int32_t bottom;
};

struct DOC_INFO_1 {
  text pDocName;
  text pOutputFile;
  text pDatatype;
};

struct DRIVER_INFO_1 {
  text pName;
};

struct DRIVER_INFO_2 {
  DWORD cVersion;
  text pName;
  text pEnvironment;
  text pDriverPath;
  text pDataFile;
  text pConfigFile;
};

struct RPC_DRIVER_INFO_3 {
  DWORD cVersion;
  text pName;
  text pEnvironment;
  text pDriverPath;
  text pDataFile;
  text pConfigFile;
  text pHelpFile;
  text pMonitorName;
  text pDefaultDataType;
  DWORD cchDependentFiles;
  [[rpc::size_is(cchDependentFiles), rpc::unique]] char16_t* pDependentFiles;
};

struct RPC_DRIVER_INFO_4 {
  DWORD cVersion;
  text pName;
  text pEnvironment;
  text pDriverPath;
  text pDataFile;
  text pConfigFile;
  text pHelpFile;
  text pMonitorName;
  text pDefaultDataType;
  DWORD cchDependentFiles;
  [[rpc::size_is(cchDependentFiles), rpc::unique]] char16_t* pDependentFiles;
  DWORD cchPreviousNames;
  [[rpc::size_is(cchPreviousNames), rpc::unique]] char16_t* pszzPreviousNames;
};

struct RPC_DRIVER_INFO_6 {
  DWORD cVersion;
  text pName;
  text pEnvironment;
  text pDriverPath;
  text pDataFile;
  text pConfigFile;
  text pHelpFile;
  text pMonitorName;
  text pDefaultDataType;
  DWORD cchDependentFiles;
  [[rpc::size_is(cchDependentFiles), rpc::unique]] char16_t* pDependentFiles;
  DWORD cchPreviousNames;
  [[rpc::size_is(cchPreviousNames), rpc::unique]] char16_t* pszzPreviousNames;
  FILETIME ftDriverDate;
  std::uint64_t dwlDriverVersion;
  text pMfgName;
  text pOEMUrl;
  text pHardwareID;
  text pProvider;
};

struct RPC_DRIVER_INFO_8 {
  DWORD cVersion;
  text pName;
  text pEnvironment;
  text pDriverPath;
  text pDataFile;
  text pConfigFile;
  text pHelpFile;
  text pMonitorName;
  text pDefaultDataType;
  DWORD cchDependentFiles;
  [[rpc::size_is(cchDependentFiles), rpc::unique]] char16_t* pDependentFiles;
  DWORD cchPreviousNames;
  [[rpc::size_is(cchPreviousNames), rpc::unique]] char16_t* pszzPreviousNames;
  FILETIME ftDriverDate;
  std::uint64_t dwlDriverVersion;
  text pMfgName;
  text pOEMUrl;
  text pHardwareID;
  text pProvider;
  text pPrintProcessor;
  text pVendorSetup;
  DWORD cchColorProfiles;
  [[rpc::size_is(cchColorProfiles), rpc::unique]] char16_t* pszzColorProfiles;
  text pInfPath;
  DWORD dwPrinterDriverAttributes;
  DWORD cchCoreDependencies;
  [[rpc::size_is(cchCoreDependencies), rpc::unique]] char16_t* pszzCoreDriverDependencies;
  FILETIME ftMinInboxDriverVerDate;
  std::uint64_t dwlMinInboxDriverVerVersion;
};

struct FORM_INFO_1 {
  DWORD Flags;
  text pName;
  SIZE Size;
  RECTL ImageableArea;
};

struct RPC_FORM_INFO_2 {
  DWORD Flags;
  [[rpc::string, rpc::unique]] const char16_t* pName;
  SIZE Size;
  RECTL ImageableArea;
  [[rpc::string, rpc::unique]] const char* pKeyword;
  DWORD StringType;
  [[rpc::string, rpc::unique]] const char16_t* pMuiDll;
  DWORD dwResourceId;
  [[rpc::string, rpc::unique]] const char16_t* pDisplayName;
  std::uint16_t wLangID;
};

struct JOB_INFO_1 {
  DWORD JobId;
  text pPrinterName;
  text pMachineName;
  text pUserName;
  text pDocument;
  text pDatatype;
  text pStatus;
  DWORD Status;
  DWORD Priority;
  DWORD Position;
  DWORD TotalPages;
  DWORD PagesPrinted;
  SYSTEMTIME Submitted;
};

struct JOB_INFO_2 {
  DWORD JobId;
  text pPrinterName;
  text pMachineName;
  text pUserName;
  text pDocument;
  text pNotifyName;
  text pDatatype;
  text pPrintProcessor;
  text pParameters;
  text pDriverName;
  no_pointer pDevMode;
  text pStatus;
  no_pointer pSecurityDescriptor;
  DWORD Status;
  DWORD Priority;
  DWORD Position;
  DWORD StartTime;
  DWORD UntilTime;
  DWORD TotalPages;
  DWORD Size;
  SYSTEMTIME Submitted;
  DWORD Time;
  DWORD PagesPrinted;
};

struct JOB_INFO_3 {
  DWORD JobId;
  DWORD NextJobId;
  DWORD Reserved;
};

struct JOB_INFO_4 {
  DWORD JobId;
  text pPrinterName;
  text pMachineName;
  text pUserName;
  text pDocument;
  text pNotifyName;
  text pDatatype;
  text pPrintProcessor;
  text pParameters;
  text pDriverName;
  no_pointer pDevMode;
  text pStatus;
  no_pointer pSecurityDescriptor;
  DWORD Status;
  DWORD Priority;
  DWORD Position;
  DWORD StartTime;
  DWORD UntilTime;
  DWORD TotalPages;
  DWORD Size;
  SYSTEMTIME Submitted;
  DWORD Time;
  DWORD PagesPrinted;
  std::int32_t SizeHigh;
};

struct MONITOR_INFO_1 {
  text pName;
};

struct MONITOR_INFO_2 {
  text pName;
  text pEnvironment;
  text pDLLName;
};

struct PORT_INFO_1 {
  text pPortName;
};

struct PORT_INFO_2 {
  text pPortName;
  text pMonitorName;
  text pDescription;
  DWORD fPortType;
  DWORD Reserved;
};

struct PORT_INFO_3 {
  DWORD dwStatus;
  text pszStatus;
  DWORD dwSeverity;
};

// One byte travels, as published, whatever cbMonitorData is; servers ignore both.
struct PORT_INFO_FF {
  text pPortName;
  DWORD cbMonitorData;
  [[rpc::suppress("size-missing")]] std::uint8_t* pMonitorData;
};

struct PRINTER_INFO_STRESS {
  text pPrinterName;
  text pServerName;
  DWORD cJobs;
  DWORD cTotalJobs;
  DWORD cTotalBytes;
  SYSTEMTIME stUpTime;
  DWORD MaxcRef;
  DWORD cTotalPagesPrinted;
  DWORD dwGetVersion;
  DWORD fFreeBuild;
  DWORD cSpooling;
  DWORD cMaxSpooling;
  DWORD cRef;
  DWORD cErrorOutOfPaper;
  DWORD cErrorNotReady;
  DWORD cJobError;
  DWORD dwNumberOfProcessors;
  DWORD dwProcessorType;
  DWORD dwHighPartTotalBytes;
  DWORD cChangeID;
  DWORD dwLastError;
  DWORD Status;
  DWORD cEnumerateNetworkPrinters;
  DWORD cAddNetPrinters;
  std::uint16_t wProcessorArchitecture;
  std::uint16_t wProcessorLevel;
  DWORD cRefIC;
  DWORD dwReserved2;
  DWORD dwReserved3;
};

struct PRINTER_INFO_1 {
  DWORD Flags;
  text pDescription;
  text pName;
  text pComment;
};

struct PRINTER_INFO_2 {
  text pServerName;
  text pPrinterName;
  text pShareName;
  text pPortName;
  text pDriverName;
  text pComment;
  text pLocation;
  no_pointer pDevMode;
  text pSepFile;
  text pPrintProcessor;
  text pDatatype;
  text pParameters;
  no_pointer pSecurityDescriptor;
  DWORD Attributes;
  DWORD Priority;
  DWORD DefaultPriority;
  DWORD StartTime;
  DWORD UntilTime;
  DWORD Status;
  DWORD cJobs;
  DWORD AveragePPM;
};

struct PRINTER_INFO_3 {
  no_pointer pSecurityDescriptor;
};

struct PRINTER_INFO_4 {
  text pPrinterName;
  text pServerName;
  DWORD Attributes;
};

struct PRINTER_INFO_5 {
  text pPrinterName;
  text pPortName;
  DWORD Attributes;
  DWORD DeviceNotSelectedTimeout;
  DWORD TransmissionRetryTimeout;
};

struct PRINTER_INFO_6 {
  DWORD dwStatus;
};

struct PRINTER_INFO_7 {
  text pszObjectGUID;
  DWORD dwAction;
};

struct PRINTER_INFO_8 {
  no_pointer pDevMode;
};

struct PRINTER_INFO_9 {
  no_pointer pDevMode;
};

struct SPLCLIENT_INFO_1 {
  DWORD dwSize;
  text pMachineName;
  text pUserName;
  DWORD dwBuildNum;
  DWORD dwMajorVersion;
  DWORD dwMinorVersion;
  std::uint16_t wProcessorArchitecture;
};

struct SPLCLIENT_INFO_2 {
  [[rpc::int3264]] std::int64_t notUsed;
};

struct SPLCLIENT_INFO_3 {
  std::uint32_t cbSize;
  DWORD dwFlags;
  DWORD dwSize;
  text pMachineName;
  text pUserName;
  DWORD dwBuildNum;
  DWORD dwMajorVersion;
  DWORD dwMinorVersion;
  std::uint16_t wProcessorArchitecture;
  std::uint64_t hSplPrinter;
};

// Containers: a level, and what it selects.

struct DEVMODE_CONTAINER {
  DWORD cbBuf;
  [[rpc::size_is(cbBuf), rpc::unique]] std::uint8_t* pDevMode;
};

union [[rpc::switch_type(DWORD)]] doc_info {
  [[rpc::case(1)]] DOC_INFO_1* pDocInfo1;
};

struct DOC_INFO_CONTAINER {
  DWORD Level;
  [[rpc::switch_is(Level)]] doc_info DocInfo;
};

union [[rpc::switch_type(DWORD)]] driver_info {
  [[rpc::case(1)]] DRIVER_INFO_1* Level1;
  [[rpc::case(2)]] DRIVER_INFO_2* Level2;
  [[rpc::case(3)]] RPC_DRIVER_INFO_3* Level3;
  [[rpc::case(4)]] RPC_DRIVER_INFO_4* Level4;
  [[rpc::case(6)]] RPC_DRIVER_INFO_6* Level6;
  [[rpc::case(8)]] RPC_DRIVER_INFO_8* Level8;
};

struct DRIVER_CONTAINER {
  DWORD Level;
  [[rpc::switch_is(Level)]] driver_info DriverInfo;
};

union [[rpc::switch_type(DWORD)]] form_info {
  [[rpc::case(1)]] FORM_INFO_1* pFormInfo1;
  [[rpc::case(2)]] RPC_FORM_INFO_2* pFormInfo2;
};

struct FORM_CONTAINER {
  DWORD Level;
  [[rpc::switch_is(Level)]] form_info FormInfo;
};

union [[rpc::switch_type(DWORD)]] job_info {
  [[rpc::case(1)]] JOB_INFO_1* Level1;
  [[rpc::case(2)]] JOB_INFO_2* Level2;
  [[rpc::case(3)]] JOB_INFO_3* Level3;
  [[rpc::case(4)]] JOB_INFO_4* Level4;
};

struct JOB_CONTAINER {
  DWORD Level;
  [[rpc::switch_is(Level)]] job_info JobInfo;
};

union [[rpc::switch_type(DWORD)]] monitor_info {
  [[rpc::case(1)]] MONITOR_INFO_1* pMonitorInfo1;
  [[rpc::case(2)]] MONITOR_INFO_2* pMonitorInfo2;
};

struct MONITOR_CONTAINER {
  DWORD Level;
  [[rpc::switch_is(Level)]] monitor_info MonitorInfo;
};

union [[rpc::switch_type(DWORD)]] port_info {
  [[rpc::case(1)]] PORT_INFO_1* pPortInfo1;
  [[rpc::case(2)]] PORT_INFO_2* pPortInfo2;
  [[rpc::case(3)]] PORT_INFO_3* pPortInfo3;
  [[rpc::case(0x00FFFFFF)]] PORT_INFO_FF* pPortInfoFF;
};

// The level of a port comes with flags.
struct PORT_CONTAINER {
  DWORD Level;
  [[rpc::switch_is(0x00FFFFFF & Level)]] port_info PortInfo;
};

struct PORT_VAR_CONTAINER {
  DWORD cbMonitorData;
  [[rpc::size_is(cbMonitorData), rpc::unique]] std::uint8_t* pMonitorData;
};

union [[rpc::switch_type(DWORD)]] printer_info {
  [[rpc::case(0)]] PRINTER_INFO_STRESS* pPrinterInfoStress;
  [[rpc::case(1)]] PRINTER_INFO_1* pPrinterInfo1;
  [[rpc::case(2)]] PRINTER_INFO_2* pPrinterInfo2;
  [[rpc::case(3)]] PRINTER_INFO_3* pPrinterInfo3;
  [[rpc::case(4)]] PRINTER_INFO_4* pPrinterInfo4;
  [[rpc::case(5)]] PRINTER_INFO_5* pPrinterInfo5;
  [[rpc::case(6)]] PRINTER_INFO_6* pPrinterInfo6;
  [[rpc::case(7)]] PRINTER_INFO_7* pPrinterInfo7;
  [[rpc::case(8)]] PRINTER_INFO_8* pPrinterInfo8;
  [[rpc::case(9)]] PRINTER_INFO_9* pPrinterInfo9;
};

struct PRINTER_CONTAINER {
  DWORD Level;
  [[rpc::switch_is(Level)]] printer_info PrinterInfo;
};

struct RPC_BINARY_CONTAINER {
  DWORD cbBuf;
  [[rpc::size_is(cbBuf), rpc::unique]] std::uint8_t* pszString;
};

enum BIDI_TYPE {
  BIDI_NULL = 0,
  BIDI_INT = 1,
  BIDI_FLOAT = 2,
  BIDI_BOOL = 3,
  BIDI_STRING = 4,
  BIDI_TEXT = 5,
  BIDI_ENUM = 6,
  BIDI_BLOB = 7
};

union [[rpc::switch_type(DWORD)]] bidi_value {
  [[rpc::case(BIDI_NULL, BIDI_BOOL)]] std::int32_t bData;
  [[rpc::case(BIDI_INT)]] std::int32_t iData;
  [[rpc::case(BIDI_STRING, BIDI_TEXT, BIDI_ENUM), rpc::string, rpc::unique]] char16_t* sData;
  [[rpc::case(BIDI_FLOAT)]] float fData;
  [[rpc::case(BIDI_BLOB)]] RPC_BINARY_CONTAINER biData;
};

struct RPC_BIDI_DATA {
  DWORD dwBidiType;
  [[rpc::switch_is(dwBidiType)]] bidi_value u;
};

struct RPC_BIDI_REQUEST_DATA {
  DWORD dwReqNumber;
  [[rpc::string, rpc::unique]] char16_t* pSchema;
  RPC_BIDI_DATA data;
};

struct RPC_BIDI_RESPONSE_DATA {
  DWORD dwResult;
  DWORD dwReqNumber;
  [[rpc::string, rpc::unique]] char16_t* pSchema;
  RPC_BIDI_DATA data;
};

struct RPC_BIDI_REQUEST_CONTAINER {
  DWORD Version;
  DWORD Flags;
  DWORD Count;
  [[rpc::size_is(Count)]] RPC_BIDI_REQUEST_DATA aData[1];
};

struct RPC_BIDI_RESPONSE_CONTAINER {
  DWORD Version;
  DWORD Flags;
  DWORD Count;
  [[rpc::size_is(Count)]] RPC_BIDI_RESPONSE_DATA aData[1];
};

struct SECURITY_CONTAINER {
  DWORD cbBuf;
  [[rpc::size_is(cbBuf), rpc::unique]] std::uint8_t* pSecurity;
};

union [[rpc::switch_type(DWORD)]] client_info {
  [[rpc::case(1)]] SPLCLIENT_INFO_1* pClientInfo1;
  [[rpc::case(2)]] SPLCLIENT_INFO_2* pNotUsed;
  [[rpc::case(3)]] SPLCLIENT_INFO_3* pClientInfo3;
};

struct SPLCLIENT_CONTAINER {
  DWORD Level;
  [[rpc::switch_is(Level)]] client_info ClientInfo;
};

struct STRING_CONTAINER {
  DWORD cbBuf;
  [[rpc::size_is(cbBuf / 2), rpc::unique]] char16_t* pszString;
};

struct SYSTEMTIME_CONTAINER {
  DWORD cbBuf;
  SYSTEMTIME* pSystemTime;
};

struct RPC_V2_NOTIFY_OPTIONS_TYPE {
  std::uint16_t Type;
  std::uint16_t Reserved0;
  DWORD Reserved1;
  DWORD Reserved2;
  DWORD Count;
  [[rpc::size_is(Count), rpc::unique]] std::uint16_t* pFields;
};

struct RPC_V2_NOTIFY_OPTIONS {
  DWORD Version;
  DWORD Reserved;
  DWORD Count;
  [[rpc::size_is(Count), rpc::unique]] RPC_V2_NOTIFY_OPTIONS_TYPE* pTypes;
};

union [[rpc::switch_type(DWORD)]] RPC_V2_NOTIFY_INFO_DATA_DATA {
  [[rpc::case(TABLE_STRING)]] STRING_CONTAINER String;
  [[rpc::case(TABLE_DWORD)]] DWORD dwData[2];
  [[rpc::case(TABLE_TIME)]] SYSTEMTIME_CONTAINER SystemTime;
  [[rpc::case(TABLE_DEVMODE)]] DEVMODE_CONTAINER DevMode;
  [[rpc::case(TABLE_SECURITYDESCRIPTOR)]] SECURITY_CONTAINER SecurityDescriptor;
};

struct RPC_V2_NOTIFY_INFO_DATA {
  std::uint16_t Type;
  std::uint16_t Field;
  DWORD Reserved;
  DWORD Id;
  [[rpc::switch_is(Reserved & 0xFFFF)]] RPC_V2_NOTIFY_INFO_DATA_DATA Data;
};

struct RPC_V2_NOTIFY_INFO {
  DWORD Version;
  DWORD Flags;
  DWORD Count;
  [[rpc::size_is(Count)]] RPC_V2_NOTIFY_INFO_DATA aData[1];
};

// Jobs of branch offices.

enum EBranchOfficeJobEventType {
  kInvalidJobState = 0,
  kLogJobPrinted,
  kLogJobRendered,
  kLogJobError,
  kLogJobPipelineError,
  kLogOfflineFileFull
};

struct RPC_BranchOfficeJobDataPrinted {
  DWORD Status;
  text pDocumentName;
  text pUserName;
  text pMachineName;
  text pPrinterName;
  text pPortName;
  std::int64_t Size;
  DWORD TotalPages;
};

struct RPC_BranchOfficeJobDataRendered {
  std::int64_t Size;
  DWORD ICMMethod;
  std::int16_t Color;
  std::int16_t PrintQuality;
  std::int16_t YResolution;
  std::int16_t Copies;
  std::int16_t TTOption;
};

struct RPC_BranchOfficeJobDataError {
  DWORD LastError;
  text pDocumentName;
  text pUserName;
  text pPrinterName;
  text pDataType;
  std::int64_t TotalSize;
  std::int64_t PrintedSize;
  DWORD TotalPages;
  DWORD PrintedPages;
  text pMachineName;
  text pJobError;
  text pErrorDescription;
};

struct RPC_BranchOfficeJobDataPipelineFailed {
  text pDocumentName;
  text pPrinterName;
  text pExtraErrorInfo;
};

struct RPC_BranchOfficeLogOfflineFileFull {
  text pMachineName;
};

union [[rpc::switch_type(EBranchOfficeJobEventType)]] branch_office_job {
  [[rpc::case(kLogJobPrinted)]] RPC_BranchOfficeJobDataPrinted LogJobPrinted;
  [[rpc::case(kLogJobRendered)]] RPC_BranchOfficeJobDataRendered LogJobRendered;
  [[rpc::case(kLogJobError)]] RPC_BranchOfficeJobDataError LogJobError;
  [[rpc::case(kLogJobPipelineError)]] RPC_BranchOfficeJobDataPipelineFailed LogPipelineFailed;
  [[rpc::case(kLogOfflineFileFull)]] RPC_BranchOfficeLogOfflineFileFull LogOfflineFileFull;
};

struct RPC_BranchOfficeJobData {
  EBranchOfficeJobEventType eEventType;
  DWORD JobId;
  [[rpc::switch_is(eEventType)]] branch_office_job JobInfo;
};

struct RPC_BranchOfficeJobDataContainer {
  DWORD cJobDataEntries;
  [[rpc::size_is(cJobDataEntries)]] RPC_BranchOfficeJobData JobData[1];
};

// Properties.

enum EPrintPropertyType {
  kPropertyTypeString = 1,
  kPropertyTypeInt32,
  kPropertyTypeInt64,
  kPropertyTypeByte,
  kPropertyTypeTime,
  kPropertyTypeDevMode,
  kPropertyTypeSD,
  kPropertyTypeNotificationReply,
  kPropertyTypeNotificationOptions
};

struct NOTIFY_REPLY_CONTAINER {
  RPC_V2_NOTIFY_INFO* pInfo;
};

struct NOTIFY_OPTIONS_CONTAINER {
  RPC_V2_NOTIFY_OPTIONS* pOptions;
};

union [[rpc::switch_type(EPrintPropertyType)]] notified_value {
  [[rpc::case(kPropertyTypeString), rpc::string]] char16_t* propertyString;
  [[rpc::case(kPropertyTypeInt32)]] std::int32_t propertyInt32;
  [[rpc::case(kPropertyTypeInt64)]] std::int64_t propertyInt64;
  [[rpc::case(kPropertyTypeByte)]] std::uint8_t propertyByte;
  [[rpc::case(kPropertyTypeTime)]] SYSTEMTIME_CONTAINER propertyTimeContainer;
  [[rpc::case(kPropertyTypeDevMode)]] DEVMODE_CONTAINER propertyDevModeContainer;
  [[rpc::case(kPropertyTypeSD)]] SECURITY_CONTAINER propertySDContainer;
  [[rpc::case(kPropertyTypeNotificationReply)]] NOTIFY_REPLY_CONTAINER propertyReplyContainer;
  [[rpc::case(kPropertyTypeNotificationOptions)]] NOTIFY_OPTIONS_CONTAINER propertyOptionsContainer;
};

struct RpcPrintPropertyValue {
  EPrintPropertyType ePropertyType;
  [[rpc::switch_is(ePropertyType)]] notified_value value;
};

struct RpcPrintNamedProperty {
  text propertyName;
  RpcPrintPropertyValue propertyValue;
};

struct RpcPrintPropertiesCollection {
  [[rpc::range(0, 50)]] std::uint32_t numberOfProperties;
  [[rpc::size_is(numberOfProperties), rpc::unique]] RpcPrintNamedProperty* propertiesCollection;
};

struct CORE_PRINTER_DRIVER {
  GUID CoreDriverGUID;
  FILETIME ftDriverDate;
  std::uint64_t dwlDriverVersion;
  char16_t szPackageID[260];
};

enum RPC_EPrintPropertyType {
  kRpcPropertyTypeString = 1,
  kRpcPropertyTypeInt32,
  kRpcPropertyTypeInt64,
  kRpcPropertyTypeByte,
  kRpcPropertyTypeBuffer
};

struct property_blob {
  DWORD cbBuf;
  [[rpc::size_is(cbBuf)]] std::uint8_t* pBuf;
};

union [[rpc::switch_type(RPC_EPrintPropertyType)]] job_value {
  [[rpc::case(kRpcPropertyTypeString), rpc::string]] char16_t* propertyString;
  [[rpc::case(kRpcPropertyTypeInt32)]] std::int32_t propertyInt32;
  [[rpc::case(kRpcPropertyTypeInt64)]] std::int64_t propertyInt64;
  [[rpc::case(kRpcPropertyTypeByte)]] std::uint8_t propertyByte;
  [[rpc::case(kRpcPropertyTypeBuffer)]] property_blob propertyBlob;
};

struct RPC_PrintPropertyValue {
  RPC_EPrintPropertyType ePropertyType;
  [[rpc::switch_is(ePropertyType)]] job_value value;
};

struct RPC_PrintNamedProperty {
  text propertyName;
  RPC_PrintPropertyValue propertyValue;
};

DWORD RpcAsyncOpenPrinter(rpc::handle_t hRemoteBinding,
                          [[using rpc: in, string, unique]] const char16_t* pPrinterName,
                          [[rpc::out]] PRINTER_HANDLE* pHandle,
                          [[using rpc: in, string, unique]] const char16_t* pDatatype,
                          [[rpc::in]] const DEVMODE_CONTAINER* pDevModeContainer,
                          [[rpc::in]] DWORD AccessRequired,
                          [[rpc::in]] const SPLCLIENT_CONTAINER* pClientInfo);

DWORD RpcAsyncAddPrinter(rpc::handle_t hRemoteBinding,
                         [[using rpc: in, string, unique]] const char16_t* pName,
                         [[rpc::in]] const PRINTER_CONTAINER* pPrinterContainer,
                         [[rpc::in]] const DEVMODE_CONTAINER* pDevModeContainer,
                         [[rpc::in]] const SECURITY_CONTAINER* pSecurityContainer,
                         [[rpc::in]] const SPLCLIENT_CONTAINER* pClientInfo,
                         [[rpc::out]] PRINTER_HANDLE* pHandle);

DWORD RpcAsyncSetJob([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD JobId,
                     [[rpc::in, rpc::unique]] const JOB_CONTAINER* pJobContainer,
                     [[rpc::in]] DWORD Command);

DWORD RpcAsyncGetJob([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD JobId,
                     [[rpc::in]] DWORD Level,
                     [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pJob,
                     [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded);

DWORD RpcAsyncEnumJobs([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD FirstJob,
                       [[rpc::in]] DWORD NoJobs, [[rpc::in]] DWORD Level,
                       [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pJob,
                       [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded,
                       [[rpc::out]] DWORD* pcReturned);

DWORD RpcAsyncAddJob([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD Level,
                     [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pAddJob,
                     [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded);

DWORD RpcAsyncScheduleJob([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD JobId);

DWORD RpcAsyncDeletePrinter([[rpc::in]] PRINTER_HANDLE hPrinter);

DWORD RpcAsyncSetPrinter([[rpc::in]] PRINTER_HANDLE hPrinter,
                         [[rpc::in]] const PRINTER_CONTAINER* pPrinterContainer,
                         [[rpc::in]] const DEVMODE_CONTAINER* pDevModeContainer,
                         [[rpc::in]] const SECURITY_CONTAINER* pSecurityContainer,
                         [[rpc::in]] DWORD Command);

DWORD RpcAsyncGetPrinter([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD Level,
                         [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pPrinter,
                         [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded);

DWORD RpcAsyncStartDocPrinter([[rpc::in]] PRINTER_HANDLE hPrinter,
                              [[rpc::in]] const DOC_INFO_CONTAINER* pDocInfoContainer,
                              [[rpc::out]] DWORD* pJobId);

DWORD RpcAsyncStartPagePrinter([[rpc::in]] PRINTER_HANDLE hPrinter);

DWORD RpcAsyncWritePrinter([[rpc::in]] PRINTER_HANDLE hPrinter,
                           [[rpc::in, rpc::size_is(cbBuf)]] const std::uint8_t* pBuf,
                           [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcWritten);

DWORD RpcAsyncEndPagePrinter([[rpc::in]] PRINTER_HANDLE hPrinter);

DWORD RpcAsyncEndDocPrinter([[rpc::in]] PRINTER_HANDLE hPrinter);

DWORD RpcAsyncAbortPrinter([[rpc::in]] PRINTER_HANDLE hPrinter);

DWORD RpcAsyncGetPrinterData([[rpc::in]] PRINTER_HANDLE hPrinter,
                             [[rpc::in, rpc::string]] const char16_t* pValueName,
                             [[rpc::out]] DWORD* pType,
                             [[rpc::out, rpc::size_is(nSize)]] std::uint8_t* pData,
                             [[rpc::in]] DWORD nSize, [[rpc::out]] DWORD* pcbNeeded);

DWORD RpcAsyncGetPrinterDataEx([[rpc::in]] PRINTER_HANDLE hPrinter,
                               [[rpc::in, rpc::string]] const char16_t* pKeyName,
                               [[rpc::in, rpc::string]] const char16_t* pValueName,
                               [[rpc::out]] DWORD* pType,
                               [[rpc::out, rpc::size_is(nSize)]] std::uint8_t* pData,
                               [[rpc::in]] DWORD nSize, [[rpc::out]] DWORD* pcbNeeded);

DWORD RpcAsyncSetPrinterData([[rpc::in]] PRINTER_HANDLE hPrinter,
                             [[rpc::in, rpc::string]] const char16_t* pValueName,
                             [[rpc::in]] DWORD Type,
                             [[rpc::in, rpc::size_is(cbData)]] const std::uint8_t* pData,
                             [[rpc::in]] DWORD cbData);

DWORD RpcAsyncSetPrinterDataEx([[rpc::in]] PRINTER_HANDLE hPrinter,
                               [[rpc::in, rpc::string]] const char16_t* pKeyName,
                               [[rpc::in, rpc::string]] const char16_t* pValueName,
                               [[rpc::in]] DWORD Type,
                               [[rpc::in, rpc::size_is(cbData)]] const std::uint8_t* pData,
                               [[rpc::in]] DWORD cbData);

DWORD RpcAsyncClosePrinter([[rpc::in, rpc::out]] PRINTER_HANDLE* phPrinter);

DWORD RpcAsyncAddForm([[rpc::in]] PRINTER_HANDLE hPrinter,
                      [[rpc::in]] const FORM_CONTAINER* pFormInfoContainer);

DWORD RpcAsyncDeleteForm([[rpc::in]] PRINTER_HANDLE hPrinter,
                         [[rpc::in, rpc::string]] const char16_t* pFormName);

DWORD RpcAsyncGetForm([[rpc::in]] PRINTER_HANDLE hPrinter,
                      [[rpc::in, rpc::string]] const char16_t* pFormName, [[rpc::in]] DWORD Level,
                      [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pForm,
                      [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded);

DWORD RpcAsyncSetForm([[rpc::in]] PRINTER_HANDLE hPrinter,
                      [[rpc::in, rpc::string]] const char16_t* pFormName,
                      [[rpc::in]] const FORM_CONTAINER* pFormInfoContainer);

DWORD RpcAsyncEnumForms([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD Level,
                        [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pForm,
                        [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded,
                        [[rpc::out]] DWORD* pcReturned);

DWORD RpcAsyncGetPrinterDriver(
    [[rpc::in]] PRINTER_HANDLE hPrinter,
    [[using rpc: in, string, unique]] const char16_t* pEnvironment, [[rpc::in]] DWORD Level,
    [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pDriver, [[rpc::in]] DWORD cbBuf,
    [[rpc::out]] DWORD* pcbNeeded, [[rpc::in]] DWORD dwClientMajorVersion,
    [[rpc::in]] DWORD dwClientMinorVersion, [[rpc::out]] DWORD* pdwServerMaxVersion,
    [[rpc::out]] DWORD* pdwServerMinVersion);

DWORD RpcAsyncEnumPrinterData(
    [[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD dwIndex,
    [[rpc::out, rpc::size_is(cbValueName / sizeof(char16_t))]] char16_t* pValueName,
    [[rpc::in]] DWORD cbValueName, [[rpc::out]] DWORD* pcbValueName, [[rpc::out]] DWORD* pType,
    [[rpc::out, rpc::size_is(cbData)]] std::uint8_t* pData, [[rpc::in]] DWORD cbData,
    [[rpc::out]] DWORD* pcbData);

DWORD RpcAsyncEnumPrinterDataEx([[rpc::in]] PRINTER_HANDLE hPrinter,
                                [[rpc::in, rpc::string]] const char16_t* pKeyName,
                                [[rpc::out, rpc::size_is(cbEnumValues)]] std::uint8_t* pEnumValues,
                                [[rpc::in]] DWORD cbEnumValues, [[rpc::out]] DWORD* pcbEnumValues,
                                [[rpc::out]] DWORD* pnEnumValues);

DWORD RpcAsyncEnumPrinterKey(
    [[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in, rpc::string]] const char16_t* pKeyName,
    [[rpc::out, rpc::size_is(cbSubkey / sizeof(char16_t))]] char16_t* pSubkey,
    [[rpc::in]] DWORD cbSubkey, [[rpc::out]] DWORD* pcbSubkey);

DWORD RpcAsyncDeletePrinterData([[rpc::in]] PRINTER_HANDLE hPrinter,
                                [[rpc::in, rpc::string]] const char16_t* pValueName);

DWORD RpcAsyncDeletePrinterDataEx([[rpc::in]] PRINTER_HANDLE hPrinter,
                                  [[rpc::in, rpc::string]] const char16_t* pKeyName,
                                  [[rpc::in, rpc::string]] const char16_t* pValueName);

DWORD RpcAsyncDeletePrinterKey([[rpc::in]] PRINTER_HANDLE hPrinter,
                               [[rpc::in, rpc::string]] const char16_t* pKeyName);

DWORD RpcAsyncXcvData([[rpc::in]] PRINTER_HANDLE hXcv,
                      [[rpc::in, rpc::string]] const char16_t* pszDataName,
                      [[rpc::in, rpc::size_is(cbInputData)]] const std::uint8_t* pInputData,
                      [[rpc::in]] DWORD cbInputData,
                      [[rpc::out, rpc::size_is(cbOutputData)]] std::uint8_t* pOutputData,
                      [[rpc::in]] DWORD cbOutputData, [[rpc::out]] DWORD* pcbOutputNeeded,
                      [[rpc::in, rpc::out]] DWORD* pdwStatus);

DWORD RpcAsyncSendRecvBidiData([[rpc::in]] PRINTER_HANDLE hPrinter,
                               [[using rpc: in, string, unique]] const char16_t* pAction,
                               [[rpc::in]] const RPC_BIDI_REQUEST_CONTAINER* pReqData,
                               [[rpc::out]] RPC_BIDI_RESPONSE_CONTAINER** ppRespData);

DWORD RpcAsyncCreatePrinterIC([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::out]] GDI_HANDLE* pHandle,
                              [[rpc::in]] const DEVMODE_CONTAINER* pDevModeContainer);

DWORD RpcAsyncPlayGdiScriptOnPrinterIC([[rpc::in]] GDI_HANDLE hPrinterIC,
                                       [[rpc::in, rpc::size_is(cIn)]] const std::uint8_t* pIn,
                                       [[rpc::in]] DWORD cIn,
                                       [[rpc::out, rpc::size_is(cOut)]] std::uint8_t* pOut,
                                       [[rpc::in]] DWORD cOut, [[rpc::in]] DWORD ul);

DWORD RpcAsyncDeletePrinterIC([[rpc::in, rpc::out]] GDI_HANDLE* phPrinterIC);

DWORD RpcAsyncEnumPrinters(
    rpc::handle_t hRemoteBinding, [[rpc::in]] DWORD Flags,
    [[using rpc: in, string, unique]] const char16_t* Name, [[rpc::in]] DWORD Level,
    [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pPrinterEnum,
    [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded, [[rpc::out]] DWORD* pcReturned);

DWORD RpcAsyncAddPrinterDriver(rpc::handle_t hRemoteBinding,
                               [[using rpc: in, string, unique]] const char16_t* pName,
                               [[rpc::in]] const DRIVER_CONTAINER* pDriverContainer,
                               [[rpc::in]] DWORD dwFileCopyFlags);

DWORD RpcAsyncEnumPrinterDrivers(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pName,
    [[using rpc: in, string, unique]] const char16_t* pEnvironment, [[rpc::in]] DWORD Level,
    [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pDrivers, [[rpc::in]] DWORD cbBuf,
    [[rpc::out]] DWORD* pcbNeeded, [[rpc::out]] DWORD* pcReturned);

DWORD RpcAsyncGetPrinterDriverDirectory(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pName,
    [[using rpc: in, string, unique]] const char16_t* pEnvironment, [[rpc::in]] DWORD Level,
    [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pDriverDirectory,
    [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded);

DWORD RpcAsyncDeletePrinterDriver(rpc::handle_t hRemoteBinding,
                                  [[using rpc: in, string, unique]] const char16_t* pName,
                                  [[rpc::in, rpc::string]] const char16_t* pEnvironment,
                                  [[rpc::in, rpc::string]] const char16_t* pDriverName);

DWORD RpcAsyncDeletePrinterDriverEx(rpc::handle_t hRemoteBinding,
                                    [[using rpc: in, string, unique]] const char16_t* pName,
                                    [[rpc::in, rpc::string]] const char16_t* pEnvironment,
                                    [[rpc::in, rpc::string]] const char16_t* pDriverName,
                                    [[rpc::in]] DWORD dwDeleteFlag, [[rpc::in]] DWORD dwVersionNum);

DWORD RpcAsyncAddPrintProcessor(rpc::handle_t hRemoteBinding,
                                [[using rpc: in, string, unique]] const char16_t* pName,
                                [[rpc::in, rpc::string]] const char16_t* pEnvironment,
                                [[rpc::in, rpc::string]] const char16_t* pPathName,
                                [[rpc::in, rpc::string]] const char16_t* pPrintProcessorName);

DWORD RpcAsyncEnumPrintProcessors(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pName,
    [[using rpc: in, string, unique]] const char16_t* pEnvironment, [[rpc::in]] DWORD Level,
    [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pPrintProcessorInfo,
    [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded, [[rpc::out]] DWORD* pcReturned);

DWORD RpcAsyncGetPrintProcessorDirectory(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pName,
    [[using rpc: in, string, unique]] const char16_t* pEnvironment, [[rpc::in]] DWORD Level,
    [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pPrintProcessorDirectory,
    [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded);

DWORD RpcAsyncEnumPorts(rpc::handle_t hRemoteBinding,
                        [[using rpc: in, string, unique]] const char16_t* pName,
                        [[rpc::in]] DWORD Level,
                        [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pPort,
                        [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded,
                        [[rpc::out]] DWORD* pcReturned);

DWORD RpcAsyncEnumMonitors(rpc::handle_t hRemoteBinding,
                           [[using rpc: in, string, unique]] const char16_t* pName,
                           [[rpc::in]] DWORD Level,
                           [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pMonitor,
                           [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded,
                           [[rpc::out]] DWORD* pcReturned);

DWORD RpcAsyncAddPort(rpc::handle_t hRemoteBinding,
                      [[using rpc: in, string, unique]] const char16_t* pName,
                      [[rpc::in]] const PORT_CONTAINER* pPortContainer,
                      [[rpc::in]] const PORT_VAR_CONTAINER* pPortVarContainer,
                      [[rpc::in, rpc::string]] const char16_t* pMonitorName);

DWORD RpcAsyncSetPort(rpc::handle_t hRemoteBinding,
                      [[using rpc: in, string, unique]] const char16_t* pName,
                      [[using rpc: in, string, unique]] const char16_t* pPortName,
                      [[rpc::in]] const PORT_CONTAINER* pPortContainer);

DWORD RpcAsyncAddMonitor(rpc::handle_t hRemoteBinding,
                         [[using rpc: in, string, unique]] const char16_t* Name,
                         [[rpc::in]] const MONITOR_CONTAINER* pMonitorContainer);

DWORD RpcAsyncDeleteMonitor(rpc::handle_t hRemoteBinding,
                            [[using rpc: in, string, unique]] const char16_t* Name,
                            [[using rpc: in, string, unique]] const char16_t* pEnvironment,
                            [[rpc::in, rpc::string]] const char16_t* pMonitorName);

DWORD RpcAsyncDeletePrintProcessor(rpc::handle_t hRemoteBinding,
                                   [[using rpc: in, string, unique]] const char16_t* Name,
                                   [[using rpc: in, string, unique]] const char16_t* pEnvironment,
                                   [[rpc::in, rpc::string]] const char16_t* pPrintProcessorName);

DWORD RpcAsyncEnumPrintProcessorDatatypes(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pName,
    [[using rpc: in, string, unique]] const char16_t* pPrintProcessorName, [[rpc::in]] DWORD Level,
    [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pDatatypes,
    [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded, [[rpc::out]] DWORD* pcReturned);

DWORD RpcAsyncAddPerMachineConnection(rpc::handle_t hRemoteBinding,
                                      [[using rpc: in, string, unique]] const char16_t* pServer,
                                      [[rpc::in, rpc::string]] const char16_t* pPrinterName,
                                      [[rpc::in, rpc::string]] const char16_t* pPrintServer,
                                      [[rpc::in, rpc::string]] const char16_t* pProvider);

DWORD RpcAsyncDeletePerMachineConnection(rpc::handle_t hRemoteBinding,
                                         [[using rpc: in, string, unique]] const char16_t* pServer,
                                         [[rpc::in, rpc::string]] const char16_t* pPrinterName);

DWORD RpcAsyncEnumPerMachineConnections(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pServer,
    [[using rpc: in, out, unique, size_is(cbBuf)]] std::uint8_t* pPrinterEnum,
    [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcbNeeded, [[rpc::out]] DWORD* pcReturned);

std::int32_t RpcSyncRegisterForRemoteNotifications(
    [[rpc::in]] PRINTER_HANDLE hPrinter,
    [[rpc::in]] const RpcPrintPropertiesCollection* pNotifyFilter,
    [[rpc::out]] RMTNTFY_HANDLE* phRpcHandle);

std::int32_t RpcSyncUnRegisterForRemoteNotifications(
    [[rpc::in, rpc::out]] RMTNTFY_HANDLE* phRpcHandle);

std::int32_t RpcSyncRefreshRemoteNotifications(
    [[rpc::in]] RMTNTFY_HANDLE hRpcHandle,
    [[rpc::in]] const RpcPrintPropertiesCollection* pNotifyFilter,
    [[rpc::out]] RpcPrintPropertiesCollection** ppNotifyData);

std::int32_t RpcAsyncGetRemoteNotifications(
    [[rpc::in]] RMTNTFY_HANDLE hRpcHandle,
    [[rpc::out]] RpcPrintPropertiesCollection** ppNotifyData);

std::int32_t RpcAsyncInstallPrinterDriverFromPackage(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pszServer,
    [[using rpc: in, string, unique]] const char16_t* pszInfPath,
    [[rpc::in, rpc::string]] const char16_t* pszDriverName,
    [[rpc::in, rpc::string]] const char16_t* pszEnvironment, [[rpc::in]] DWORD dwFlags);

std::int32_t RpcAsyncUploadPrinterDriverPackage(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pszServer,
    [[rpc::in, rpc::string]] const char16_t* pszInfPath,
    [[rpc::in, rpc::string]] const char16_t* pszEnvironment, [[rpc::in]] DWORD dwFlags,
    [[using rpc: in, out, unique, size_is(*pcchDestInfPath)]] char16_t* pszDestInfPath,
    [[rpc::in, rpc::out]] DWORD* pcchDestInfPath);

std::int32_t RpcAsyncGetCorePrinterDrivers(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pszServer,
    [[rpc::in, rpc::string]] const char16_t* pszEnvironment, [[rpc::in]] DWORD cchCoreDrivers,
    [[rpc::in, rpc::size_is(cchCoreDrivers)]] const char16_t* pszzCoreDriverDependencies,
    [[rpc::in]] DWORD cCorePrinterDrivers,
    [[rpc::out, rpc::size_is(cCorePrinterDrivers)]] CORE_PRINTER_DRIVER* pCorePrinterDrivers);

std::int32_t RpcAsyncCorePrinterDriverInstalled(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pszServer,
    [[rpc::in, rpc::string]] const char16_t* pszEnvironment, [[rpc::in]] GUID CoreDriverGUID,
    [[rpc::in]] FILETIME ftDriverDate, [[rpc::in]] std::uint64_t dwlDriverVersion,
    [[rpc::out]] std::int32_t* pbDriverInstalled);

std::int32_t RpcAsyncGetPrinterDriverPackagePath(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pszServer,
    [[rpc::in, rpc::string]] const char16_t* pszEnvironment,
    [[using rpc: in, string, unique]] const char16_t* pszLanguage,
    [[rpc::in, rpc::string]] const char16_t* pszPackageID,
    [[using rpc: in, out, unique, size_is(cchDriverPackageCab)]] char16_t* pszDriverPackageCab,
    [[rpc::in]] DWORD cchDriverPackageCab, [[rpc::out]] DWORD* pcchRequiredSize);

std::int32_t RpcAsyncDeletePrinterDriverPackage(
    rpc::handle_t hRemoteBinding, [[using rpc: in, string, unique]] const char16_t* pszServer,
    [[rpc::in, rpc::string]] const char16_t* pszInfPath,
    [[rpc::in, rpc::string]] const char16_t* pszEnvironment);

DWORD RpcAsyncReadPrinter([[rpc::in]] PRINTER_HANDLE hPrinter,
                          [[rpc::out, rpc::size_is(cbBuf)]] std::uint8_t* pBuf,
                          [[rpc::in]] DWORD cbBuf, [[rpc::out]] DWORD* pcNoBytesRead);

DWORD RpcAsyncResetPrinter([[rpc::in]] PRINTER_HANDLE hPrinter,
                           [[using rpc: in, string, unique]] const char16_t* pDatatype,
                           [[rpc::in]] const DEVMODE_CONTAINER* pDevModeContainer);

DWORD RpcAsyncGetJobNamedPropertyValue([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD JobId,
                                       [[rpc::in, rpc::string]] const char16_t* pszName,
                                       [[rpc::out]] RPC_PrintPropertyValue* pValue);

DWORD RpcAsyncSetJobNamedProperty([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD JobId,
                                  [[rpc::in]] const RPC_PrintNamedProperty* pProperty);

DWORD RpcAsyncDeleteJobNamedProperty([[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD JobId,
                                     [[rpc::in, rpc::string]] const char16_t* pszName);

DWORD RpcAsyncEnumJobNamedProperties(
    [[rpc::in]] PRINTER_HANDLE hPrinter, [[rpc::in]] DWORD JobId, [[rpc::out]] DWORD* pcProperties,
    [[rpc::out, rpc::size_is(, *pcProperties)]] RPC_PrintNamedProperty** ppProperties);

DWORD RpcAsyncLogJobInfoForBranchOffice(
    [[rpc::in]] PRINTER_HANDLE hPrinter,
    [[rpc::in, rpc::ref]] const RPC_BranchOfficeJobDataContainer* pBranchOfficeJobDataContainer);

}  // namespace IRemoteWinspool

[[rpc::stubs]];

#endif
