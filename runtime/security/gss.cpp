#include "gss.h"

#include <rpc/secret.h>

#include <algorithm>
#include <array>

namespace rpc::security::gss {
namespace {

constexpr char ntlm_bytes[] = "\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a";  // 1.3.6.1.4.1.311.2.2.10
constexpr char kerberos_bytes[] = "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02";  // 1.2.840.113554.1.2.2
constexpr char key_bytes[] = "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02\x05\x05";

template <std::size_t size>
gss_OID_desc oid_of(const char (&bytes)[size]) {
  return {size - 1, const_cast<char*>(bytes)};
}

void add_texts(std::string& to, OM_uint32 code, int kind, const gss_OID_desc& mechanism) {
  OM_uint32 more = 0;
  do {
    OM_uint32 ignored;
    result_buffer text;
    const OM_uint32 major = gss_display_status(
        &ignored, code, kind, const_cast<gss_OID_desc*>(&mechanism), &more, text.get());
    if (GSS_ERROR(major)) return;
    if (!to.empty()) to += ": ";
    to += text.text();
  } while (more != 0);
}

[[noreturn]] void refuse(OM_uint32 major, OM_uint32 minor, const gss_OID_desc& mechanism) {
  throw lacking("no credentials: " + describe(major, minor, mechanism));
}

}  // namespace

const gss_OID_desc ntlm = oid_of(ntlm_bytes);
const gss_OID_desc kerberos = oid_of(kerberos_bytes);
const gss_OID_desc session_key_of_context = oid_of(key_bytes);

result_buffer::~result_buffer() {
  OM_uint32 ignored;
  secret::wipe({static_cast<std::byte*>(buffer_.value), buffer_.length});
  gss_release_buffer(&ignored, &buffer_);
}

std::string describe(OM_uint32 major, OM_uint32 minor, const gss_OID_desc& mechanism) {
  std::string text;
  if (minor != 0) add_texts(text, minor, GSS_C_MECH_CODE, mechanism);
  if (text.empty()) add_texts(text, major, GSS_C_GSS_CODE, mechanism);
  return text;
}

name import_name(std::string_view text, gss_OID kind) {
  name result;
  OM_uint32 minor;
  gss_buffer_desc buffer = buffer_of(text);
  const OM_uint32 major = gss_import_name(&minor, &buffer, kind, &result);
  if (GSS_ERROR(major)) refuse(major, minor, kerberos);
  return result;
}

std::string text_of(gss_name_t of) {
  result_buffer text;
  OM_uint32 minor;
  if (GSS_ERROR(gss_display_name(&minor, of, text.get(), nullptr))) return {};
  std::string_view found = text.text();
  if (found.ends_with('\0')) found.remove_suffix(1);  // gss-ntlmssp counts the terminator
  return std::string(found);
}

std::unique_ptr<const result_buffer> attribute(const name& of, std::string_view attribute) {
  if (of.get() == nullptr) return nullptr;
  auto value = std::make_unique<result_buffer>();
  result_buffer display;
  gss_buffer_desc wanted = buffer_of(attribute);
  OM_uint32 minor;
  int authenticated = 0;
  int complete = 0;
  int more = -1;
  const OM_uint32 major = gss_get_name_attribute(&minor, of.get(), &wanted, &authenticated,
                                                 &complete, value->get(), display.get(), &more);
  return major == GSS_S_COMPLETE && authenticated != 0 ? std::move(value) : nullptr;
}

credential acquire(const name& of, const gss_OID_desc& mechanism, gss_cred_usage_t usage,
                   std::initializer_list<store_entry> store) {
  credential result;
  OM_uint32 minor;
  gss_OID_set_desc mechanisms{1, const_cast<gss_OID_desc*>(&mechanism)};
  std::array<gss_key_value_element_desc, 4> elements{};
  std::ranges::transform(store, elements.begin(), [](const store_entry& entry) {
    return gss_key_value_element_desc{entry.key, entry.value};
  });
  const gss_key_value_set_desc from{static_cast<OM_uint32>(store.size()), elements.data()};
  const OM_uint32 major =
      gss_acquire_cred_from(&minor, of.get(), GSS_C_INDEFINITE, &mechanisms, usage,
                            store.size() == 0 ? nullptr : &from, &result, nullptr, nullptr);
  if (GSS_ERROR(major)) refuse(major, minor, mechanism);
  return result;
}

credential acquire(const name& of, const gss_OID_desc& mechanism, std::string_view password) {
  credential result;
  OM_uint32 minor;
  gss_OID_set_desc mechanisms{1, const_cast<gss_OID_desc*>(&mechanism)};
  // gss-ntlmssp reads on to a terminator.
  std::string copy(password);
  gss_buffer_desc text = buffer_of(copy);
  const OM_uint32 major =
      gss_acquire_cred_with_password(&minor, of.get(), &text, GSS_C_INDEFINITE, &mechanisms,
                                     GSS_C_INITIATE, &result, nullptr, nullptr);
  secret::wipe(std::as_writable_bytes(std::span(copy)));
  if (GSS_ERROR(major)) refuse(major, minor, mechanism);
  return result;
}

}  // namespace rpc::security::gss
