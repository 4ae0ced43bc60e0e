// Directory replication: MS-DRSR. The pointers to names, of which there must be one at least, are [unique] all the same
// (range-excludes-zero).
// RUN: %clang -x c++ -fsyntax-only -Wall -Wextra -Werror -fplugin-arg-rpcgen-Wno-range-excludes-zero %s
// RUN: %clang -fsyntax-only -fplugin-arg-rpcgen-Wno-range-excludes-zero -DHEADER='"%s"' -DINTERFACE=drsuapi -DOPERATIONS=20 %S/Inputs/instantiate.cpp
#ifndef TEST_PUBLISHED_DRSUAPI_H
#define TEST_PUBLISHED_DRSUAPI_H

#include "dtyp.h"

/// Directory replication as MS-DRSR defines it: binding, replication in the versions 4 to 10 of requests and 1 to 9 of replies,
/// names, domain controllers, new entries and the state of replication. Operations that are not here keep their numbers.
namespace [[rpc::interface("e3514235-4b06-11d1-ab04-00c04fc2dcd2", 4, 0), rpc::pointer_default(unique)]] drsuapi {

using guid = dtyp::GUID;
using file_time = dtyp::FILETIME;

struct sid {
  char data[28];
};

// Values.

struct object_name {
  std::uint32_t structure_length;
  std::uint32_t sid_length;
  guid id;
  sid security;
  std::uint32_t name_length;
  [[rpc::range(0, 10485761), rpc::size_is(name_length + 1)]] char16_t name[1];
};

struct oid {
  [[rpc::range(0, 10000)]] std::uint32_t length;
  [[rpc::size_is(length)]] std::uint8_t* elements;
};

struct prefix_entry {
  std::uint32_t index;
  oid prefix;
};

struct prefix_table {
  [[rpc::range(0, 1048576)]] std::uint32_t count;
  [[rpc::size_is(count)]] prefix_entry* entries;
};

struct attribute_value {
  [[rpc::range(0, 26214400)]] std::uint32_t length;
  [[rpc::size_is(length)]] std::uint8_t* bytes;
};

struct attribute_values {
  [[rpc::range(0, 10485760)]] std::uint32_t count;
  [[rpc::size_is(count)]] attribute_value* values;
};

struct attribute {
  std::uint32_t type;
  attribute_values values;
};

struct attribute_block {
  [[rpc::range(0, 1048576)]] std::uint32_t count;
  [[rpc::size_is(count)]] attribute* attributes;
};

struct entry {
  object_name* name;
  std::uint32_t flags;
  attribute_block attributes;
};

struct entry_list {
  entry_list* next;
  entry value;
};

// The state of replication.

struct usn_vector {
  std::int64_t high_object_update;
  std::int64_t reserved;
  std::int64_t high_property_update;
};

struct cursor_1 {
  guid dsa;
  std::int64_t high_property_update;
};

struct cursor_2 {
  guid dsa;
  std::int64_t high_property_update;
  std::int64_t last_success;
};

struct up_to_date_1 {
  std::uint32_t version;
  std::uint32_t reserved1;
  [[rpc::range(0, 1048576)]] std::uint32_t count;
  std::uint32_t reserved2;
  [[rpc::size_is(count)]] cursor_1 cursors[1];
};

struct up_to_date_2 {
  std::uint32_t version;
  std::uint32_t reserved1;
  [[rpc::range(0, 1048576)]] std::uint32_t count;
  std::uint32_t reserved2;
  [[rpc::size_is(count)]] cursor_2 cursors[1];
};

struct partial_attributes {
  std::uint32_t version;
  std::uint32_t reserved;
  [[rpc::range(1, 1048576)]] std::uint32_t count;
  [[rpc::size_is(count)]] std::uint32_t types[1];
};

struct transport_address {
  [[rpc::range(1, 256)]] std::uint32_t length;
  [[rpc::size_is(length)]] char name[1];
};

struct property_meta_data {
  std::uint32_t version;
  std::int64_t changed;
  guid originating_dsa;
  std::int64_t originating_usn;
};

struct property_meta_data_vector {
  [[rpc::range(0, 1048576)]] std::uint32_t count;
  [[rpc::size_is(count)]] property_meta_data data[1];
};

struct replicated_entries {
  replicated_entries* next;
  entry value;
  std::int32_t is_prefix;
  guid* parent;
  property_meta_data_vector* meta_data;
};

struct value_meta_data_1 {
  std::int64_t created;
  property_meta_data data;
};

struct value_meta_data_3 {
  std::int64_t created;
  property_meta_data data;
  std::uint32_t unused1;
  std::uint32_t unused2;
  std::uint32_t unused3;
  std::int64_t expires;
};

struct replicated_value_1 {
  object_name* object;
  std::uint32_t type;
  attribute_value value;
  std::int32_t is_present;
  value_meta_data_1 meta_data;
};

struct replicated_value_3 {
  object_name* object;
  std::uint32_t type;
  attribute_value value;
  std::int32_t is_present;
  value_meta_data_3 meta_data;
};

// Contexts.

struct extensions {
  [[rpc::range(1, 10000)]] std::uint32_t count;
  [[rpc::size_is(count)]] std::uint8_t bytes[1];
};

struct session;
using handle [[rpc::context_handle]] = session*;
[[rpc::local]] void handle_rundown(handle left);

std::uint32_t bind([[rpc::in]] rpc::handle_t binding, [[rpc::in, rpc::unique]] const guid* client,
                   [[rpc::in, rpc::unique]] const extensions* offered, [[rpc::out]] extensions** accepted,
                   [[rpc::out, rpc::ref]] handle* opened);
std::uint32_t unbind([[rpc::in, rpc::out, rpc::ref]] handle* closed);

// Replication.

struct sync_1 {
  [[rpc::ref]] object_name* context;
  guid source;
  [[rpc::unique, rpc::string]] char* source_name;
  std::uint32_t options;
};

union [[rpc::switch_type(std::uint32_t)]] sync_request {
  [[rpc::case(1)]] sync_1 v1;
};

std::uint32_t replica_sync([[rpc::in, rpc::ref]] handle on, [[rpc::in]] std::uint32_t version,
                           [[rpc::in, rpc::ref, rpc::switch_is(version)]] const sync_request* request);

struct changes_request_3 {
  guid destination;
  guid source_invocation;
  [[rpc::ref]] object_name* context;
  usn_vector from;
  [[rpc::unique]] up_to_date_1* up_to_date;
  [[rpc::unique]] partial_attributes* attributes;
  prefix_table prefixes;
  std::uint32_t flags;
  std::uint32_t max_objects;
  std::uint32_t max_bytes;
  std::uint32_t extended_operation;
};

struct changes_request_4 {
  guid transport;
  [[rpc::ref]] transport_address* return_address;
  changes_request_3 v3;
};

struct changes_request_5 {
  guid destination;
  guid source_invocation;
  [[rpc::ref]] object_name* context;
  usn_vector from;
  [[rpc::unique]] up_to_date_1* up_to_date;
  std::uint32_t flags;
  std::uint32_t max_objects;
  std::uint32_t max_bytes;
  std::uint32_t extended_operation;
  std::uint64_t role_owner;
};

struct changes_request_7 {
  guid transport;
  [[rpc::ref]] transport_address* return_address;
  changes_request_3 v3;
  [[rpc::unique]] partial_attributes* attributes;
  [[rpc::unique]] partial_attributes* more_attributes;
  prefix_table prefixes;
};

struct changes_request_8 {
  guid destination;
  guid source_invocation;
  [[rpc::ref]] object_name* context;
  usn_vector from;
  [[rpc::unique]] up_to_date_1* up_to_date;
  std::uint32_t flags;
  std::uint32_t max_objects;
  std::uint32_t max_bytes;
  std::uint32_t extended_operation;
  std::uint64_t role_owner;
  [[rpc::unique]] partial_attributes* attributes;
  [[rpc::unique]] partial_attributes* more_attributes;
  prefix_table prefixes;
};

struct changes_request_10 {
  guid destination;
  guid source_invocation;
  [[rpc::ref]] object_name* context;
  usn_vector from;
  [[rpc::unique]] up_to_date_1* up_to_date;
  std::uint32_t flags;
  std::uint32_t max_objects;
  std::uint32_t max_bytes;
  std::uint32_t extended_operation;
  std::uint64_t role_owner;
  [[rpc::unique]] partial_attributes* attributes;
  [[rpc::unique]] partial_attributes* more_attributes;
  prefix_table prefixes;
  std::uint32_t more_flags;
};

union [[rpc::switch_type(std::uint32_t)]] changes_request {
  [[rpc::case(4)]] changes_request_4 v4;
  [[rpc::case(5)]] changes_request_5 v5;
  [[rpc::case(7)]] changes_request_7 v7;
  [[rpc::case(8)]] changes_request_8 v8;
  [[rpc::case(10)]] changes_request_10 v10;
};

struct compressed_blob {
  std::uint32_t uncompressed;
  std::uint32_t compressed;
  [[rpc::size_is(compressed)]] std::uint8_t* bytes;
};

enum compression { not_compressed, unused, mszip, win2k3 };

struct changes_reply_1 {
  guid source;
  guid source_invocation;
  [[rpc::unique]] object_name* context;
  usn_vector from;
  usn_vector to;
  [[rpc::unique]] up_to_date_1* up_to_date;
  prefix_table prefixes;
  std::uint32_t extended_result;
  std::uint32_t objects_count;
  std::uint32_t bytes_count;
  [[rpc::unique]] replicated_entries* objects;
  std::int32_t more_data;
};

struct changes_reply_2 {
  compressed_blob v1;
};

struct changes_reply_6 {
  guid source;
  guid source_invocation;
  [[rpc::unique]] object_name* context;
  usn_vector from;
  usn_vector to;
  [[rpc::unique]] up_to_date_2* up_to_date;
  prefix_table prefixes;
  std::uint32_t extended_result;
  std::uint32_t objects_count;
  std::uint32_t bytes_count;
  [[rpc::unique]] replicated_entries* objects;
  std::int32_t more_data;
  std::uint32_t context_objects;
  std::uint32_t context_values;
  [[rpc::range(0, 1048576)]] std::uint32_t values_count;
  [[rpc::size_is(values_count)]] replicated_value_1* values;
  std::uint32_t error;
};

struct changes_reply_7 {
  std::uint32_t compressed_version;
  compression algorithm;
  compressed_blob any;
};

struct changes_reply_9 {
  guid source;
  guid source_invocation;
  [[rpc::unique]] object_name* context;
  usn_vector from;
  usn_vector to;
  [[rpc::unique]] up_to_date_2* up_to_date;
  prefix_table prefixes;
  std::uint32_t extended_result;
  std::uint32_t objects_count;
  std::uint32_t bytes_count;
  [[rpc::unique]] replicated_entries* objects;
  std::int32_t more_data;
  std::uint32_t context_objects;
  std::uint32_t context_values;
  [[rpc::range(0, 1048576)]] std::uint32_t values_count;
  [[rpc::size_is(values_count)]] replicated_value_3* values;
  std::uint32_t error;
};

union [[rpc::switch_type(std::uint32_t)]] changes_reply {
  [[rpc::case(1)]] changes_reply_1 v1;
  [[rpc::case(2)]] changes_reply_2 v2;
  [[rpc::case(6)]] changes_reply_6 v6;
  [[rpc::case(7)]] changes_reply_7 v7;
  [[rpc::case(9)]] changes_reply_9 v9;
};

std::uint32_t get_changes([[rpc::in, rpc::ref]] handle on, [[rpc::in]] std::uint32_t version,
                          [[rpc::in, rpc::ref, rpc::switch_is(version)]] const changes_request* request,
                          [[rpc::out, rpc::ref]] std::uint32_t* reply_version,
                          [[rpc::out, rpc::ref, rpc::switch_is(*reply_version)]] changes_reply* reply);

struct references_1 {
  [[rpc::ref]] object_name* context;
  [[rpc::ref, rpc::string]] char* destination_name;
  guid destination;
  std::uint32_t options;
};

union [[rpc::switch_type(std::uint32_t)]] references_request {
  [[rpc::case(1)]] references_1 v1;
};

std::uint32_t update_references([[rpc::in, rpc::ref]] handle on, [[rpc::in]] std::uint32_t version,
                                [[rpc::in, rpc::ref, rpc::switch_is(version)]] const references_request* request);

// Names.

struct verify_request_1 {
  std::uint32_t flags;
  [[rpc::range(1, 10000)]] std::uint32_t count;
  [[rpc::size_is(count)]] object_name** names;
  attribute_block required;
  prefix_table prefixes;
};

union [[rpc::switch_type(std::uint32_t)]] verify_request {
  [[rpc::case(1)]] verify_request_1 v1;
};

struct verify_reply_1 {
  std::uint32_t error;
  [[rpc::range(0, 10000)]] std::uint32_t count;
  [[rpc::size_is(count)]] entry* entries;
  prefix_table prefixes;
};

union [[rpc::switch_type(std::uint32_t)]] verify_reply {
  [[rpc::case(1)]] verify_reply_1 v1;
};

[[rpc::opnum(8)]] std::uint32_t verify_names([[rpc::in, rpc::ref]] handle on, [[rpc::in]] std::uint32_t version,
                                             [[rpc::in, rpc::ref, rpc::switch_is(version)]] const verify_request* request,
                                             [[rpc::out, rpc::ref]] std::uint32_t* reply_version,
                                             [[rpc::out, rpc::ref, rpc::switch_is(*reply_version)]] verify_reply* reply);

enum membership {
  groups_for_user = 1,
  alias_membership,
  account_groups,
  resource_groups,
  universal_groups,
  members_transitive,
  global_groups_not_transitive
};

struct memberships_request_1 {
  [[rpc::range(1, 10000)]] std::uint32_t count;
  [[rpc::size_is(count, )]] object_name** names;
  std::uint32_t flags;
  [[rpc::range(1, 7)]] membership kind;
  object_name* limiting_domain;
};

union [[rpc::switch_type(std::uint32_t)]] memberships_request {
  [[rpc::case(1)]] memberships_request_1 v1;
};

struct memberships_reply_1 {
  std::uint32_t error;
  [[rpc::range(0, 10000)]] std::uint32_t count;
  [[rpc::range(0, 10000)]] std::uint32_t history_count;
  [[rpc::size_is(count, )]] object_name** names;
  [[rpc::size_is(count)]] std::uint32_t* attributes;
  [[rpc::size_is(history_count, )]] sid** history;
};

union [[rpc::switch_type(std::uint32_t)]] memberships_reply {
  [[rpc::case(1)]] memberships_reply_1 v1;
};

std::uint32_t get_memberships([[rpc::in, rpc::ref]] handle on, [[rpc::in]] std::uint32_t version,
                              [[rpc::in, rpc::ref, rpc::switch_is(version)]] const memberships_request* request,
                              [[rpc::out, rpc::ref]] std::uint32_t* reply_version,
                              [[rpc::out, rpc::ref, rpc::switch_is(*reply_version)]] memberships_reply* reply);

struct crack_request_1 {
  std::uint32_t code_page;
  std::uint32_t locale;
  std::uint32_t flags;
  std::uint32_t format_offered;
  std::uint32_t format_desired;
  [[rpc::range(1, 10000)]] std::uint32_t count;
  [[rpc::string, rpc::size_is(count)]] char16_t** names;
};

union [[rpc::switch_type(std::uint32_t)]] crack_request {
  [[rpc::case(1)]] crack_request_1 v1;
};

struct cracked_name {
  std::uint32_t status;
  [[rpc::string, rpc::unique]] char16_t* domain;
  [[rpc::string, rpc::unique]] char16_t* name;
};

struct cracked_names {
  std::uint32_t count;
  [[rpc::size_is(count)]] cracked_name* items;
};

struct crack_reply_1 {
  cracked_names* result;
};

union [[rpc::switch_type(std::uint32_t)]] crack_reply {
  [[rpc::case(1)]] crack_reply_1 v1;
};

[[rpc::opnum(12)]] std::uint32_t crack_names([[rpc::in, rpc::ref]] handle on, [[rpc::in]] std::uint32_t version,
                                             [[rpc::in, rpc::ref, rpc::switch_is(version)]] const crack_request* request,
                                             [[rpc::out, rpc::ref]] std::uint32_t* reply_version,
                                             [[rpc::out, rpc::ref, rpc::switch_is(*reply_version)]] crack_reply* reply);

struct spn_request_1 {
  std::uint32_t operation;
  std::uint32_t flags;
  [[rpc::string]] const char16_t* account;
  [[rpc::range(0, 10000)]] std::uint32_t count;
  [[rpc::string, rpc::size_is(count)]] const char16_t** names;
};

union [[rpc::switch_type(std::uint32_t)]] spn_request {
  [[rpc::case(1)]] spn_request_1 v1;
};

struct spn_reply_1 {
  std::uint32_t result;
};

union [[rpc::switch_type(std::uint32_t)]] spn_reply {
  [[rpc::case(1)]] spn_reply_1 v1;
};

std::uint32_t write_spn([[rpc::in, rpc::ref]] handle on, [[rpc::in]] std::uint32_t version,
                        [[rpc::in, rpc::ref, rpc::switch_is(version)]] const spn_request* request,
                        [[rpc::out, rpc::ref]] std::uint32_t* reply_version,
                        [[rpc::out, rpc::ref, rpc::switch_is(*reply_version)]] spn_reply* reply);

// Domain controllers.

struct controller_request_1 {
  [[rpc::string]] char16_t* domain;
  std::uint32_t level;
};

union [[rpc::switch_type(std::uint32_t)]] controller_request {
  [[rpc::case(1)]] controller_request_1 v1;
};

struct controller_1 {
  [[rpc::string, rpc::unique]] char16_t* netbios_name;
  [[rpc::string, rpc::unique]] char16_t* dns_name;
  [[rpc::string, rpc::unique]] char16_t* site;
  [[rpc::string, rpc::unique]] char16_t* computer_object;
  [[rpc::string, rpc::unique]] char16_t* server_object;
  std::int32_t is_pdc;
  std::int32_t ds_enabled;
};

struct controller_connection {
  std::uint32_t address;
  std::uint32_t notifications;
  std::uint32_t seconds;
  std::uint32_t flags;
  std::uint32_t requests;
  std::uint32_t reserved;
  [[rpc::string, rpc::unique]] char16_t* user;
};

struct controller_reply_1 {
  [[rpc::range(0, 10000)]] std::uint32_t count;
  [[rpc::size_is(count)]] controller_1* items;
};

struct controller_reply_connections {
  [[rpc::range(0, 10000)]] std::uint32_t count;
  [[rpc::size_is(count)]] controller_connection* items;
};

union [[rpc::switch_type(std::uint32_t)]] controller_reply {
  [[rpc::case(1)]] controller_reply_1 v1;
  [[rpc::case(0xFFFFFFFF)]] controller_reply_connections connections;
};

[[rpc::opnum(16)]] std::uint32_t controller_info([[rpc::in, rpc::ref]] handle on, [[rpc::in]] std::uint32_t version,
                                                 [[rpc::in, rpc::ref, rpc::switch_is(version)]] const controller_request* request,
                                                 [[rpc::out, rpc::ref]] std::uint32_t* reply_version,
                                                 [[rpc::out, rpc::ref, rpc::switch_is(*reply_version)]] controller_reply* reply);

// New entries, and what is wrong with them: unions in structures that unions hold.

struct attribute_problem {
  std::uint32_t dsid;
  std::uint32_t extended_error;
  std::uint32_t extended_data;
  std::uint16_t problem;
  std::uint32_t type;
  std::int32_t value_returned;
  attribute_value value;
};

struct attribute_problems {
  attribute_problems* next;
  attribute_problem problem;
};

struct attribute_error {
  object_name* object;
  std::uint32_t count;
  attribute_problems first;
};

struct name_error {
  std::uint32_t dsid;
  std::uint32_t extended_error;
  std::uint32_t extended_data;
  std::uint16_t problem;
  object_name* matched;
};

struct simple_error {
  std::uint32_t dsid;
  std::uint32_t extended_error;
  std::uint32_t extended_data;
  std::uint16_t problem;
};

union [[rpc::switch_type(std::uint32_t)]] directory_error {
  [[rpc::case(1)]] attribute_error attribute;
  [[rpc::case(2)]] name_error name;
  [[rpc::case(4)]] simple_error security;
  [[rpc::case(5)]] simple_error service;
  [[rpc::case(6)]] simple_error update;
  [[rpc::case(7)]] simple_error system;
};

struct error_data_1 {
  std::uint32_t replication_error;
  std::uint32_t code;
  [[rpc::switch_is(code)]] directory_error* error;
};

union [[rpc::switch_type(std::uint32_t)]] error_data {
  [[rpc::case(1)]] error_data_1 v1;
};

struct add_request_1 {
  [[rpc::ref]] object_name* object;
  attribute_block attributes;
};

struct add_request_2 {
  entry_list entries;
};

union [[rpc::switch_type(std::uint32_t)]] add_request {
  [[rpc::case(1)]] add_request_1 v1;
  [[rpc::case(2)]] add_request_2 v2;
};

struct added_object {
  guid id;
  sid security;
};

struct add_reply_2 {
  [[rpc::unique]] object_name* wrong;
  std::uint32_t code;
  std::uint32_t dsid;
  std::uint32_t extended_error;
  std::uint32_t extended_data;
  std::uint16_t problem;
  [[rpc::range(0, 10000)]] std::uint32_t count;
  [[rpc::size_is(count)]] added_object* added;
};

struct add_reply_3 {
  object_name* wrong;
  std::uint32_t version;
  [[rpc::switch_is(version)]] error_data* error;
  [[rpc::range(0, 10000)]] std::uint32_t count;
  [[rpc::size_is(count)]] added_object* added;
};

union [[rpc::switch_type(std::uint32_t)]] add_reply {
  [[rpc::case(2)]] add_reply_2 v2;
  [[rpc::case(3)]] add_reply_3 v3;
};

std::uint32_t add_entry([[rpc::in, rpc::ref]] handle on, [[rpc::in]] std::uint32_t version,
                        [[rpc::in, rpc::ref, rpc::switch_is(version)]] const add_request* request,
                        [[rpc::out, rpc::ref]] std::uint32_t* reply_version,
                        [[rpc::out, rpc::ref, rpc::switch_is(*reply_version)]] add_reply* reply);

// The state of replication, as administrators see it.

struct state_request_1 {
  std::uint32_t kind;
  [[rpc::string]] char16_t* object;
  guid source;
};

union [[rpc::switch_type(std::uint32_t)]] state_request {
  [[rpc::case(1)]] state_request_1 v1;
};

struct known_cursor {
  guid source_invocation;
  std::int64_t usn;
};

struct known_cursors {
  std::uint32_t count;
  std::uint32_t reserved;
  [[rpc::size_is(count)]] known_cursor cursors[1];
};

enum pending { sync, add, remove, modify, update };

struct pending_operation {
  file_time enqueued;
  std::uint32_t serial_number;
  std::uint32_t priority;
  pending kind;
  std::uint32_t options;
  [[rpc::string]] char16_t* context;
  [[rpc::string]] char16_t* dsa;
  [[rpc::string]] char16_t* address;
  guid context_object;
  guid dsa_object;
};

struct pending_operations {
  file_time current_started;
  std::uint32_t count;
  [[rpc::size_is(count)]] pending_operation operations[1];
};

struct value_state {
  [[rpc::string]] char16_t* attribute;
  [[rpc::string]] char16_t* object;
  std::uint32_t length;
  [[rpc::size_is(length), rpc::ptr]] std::uint8_t* bytes;
  file_time removed;
  file_time created;
};

struct value_states {
  std::uint32_t count;
  std::uint32_t enumeration;
  [[rpc::size_is(count)]] value_state states[1];
};

union [[rpc::switch_type(std::uint32_t)]] state_reply {
  [[rpc::case(1)]] known_cursors* cursors;
  [[rpc::case(5)]] pending_operations* operations;
  [[rpc::case(6)]] value_states* values;
  [[rpc::case(0xFFFFFFFB)]] up_to_date_1* up_to_date;
};

[[rpc::opnum(19)]] std::uint32_t get_state([[rpc::in, rpc::ref]] handle on, [[rpc::in]] std::uint32_t version,
                                           [[rpc::in, rpc::ref, rpc::switch_is(version)]] const state_request* request,
                                           [[rpc::out, rpc::ref]] std::uint32_t* reply_version,
                                           [[rpc::out, rpc::ref, rpc::switch_is(*reply_version)]] state_reply* reply);

}  // namespace drsuapi

[[rpc::stubs]];

#endif  // TEST_PUBLISHED_DRSUAPI_H
