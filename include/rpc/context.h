#ifndef RPC_CONTEXT_H
#define RPC_CONTEXT_H

#include <rpc/status.h>
#include <rpc/uuid.h>

#include <cstdint>

namespace rpc {

// State that a server keeps for a client between calls, and the context handles that identify
// it (C706 6.1.6, [context_handle]). Stub code sees it through context_map.

/// A context handle as it travels: ndr_context_handle of C706 appendix N.
struct wire_context {
  std::uint32_t attributes = 0;  ///< 0
  uuid id;

  /// No context: 20 zeros.
  [[nodiscard]] bool null() const noexcept { return *this == wire_context{}; }
  friend bool operator==(const wire_context&, const wire_context&) = default;
};

/// What stubs say about a parameter that is a context handle.
struct context_use {
  const char* type;  ///< the alias that it was declared with, "" for none; lives for ever
  bool nullable;     ///< it may be null, because it is not only [in]
  bool shared;       ///< [context_handle_noserialize]
  bool any = false;  ///< of any type of its interface: an [in, out] void** that has none
};

/// Which context is meant by which handle, for one call and the end of the connection at which it
/// is: the client's stubs hold values of their own, the server's the implementation's pointers.
class context_map {
 public:
  /// The handle that identifies `value`, which is stored at `slot`. Not ok: in_null_context,
  /// fault_context_mismatch.
  virtual status put(const context_use& use, const void* slot, const void* value,
                     wire_context& handle) = 0;

  /// A handle has come for `slot`. The server's end sets `value`; the client's does it later, when
  /// the whole response is known to be good. Not ok: as put().
  virtual status get(const context_use& use, void* slot, const wire_context& handle,
                     void*& value) = 0;

 protected:
  ~context_map() = default;
};

/// The server's end.
class server_contexts : public context_map {
 public:
  /// Before the implementation runs: takes hold of all contexts that came. False if others run
  /// with one of them: the call is to be begun again when they have ended.
  virtual bool acquire() = 0;

  /// After it has returned, for each [out] handle: creates, keeps or closes what `value`, which is
  /// stored at `slot`, now says. Not ok: the association has no room for more contexts.
  virtual status settle(const context_use& use, const void* slot, void* value) = 0;

 protected:
  ~server_contexts() = default;
};

/// The rundown routine of one type of contexts.
struct context_rundown {
  const char* type;  ///< as in context_use
  void (*run)(void* value);
};

namespace detail {
void forget_client_context(const void* handle) noexcept;
}  // namespace detail

/// Client: forgets a context without telling the server, and sets `handle` to null. For handles
/// whose connection is lost (RpcSsDestroyClientContext). A null handle is left alone.
template <class T>
void destroy_client_context(T*& handle) noexcept {
  detail::forget_client_context(handle);
  handle = nullptr;
}

}  // namespace rpc

#endif  // RPC_CONTEXT_H
