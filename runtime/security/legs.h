#ifndef RUNTIME_SECURITY_LEGS_H
#define RUNTIME_SECURITY_LEGS_H

#include "context.h"
#include "gss.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rpc::security::gss {

/// The tokens by which GSSAPI establishes a security context, of one end.
class legs {
 public:
  /// `answer` is what is to be sent.
  context::progress step(std::span<const std::byte> token, result_buffer& answer);
  legs(const legs&) = delete;
  legs& operator=(const legs&) = delete;
  virtual ~legs() = default;

  [[nodiscard]] gss_ctx_id_t handle() const noexcept { return handle_.get(); }
  [[nodiscard]] const std::string& failure() const noexcept { return failure_; }
  /// The peer's name, once it is done. Never empty: anonymous peers have failed.
  [[nodiscard]] const std::string& peer() const noexcept { return peer_; }
  /// Empty if the mechanism tells none.
  [[nodiscard]] secret session_key() const;

 protected:
  explicit legs(const gss_OID_desc& mechanism) : mechanism_(mechanism) {}
  virtual OM_uint32 exchange(OM_uint32& minor, gss_buffer_desc& in, gss_buffer_t out) = 0;

  const gss_OID_desc& mechanism_;
  context_handle handle_;
  std::string peer_;

 private:
  std::string failure_;
};

/// `target` is "service/host"; `flags` are GSS_C_*_FLAG.
std::unique_ptr<legs> initiating(const gss_OID_desc& mechanism, credential own,
                                 std::string_view target, OM_uint32 flags);
/// `own` outlives it.
std::unique_ptr<legs> accepting(const gss_OID_desc& mechanism, const credential& own);

}  // namespace rpc::security::gss

#endif  // RUNTIME_SECURITY_LEGS_H
