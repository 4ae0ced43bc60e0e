// Accounts: MS-SAMR, appendix A.
// RUN: %clang -x c++ -fsyntax-only -Xclang -verify %s
// RUN: %clang -fsyntax-only -DHEADER='"%s"' -DINTERFACE=samr -DOPERATIONS=78 %S/Inputs/instantiate.cpp
// expected-no-diagnostics
#ifndef TEST_PUBLISHED_SAMR_H
#define TEST_PUBLISHED_SAMR_H

#include "dtyp.h"

namespace [[rpc::interface("12345778-1234-abcd-ef00-0123456789ac", 1, 0), rpc::ms_union,
            rpc::pointer_default(unique)]] samr {

using dtyp::BOOL;
using dtyp::RPC_SID;
using dtyp::RPC_UNICODE_STRING;

struct object;
using SAMPR_HANDLE [[rpc::context_handle]] = object*;
[[rpc::local]] void SAMPR_HANDLE_rundown(SAMPR_HANDLE left);

using SECURITY_INFORMATION = std::uint32_t;
using LARGE_INTEGER = std::int64_t;

struct RPC_STRING {
  std::uint16_t Length;
  std::uint16_t MaximumLength;
  [[rpc::size_is(MaximumLength), rpc::length_is(Length)]] char* Buffer;
};

struct OLD_LARGE_INTEGER {
  std::uint32_t LowPart;
  std::int32_t HighPart;
};

struct ENCRYPTED_LM_OWF_PASSWORD {
  char data[16];
};
using ENCRYPTED_NT_OWF_PASSWORD = ENCRYPTED_LM_OWF_PASSWORD;

struct SAMPR_ULONG_ARRAY {
  std::uint32_t Count;
  [[rpc::size_is(Count)]] std::uint32_t* Element;
};

struct SAMPR_SID_INFORMATION {
  RPC_SID* SidPointer;
};

struct SAMPR_PSID_ARRAY {
  [[rpc::range(0, 1024)]] std::uint32_t Count;
  [[rpc::size_is(Count)]] SAMPR_SID_INFORMATION* Sids;
};

struct SAMPR_PSID_ARRAY_OUT {
  std::uint32_t Count;
  [[rpc::size_is(Count)]] SAMPR_SID_INFORMATION* Sids;
};

struct SAMPR_RETURNED_USTRING_ARRAY {
  std::uint32_t Count;
  [[rpc::size_is(Count)]] RPC_UNICODE_STRING* Element;
};

struct RPC_SHORT_BLOB {
  std::uint16_t Length;
  std::uint16_t MaximumLength;
  [[rpc::size_is(MaximumLength / 2), rpc::length_is(Length / 2)]] std::uint16_t* Buffer;
};

struct SAMPR_RID_ENUMERATION {
  std::uint32_t RelativeId;
  RPC_UNICODE_STRING Name;
};

struct SAMPR_ENUMERATION_BUFFER {
  std::uint32_t EntriesRead;
  [[rpc::size_is(EntriesRead)]] SAMPR_RID_ENUMERATION* Buffer;
};

struct SAMPR_SR_SECURITY_DESCRIPTOR {
  [[rpc::range(0, 256 * 1024)]] std::uint32_t Length;
  [[rpc::size_is(Length)]] std::uint8_t* SecurityDescriptor;
};

struct GROUP_MEMBERSHIP {
  std::uint32_t RelativeId;
  std::uint32_t Attributes;
};

struct SAMPR_GET_GROUPS_BUFFER {
  std::uint32_t MembershipCount;
  [[rpc::size_is(MembershipCount)]] GROUP_MEMBERSHIP* Groups;
};

struct SAMPR_GET_MEMBERS_BUFFER {
  std::uint32_t MemberCount;
  [[rpc::size_is(MemberCount)]] std::uint32_t* Members;
  [[rpc::size_is(MemberCount)]] std::uint32_t* Attributes;
};

struct SAMPR_REVISION_INFO_V1 {
  std::uint32_t Revision;
  std::uint32_t SupportedFeatures;
};

union [[rpc::switch_type(std::uint32_t)]] SAMPR_REVISION_INFO {
  [[rpc::case(1)]] SAMPR_REVISION_INFO_V1 V1;
};

struct USER_DOMAIN_PASSWORD_INFORMATION {
  std::uint16_t MinPasswordLength;
  std::uint32_t PasswordProperties;
};

// Domains.

enum DOMAIN_SERVER_ENABLE_STATE { DomainServerEnabled = 1, DomainServerDisabled };

struct DOMAIN_STATE_INFORMATION {
  DOMAIN_SERVER_ENABLE_STATE DomainServerState;
};

enum DOMAIN_SERVER_ROLE { DomainServerRoleBackup = 2, DomainServerRolePrimary = 3 };

struct DOMAIN_PASSWORD_INFORMATION {
  std::uint16_t MinPasswordLength;
  std::uint16_t PasswordHistoryLength;
  std::uint32_t PasswordProperties;
  OLD_LARGE_INTEGER MaxPasswordAge;
  OLD_LARGE_INTEGER MinPasswordAge;
};

struct DOMAIN_LOGOFF_INFORMATION {
  OLD_LARGE_INTEGER ForceLogoff;
};

struct DOMAIN_SERVER_ROLE_INFORMATION {
  DOMAIN_SERVER_ROLE DomainServerRole;
};

struct DOMAIN_MODIFIED_INFORMATION {
  OLD_LARGE_INTEGER DomainModifiedCount;
  OLD_LARGE_INTEGER CreationTime;
};

struct DOMAIN_MODIFIED_INFORMATION2 {
  OLD_LARGE_INTEGER DomainModifiedCount;
  OLD_LARGE_INTEGER CreationTime;
  OLD_LARGE_INTEGER ModifiedCountAtLastPromotion;
};

// pack(4) of the published definitions is about memory: on the wire nothing is packed.
struct SAMPR_DOMAIN_GENERAL_INFORMATION {
  OLD_LARGE_INTEGER ForceLogoff;
  RPC_UNICODE_STRING OemInformation;
  RPC_UNICODE_STRING DomainName;
  RPC_UNICODE_STRING ReplicaSourceNodeName;
  OLD_LARGE_INTEGER DomainModifiedCount;
  std::uint32_t DomainServerState;
  std::uint32_t DomainServerRole;
  std::uint8_t UasCompatibilityRequired;
  std::uint32_t UserCount;
  std::uint32_t GroupCount;
  std::uint32_t AliasCount;
};

struct SAMPR_DOMAIN_GENERAL_INFORMATION2 {
  SAMPR_DOMAIN_GENERAL_INFORMATION I1;
  LARGE_INTEGER LockoutDuration;
  LARGE_INTEGER LockoutObservationWindow;
  std::uint16_t LockoutThreshold;
};

struct SAMPR_DOMAIN_OEM_INFORMATION {
  RPC_UNICODE_STRING OemInformation;
};

struct SAMPR_DOMAIN_NAME_INFORMATION {
  RPC_UNICODE_STRING DomainName;
};

struct SAMPR_DOMAIN_REPLICATION_INFORMATION {
  RPC_UNICODE_STRING ReplicaSourceNodeName;
};

struct SAMPR_DOMAIN_LOCKOUT_INFORMATION {
  LARGE_INTEGER LockoutDuration;
  LARGE_INTEGER LockoutObservationWindow;
  std::uint16_t LockoutThreshold;
};

enum DOMAIN_INFORMATION_CLASS {
  DomainPasswordInformation = 1,
  DomainGeneralInformation = 2,
  DomainLogoffInformation = 3,
  DomainOemInformation = 4,
  DomainNameInformation = 5,
  DomainReplicationInformation = 6,
  DomainServerRoleInformation = 7,
  DomainModifiedInformation = 8,
  DomainStateInformation = 9,
  DomainGeneralInformation2 = 11,
  DomainLockoutInformation = 12,
  DomainModifiedInformation2 = 13
};

union [[rpc::switch_type(DOMAIN_INFORMATION_CLASS)]] SAMPR_DOMAIN_INFO_BUFFER {
  [[rpc::case(DomainPasswordInformation)]] DOMAIN_PASSWORD_INFORMATION Password;
  [[rpc::case(DomainGeneralInformation)]] SAMPR_DOMAIN_GENERAL_INFORMATION General;
  [[rpc::case(DomainLogoffInformation)]] DOMAIN_LOGOFF_INFORMATION Logoff;
  [[rpc::case(DomainOemInformation)]] SAMPR_DOMAIN_OEM_INFORMATION Oem;
  [[rpc::case(DomainNameInformation)]] SAMPR_DOMAIN_NAME_INFORMATION Name;
  [[rpc::case(DomainServerRoleInformation)]] DOMAIN_SERVER_ROLE_INFORMATION Role;
  [[rpc::case(DomainReplicationInformation)]] SAMPR_DOMAIN_REPLICATION_INFORMATION Replication;
  [[rpc::case(DomainModifiedInformation)]] DOMAIN_MODIFIED_INFORMATION Modified;
  [[rpc::case(DomainStateInformation)]] DOMAIN_STATE_INFORMATION State;
  [[rpc::case(DomainGeneralInformation2)]] SAMPR_DOMAIN_GENERAL_INFORMATION2 General2;
  [[rpc::case(DomainLockoutInformation)]] SAMPR_DOMAIN_LOCKOUT_INFORMATION Lockout;
  [[rpc::case(DomainModifiedInformation2)]] DOMAIN_MODIFIED_INFORMATION2 Modified2;
};

// Lists for display.

enum DOMAIN_DISPLAY_INFORMATION {
  DomainDisplayUser = 1,
  DomainDisplayMachine,
  DomainDisplayGroup,
  DomainDisplayOemUser,
  DomainDisplayOemGroup
};

struct SAMPR_DOMAIN_DISPLAY_USER {
  std::uint32_t Index;
  std::uint32_t Rid;
  std::uint32_t AccountControl;
  RPC_UNICODE_STRING AccountName;
  RPC_UNICODE_STRING AdminComment;
  RPC_UNICODE_STRING FullName;
};

struct SAMPR_DOMAIN_DISPLAY_MACHINE {
  std::uint32_t Index;
  std::uint32_t Rid;
  std::uint32_t AccountControl;
  RPC_UNICODE_STRING AccountName;
  RPC_UNICODE_STRING AdminComment;
};

struct SAMPR_DOMAIN_DISPLAY_GROUP {
  std::uint32_t Index;
  std::uint32_t Rid;
  std::uint32_t Attributes;
  RPC_UNICODE_STRING AccountName;
  RPC_UNICODE_STRING AdminComment;
};

struct SAMPR_DOMAIN_DISPLAY_OEM_USER {
  std::uint32_t Index;
  RPC_STRING OemAccountName;
};

struct SAMPR_DOMAIN_DISPLAY_OEM_GROUP {
  std::uint32_t Index;
  RPC_STRING OemAccountName;
};

struct SAMPR_DOMAIN_DISPLAY_USER_BUFFER {
  std::uint32_t EntriesRead;
  [[rpc::size_is(EntriesRead)]] SAMPR_DOMAIN_DISPLAY_USER* Buffer;
};

struct SAMPR_DOMAIN_DISPLAY_MACHINE_BUFFER {
  std::uint32_t EntriesRead;
  [[rpc::size_is(EntriesRead)]] SAMPR_DOMAIN_DISPLAY_MACHINE* Buffer;
};

struct SAMPR_DOMAIN_DISPLAY_GROUP_BUFFER {
  std::uint32_t EntriesRead;
  [[rpc::size_is(EntriesRead)]] SAMPR_DOMAIN_DISPLAY_GROUP* Buffer;
};

struct SAMPR_DOMAIN_DISPLAY_OEM_USER_BUFFER {
  std::uint32_t EntriesRead;
  [[rpc::size_is(EntriesRead)]] SAMPR_DOMAIN_DISPLAY_OEM_USER* Buffer;
};

struct SAMPR_DOMAIN_DISPLAY_OEM_GROUP_BUFFER {
  std::uint32_t EntriesRead;
  [[rpc::size_is(EntriesRead)]] SAMPR_DOMAIN_DISPLAY_OEM_GROUP* Buffer;
};

union [[rpc::switch_type(DOMAIN_DISPLAY_INFORMATION)]] SAMPR_DISPLAY_INFO_BUFFER {
  [[rpc::case(DomainDisplayUser)]] SAMPR_DOMAIN_DISPLAY_USER_BUFFER UserInformation;
  [[rpc::case(DomainDisplayMachine)]] SAMPR_DOMAIN_DISPLAY_MACHINE_BUFFER MachineInformation;
  [[rpc::case(DomainDisplayGroup)]] SAMPR_DOMAIN_DISPLAY_GROUP_BUFFER GroupInformation;
  [[rpc::case(DomainDisplayOemUser)]] SAMPR_DOMAIN_DISPLAY_OEM_USER_BUFFER OemUserInformation;
  [[rpc::case(DomainDisplayOemGroup)]] SAMPR_DOMAIN_DISPLAY_OEM_GROUP_BUFFER OemGroupInformation;
};

// Groups and aliases.

struct GROUP_ATTRIBUTE_INFORMATION {
  std::uint32_t Attributes;
};

struct SAMPR_GROUP_GENERAL_INFORMATION {
  RPC_UNICODE_STRING Name;
  std::uint32_t Attributes;
  std::uint32_t MemberCount;
  RPC_UNICODE_STRING AdminComment;
};

struct SAMPR_GROUP_NAME_INFORMATION {
  RPC_UNICODE_STRING Name;
};

struct SAMPR_GROUP_ADM_COMMENT_INFORMATION {
  RPC_UNICODE_STRING AdminComment;
};

enum GROUP_INFORMATION_CLASS {
  GroupGeneralInformation = 1,
  GroupNameInformation,
  GroupAttributeInformation,
  GroupAdminCommentInformation,
  GroupReplicationInformation
};

union [[rpc::switch_type(GROUP_INFORMATION_CLASS)]] SAMPR_GROUP_INFO_BUFFER {
  [[rpc::case(GroupGeneralInformation)]] SAMPR_GROUP_GENERAL_INFORMATION General;
  [[rpc::case(GroupNameInformation)]] SAMPR_GROUP_NAME_INFORMATION Name;
  [[rpc::case(GroupAttributeInformation)]] GROUP_ATTRIBUTE_INFORMATION Attribute;
  [[rpc::case(GroupAdminCommentInformation)]] SAMPR_GROUP_ADM_COMMENT_INFORMATION AdminComment;
  [[rpc::case(GroupReplicationInformation)]] SAMPR_GROUP_GENERAL_INFORMATION DoNotUse;
};

struct SAMPR_ALIAS_GENERAL_INFORMATION {
  RPC_UNICODE_STRING Name;
  std::uint32_t MemberCount;
  RPC_UNICODE_STRING AdminComment;
};

struct SAMPR_ALIAS_NAME_INFORMATION {
  RPC_UNICODE_STRING Name;
};

struct SAMPR_ALIAS_ADM_COMMENT_INFORMATION {
  RPC_UNICODE_STRING AdminComment;
};

enum ALIAS_INFORMATION_CLASS {
  AliasGeneralInformation = 1,
  AliasNameInformation,
  AliasAdminCommentInformation
};

union [[rpc::switch_type(ALIAS_INFORMATION_CLASS)]] SAMPR_ALIAS_INFO_BUFFER {
  [[rpc::case(AliasGeneralInformation)]] SAMPR_ALIAS_GENERAL_INFORMATION General;
  [[rpc::case(AliasNameInformation)]] SAMPR_ALIAS_NAME_INFORMATION Name;
  [[rpc::case(AliasAdminCommentInformation)]] SAMPR_ALIAS_ADM_COMMENT_INFORMATION AdminComment;
};

// Users.

struct SAMPR_ENCRYPTED_USER_PASSWORD {
  std::uint8_t Buffer[256 * 2 + 4];
};

struct SAMPR_ENCRYPTED_USER_PASSWORD_NEW {
  std::uint8_t Buffer[256 * 2 + 4 + 16];
};

struct USER_PRIMARY_GROUP_INFORMATION {
  std::uint32_t PrimaryGroupId;
};

struct USER_CONTROL_INFORMATION {
  std::uint32_t UserAccountControl;
};

struct USER_EXPIRES_INFORMATION {
  OLD_LARGE_INTEGER AccountExpires;
};

struct SAMPR_LOGON_HOURS {
  std::uint16_t UnitsPerWeek;
  [[rpc::size_is(1260), rpc::length_is((UnitsPerWeek + 7) / 8)]] std::uint8_t* LogonHours;
};

struct SAMPR_USER_ALL_INFORMATION {
  OLD_LARGE_INTEGER LastLogon;
  OLD_LARGE_INTEGER LastLogoff;
  OLD_LARGE_INTEGER PasswordLastSet;
  OLD_LARGE_INTEGER AccountExpires;
  OLD_LARGE_INTEGER PasswordCanChange;
  OLD_LARGE_INTEGER PasswordMustChange;
  RPC_UNICODE_STRING UserName;
  RPC_UNICODE_STRING FullName;
  RPC_UNICODE_STRING HomeDirectory;
  RPC_UNICODE_STRING HomeDirectoryDrive;
  RPC_UNICODE_STRING ScriptPath;
  RPC_UNICODE_STRING ProfilePath;
  RPC_UNICODE_STRING AdminComment;
  RPC_UNICODE_STRING WorkStations;
  RPC_UNICODE_STRING UserComment;
  RPC_UNICODE_STRING Parameters;
  RPC_SHORT_BLOB LmOwfPassword;
  RPC_SHORT_BLOB NtOwfPassword;
  RPC_UNICODE_STRING PrivateData;
  SAMPR_SR_SECURITY_DESCRIPTOR SecurityDescriptor;
  std::uint32_t UserId;
  std::uint32_t PrimaryGroupId;
  std::uint32_t UserAccountControl;
  std::uint32_t WhichFields;
  SAMPR_LOGON_HOURS LogonHours;
  std::uint16_t BadPasswordCount;
  std::uint16_t LogonCount;
  std::uint16_t CountryCode;
  std::uint16_t CodePage;
  std::uint8_t LmPasswordPresent;
  std::uint8_t NtPasswordPresent;
  std::uint8_t PasswordExpired;
  std::uint8_t PrivateDataSensitive;
};

struct SAMPR_USER_GENERAL_INFORMATION {
  RPC_UNICODE_STRING UserName;
  RPC_UNICODE_STRING FullName;
  std::uint32_t PrimaryGroupId;
  RPC_UNICODE_STRING AdminComment;
  RPC_UNICODE_STRING UserComment;
};

struct SAMPR_USER_PREFERENCES_INFORMATION {
  RPC_UNICODE_STRING UserComment;
  RPC_UNICODE_STRING Reserved1;
  std::uint16_t CountryCode;
  std::uint16_t CodePage;
};

struct SAMPR_USER_PARAMETERS_INFORMATION {
  RPC_UNICODE_STRING Parameters;
};

struct SAMPR_USER_LOGON_INFORMATION {
  RPC_UNICODE_STRING UserName;
  RPC_UNICODE_STRING FullName;
  std::uint32_t UserId;
  std::uint32_t PrimaryGroupId;
  RPC_UNICODE_STRING HomeDirectory;
  RPC_UNICODE_STRING HomeDirectoryDrive;
  RPC_UNICODE_STRING ScriptPath;
  RPC_UNICODE_STRING ProfilePath;
  RPC_UNICODE_STRING WorkStations;
  OLD_LARGE_INTEGER LastLogon;
  OLD_LARGE_INTEGER LastLogoff;
  OLD_LARGE_INTEGER PasswordLastSet;
  OLD_LARGE_INTEGER PasswordCanChange;
  OLD_LARGE_INTEGER PasswordMustChange;
  SAMPR_LOGON_HOURS LogonHours;
  std::uint16_t BadPasswordCount;
  std::uint16_t LogonCount;
  std::uint32_t UserAccountControl;
};

struct SAMPR_USER_ACCOUNT_INFORMATION {
  RPC_UNICODE_STRING UserName;
  RPC_UNICODE_STRING FullName;
  std::uint32_t UserId;
  std::uint32_t PrimaryGroupId;
  RPC_UNICODE_STRING HomeDirectory;
  RPC_UNICODE_STRING HomeDirectoryDrive;
  RPC_UNICODE_STRING ScriptPath;
  RPC_UNICODE_STRING ProfilePath;
  RPC_UNICODE_STRING AdminComment;
  RPC_UNICODE_STRING WorkStations;
  OLD_LARGE_INTEGER LastLogon;
  OLD_LARGE_INTEGER LastLogoff;
  SAMPR_LOGON_HOURS LogonHours;
  std::uint16_t BadPasswordCount;
  std::uint16_t LogonCount;
  OLD_LARGE_INTEGER PasswordLastSet;
  OLD_LARGE_INTEGER AccountExpires;
  std::uint32_t UserAccountControl;
};

struct SAMPR_USER_A_NAME_INFORMATION {
  RPC_UNICODE_STRING UserName;
};

struct SAMPR_USER_F_NAME_INFORMATION {
  RPC_UNICODE_STRING FullName;
};

struct SAMPR_USER_NAME_INFORMATION {
  RPC_UNICODE_STRING UserName;
  RPC_UNICODE_STRING FullName;
};

struct SAMPR_USER_HOME_INFORMATION {
  RPC_UNICODE_STRING HomeDirectory;
  RPC_UNICODE_STRING HomeDirectoryDrive;
};

struct SAMPR_USER_SCRIPT_INFORMATION {
  RPC_UNICODE_STRING ScriptPath;
};

struct SAMPR_USER_PROFILE_INFORMATION {
  RPC_UNICODE_STRING ProfilePath;
};

struct SAMPR_USER_ADMIN_COMMENT_INFORMATION {
  RPC_UNICODE_STRING AdminComment;
};

struct SAMPR_USER_WORKSTATIONS_INFORMATION {
  RPC_UNICODE_STRING WorkStations;
};

struct SAMPR_USER_LOGON_HOURS_INFORMATION {
  SAMPR_LOGON_HOURS LogonHours;
};

struct SAMPR_USER_INTERNAL1_INFORMATION {
  ENCRYPTED_NT_OWF_PASSWORD EncryptedNtOwfPassword;
  ENCRYPTED_LM_OWF_PASSWORD EncryptedLmOwfPassword;
  std::uint8_t NtPasswordPresent;
  std::uint8_t LmPasswordPresent;
  std::uint8_t PasswordExpired;
};

struct SAMPR_USER_INTERNAL4_INFORMATION {
  SAMPR_USER_ALL_INFORMATION I1;
  SAMPR_ENCRYPTED_USER_PASSWORD UserPassword;
};

struct SAMPR_USER_INTERNAL4_INFORMATION_NEW {
  SAMPR_USER_ALL_INFORMATION I1;
  SAMPR_ENCRYPTED_USER_PASSWORD_NEW UserPassword;
};

struct SAMPR_USER_INTERNAL5_INFORMATION {
  SAMPR_ENCRYPTED_USER_PASSWORD UserPassword;
  std::uint8_t PasswordExpired;
};

struct SAMPR_USER_INTERNAL5_INFORMATION_NEW {
  SAMPR_ENCRYPTED_USER_PASSWORD_NEW UserPassword;
  std::uint8_t PasswordExpired;
};

struct SAMPR_ENCRYPTED_PASSWORD_AES {
  std::uint8_t AuthData[64];
  std::uint8_t Salt[16];
  std::uint32_t cbCipher;
  [[rpc::size_is(cbCipher)]] std::uint8_t* Cipher;
  std::uint64_t PBKDF2Iterations;
};

struct SAMPR_USER_INTERNAL7_INFORMATION {
  SAMPR_ENCRYPTED_PASSWORD_AES UserPassword;
  std::uint8_t PasswordExpired;
};

struct SAMPR_USER_INTERNAL8_INFORMATION {
  SAMPR_USER_ALL_INFORMATION I1;
  SAMPR_ENCRYPTED_PASSWORD_AES UserPassword;
};

enum USER_INFORMATION_CLASS {
  UserGeneralInformation = 1,
  UserPreferencesInformation = 2,
  UserLogonInformation = 3,
  UserLogonHoursInformation = 4,
  UserAccountInformation = 5,
  UserNameInformation = 6,
  UserAccountNameInformation = 7,
  UserFullNameInformation = 8,
  UserPrimaryGroupInformation = 9,
  UserHomeInformation = 10,
  UserScriptInformation = 11,
  UserProfileInformation = 12,
  UserAdminCommentInformation = 13,
  UserWorkStationsInformation = 14,
  UserControlInformation = 16,
  UserExpiresInformation = 17,
  UserInternal1Information = 18,
  UserParametersInformation = 20,
  UserAllInformation = 21,
  UserInternal4Information = 23,
  UserInternal5Information = 24,
  UserInternal4InformationNew = 25,
  UserInternal5InformationNew = 26,
  UserInternal7Information = 31,
  UserInternal8Information = 32
};

union [[rpc::switch_type(USER_INFORMATION_CLASS)]] SAMPR_USER_INFO_BUFFER {
  [[rpc::case(UserGeneralInformation)]] SAMPR_USER_GENERAL_INFORMATION General;
  [[rpc::case(UserPreferencesInformation)]] SAMPR_USER_PREFERENCES_INFORMATION Preferences;
  [[rpc::case(UserLogonInformation)]] SAMPR_USER_LOGON_INFORMATION Logon;
  [[rpc::case(UserLogonHoursInformation)]] SAMPR_USER_LOGON_HOURS_INFORMATION LogonHours;
  [[rpc::case(UserAccountInformation)]] SAMPR_USER_ACCOUNT_INFORMATION Account;
  [[rpc::case(UserNameInformation)]] SAMPR_USER_NAME_INFORMATION Name;
  [[rpc::case(UserAccountNameInformation)]] SAMPR_USER_A_NAME_INFORMATION AccountName;
  [[rpc::case(UserFullNameInformation)]] SAMPR_USER_F_NAME_INFORMATION FullName;
  [[rpc::case(UserPrimaryGroupInformation)]] USER_PRIMARY_GROUP_INFORMATION PrimaryGroup;
  [[rpc::case(UserHomeInformation)]] SAMPR_USER_HOME_INFORMATION Home;
  [[rpc::case(UserScriptInformation)]] SAMPR_USER_SCRIPT_INFORMATION Script;
  [[rpc::case(UserProfileInformation)]] SAMPR_USER_PROFILE_INFORMATION Profile;
  [[rpc::case(UserAdminCommentInformation)]] SAMPR_USER_ADMIN_COMMENT_INFORMATION AdminComment;
  [[rpc::case(UserWorkStationsInformation)]] SAMPR_USER_WORKSTATIONS_INFORMATION WorkStations;
  [[rpc::case(UserControlInformation)]] USER_CONTROL_INFORMATION Control;
  [[rpc::case(UserExpiresInformation)]] USER_EXPIRES_INFORMATION Expires;
  [[rpc::case(UserInternal1Information)]] SAMPR_USER_INTERNAL1_INFORMATION Internal1;
  [[rpc::case(UserParametersInformation)]] SAMPR_USER_PARAMETERS_INFORMATION Parameters;
  [[rpc::case(UserAllInformation)]] SAMPR_USER_ALL_INFORMATION All;
  [[rpc::case(UserInternal4Information)]] SAMPR_USER_INTERNAL4_INFORMATION Internal4;
  [[rpc::case(UserInternal5Information)]] SAMPR_USER_INTERNAL5_INFORMATION Internal5;
  [[rpc::case(UserInternal4InformationNew)]] SAMPR_USER_INTERNAL4_INFORMATION_NEW Internal4New;
  [[rpc::case(UserInternal5InformationNew)]] SAMPR_USER_INTERNAL5_INFORMATION_NEW Internal5New;
  [[rpc::case(UserInternal7Information)]] SAMPR_USER_INTERNAL7_INFORMATION Internal7;
  [[rpc::case(UserInternal8Information)]] SAMPR_USER_INTERNAL8_INFORMATION Internal8;
};

// The policy of passwords.

enum PASSWORD_POLICY_VALIDATION_TYPE {
  SamValidateAuthentication = 1,
  SamValidatePasswordChange,
  SamValidatePasswordReset
};

struct SAM_VALIDATE_PASSWORD_HASH {
  std::uint32_t Length;
  [[rpc::unique, rpc::size_is(Length)]] std::uint8_t* Hash;
};

struct SAM_VALIDATE_PERSISTED_FIELDS {
  std::uint32_t PresentFields;
  LARGE_INTEGER PasswordLastSet;
  LARGE_INTEGER BadPasswordTime;
  LARGE_INTEGER LockoutTime;
  std::uint32_t BadPasswordCount;
  std::uint32_t PasswordHistoryLength;
  [[rpc::unique, rpc::size_is(PasswordHistoryLength)]] SAM_VALIDATE_PASSWORD_HASH* PasswordHistory;
};

enum SAM_VALIDATE_VALIDATION_STATUS {
  SamValidateSuccess = 0,
  SamValidatePasswordMustChange,
  SamValidateAccountLockedOut,
  SamValidatePasswordExpired,
  SamValidatePasswordIncorrect,
  SamValidatePasswordIsInHistory,
  SamValidatePasswordTooShort,
  SamValidatePasswordTooLong,
  SamValidatePasswordNotComplexEnough,
  SamValidatePasswordTooRecent,
  SamValidatePasswordFilterError
};

struct SAM_VALIDATE_STANDARD_OUTPUT_ARG {
  SAM_VALIDATE_PERSISTED_FIELDS ChangedPersistedFields;
  SAM_VALIDATE_VALIDATION_STATUS ValidationStatus;
};

struct SAM_VALIDATE_AUTHENTICATION_INPUT_ARG {
  SAM_VALIDATE_PERSISTED_FIELDS InputPersistedFields;
  std::uint8_t PasswordMatched;
};

struct SAM_VALIDATE_PASSWORD_CHANGE_INPUT_ARG {
  SAM_VALIDATE_PERSISTED_FIELDS InputPersistedFields;
  RPC_UNICODE_STRING ClearPassword;
  RPC_UNICODE_STRING UserAccountName;
  SAM_VALIDATE_PASSWORD_HASH HashedPassword;
  std::uint8_t PasswordMatch;
};

struct SAM_VALIDATE_PASSWORD_RESET_INPUT_ARG {
  SAM_VALIDATE_PERSISTED_FIELDS InputPersistedFields;
  RPC_UNICODE_STRING ClearPassword;
  RPC_UNICODE_STRING UserAccountName;
  SAM_VALIDATE_PASSWORD_HASH HashedPassword;
  std::uint8_t PasswordMustChangeAtNextLogon;
  std::uint8_t ClearLockout;
};

union [[rpc::switch_type(PASSWORD_POLICY_VALIDATION_TYPE)]] SAM_VALIDATE_INPUT_ARG {
  [[rpc::case(SamValidateAuthentication)]] SAM_VALIDATE_AUTHENTICATION_INPUT_ARG
      ValidateAuthenticationInput;
  [[rpc::case(SamValidatePasswordChange)]] SAM_VALIDATE_PASSWORD_CHANGE_INPUT_ARG
      ValidatePasswordChangeInput;
  [[rpc::case(SamValidatePasswordReset)]] SAM_VALIDATE_PASSWORD_RESET_INPUT_ARG
      ValidatePasswordResetInput;
};

union [[rpc::switch_type(PASSWORD_POLICY_VALIDATION_TYPE)]] SAM_VALIDATE_OUTPUT_ARG {
  [[rpc::case(SamValidateAuthentication)]] SAM_VALIDATE_STANDARD_OUTPUT_ARG
      ValidateAuthenticationOutput;
  [[rpc::case(SamValidatePasswordChange)]] SAM_VALIDATE_STANDARD_OUTPUT_ARG
      ValidatePasswordChangeOutput;
  [[rpc::case(SamValidatePasswordReset)]] SAM_VALIDATE_STANDARD_OUTPUT_ARG
      ValidatePasswordResetOutput;
};

// One character travels of the name: servers ignore it.
[[rpc::suppress("pointer-may-be-array")]]
std::int32_t SamrConnect([[rpc::in, rpc::unique]] const char16_t* ServerName,
                         [[rpc::out]] SAMPR_HANDLE* ServerHandle,
                         [[rpc::in]] std::uint32_t DesiredAccess);

std::int32_t SamrCloseHandle([[rpc::in, rpc::out]] SAMPR_HANDLE* SamHandle);

std::int32_t SamrSetSecurityObject(
    [[rpc::in]] SAMPR_HANDLE ObjectHandle, [[rpc::in]] SECURITY_INFORMATION SecurityInformation,
    [[rpc::in]] const SAMPR_SR_SECURITY_DESCRIPTOR* SecurityDescriptor);

std::int32_t SamrQuerySecurityObject(
    [[rpc::in]] SAMPR_HANDLE ObjectHandle, [[rpc::in]] SECURITY_INFORMATION SecurityInformation,
    [[rpc::out]] SAMPR_SR_SECURITY_DESCRIPTOR** SecurityDescriptor);

[[rpc::reserved]] void Opnum4NotUsedOnWire();

std::int32_t SamrLookupDomainInSamServer([[rpc::in]] SAMPR_HANDLE ServerHandle,
                                         [[rpc::in]] const RPC_UNICODE_STRING* Name,
                                         [[rpc::out]] RPC_SID** DomainId);

std::int32_t SamrEnumerateDomainsInSamServer(
    [[rpc::in]] SAMPR_HANDLE ServerHandle, [[rpc::in, rpc::out]] std::uint32_t* EnumerationContext,
    [[rpc::out]] SAMPR_ENUMERATION_BUFFER** Buffer, [[rpc::in]] std::uint32_t PreferedMaximumLength,
    [[rpc::out]] std::uint32_t* CountReturned);

std::int32_t SamrOpenDomain([[rpc::in]] SAMPR_HANDLE ServerHandle,
                            [[rpc::in]] std::uint32_t DesiredAccess,
                            [[rpc::in]] const RPC_SID* DomainId,
                            [[rpc::out]] SAMPR_HANDLE* DomainHandle);

std::int32_t SamrQueryInformationDomain(
    [[rpc::in]] SAMPR_HANDLE DomainHandle,
    [[rpc::in]] DOMAIN_INFORMATION_CLASS DomainInformationClass,
    [[rpc::out, rpc::switch_is(DomainInformationClass)]] SAMPR_DOMAIN_INFO_BUFFER** Buffer);

std::int32_t SamrSetInformationDomain(
    [[rpc::in]] SAMPR_HANDLE DomainHandle,
    [[rpc::in]] DOMAIN_INFORMATION_CLASS DomainInformationClass,
    [[rpc::in, rpc::switch_is(DomainInformationClass)]] const SAMPR_DOMAIN_INFO_BUFFER* DomainInformation);

std::int32_t SamrCreateGroupInDomain([[rpc::in]] SAMPR_HANDLE DomainHandle,
                                     [[rpc::in]] const RPC_UNICODE_STRING* Name,
                                     [[rpc::in]] std::uint32_t DesiredAccess,
                                     [[rpc::out]] SAMPR_HANDLE* GroupHandle,
                                     [[rpc::out]] std::uint32_t* RelativeId);

std::int32_t SamrEnumerateGroupsInDomain([[rpc::in]] SAMPR_HANDLE DomainHandle,
                                         [[rpc::in, rpc::out]] std::uint32_t* EnumerationContext,
                                         [[rpc::out]] SAMPR_ENUMERATION_BUFFER** Buffer,
                                         [[rpc::in]] std::uint32_t PreferedMaximumLength,
                                         [[rpc::out]] std::uint32_t* CountReturned);

std::int32_t SamrCreateUserInDomain([[rpc::in]] SAMPR_HANDLE DomainHandle,
                                    [[rpc::in]] const RPC_UNICODE_STRING* Name,
                                    [[rpc::in]] std::uint32_t DesiredAccess,
                                    [[rpc::out]] SAMPR_HANDLE* UserHandle,
                                    [[rpc::out]] std::uint32_t* RelativeId);

std::int32_t SamrEnumerateUsersInDomain([[rpc::in]] SAMPR_HANDLE DomainHandle,
                                        [[rpc::in, rpc::out]] std::uint32_t* EnumerationContext,
                                        [[rpc::in]] std::uint32_t UserAccountControl,
                                        [[rpc::out]] SAMPR_ENUMERATION_BUFFER** Buffer,
                                        [[rpc::in]] std::uint32_t PreferedMaximumLength,
                                        [[rpc::out]] std::uint32_t* CountReturned);

std::int32_t SamrCreateAliasInDomain([[rpc::in]] SAMPR_HANDLE DomainHandle,
                                     [[rpc::in]] const RPC_UNICODE_STRING* AccountName,
                                     [[rpc::in]] std::uint32_t DesiredAccess,
                                     [[rpc::out]] SAMPR_HANDLE* AliasHandle,
                                     [[rpc::out]] std::uint32_t* RelativeId);

std::int32_t SamrEnumerateAliasesInDomain([[rpc::in]] SAMPR_HANDLE DomainHandle,
                                          [[rpc::in, rpc::out]] std::uint32_t* EnumerationContext,
                                          [[rpc::out]] SAMPR_ENUMERATION_BUFFER** Buffer,
                                          [[rpc::in]] std::uint32_t PreferedMaximumLength,
                                          [[rpc::out]] std::uint32_t* CountReturned);

std::int32_t SamrGetAliasMembership([[rpc::in]] SAMPR_HANDLE DomainHandle,
                                    [[rpc::in]] const SAMPR_PSID_ARRAY* SidArray,
                                    [[rpc::out]] SAMPR_ULONG_ARRAY* Membership);

std::int32_t SamrLookupNamesInDomain(
    [[rpc::in]] SAMPR_HANDLE DomainHandle, [[rpc::in, rpc::range(0, 1000)]] std::uint32_t Count,
    [[using rpc: in, size_is(1000), length_is(Count)]] const RPC_UNICODE_STRING Names[],
    [[rpc::out]] SAMPR_ULONG_ARRAY* RelativeIds, [[rpc::out]] SAMPR_ULONG_ARRAY* Use);

std::int32_t SamrLookupIdsInDomain(
    [[rpc::in]] SAMPR_HANDLE DomainHandle, [[rpc::in, rpc::range(0, 1000)]] std::uint32_t Count,
    [[using rpc: in, size_is(1000), length_is(Count)]] const std::uint32_t* RelativeIds,
    [[rpc::out]] SAMPR_RETURNED_USTRING_ARRAY* Names, [[rpc::out]] SAMPR_ULONG_ARRAY* Use);

std::int32_t SamrOpenGroup([[rpc::in]] SAMPR_HANDLE DomainHandle,
                           [[rpc::in]] std::uint32_t DesiredAccess,
                           [[rpc::in]] std::uint32_t GroupId,
                           [[rpc::out]] SAMPR_HANDLE* GroupHandle);

std::int32_t SamrQueryInformationGroup(
    [[rpc::in]] SAMPR_HANDLE GroupHandle, [[rpc::in]] GROUP_INFORMATION_CLASS GroupInformationClass,
    [[rpc::out, rpc::switch_is(GroupInformationClass)]] SAMPR_GROUP_INFO_BUFFER** Buffer);

std::int32_t SamrSetInformationGroup(
    [[rpc::in]] SAMPR_HANDLE GroupHandle, [[rpc::in]] GROUP_INFORMATION_CLASS GroupInformationClass,
    [[rpc::in, rpc::switch_is(GroupInformationClass)]] const SAMPR_GROUP_INFO_BUFFER* Buffer);

std::int32_t SamrAddMemberToGroup([[rpc::in]] SAMPR_HANDLE GroupHandle,
                                  [[rpc::in]] std::uint32_t MemberId,
                                  [[rpc::in]] std::uint32_t Attributes);

std::int32_t SamrDeleteGroup([[rpc::in, rpc::out]] SAMPR_HANDLE* GroupHandle);

std::int32_t SamrRemoveMemberFromGroup([[rpc::in]] SAMPR_HANDLE GroupHandle,
                                       [[rpc::in]] std::uint32_t MemberId);

std::int32_t SamrGetMembersInGroup([[rpc::in]] SAMPR_HANDLE GroupHandle,
                                   [[rpc::out]] SAMPR_GET_MEMBERS_BUFFER** Members);

std::int32_t SamrSetMemberAttributesOfGroup([[rpc::in]] SAMPR_HANDLE GroupHandle,
                                            [[rpc::in]] std::uint32_t MemberId,
                                            [[rpc::in]] std::uint32_t Attributes);

std::int32_t SamrOpenAlias([[rpc::in]] SAMPR_HANDLE DomainHandle,
                           [[rpc::in]] std::uint32_t DesiredAccess,
                           [[rpc::in]] std::uint32_t AliasId,
                           [[rpc::out]] SAMPR_HANDLE* AliasHandle);

std::int32_t SamrQueryInformationAlias(
    [[rpc::in]] SAMPR_HANDLE AliasHandle, [[rpc::in]] ALIAS_INFORMATION_CLASS AliasInformationClass,
    [[rpc::out, rpc::switch_is(AliasInformationClass)]] SAMPR_ALIAS_INFO_BUFFER** Buffer);

std::int32_t SamrSetInformationAlias(
    [[rpc::in]] SAMPR_HANDLE AliasHandle, [[rpc::in]] ALIAS_INFORMATION_CLASS AliasInformationClass,
    [[rpc::in, rpc::switch_is(AliasInformationClass)]] const SAMPR_ALIAS_INFO_BUFFER* Buffer);

std::int32_t SamrDeleteAlias([[rpc::in, rpc::out]] SAMPR_HANDLE* AliasHandle);

std::int32_t SamrAddMemberToAlias([[rpc::in]] SAMPR_HANDLE AliasHandle,
                                  [[rpc::in]] const RPC_SID* MemberId);

std::int32_t SamrRemoveMemberFromAlias([[rpc::in]] SAMPR_HANDLE AliasHandle,
                                       [[rpc::in]] const RPC_SID* MemberId);

std::int32_t SamrGetMembersInAlias([[rpc::in]] SAMPR_HANDLE AliasHandle,
                                   [[rpc::out]] SAMPR_PSID_ARRAY_OUT* Members);

std::int32_t SamrOpenUser([[rpc::in]] SAMPR_HANDLE DomainHandle,
                          [[rpc::in]] std::uint32_t DesiredAccess, [[rpc::in]] std::uint32_t UserId,
                          [[rpc::out]] SAMPR_HANDLE* UserHandle);

std::int32_t SamrDeleteUser([[rpc::in, rpc::out]] SAMPR_HANDLE* UserHandle);

std::int32_t SamrQueryInformationUser(
    [[rpc::in]] SAMPR_HANDLE UserHandle, [[rpc::in]] USER_INFORMATION_CLASS UserInformationClass,
    [[rpc::out, rpc::switch_is(UserInformationClass)]] SAMPR_USER_INFO_BUFFER** Buffer);

std::int32_t SamrSetInformationUser(
    [[rpc::in]] SAMPR_HANDLE UserHandle, [[rpc::in]] USER_INFORMATION_CLASS UserInformationClass,
    [[rpc::in, rpc::switch_is(UserInformationClass)]] const SAMPR_USER_INFO_BUFFER* Buffer);

std::int32_t SamrChangePasswordUser(
    [[rpc::in]] SAMPR_HANDLE UserHandle, [[rpc::in]] std::uint8_t LmPresent,
    [[rpc::in, rpc::unique]] const ENCRYPTED_LM_OWF_PASSWORD* OldLmEncryptedWithNewLm,
    [[rpc::in, rpc::unique]] const ENCRYPTED_LM_OWF_PASSWORD* NewLmEncryptedWithOldLm,
    [[rpc::in]] std::uint8_t NtPresent,
    [[rpc::in, rpc::unique]] const ENCRYPTED_NT_OWF_PASSWORD* OldNtEncryptedWithNewNt,
    [[rpc::in, rpc::unique]] const ENCRYPTED_NT_OWF_PASSWORD* NewNtEncryptedWithOldNt,
    [[rpc::in]] std::uint8_t NtCrossEncryptionPresent,
    [[rpc::in, rpc::unique]] const ENCRYPTED_NT_OWF_PASSWORD* NewNtEncryptedWithNewLm,
    [[rpc::in]] std::uint8_t LmCrossEncryptionPresent,
    [[rpc::in, rpc::unique]] const ENCRYPTED_LM_OWF_PASSWORD* NewLmEncryptedWithNewNt);

std::int32_t SamrGetGroupsForUser([[rpc::in]] SAMPR_HANDLE UserHandle,
                                  [[rpc::out]] SAMPR_GET_GROUPS_BUFFER** Groups);

std::int32_t SamrQueryDisplayInformation(
    [[rpc::in]] SAMPR_HANDLE DomainHandle,
    [[rpc::in]] DOMAIN_DISPLAY_INFORMATION DisplayInformationClass, [[rpc::in]] std::uint32_t Index,
    [[rpc::in]] std::uint32_t EntryCount, [[rpc::in]] std::uint32_t PreferredMaximumLength,
    [[rpc::out]] std::uint32_t* TotalAvailable, [[rpc::out]] std::uint32_t* TotalReturned,
    [[rpc::out, rpc::switch_is(DisplayInformationClass)]] SAMPR_DISPLAY_INFO_BUFFER* Buffer);

std::int32_t SamrGetDisplayEnumerationIndex(
    [[rpc::in]] SAMPR_HANDLE DomainHandle,
    [[rpc::in]] DOMAIN_DISPLAY_INFORMATION DisplayInformationClass,
    [[rpc::in]] const RPC_UNICODE_STRING* Prefix, [[rpc::out]] std::uint32_t* Index);

[[rpc::reserved]] void Opnum42NotUsedOnWire();
[[rpc::reserved]] void Opnum43NotUsedOnWire();

std::int32_t SamrGetUserDomainPasswordInformation(
    [[rpc::in]] SAMPR_HANDLE UserHandle,
    [[rpc::out]] USER_DOMAIN_PASSWORD_INFORMATION* PasswordInformation);

std::int32_t SamrRemoveMemberFromForeignDomain([[rpc::in]] SAMPR_HANDLE DomainHandle,
                                               [[rpc::in]] const RPC_SID* MemberSid);

std::int32_t SamrQueryInformationDomain2(
    [[rpc::in]] SAMPR_HANDLE DomainHandle,
    [[rpc::in]] DOMAIN_INFORMATION_CLASS DomainInformationClass,
    [[rpc::out, rpc::switch_is(DomainInformationClass)]] SAMPR_DOMAIN_INFO_BUFFER** Buffer);

std::int32_t SamrQueryInformationUser2(
    [[rpc::in]] SAMPR_HANDLE UserHandle, [[rpc::in]] USER_INFORMATION_CLASS UserInformationClass,
    [[rpc::out, rpc::switch_is(UserInformationClass)]] SAMPR_USER_INFO_BUFFER** Buffer);

std::int32_t SamrQueryDisplayInformation2(
    [[rpc::in]] SAMPR_HANDLE DomainHandle,
    [[rpc::in]] DOMAIN_DISPLAY_INFORMATION DisplayInformationClass, [[rpc::in]] std::uint32_t Index,
    [[rpc::in]] std::uint32_t EntryCount, [[rpc::in]] std::uint32_t PreferredMaximumLength,
    [[rpc::out]] std::uint32_t* TotalAvailable, [[rpc::out]] std::uint32_t* TotalReturned,
    [[rpc::out, rpc::switch_is(DisplayInformationClass)]] SAMPR_DISPLAY_INFO_BUFFER* Buffer);

std::int32_t SamrGetDisplayEnumerationIndex2(
    [[rpc::in]] SAMPR_HANDLE DomainHandle,
    [[rpc::in]] DOMAIN_DISPLAY_INFORMATION DisplayInformationClass,
    [[rpc::in]] const RPC_UNICODE_STRING* Prefix, [[rpc::out]] std::uint32_t* Index);

std::int32_t SamrCreateUser2InDomain([[rpc::in]] SAMPR_HANDLE DomainHandle,
                                     [[rpc::in]] const RPC_UNICODE_STRING* Name,
                                     [[rpc::in]] std::uint32_t AccountType,
                                     [[rpc::in]] std::uint32_t DesiredAccess,
                                     [[rpc::out]] SAMPR_HANDLE* UserHandle,
                                     [[rpc::out]] std::uint32_t* GrantedAccess,
                                     [[rpc::out]] std::uint32_t* RelativeId);

std::int32_t SamrQueryDisplayInformation3(
    [[rpc::in]] SAMPR_HANDLE DomainHandle,
    [[rpc::in]] DOMAIN_DISPLAY_INFORMATION DisplayInformationClass, [[rpc::in]] std::uint32_t Index,
    [[rpc::in]] std::uint32_t EntryCount, [[rpc::in]] std::uint32_t PreferredMaximumLength,
    [[rpc::out]] std::uint32_t* TotalAvailable, [[rpc::out]] std::uint32_t* TotalReturned,
    [[rpc::out, rpc::switch_is(DisplayInformationClass)]] SAMPR_DISPLAY_INFO_BUFFER* Buffer);

std::int32_t SamrAddMultipleMembersToAlias([[rpc::in]] SAMPR_HANDLE AliasHandle,
                                           [[rpc::in]] const SAMPR_PSID_ARRAY* MembersBuffer);

std::int32_t SamrRemoveMultipleMembersFromAlias([[rpc::in]] SAMPR_HANDLE AliasHandle,
                                                [[rpc::in]] const SAMPR_PSID_ARRAY* MembersBuffer);

std::int32_t SamrOemChangePasswordUser2(
    rpc::handle_t BindingHandle, [[rpc::in, rpc::unique]] const RPC_STRING* ServerName,
    [[rpc::in]] const RPC_STRING* UserName,
    [[rpc::in, rpc::unique]] const SAMPR_ENCRYPTED_USER_PASSWORD* NewPasswordEncryptedWithOldLm,
    [[rpc::in, rpc::unique]] const ENCRYPTED_LM_OWF_PASSWORD* OldLmOwfPasswordEncryptedWithNewLm);

std::int32_t SamrUnicodeChangePasswordUser2(
    rpc::handle_t BindingHandle, [[rpc::in, rpc::unique]] const RPC_UNICODE_STRING* ServerName,
    [[rpc::in]] const RPC_UNICODE_STRING* UserName,
    [[rpc::in, rpc::unique]] const SAMPR_ENCRYPTED_USER_PASSWORD* NewPasswordEncryptedWithOldNt,
    [[rpc::in, rpc::unique]] const ENCRYPTED_NT_OWF_PASSWORD* OldNtOwfPasswordEncryptedWithNewNt,
    [[rpc::in]] std::uint8_t LmPresent,
    [[rpc::in, rpc::unique]] const SAMPR_ENCRYPTED_USER_PASSWORD* NewPasswordEncryptedWithOldLm,
    [[rpc::in, rpc::unique]] const ENCRYPTED_LM_OWF_PASSWORD* OldLmOwfPasswordEncryptedWithNewNt);

std::int32_t SamrGetDomainPasswordInformation(
    rpc::handle_t BindingHandle, [[rpc::in, rpc::unique]] const RPC_UNICODE_STRING* Unused,
    [[rpc::out]] USER_DOMAIN_PASSWORD_INFORMATION* PasswordInformation);

std::int32_t SamrConnect2([[using rpc: in, unique, string]] const char16_t* ServerName,
                          [[rpc::out]] SAMPR_HANDLE* ServerHandle,
                          [[rpc::in]] std::uint32_t DesiredAccess);

std::int32_t SamrSetInformationUser2(
    [[rpc::in]] SAMPR_HANDLE UserHandle, [[rpc::in]] USER_INFORMATION_CLASS UserInformationClass,
    [[rpc::in, rpc::switch_is(UserInformationClass)]] const SAMPR_USER_INFO_BUFFER* Buffer);

[[rpc::reserved]] void Opnum59NotUsedOnWire();
[[rpc::reserved]] void Opnum60NotUsedOnWire();
[[rpc::reserved]] void Opnum61NotUsedOnWire();

std::int32_t SamrConnect4([[using rpc: in, unique, string]] const char16_t* ServerName,
                          [[rpc::out]] SAMPR_HANDLE* ServerHandle,
                          [[rpc::in]] std::uint32_t ClientRevision,
                          [[rpc::in]] std::uint32_t DesiredAccess);

[[rpc::reserved]] void Opnum63NotUsedOnWire();

std::int32_t SamrConnect5(
    [[using rpc: in, unique, string]] const char16_t* ServerName,
    [[rpc::in]] std::uint32_t DesiredAccess, [[rpc::in]] std::uint32_t InVersion,
    [[rpc::in, rpc::switch_is(InVersion)]] const SAMPR_REVISION_INFO* InRevisionInfo,
    [[rpc::out]] std::uint32_t* OutVersion,
    [[rpc::out, rpc::switch_is(*OutVersion)]] SAMPR_REVISION_INFO* OutRevisionInfo,
    [[rpc::out]] SAMPR_HANDLE* ServerHandle);

std::int32_t SamrRidToSid([[rpc::in]] SAMPR_HANDLE ObjectHandle, [[rpc::in]] std::uint32_t Rid,
                          [[rpc::out]] RPC_SID** Sid);

std::int32_t SamrSetDSRMPassword(
    rpc::handle_t BindingHandle, [[rpc::in, rpc::unique]] const RPC_UNICODE_STRING* Unused,
    [[rpc::in]] std::uint32_t UserId,
    [[rpc::in, rpc::unique]] const ENCRYPTED_NT_OWF_PASSWORD* EncryptedNtOwfPassword);

std::int32_t SamrValidatePassword(
    rpc::handle_t Handle, [[rpc::in]] PASSWORD_POLICY_VALIDATION_TYPE ValidationType,
    [[rpc::in, rpc::switch_is(ValidationType)]] const SAM_VALIDATE_INPUT_ARG* InputArg,
    [[rpc::out, rpc::switch_is(ValidationType)]] SAM_VALIDATE_OUTPUT_ARG** OutputArg);

[[rpc::reserved]] void Opnum68NotUsedOnWire();
[[rpc::reserved]] void Opnum69NotUsedOnWire();
[[rpc::reserved]] void Opnum70NotUsedOnWire();
[[rpc::reserved]] void Opnum71NotUsedOnWire();
[[rpc::reserved]] void Opnum72NotUsedOnWire();

std::int32_t SamrUnicodeChangePasswordUser4(
    rpc::handle_t BindingHandle, [[rpc::in, rpc::unique]] const RPC_UNICODE_STRING* ServerName,
    [[rpc::in]] const RPC_UNICODE_STRING* UserName,
    [[rpc::in]] const SAMPR_ENCRYPTED_PASSWORD_AES* EncryptedPassword);

std::int32_t SamrValidateComputerAccountReuseAttempt([[rpc::in]] SAMPR_HANDLE ServerHandle,
                                                     [[rpc::in]] const RPC_SID* ComputerSid,
                                                     [[rpc::out]] BOOL* Result);

[[rpc::reserved]] void Opnum75NotUsedOnWire();
[[rpc::reserved]] void Opnum76NotUsedOnWire();

std::int32_t SamrAccountIsDelegatedManagedServiceAccount(
    [[rpc::in]] SAMPR_HANDLE ServerHandle, [[rpc::in]] const RPC_UNICODE_STRING* AccountName,
    [[rpc::out]] std::uint8_t* Result, [[rpc::out]] std::uint8_t* Authorized);

}  // namespace samr

[[rpc::stubs]];

#endif
