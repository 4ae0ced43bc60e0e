#ifndef RPC_NDR_TRACE_H
#define RPC_NDR_TRACE_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::ndr {

/// One scalar, count or referent id in stub data.
struct explained {
  std::size_t offset = 0;  ///< from the beginning of the stub data, in bytes
  std::size_t size = 0;    ///< in bytes
  std::string name;        ///< "list.next.value", "data.max_count"
  std::string value;       ///< as text: "42", "'a'", "true"
};

/// What a reader is observed with when nobody looks: nothing, at no cost.
struct no_trace {
  static constexpr bool enabled = false;
  struct place {};
  struct scope {};
  static scope enter(std::string_view) { return {}; }
  template <class Text>
  static void leaf(std::size_t, std::size_t, std::string_view, Text&&) {}
};

/// Writes down all that a reader reads, in the order of the wire.
class trace {
 public:
  static constexpr bool enabled = true;
  /// A name that reading comes back to, behind a pointer.
  struct place {
    std::size_t index = 0;  // in places_, from 1; 0 is the outermost
  };

  /// Ends the name that enter() added.
  class scope {
   public:
    scope(trace& t, std::size_t length) : trace_(t), length_(length) {}
    scope(const scope&) = delete;
    ~scope() { trace_.path_.resize(length_); }

   private:
    trace& trace_;
    std::size_t length_;
  };

  [[nodiscard]] place here() {
    places_.push_back(path_);
    return {places_.size()};
  }
  void resume(place p) { path_ = p.index == 0 ? std::string() : places_[p.index - 1]; }

  [[nodiscard]] scope enter(std::string_view name) {
    const std::size_t length = path_.size();
    if (!path_.empty() && name.front() != '[') path_ += '.';
    path_ += name;
    return {*this, length};
  }

  /// `text` gives the value's text.
  template <class Text>
  void leaf(std::size_t offset, std::size_t size, std::string_view what, Text&& text) {
    rows_.push_back({offset, size, what.empty() ? path_ : path_ + '.' + std::string(what), text()});
  }

  [[nodiscard]] std::vector<explained> take() { return std::move(rows_); }

 private:
  std::string path_;
  std::vector<std::string> places_;
  std::vector<explained> rows_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_TRACE_H
