// The event log: MS-EVEN6, appendix A. Three texts have no [string] there (`name` of EvtRpcQueryChannelInfo, `channelName`,
// `displayName`). They are of the types LPWSTR and LPCWSTR, which have it in the IDL files of Windows.
// RUN: %clang -x c++ -fsyntax-only -Xclang -verify %s
// RUN: %clang -fsyntax-only -DHEADER='"%s"' -DINTERFACE=IEventService -DOPERATIONS=29 %S/Inputs/instantiate.cpp
// expected-no-diagnostics
#ifndef TEST_PUBLISHED_EVEN6_H
#define TEST_PUBLISHED_EVEN6_H

#include "dtyp.h"

namespace [[rpc::interface("f6beaff7-1e19-4fbb-9f8f-b89e2018337c", 1, 0),
            rpc::pointer_default(unique)]] IEventService {

using dtyp::DWORD;
using dtyp::GUID;

constexpr int MAX_PAYLOAD = 2 * 1024 * 1024;
constexpr int MAX_RPC_QUERY_LENGTH = MAX_PAYLOAD / sizeof(char16_t);
constexpr int MAX_RPC_CHANNEL_NAME_LENGTH = 512;
constexpr int MAX_RPC_QUERY_CHANNEL_SIZE = 512;
constexpr int MAX_RPC_EVENT_ID_SIZE = 256;
constexpr int MAX_RPC_FILE_PATH_LENGTH = 32768;
constexpr int MAX_RPC_CHANNEL_PATH_LENGTH = 32768;
constexpr int MAX_RPC_BOOKMARK_LENGTH = MAX_PAYLOAD / sizeof(char16_t);
constexpr int MAX_RPC_PUBLISHER_ID_LENGTH = 2048;
constexpr int MAX_RPC_PROPERTY_BUFFER_SIZE = MAX_PAYLOAD;
constexpr int MAX_RPC_FILTER_LENGTH = MAX_RPC_QUERY_LENGTH;
constexpr int MAX_RPC_RECORD_COUNT = 1024;
constexpr int MAX_RPC_BATCH_SIZE = MAX_PAYLOAD;
constexpr int MAX_RPC_RENDERED_STRING_SIZE = MAX_PAYLOAD;
constexpr int MAX_RPC_CHANNEL_COUNT = 8192;
constexpr int MAX_RPC_PUBLISHER_COUNT = 8192;
constexpr int MAX_RPC_EVENT_METADATA_COUNT = 256;
constexpr int MAX_RPC_VARIANT_LIST_COUNT = 256;

struct remote_subscription;
using PCONTEXT_HANDLE_REMOTE_SUBSCRIPTION [[rpc::context_handle(end_subscription)]] =
    remote_subscription*;
[[rpc::local]] void end_subscription(PCONTEXT_HANDLE_REMOTE_SUBSCRIPTION left);
struct log_query;
using PCONTEXT_HANDLE_LOG_QUERY [[rpc::context_handle(end_query)]] = log_query*;
[[rpc::local]] void end_query(PCONTEXT_HANDLE_LOG_QUERY left);
struct log;
using PCONTEXT_HANDLE_LOG_HANDLE [[rpc::context_handle(end_log)]] = log*;
[[rpc::local]] void end_log(PCONTEXT_HANDLE_LOG_HANDLE left);
struct operation_control;
using PCONTEXT_HANDLE_OPERATION_CONTROL [[rpc::context_handle(end_control)]] = operation_control*;
[[rpc::local]] void end_control(PCONTEXT_HANDLE_OPERATION_CONTROL left);
struct publisher_metadata;
using PCONTEXT_HANDLE_PUBLISHER_METADATA [[rpc::context_handle(end_metadata)]] =
    publisher_metadata*;
[[rpc::local]] void end_metadata(PCONTEXT_HANDLE_PUBLISHER_METADATA left);
struct event_metadata_enum;
using PCONTEXT_HANDLE_EVENT_METADATA_ENUM [[rpc::context_handle(end_events)]] =
    event_metadata_enum*;
[[rpc::local]] void end_events(PCONTEXT_HANDLE_EVENT_METADATA_ENUM left);

struct RpcInfo {
  DWORD m_error;
  DWORD m_subErr;
  DWORD m_subErrParam;
};

struct BooleanArray {
  [[rpc::range(0, MAX_PAYLOAD / sizeof(std::int32_t))]] DWORD count;
  [[rpc::size_is(count)]] bool* ptr;
};

struct UInt32Array {
  [[rpc::range(0, MAX_PAYLOAD / sizeof(std::uint32_t))]] DWORD count;
  [[rpc::size_is(count)]] DWORD* ptr;
};

struct UInt64Array {
  [[rpc::range(0, MAX_PAYLOAD / sizeof(std::uint64_t))]] DWORD count;
  [[rpc::size_is(count)]] std::uint64_t* ptr;
};

struct StringArray {
  [[rpc::range(0, MAX_PAYLOAD / 512)]] DWORD count;
  [[rpc::size_is(count), rpc::string]] char16_t** ptr;
};

struct GuidArray {
  [[rpc::range(0, MAX_PAYLOAD / sizeof(GUID))]] DWORD count;
  [[rpc::size_is(count)]] GUID* ptr;
};

enum [[rpc::v1_enum]] EvtRpcVariantType {
  EvtRpcVarTypeNull = 0,
  EvtRpcVarTypeBoolean,
  EvtRpcVarTypeUInt32,
  EvtRpcVarTypeUInt64,
  EvtRpcVarTypeString,
  EvtRpcVarTypeGuid,
  EvtRpcVarTypeBooleanArray,
  EvtRpcVarTypeUInt32Array,
  EvtRpcVarTypeUInt64Array,
  EvtRpcVarTypeStringArray,
  EvtRpcVarTypeGuidArray
};

union [[rpc::switch_type(EvtRpcVariantType)]] variant_value {
  [[rpc::case(EvtRpcVarTypeNull)]] std::int32_t nullVal;
  [[rpc::case(EvtRpcVarTypeBoolean)]] bool booleanVal;
  [[rpc::case(EvtRpcVarTypeUInt32)]] DWORD uint32Val;
  [[rpc::case(EvtRpcVarTypeUInt64)]] std::uint64_t uint64Val;
  [[rpc::case(EvtRpcVarTypeString), rpc::string]] char16_t* stringVal;
  [[rpc::case(EvtRpcVarTypeGuid)]] GUID* guidVal;
  [[rpc::case(EvtRpcVarTypeBooleanArray)]] BooleanArray booleanArray;
  [[rpc::case(EvtRpcVarTypeUInt32Array)]] UInt32Array uint32Array;
  [[rpc::case(EvtRpcVarTypeUInt64Array)]] UInt64Array uint64Array;
  [[rpc::case(EvtRpcVarTypeStringArray)]] StringArray stringArray;
  [[rpc::case(EvtRpcVarTypeGuidArray)]] GuidArray guidArray;
};

struct EvtRpcVariant {
  EvtRpcVariantType type;
  DWORD flags;
  [[rpc::switch_is(type)]] variant_value u;
};

struct EvtRpcVariantList {
  [[rpc::range(0, MAX_RPC_VARIANT_LIST_COUNT)]] DWORD count;
  [[rpc::size_is(count)]] EvtRpcVariant* props;
};

struct EvtRpcQueryChannelInfo {
  [[rpc::string]] char16_t* name;
  DWORD status;
};

std::uint32_t EvtRpcRegisterRemoteSubscription(
    [[using rpc: in, unique, string, range(0, MAX_RPC_CHANNEL_NAME_LENGTH)]] const char16_t* channelPath,
    [[using rpc: in, string, range(1, MAX_RPC_QUERY_LENGTH)]] const char16_t* query,
    [[using rpc: in, unique, string, range(0, MAX_RPC_BOOKMARK_LENGTH)]] const char16_t* bookmarkXml,
    [[rpc::in]] DWORD flags, [[rpc::out]] PCONTEXT_HANDLE_REMOTE_SUBSCRIPTION* handle,
    [[rpc::out]] PCONTEXT_HANDLE_OPERATION_CONTROL* control,
    [[rpc::out]] DWORD* queryChannelInfoSize,
    [[using rpc: out, size_is(, *queryChannelInfoSize), range(0, MAX_RPC_QUERY_CHANNEL_SIZE)]] EvtRpcQueryChannelInfo** queryChannelInfo,
    [[rpc::out]] RpcInfo* error);

std::uint32_t EvtRpcRemoteSubscriptionNextAsync(
    [[rpc::in]] PCONTEXT_HANDLE_REMOTE_SUBSCRIPTION handle, [[rpc::in]] DWORD numRequestedRecords,
    [[rpc::in]] DWORD flags, [[rpc::out]] DWORD* numActualRecords,
    [[using rpc: out, size_is(, *numActualRecords), range(0, MAX_RPC_RECORD_COUNT)]] DWORD** eventDataIndices,
    [[using rpc: out, size_is(, *numActualRecords), range(0, MAX_RPC_RECORD_COUNT)]] DWORD** eventDataSizes,
    [[rpc::out]] DWORD* resultBufferSize,
    [[using rpc: out, size_is(, *resultBufferSize), range(0, MAX_RPC_BATCH_SIZE)]] std::uint8_t** resultBuffer);

std::uint32_t EvtRpcRemoteSubscriptionNext(
    [[rpc::in]] PCONTEXT_HANDLE_REMOTE_SUBSCRIPTION handle, [[rpc::in]] DWORD numRequestedRecords,
    [[rpc::in]] DWORD timeOut, [[rpc::in]] DWORD flags, [[rpc::out]] DWORD* numActualRecords,
    [[using rpc: out, size_is(, *numActualRecords), range(0, MAX_RPC_RECORD_COUNT)]] DWORD** eventDataIndices,
    [[using rpc: out, size_is(, *numActualRecords), range(0, MAX_RPC_RECORD_COUNT)]] DWORD** eventDataSizes,
    [[rpc::out]] DWORD* resultBufferSize,
    [[using rpc: out, size_is(, *resultBufferSize), range(0, MAX_RPC_BATCH_SIZE)]] std::uint8_t** resultBuffer);

std::uint32_t EvtRpcRemoteSubscriptionWaitAsync(
    [[rpc::in]] PCONTEXT_HANDLE_REMOTE_SUBSCRIPTION handle);

std::uint32_t EvtRpcRegisterControllableOperation(
    [[rpc::out]] PCONTEXT_HANDLE_OPERATION_CONTROL* handle);

std::uint32_t EvtRpcRegisterLogQuery(
    [[using rpc: in, unique, string, range(0, MAX_RPC_CHANNEL_PATH_LENGTH)]] const char16_t* path,
    [[using rpc: in, string, range(1, MAX_RPC_QUERY_LENGTH)]] const char16_t* query,
    [[rpc::in]] DWORD flags, [[rpc::out]] PCONTEXT_HANDLE_LOG_QUERY* handle,
    [[rpc::out]] PCONTEXT_HANDLE_OPERATION_CONTROL* opControl,
    [[rpc::out]] DWORD* queryChannelInfoSize,
    [[using rpc: out, size_is(, *queryChannelInfoSize), range(0, MAX_RPC_QUERY_CHANNEL_SIZE)]] EvtRpcQueryChannelInfo** queryChannelInfo,
    [[rpc::out]] RpcInfo* error);

std::uint32_t EvtRpcClearLog(
    [[rpc::in]] PCONTEXT_HANDLE_OPERATION_CONTROL control,
    [[using rpc: in, string, range(0, MAX_RPC_CHANNEL_NAME_LENGTH)]] const char16_t* channelPath,
    [[using rpc: in, unique, string, range(0, MAX_RPC_FILE_PATH_LENGTH)]] const char16_t* backupPath,
    [[rpc::in]] DWORD flags, [[rpc::out]] RpcInfo* error);

std::uint32_t EvtRpcExportLog(
    [[rpc::in]] PCONTEXT_HANDLE_OPERATION_CONTROL control,
    [[using rpc: in, unique, string, range(0, MAX_RPC_CHANNEL_NAME_LENGTH)]] const char16_t* channelPath,
    [[using rpc: in, string, range(1, MAX_RPC_QUERY_LENGTH)]] const char16_t* query,
    [[using rpc: in, string, range(1, MAX_RPC_FILE_PATH_LENGTH)]] const char16_t* backupPath,
    [[rpc::in]] DWORD flags, [[rpc::out]] RpcInfo* error);

std::uint32_t EvtRpcLocalizeExportLog(
    [[rpc::in]] PCONTEXT_HANDLE_OPERATION_CONTROL control,
    [[using rpc: in, string, range(1, MAX_RPC_FILE_PATH_LENGTH)]] const char16_t* logFilePath,
    [[rpc::in]] DWORD locale, [[rpc::in]] DWORD flags, [[rpc::out]] RpcInfo* error);

std::uint32_t EvtRpcMessageRender(
    [[rpc::in]] PCONTEXT_HANDLE_PUBLISHER_METADATA pubCfgObj,
    [[rpc::in, rpc::range(1, MAX_RPC_EVENT_ID_SIZE)]] DWORD sizeEventId,
    [[rpc::in, rpc::size_is(sizeEventId)]] const std::uint8_t* eventId, [[rpc::in]] DWORD messageId,
    [[rpc::in]] const EvtRpcVariantList* values, [[rpc::in]] DWORD flags,
    [[rpc::in]] DWORD maxSizeString, [[rpc::out]] DWORD* actualSizeString,
    [[rpc::out]] DWORD* neededSizeString,
    [[using rpc: out, size_is(, *actualSizeString), range(0, MAX_RPC_RENDERED_STRING_SIZE)]] std::uint8_t** string,
    [[rpc::out]] RpcInfo* error);

std::uint32_t EvtRpcMessageRenderDefault(
    [[rpc::in, rpc::range(1, MAX_RPC_EVENT_ID_SIZE)]] DWORD sizeEventId,
    [[rpc::in, rpc::size_is(sizeEventId)]] const std::uint8_t* eventId, [[rpc::in]] DWORD messageId,
    [[rpc::in]] const EvtRpcVariantList* values, [[rpc::in]] DWORD flags,
    [[rpc::in]] DWORD maxSizeString, [[rpc::out]] DWORD* actualSizeString,
    [[rpc::out]] DWORD* neededSizeString,
    [[using rpc: out, size_is(, *actualSizeString), range(0, MAX_RPC_RENDERED_STRING_SIZE)]] std::uint8_t** string,
    [[rpc::out]] RpcInfo* error);

std::uint32_t EvtRpcQueryNext(
    [[rpc::in]] PCONTEXT_HANDLE_LOG_QUERY logQuery, [[rpc::in]] DWORD numRequestedRecords,
    [[rpc::in]] DWORD timeOutEnd, [[rpc::in]] DWORD flags, [[rpc::out]] DWORD* numActualRecords,
    [[using rpc: out, size_is(, *numActualRecords), range(0, MAX_RPC_RECORD_COUNT)]] DWORD** eventDataIndices,
    [[using rpc: out, size_is(, *numActualRecords), range(0, MAX_RPC_RECORD_COUNT)]] DWORD** eventDataSizes,
    [[rpc::out]] DWORD* resultBufferSize,
    [[using rpc: out, size_is(, *resultBufferSize), range(0, MAX_RPC_BATCH_SIZE)]] std::uint8_t** resultBuffer);

std::uint32_t EvtRpcQuerySeek(
    [[rpc::in]] PCONTEXT_HANDLE_LOG_QUERY logQuery, [[rpc::in]] std::int64_t pos,
    [[using rpc: in, unique, string, range(0, MAX_RPC_BOOKMARK_LENGTH)]] const char16_t* bookmarkXml,
    [[rpc::in]] DWORD timeOut, [[rpc::in]] DWORD flags, [[rpc::out]] RpcInfo* error);

// Ends handles of every type.
std::uint32_t EvtRpcClose([[using rpc: in, out, context_handle]] void** handle);

std::uint32_t EvtRpcCancel([[rpc::in]] PCONTEXT_HANDLE_OPERATION_CONTROL handle);

std::uint32_t EvtRpcAssertConfig(
    [[using rpc: in, string, range(1, MAX_RPC_CHANNEL_NAME_LENGTH)]] const char16_t* path,
    [[rpc::in]] DWORD flags);

std::uint32_t EvtRpcRetractConfig(
    [[using rpc: in, string, range(1, MAX_RPC_CHANNEL_NAME_LENGTH)]] const char16_t* path,
    [[rpc::in]] DWORD flags);

std::uint32_t EvtRpcOpenLogHandle(
    [[using rpc: in, string, range(1, MAX_RPC_CHANNEL_NAME_LENGTH)]] const char16_t* channel,
    [[rpc::in]] DWORD flags, [[rpc::out]] PCONTEXT_HANDLE_LOG_HANDLE* handle,
    [[rpc::out]] RpcInfo* error);

std::uint32_t EvtRpcGetLogFileInfo(
    [[rpc::in]] PCONTEXT_HANDLE_LOG_HANDLE logHandle, [[rpc::in]] DWORD propertyId,
    [[rpc::in, rpc::range(0, MAX_RPC_PROPERTY_BUFFER_SIZE)]] DWORD propertyValueBufferSize,
    [[rpc::out, rpc::size_is(propertyValueBufferSize)]] std::uint8_t* propertyValueBuffer,
    [[rpc::out]] DWORD* propertyValueBufferLength);

std::uint32_t EvtRpcGetChannelList(
    [[rpc::in]] DWORD flags, [[rpc::out]] DWORD* numChannelPaths,
    [[using rpc: out, size_is(, *numChannelPaths), range(0, MAX_RPC_CHANNEL_COUNT), string]] char16_t*** channelPaths);

std::uint32_t EvtRpcGetChannelConfig(
    [[using rpc: in, string, range(1, MAX_RPC_CHANNEL_NAME_LENGTH)]] const char16_t* channelPath,
    [[rpc::in]] DWORD flags, [[rpc::out]] EvtRpcVariantList* props);

std::uint32_t EvtRpcPutChannelConfig(
    [[using rpc: in, string, range(1, MAX_RPC_CHANNEL_NAME_LENGTH)]] const char16_t* channelPath,
    [[rpc::in]] DWORD flags, [[rpc::in]] const EvtRpcVariantList* props,
    [[rpc::out]] RpcInfo* error);

std::uint32_t EvtRpcGetPublisherList(
    [[rpc::in]] DWORD flags, [[rpc::out]] DWORD* numPublisherIds,
    [[using rpc: out, size_is(, *numPublisherIds), range(0, MAX_RPC_PUBLISHER_COUNT), string]] char16_t*** publisherIds);

std::uint32_t EvtRpcGetPublisherListForChannel(
    [[rpc::in, rpc::string]] const char16_t* channelName, [[rpc::in]] DWORD flags,
    [[rpc::out]] DWORD* numPublisherIds,
    [[using rpc: out, size_is(, *numPublisherIds), range(0, MAX_RPC_PUBLISHER_COUNT), string]] char16_t*** publisherIds);

std::uint32_t EvtRpcGetPublisherMetadata(
    [[using rpc: in, unique, string, range(0, MAX_RPC_PUBLISHER_ID_LENGTH)]] const char16_t* publisherId,
    [[using rpc: in, unique, string, range(0, MAX_RPC_FILE_PATH_LENGTH)]] const char16_t* logFilePath,
    [[rpc::in]] DWORD locale, [[rpc::in]] DWORD flags,
    [[rpc::out]] EvtRpcVariantList* pubMetadataProps,
    [[rpc::out]] PCONTEXT_HANDLE_PUBLISHER_METADATA* pubMetadata);

std::uint32_t EvtRpcGetPublisherResourceMetadata(
    [[rpc::in]] PCONTEXT_HANDLE_PUBLISHER_METADATA handle, [[rpc::in]] DWORD propertyId,
    [[rpc::in]] DWORD flags, [[rpc::out]] EvtRpcVariantList* pubMetadataProps);

std::uint32_t EvtRpcGetEventMetadataEnum(
    [[rpc::in]] PCONTEXT_HANDLE_PUBLISHER_METADATA pubMetadata, [[rpc::in]] DWORD flags,
    [[using rpc: in, unique, string, range(0, MAX_RPC_FILTER_LENGTH)]] const char16_t* reservedForFilter,
    [[rpc::out]] PCONTEXT_HANDLE_EVENT_METADATA_ENUM* eventMetaDataEnum);

std::uint32_t EvtRpcGetNextEventMetadata(
    [[rpc::in]] PCONTEXT_HANDLE_EVENT_METADATA_ENUM eventMetaDataEnum, [[rpc::in]] DWORD flags,
    [[rpc::in]] DWORD numRequested, [[rpc::out]] DWORD* numReturned,
    [[using rpc: out, size_is(, *numReturned), range(0, MAX_RPC_EVENT_METADATA_COUNT)]] EvtRpcVariantList** eventMetadataInstances);

std::uint32_t EvtRpcGetClassicLogDisplayName(
    [[using rpc: in, string, range(1, MAX_RPC_CHANNEL_NAME_LENGTH)]] const char16_t* logName,
    [[rpc::in]] DWORD locale, [[rpc::in]] DWORD flags,
    [[rpc::out, rpc::string]] char16_t** displayName);

}  // namespace IEventService

[[rpc::stubs]];

#endif
