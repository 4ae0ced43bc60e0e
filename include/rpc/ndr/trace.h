#ifndef RPC_NDR_TRACE_H
#define RPC_NDR_TRACE_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rpc::ndr {

/// One scalar, string, count or referent id in stub data.
struct explained {
  std::size_t offset = 0;  ///< from the beginning of the stub data, in bytes
  std::size_t size = 0;    ///< in bytes
  std::size_t unit = 0;    ///< bytes of one scalar: size, but for a string those of a character
  std::string_view name;   ///< "list.next.value", "data.max_count"
  std::string_view value;  ///< as text: "42", "'a'", "true"
};

/// Receives what is explained, field by field; the texts live as long as the call. Refers to a
/// callable, which must outlive it.
class report {
 public:
  template <class To>
  explicit report(const To& to)
      : to_(&to), call_([](const void* target, const explained& field) {
          (*static_cast<const To*>(target))(field);
        }) {}
  void operator()(const explained& field) const { call_(to_, field); }

 private:
  const void* to_;
  void (*call_)(const void*, const explained&);
};

/// Reports all that a reader reads, in the order of the wire.
class trace {
 public:
  /// A name that reading comes back to, of a pointee.
  struct place {
    std::size_t node = 0;  // in nodes_, from 1; 0 is the outermost
  };

  /// Ends the name that enter() added.
  class scope {
   public:
    scope(trace& t, std::size_t outer) : trace_(t), outer_(outer) {}
    scope(const scope&) = delete;
    ~scope() { trace_.leave(outer_); }

   private:
    trace& trace_;
    std::size_t outer_;
  };

  /// Where reports go; `to` must outlive the reading.
  void report_to(const report& to) { report_ = &to; }
  /// Expressions over `object`, whose members were not all read, are not checked.
  void ignore_expressions_of(const void* object) { unknown_ = object; }
  [[nodiscard]] bool ignores_expressions_of(const void* object) const { return object == unknown_; }

  [[nodiscard]] place here() {
    kept_ = nodes_.size();
    return {current_};
  }
  void resume(place p) { current_ = p.node; }

  [[nodiscard]] scope enter(std::string_view name) { return {*this, begin(name)}; }
  /// Adds a name that leave() ends, with what this returns.
  std::size_t begin(std::string_view name) {
    const std::size_t outer = current_;
    nodes_.push_back({outer, std::string(name)});
    current_ = nodes_.size();
    return outer;
  }
  void leave(std::size_t outer) {
    current_ = outer;
    if (nodes_.size() > kept_) nodes_.pop_back();
  }

  /// `text` gives the value's text.
  template <class Text>
  void leaf(std::size_t offset, std::size_t size, std::size_t unit, std::string_view what,
            Text&& text) {
    std::string name = path();
    if (!what.empty()) (name += '.') += what;
    const std::string value = text();
    end_ = offset + size;
    (*report_)({offset, size, unit, name, value});
  }

  /// Where the last reported field ends.
  [[nodiscard]] std::size_t end() const { return end_; }

 private:
  // Names as a tree, so that the name of the last element of a list of a million costs no more
  // than that of the first.
  struct node {
    std::size_t outer;  // as place::node
    std::string name;
  };
  static constexpr std::size_t most_names = 24;

  /// "list.next.value"; of a long path the innermost names.
  [[nodiscard]] std::string path() const {
    std::vector<const node*> names;
    std::size_t at = current_;
    for (; at != 0 && names.size() < most_names; at = names.back()->outer)
      names.push_back(&nodes_[at - 1]);
    std::string text = at == 0 ? "" : "..";
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
      if (!text.empty() && (*name)->name.front() != '[') text += '.';
      text += (*name)->name;
    }
    return text;
  }

  std::vector<node> nodes_;
  std::size_t current_ = 0;
  std::size_t kept_ = 0;  // the first nodes_, which are places
  std::size_t end_ = 0;
  const void* unknown_ = nullptr;
  const report* report_ = nullptr;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_TRACE_H
