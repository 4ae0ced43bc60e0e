#include <rpc/ndr/cycles.h>

namespace rpc::detail {

void cycle_breaker::add(std::shared_ptr<void> pointer, const shared_type& type) {
  find(std::move(pointer), type);
}

cycle_breaker::node& cycle_breaker::find(std::shared_ptr<void> object, const shared_type& type) {
  const auto [place, added] = places_.try_emplace({object.get(), &type}, nodes_.size());
  if (added) {
    later(type.visit, object.get());
    nodes_.push_back({std::move(object), &type});
  } else if (nodes_[place->second].object.owner_before(object) ||
             object.owner_before(nodes_[place->second].object)) {
    nodes_[place->second].other = true;
  }
  return nodes_[place->second];
}

void cycle_breaker::meet(std::shared_ptr<void> object, const shared_type& type) {
  node& met = find(std::move(object), type);
  if (!marking_) {
    ++met.met;
  } else if (!met.held) {
    met.held = true;
    later(type.visit, met.object.get());
  }
}

void cycle_breaker::mark_held() {
  marking_ = true;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    node& n = nodes_[i];
    if (n.held || (!n.other && n.object.use_count() - 1 <= n.met)) continue;
    n.held = true;
    later(n.type->visit, n.object.get());
    visit_pending();
  }
}

void cycle_breaker::run() {
  visit_pending();
  mark_held();
  for (node& n : nodes_)
    if (!n.held) n.type->dismantle(n.object.get());
  for (node& n : nodes_) {
    if (n.object.use_count() == 1) n.type->dismantle(n.object.get());
    n.object.reset();
  }
}

}  // namespace rpc::detail
