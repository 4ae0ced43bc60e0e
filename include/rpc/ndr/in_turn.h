#ifndef RPC_NDR_IN_TURN_H
#define RPC_NDR_IN_TURN_H

#include <algorithm>
#include <initializer_list>

/// In place of folds over what an interface may have hundreds of: clang folds no more than 256.
namespace rpc::detail {

/// Evaluates its elements from left to right: `(void)in_turn{0, (use(T{}), 0)...};`
using in_turn = int[];

/// How many of them are true.
template <bool... Each>
inline constexpr auto count_of =
    static_cast<unsigned>(std::ranges::count(std::initializer_list<bool>{Each...}, true));

/// Whether one of them is true.
template <bool... Each>
inline constexpr bool any_of = count_of<Each...> != 0;

}  // namespace rpc::detail

#endif  // RPC_NDR_IN_TURN_H
