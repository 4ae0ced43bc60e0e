#ifndef RPC_NDR_RELEASE_H
#define RPC_NDR_RELEASE_H

#include <rpc/ndr/cycles.h>
#include <rpc/ndr/dismantle.h>

namespace rpc {

/// Destroys what `value` owns and leaves it as new. Lists and trees of std::unique_ptr and
/// std::vector are released without recursion, however deep they are: their own destructors would
/// need stack for every level. Stubs release what they hold in this way; programs that keep such
/// data do well to do the same.
///
/// Cycles of std::shared_ptr are cut if no other pointer refers into them: C++ would never
/// destroy them. Until this returns no other thread may change what they hold.
///
/// Gives access to the types of an interface.
template <class T>
void release(T& value) noexcept {
  if constexpr (detail::may_hold_cycles<T>()) detail::break_cycles_of(value);
  detail::dismantle(value);
  value = T();
}

}  // namespace rpc

#endif  // RPC_NDR_RELEASE_H
