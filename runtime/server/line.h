#ifndef RUNTIME_SERVER_LINE_H
#define RUNTIME_SERVER_LINE_H

namespace rpc::runtime {

/// What waits for its turn, in one line at a time or in none.
class in_line {
 public:
  in_line() = default;
  in_line(const in_line&) = delete;
  in_line& operator=(const in_line&) = delete;

  [[nodiscard]] bool waits() const noexcept { return next_ != nullptr; }

  /// Leaves the line, wherever it is in it; nothing if it is in none.
  void leave() noexcept {
    if (!waits()) return;
    before_->next_ = next_;
    next_->before_ = before_;
    next_ = nullptr;
  }

 private:
  template <class Member>
  friend class line;

  in_line* next_ = nullptr;
  in_line* before_ = nullptr;
};

/// Members, which derive from in_line, in the order of their turns. Takes no memory.
template <class Member>
class line {
 public:
  line() { ends_.next_ = ends_.before_ = &ends_; }
  line(const line&) = delete;
  line& operator=(const line&) = delete;

  [[nodiscard]] bool empty() const noexcept { return ends_.next_ == &ends_; }

  void push(Member& last) noexcept {
    in_line& added = last;
    added.next_ = &ends_;
    added.before_ = ends_.before_;
    added.before_->next_ = &added;
    ends_.before_ = &added;
  }

  Member& pop() noexcept {
    in_line& first = *ends_.next_;
    first.leave();
    return static_cast<Member&>(first);
  }

  /// Visits members, in their order, until `visit` returns false.
  template <class Visit>
  void visit_while(Visit visit) const {
    for (const in_line* each = ends_.next_;
         each != &ends_ && visit(static_cast<const Member&>(*each));)
      each = each->next_;
  }

 private:
  in_line ends_;  // its next is the first, and the one before it the last
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_LINE_H
