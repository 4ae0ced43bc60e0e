#ifndef RPC_CALL_FRAME_H
#define RPC_CALL_FRAME_H

#include <rpc/memory.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/frame.h>
#include <rpc/operation.h>

#include <cstddef>
#include <new>
#include <optional>
#include <type_traits>

namespace rpc {

namespace detail {

/// The address of one names the type.
template <class T>
inline constexpr char type_id{};

/// What is done with a frame without knowing its type.
struct frame_form {
  std::size_t size;
  std::size_t alignment;
  void (*construct)(void* at);
  void (*destroy)(void* frame) noexcept;  ///< null: there is nothing to destroy
  const void* result;                     ///< type_id of what the operation returns
};

template <class Frame>
void construct_frame(void* at) {
  ::new (at) Frame{};
}

template <class Frame>
void destroy_frame(void* frame) noexcept {
  auto* const of_call = static_cast<Frame*>(frame);
  {
    const ndr::owned_parameters<Frame> owned(*of_call);
  }
  of_call->~Frame();
}

template <class Frame>
inline constexpr frame_form form_of{
    sizeof(Frame), alignof(Frame), &construct_frame<Frame>,
    std::is_trivially_destructible_v<Frame> ? nullptr : &destroy_frame<Frame>,
    &type_id<ndr::result_type<Frame>>};

}  // namespace detail

/// The frame of one server call, from its request to its response, and what the implementation was
/// granted in it. It stays where it is when the call waits, or is answered later.
class call_frame {
 public:
  call_frame() = default;
  call_frame(const call_frame&) = delete;
  call_frame& operator=(const call_frame&) = delete;
  ~call_frame() { reset(); }

  /// Makes one, in this object or in `memory`. Throws std::bad_alloc.
  void make(const ndr::frame_descriptor& of, const detail::frame_form& form, arena& memory);
  /// Ends it, if there is one. Before `memory` is released.
  void reset() noexcept {
    if (frame_ != nullptr && form_->destroy != nullptr) form_->destroy(frame_);
    frame_ = nullptr;
    granted_.reset();
  }

  explicit operator bool() const noexcept { return frame_ != nullptr; }
  [[nodiscard]] void* get() const noexcept { return frame_; }
  [[nodiscard]] const ndr::frame_descriptor& descriptor() const noexcept { return *of_; }
  [[nodiscard]] const detail::frame_form& form() const noexcept { return *form_; }
  /// Where the operation's result belongs; null: it has none.
  [[nodiscard]] void* result() const { return ndr::result_of(*of_, frame_); }

  /// Before and after the implementation: that it has raised no size, see ndr::granted_sizes.
  void grant_sizes() {
    if (!of_->numbers_out) granted_.emplace(*of_, frame_);
  }
  void require_granted_sizes() const {
    if (granted_) granted_->require();
  }

 private:
  void* frame_ = nullptr;
  const ndr::frame_descriptor* of_ = nullptr;
  const detail::frame_form* form_ = nullptr;
  std::optional<ndr::granted_sizes> granted_;
  alignas(std::max_align_t) std::byte place_[256];
};

}  // namespace rpc

#endif  // RPC_CALL_FRAME_H
