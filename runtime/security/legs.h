#ifndef RUNTIME_SECURITY_LEGS_H
#define RUNTIME_SECURITY_LEGS_H

#include "context.h"
#include "gss.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rpc::security {

/// The tokens by which a mechanism establishes a security context, of one end.
class legs {
 public:
  legs() = default;
  legs(const legs&) = delete;
  legs& operator=(const legs&) = delete;
  virtual ~legs() = default;

  /// See context::step.
  virtual context::progress step(std::span<const std::byte> token, buffer& reply) = 0;
  [[nodiscard]] virtual const std::string& failure() const noexcept = 0;
  /// See context::peer.
  [[nodiscard]] virtual identity peer() const = 0;
};

namespace gss {

/// Those of GSSAPI.
class legs : public security::legs {
 public:
  context::progress step(std::span<const std::byte> token, buffer& reply) override;
  [[nodiscard]] const std::string& failure() const noexcept override { return failure_; }
  [[nodiscard]] identity peer() const override;
  [[nodiscard]] gss_ctx_id_t handle() const noexcept { return handle_.get(); }
  /// Of an acceptor, once it is done: the client.
  [[nodiscard]] const name& source() const noexcept { return source_; }

 protected:
  explicit legs(const gss_OID_desc& mechanism) : mechanism_(mechanism) {}
  virtual OM_uint32 exchange(OM_uint32& minor, gss_buffer_desc& in, gss_buffer_t out) = 0;

  const gss_OID_desc& mechanism_;
  context_handle handle_;
  identity peer_;  // but for its session key
  name source_;

 private:
  std::string failure_;
};

/// `target` is "service/host"; `flags` are GSS_C_*_FLAG.
std::unique_ptr<legs> initiating(const gss_OID_desc& mechanism,
                                 std::shared_ptr<const credential> own, std::string_view target,
                                 OM_uint32 flags);
/// `own` outlives it; the peer must have asked for `flags`.
std::unique_ptr<legs> accepting(const gss_OID_desc& mechanism, const credential& own,
                                OM_uint32 flags = 0);

}  // namespace gss
}  // namespace rpc::security

#endif  // RUNTIME_SECURITY_LEGS_H
