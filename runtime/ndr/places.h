#ifndef NDR_PLACES_H
#define NDR_PLACES_H

#include <rpc/ndr/descriptor.h>

#include <array>
#include <cstddef>
#include <vector>

namespace rpc::ndr {

/// Where the parameters of an operation lie in a frame.
class places {
 public:
  places(const frame_descriptor& of, const void* frame)
      : more_(of.parameters.size() > few ? of.parameters.size() : 0) {
    of.locate(frame, more_.empty() ? few_.data() : more_.data());
  }
  const void* operator[](std::size_t i) const { return more_.empty() ? few_[i] : more_[i]; }

 private:
  static constexpr std::size_t few = 32;
  std::array<const void*, few> few_;
  std::vector<const void*> more_;
};

/// Calls `use` with each parameter of an operation, in order, and where it lies in a frame.
template <class Use>
void each_parameter(const frame_descriptor& of, const places& members, Use use) {
  std::size_t i = 0;
  for (const parameter_descriptor& p : of.parameters) use(p, members[i++]);
}
template <class Use>
void each_parameter(const frame_descriptor& of, const void* frame, Use use) {
  each_parameter(of, places(of, frame), use);
}

}  // namespace rpc::ndr

#endif  // NDR_PLACES_H
