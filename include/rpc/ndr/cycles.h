#ifndef RPC_NDR_CYCLES_H
#define RPC_NDR_CYCLES_H

#include <rpc/ndr/links.h>

#include <cstddef>
#include <memory>
#include <new>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rpc::detail {

/// Cuts the links between objects of std::shared_ptr that refer to each other in cycles, so that
/// they are destroyed. Objects that other pointers refer to, and all that is reachable from these,
/// stay as they are: of their pointers there are more than were met.
///
/// No other thread may change what the objects hold at the same time.
class cycle_breaker final : link_visitor {
 public:
  /// All pointers in `object` are about to be dropped.
  void add_holder(visit_function visit, void* object) { later(visit, object); }
  /// A pointer that is about to be dropped. `type` is that of its pointee.
  void add(std::shared_ptr<void> pointer, const shared_type& type);

  /// Throws std::bad_alloc, and then nothing has been cut.
  void run();

 private:
  struct node {
    std::shared_ptr<void> object;
    const shared_type* type;
    long met = 0;        // pointers, but for that of this node
    bool other = false;  // they do not share their ownership
    bool held = false;
  };
  struct hash {
    std::size_t operator()(const std::pair<const void*, const shared_type*>& place) const {
      return std::hash<const void*>()(place.first);
    }
  };

  void meet(std::shared_ptr<void> object, const shared_type& type) override;
  node& find(std::shared_ptr<void> object, const shared_type& type);
  void mark_held();

  std::vector<node> nodes_;
  std::unordered_map<std::pair<const void*, const shared_type*>, std::size_t, hash> places_;
  bool marking_ = false;
};

/// Before `value` is destroyed: cuts cycles that only it refers to. Without memory it does nothing.
template <class T>
void break_cycles_of(T& value) noexcept {
  try {
    cycle_breaker breaker;
    breaker.add_holder(&visit_links::visit<T>, &value);
    breaker.run();
  } catch (const std::bad_alloc&) {
  }
}

}  // namespace rpc::detail

#endif  // RPC_NDR_CYCLES_H
