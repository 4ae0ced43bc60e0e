// The registry, called and served: what BaseRegQueryValue and BaseRegEnumValue do with the pointers
// that clients leave null.

#include "winreg.h"

#include <gtest/gtest.h>
#include <rpc/ndr/call.h>

#include <cstdint>
#include <cstring>
#include <string>

#include "../e2e/hex.h"
#include "../e2e/peers.h"

struct winreg::key {
  std::uint32_t answer = 0x01020304;
};

void winreg::RPC_HKEY_rundown(RPC_HKEY left) { delete left; }

namespace {

using winreg::DWORD;
using winreg::FILETIME;
using winreg::REGSAM;
using winreg::RPC_HKEY;
using winreg::RPC_SECURITY_ATTRIBUTES;
using winreg::RPC_SECURITY_DESCRIPTOR;
using winreg::RPC_UNICODE_STRING;
using winreg::RVALENT;
using string = const RPC_UNICODE_STRING*;
using error = std::uint32_t;

constexpr error success = 0, file_not_found = 2, invalid_parameter = 87, unimplemented = 120,
                more_data = 234, no_more_items = 259;
constexpr DWORD reg_dword = 4;

std::u16string text_of(string s) {
  return {s->Buffer == nullptr ? u"" : s->Buffer, s->Length / sizeof(char16_t)};
}

// Keys that hold one value: Ab, a number.
class registry : public winreg::service {
 public:
  error OpenLocalMachine(const char16_t*, REGSAM, RPC_HKEY* phKey) override {
    *phKey = new winreg::key;
    return success;
  }
  error BaseRegCloseKey(RPC_HKEY* hKey) override {
    delete *hKey;
    *hKey = nullptr;
    return success;
  }
  error BaseRegQueryValue(RPC_HKEY hKey, string lpValueName, DWORD* lpType, std::uint8_t* lpData,
                          DWORD* lpcbData, DWORD* lpcbLen) override {
    if (text_of(lpValueName) != u"Ab") return file_not_found;
    return give(*hKey, lpType, lpData, lpcbData, lpcbLen);
  }
  error BaseRegEnumValue(RPC_HKEY hKey, DWORD dwIndex, string, RPC_UNICODE_STRING* lpValueNameOut,
                         DWORD* lpType, std::uint8_t* lpData, DWORD* lpcbData,
                         DWORD* lpcbLen) override {
    if (dwIndex > 0) return no_more_items;
    lpValueNameOut->Buffer = rpc::allocate_array<char16_t>(2);
    lpValueNameOut->Buffer[0] = u'A';
    lpValueNameOut->Buffer[1] = u'b';
    lpValueNameOut->Length = lpValueNameOut->MaximumLength = 4;
    return give(*hKey, lpType, lpData, lpcbData, lpcbLen);
  }

  error OpenClassesRoot(const char16_t*, REGSAM, RPC_HKEY*) override { return unimplemented; }
  error OpenCurrentUser(const char16_t*, REGSAM, RPC_HKEY*) override { return unimplemented; }
  error OpenPerformanceData(const char16_t*, REGSAM, RPC_HKEY*) override { return unimplemented; }
  error OpenUsers(const char16_t*, REGSAM, RPC_HKEY*) override { return unimplemented; }
  error BaseRegCreateKey(RPC_HKEY, string, string, DWORD, REGSAM, const RPC_SECURITY_ATTRIBUTES*,
                         RPC_HKEY*, DWORD*) override {
    return unimplemented;
  }
  error BaseRegDeleteKey(RPC_HKEY, string) override { return unimplemented; }
  error BaseRegDeleteValue(RPC_HKEY, string) override { return unimplemented; }
  error BaseRegEnumKey(RPC_HKEY, DWORD, string, RPC_UNICODE_STRING*, string, RPC_UNICODE_STRING**,
                       FILETIME*) override {
    return unimplemented;
  }
  error BaseRegFlushKey(RPC_HKEY) override { return unimplemented; }
  error BaseRegGetKeySecurity(RPC_HKEY, winreg::SECURITY_INFORMATION,
                              const RPC_SECURITY_DESCRIPTOR*, RPC_SECURITY_DESCRIPTOR*) override {
    return unimplemented;
  }
  error BaseRegLoadKey(RPC_HKEY, string, string) override { return unimplemented; }
  error BaseRegOpenKey(RPC_HKEY, string, DWORD, REGSAM, RPC_HKEY*) override {
    return unimplemented;
  }
  error BaseRegQueryInfoKey(RPC_HKEY, string, RPC_UNICODE_STRING*, DWORD*, DWORD*, DWORD*, DWORD*,
                            DWORD*, DWORD*, DWORD*, FILETIME*) override {
    return unimplemented;
  }
  error BaseRegReplaceKey(RPC_HKEY, string, string, string) override { return unimplemented; }
  error BaseRegRestoreKey(RPC_HKEY, string, DWORD) override { return unimplemented; }
  error BaseRegSaveKey(RPC_HKEY, string, const RPC_SECURITY_ATTRIBUTES*) override {
    return unimplemented;
  }
  error BaseRegSetKeySecurity(RPC_HKEY, winreg::SECURITY_INFORMATION,
                              const RPC_SECURITY_DESCRIPTOR*) override {
    return unimplemented;
  }
  error BaseRegSetValue(RPC_HKEY, string, DWORD, const std::uint8_t*, DWORD) override {
    return unimplemented;
  }
  error BaseRegUnLoadKey(RPC_HKEY, string) override { return unimplemented; }
  error BaseRegGetVersion(RPC_HKEY, DWORD*) override { return unimplemented; }
  error OpenCurrentConfig(const char16_t*, REGSAM, RPC_HKEY*) override { return unimplemented; }
  error BaseRegQueryMultipleValues(RPC_HKEY, const RVALENT*, RVALENT*, DWORD, char*,
                                   DWORD*) override {
    return unimplemented;
  }
  error BaseRegSaveKeyEx(RPC_HKEY, string, const RPC_SECURITY_ATTRIBUTES*, DWORD) override {
    return unimplemented;
  }
  error OpenPerformanceText(const char16_t*, REGSAM, RPC_HKEY*) override { return unimplemented; }
  error OpenPerformanceNlsText(const char16_t*, REGSAM, RPC_HKEY*) override {
    return unimplemented;
  }
  error BaseRegQueryMultipleValues2(RPC_HKEY, const RVALENT*, RVALENT*, DWORD, char*, const DWORD*,
                                    DWORD*) override {
    return unimplemented;
  }
  error BaseRegDeleteKeyEx(RPC_HKEY, string, REGSAM, DWORD) override { return unimplemented; }

 private:
  // Data need a place, their size and how much of it there is (MS-RRP 3.1.5.17).
  static error give(const winreg::key& of, DWORD* type, std::uint8_t* data, DWORD* size,
                    DWORD* length) {
    if (size == nullptr ? data != nullptr : length == nullptr) return invalid_parameter;
    if (type != nullptr) *type = reg_dword;
    if (size == nullptr) return success;
    const DWORD room = *size;
    *size = sizeof of.answer;
    *length = 0;
    if (data == nullptr) return success;
    if (room < sizeof of.answer) return more_data;
    *length = sizeof of.answer;
    std::memcpy(data, &of.answer, sizeof of.answer);
    return success;
  }
};

RPC_UNICODE_STRING unicode(char16_t* text, std::uint16_t characters) {
  const auto bytes = static_cast<std::uint16_t>(characters * sizeof(char16_t));
  return {bytes, bytes, text};
}

class winregs : public testing::TestWithParam<meeting> {
 protected:
  winregs() { EXPECT_EQ(client_.OpenLocalMachine(nullptr, 0x20019, &key_), success); }
  ~winregs() override { EXPECT_EQ(client_.BaseRegCloseKey(&key_), success); }

  error query(DWORD* type, std::uint8_t* data, DWORD* size, DWORD* length) {
    return client_.BaseRegQueryValue(key_, &name_, type, data, size, length);
  }

  peers<winreg::service, registry> peers_{GetParam()};
  winreg::client client_{peers_.connection()};
  RPC_HKEY key_ = nullptr;
  char16_t text_[2] = {u'A', u'b'};
  RPC_UNICODE_STRING name_ = unicode(text_, 2);
};

INSTANTIATE_TEST_SUITE_P(all, winregs, testing::ValuesIn(meetings), meeting_name);

TEST_P(winregs, query_without_data) {
  EXPECT_EQ(query(nullptr, nullptr, nullptr, nullptr), success);
  DWORD type = 0;
  EXPECT_EQ(query(&type, nullptr, nullptr, nullptr), success);
  EXPECT_EQ(type, reg_dword);
  DWORD size = 0, length = 0;
  EXPECT_EQ(query(nullptr, nullptr, &size, &length), success);
  EXPECT_EQ(size, 4u);
  EXPECT_EQ(length, 0u);
  size = 0;
  EXPECT_EQ(query(nullptr, nullptr, &size, nullptr), invalid_parameter);
}

TEST_P(winregs, query_with_data) {
  std::uint8_t data[16] = {};
  DWORD type = 0, size = sizeof data, length = 0;
  EXPECT_EQ(query(&type, data, &size, &length), success);
  EXPECT_EQ(type, reg_dword);
  EXPECT_EQ(size, 4u);
  EXPECT_EQ(length, 4u);
  std::uint32_t answer = 0;
  std::memcpy(&answer, data, sizeof answer);
  EXPECT_EQ(answer, 0x01020304u);

  size = 2;
  length = 0;
  EXPECT_EQ(query(&type, data, &size, &length), more_data);
  EXPECT_EQ(size, 4u);
  EXPECT_EQ(length, 0u);
  // There is an array, and nothing says how long it is: it has no elements.
  EXPECT_EQ(query(&type, data, nullptr, nullptr), invalid_parameter);
}

TEST_P(winregs, query_of_a_name) {
  char16_t other[] = {u'A', u'c'};
  const RPC_UNICODE_STRING name = unicode(other, 2), none{};
  EXPECT_EQ(client_.BaseRegQueryValue(key_, &name, nullptr, nullptr, nullptr, nullptr),
            file_not_found);
  EXPECT_EQ(client_.BaseRegQueryValue(key_, &none, nullptr, nullptr, nullptr, nullptr),
            file_not_found);
}

TEST_P(winregs, enumerate) {
  RPC_UNICODE_STRING found{};
  DWORD type = 0, size = 0, length = 0;
  EXPECT_EQ(client_.BaseRegEnumValue(key_, 0, &name_, &found, &type, nullptr, &size, &length),
            success);
  EXPECT_EQ(text_of(&found), u"Ab");
  EXPECT_EQ(type, reg_dword);
  EXPECT_EQ(size, 4u);
  rpc::free(found.Buffer);
  found = {};
  EXPECT_EQ(client_.BaseRegEnumValue(key_, 1, &name_, &found, nullptr, nullptr, nullptr, nullptr),
            no_more_items);
  rpc::free(found.Buffer);
}

// One key, of a handle that is known.
class one_key final : public rpc::context_map {
 public:
  rpc::status put(const rpc::context_use&, const void*, const void*,
                  rpc::wire_context& handle) override {
    handle.id = rpc::uuid("11223344-5566-7788-99aa-bbccddeeff00");
    return rpc::status::ok;
  }
  rpc::status get(const rpc::context_use&, void*, const rpc::wire_context&, void*&) override {
    return rpc::status::ok;
  }
};

std::string request(rpc::ndr::syntax s, const winreg::wire::BaseRegQueryValue& call) {
  rpc::buffer out;
  one_key contexts;
  rpc::ndr::marshal_request(s, call, out, rpc::ndr::default_message_limit, {.contexts = &contexts});
  return to_hex(out);
}

TEST(winreg_bytes, query_without_data) {
  char16_t text[] = {u'A', u'b'};
  const RPC_UNICODE_STRING name = unicode(text, 2);
  const winreg::wire::BaseRegQueryValue call{nullptr, &name, nullptr, nullptr, nullptr, nullptr};
  EXPECT_EQ(request(rpc::ndr::syntax::ndr20, call),
            "00000000"                          // hKey: attributes
            "443322116655887799aabbccddeeff00"  // and its uuid
            "04000400"                          // lpValueName: Length, MaximumLength
            "00000200"                          // and the referent id of Buffer
            "020000000000000002000000"          // 2 characters, of which 2 from 0
            "41006200"
            "00000000"    // lpType
            "00000000"    // lpData
            "00000000"    // lpcbData
            "00000000");  // lpcbLen
}

TEST(winreg_bytes, query_with_data) {
  char16_t text[] = {u'A', u'b', u'\0'};
  const RPC_UNICODE_STRING name = unicode(text, 3);
  std::uint8_t data[16] = {};
  DWORD type = 1, size = sizeof data, length = 3;
  data[0] = 0xAA, data[1] = 0xBB, data[2] = 0xCC;
  const winreg::wire::BaseRegQueryValue call{nullptr, &name, &type, data, &size, &length};
  EXPECT_EQ(request(rpc::ndr::syntax::ndr20, call),
            "00000000"
            "443322116655887799aabbccddeeff00"
            "06000600"
            "00000200"
            "030000000000000003000000"
            "410062000000"
            "0000"              // alignment
            "0400020001000000"  // lpType
            "08000200"          // lpData: as many as lpcbData says, as lpcbLen says from 0
            "100000000000000003000000"
            "aabbcc"
            "00"
            "0c00020010000000"    // lpcbData
            "1000020003000000");  // lpcbLen
  EXPECT_EQ(request(rpc::ndr::syntax::ndr64, call),
            "00000000"
            "443322116655887799aabbccddeeff00"
            "00000000"  // alignment of the structure, which has a pointer
            "06000600"
            "00000000"          // alignment
            "0000020000000000"  // Buffer
            "030000000000000000000000000000000300000000000000"
            "410062000000"
            "0000"
            "0400020000000000"
            "01000000"
            "00000000"
            "0800020000000000"
            "100000000000000000000000000000000300000000000000"
            "aabbcc"
            "0000000000"
            "0c00020000000000"
            "10000000"
            "00000000"
            "1000020000000000"
            "03000000");
}

}  // namespace
