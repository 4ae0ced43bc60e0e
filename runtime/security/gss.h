#ifndef RUNTIME_SECURITY_GSS_H
#define RUNTIME_SECURITY_GSS_H

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

/// GSSAPI (RFC 2744) with owners of what it gives out.
namespace rpc::security::gss {

/// Owns a handle that `Release` takes back.
template <class Handle, auto Release>
class owner {
 public:
  owner() = default;
  owner(owner&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  owner& operator=(owner&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~owner() { Release(&handle_); }

  [[nodiscard]] Handle get() const noexcept { return handle_; }
  Handle* operator&() noexcept { return &handle_; }  // NOLINT(google-runtime-operator): for results

 private:
  Handle handle_ = nullptr;
};

inline void release_name(gss_name_t* name) {
  OM_uint32 ignored;
  if (*name != nullptr) gss_release_name(&ignored, name);
}
inline void release_credential(gss_cred_id_t* credential) {
  OM_uint32 ignored;
  if (*credential != nullptr) gss_release_cred(&ignored, credential);
}
inline void release_context(gss_ctx_id_t* context) {
  OM_uint32 ignored;
  if (*context != nullptr) gss_delete_sec_context(&ignored, context, nullptr);
}

using name = owner<gss_name_t, release_name>;
using credential = owner<gss_cred_id_t, release_credential>;
using context_handle = owner<gss_ctx_id_t, release_context>;

/// A buffer that GSSAPI has filled; wiped before it is given back.
class result_buffer {
 public:
  result_buffer() = default;
  result_buffer(const result_buffer&) = delete;
  result_buffer& operator=(const result_buffer&) = delete;
  ~result_buffer();

  gss_buffer_t get() noexcept { return &buffer_; }
  [[nodiscard]] std::span<const std::byte> bytes() const noexcept {
    return {static_cast<const std::byte*>(buffer_.value), buffer_.length};
  }
  [[nodiscard]] std::string_view text() const noexcept {
    return {static_cast<const char*>(buffer_.value), buffer_.length};
  }

 private:
  gss_buffer_desc buffer_ = GSS_C_EMPTY_BUFFER;
};

/// Bytes as a parameter, which GSSAPI does not change.
inline gss_buffer_desc buffer_of(std::span<const std::byte> bytes) {
  return {bytes.size(), const_cast<std::byte*>(bytes.data())};
}
inline gss_buffer_desc buffer_of(std::string_view text) {
  return {text.size(), const_cast<char*>(text.data())};
}

/// Mechanisms, and kinds of names.
extern const gss_OID_desc ntlm;
extern const gss_OID_desc kerberos;
extern const gss_OID_desc session_key_of_context;  ///< GSS_C_INQ_SSPI_SESSION_KEY

/// What is missing to prove who one is, for texts.
class lacking : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What the mechanism says about a failure, or else GSSAPI.
std::string describe(OM_uint32 major, OM_uint32 minor, const gss_OID_desc& mechanism);

/// A name of that kind; throws lacking if it cannot be one.
name import_name(std::string_view text, gss_OID kind);
std::string text_of(gss_name_t of);
/// An attribute of a name (RFC 6680), if it has one that is authenticated.
std::unique_ptr<const result_buffer> attribute(const name& of, std::string_view attribute);

/// One entry of a credential store.
struct store_entry {
  const char* key;
  const char* value;
};
/// Throw lacking with the reason.
credential acquire(const name& of, const gss_OID_desc& mechanism, gss_cred_usage_t usage,
                   std::initializer_list<store_entry> store = {});
credential acquire(const name& of, const gss_OID_desc& mechanism, std::string_view password);

}  // namespace rpc::security::gss

#endif  // RUNTIME_SECURITY_GSS_H
