#ifndef RPC_NDR_TEMPORARIES_H
#define RPC_NDR_TEMPORARIES_H

#include <rpc/ndr/dismantle.h>

#include <memory>
#include <utility>
#include <vector>

namespace rpc::ndr {

/// Objects that live until a message has been written or read.
class temporaries {
 public:
  template <class T>
  T& keep(T object) {
    constexpr auto destroy = [](void* last) {
      detail::dismantle(*static_cast<T*>(last));
      delete static_cast<T*>(last);
    };
    std::unique_ptr<void, void (*)(void*)> owned(new T(std::move(object)), destroy);
    kept_.push_back(std::move(owned));
    return *static_cast<T*>(kept_.back().get());
  }

 private:
  std::vector<std::unique_ptr<void, void (*)(void*)>> kept_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_TEMPORARIES_H
