#ifndef RPC_NDR_PRESENTED_H
#define RPC_NDR_PRESENTED_H

#include <rpc/error.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/wire_form.h>
#include <rpc/ndr/writer.h>

#include <exception>
#include <new>
#include <utility>

namespace rpc::ndr {

/// Whether the program releases what it made for the wire.
template <class P, class W>
concept releases_wire = requires(W& wire) { wire_form<P>::release(wire); };

/// What the program made of a presented object, until it has been sent.
template <class P, class W>
class transmitted {
 public:
  explicit transmitted(W wire) : wire_(std::move(wire)) {}
  transmitted(transmitted&& other) noexcept
      : wire_(std::move(other.wire_)), owned_(std::exchange(other.owned_, false)) {}
  transmitted& operator=(transmitted&&) = delete;
  ~transmitted() {
    if constexpr (releases_wire<P, W>)
      if (owned_) wire_form<P>::release(wire_);
    detail::dismantle(wire_);
  }

  [[nodiscard]] const W& wire() const { return wire_; }

 private:
  W wire_;
  bool owned_ = true;
};

}  // namespace rpc::ndr

/// Its destructor sees to what it owns.
template <class P, class W>
struct rpc::detail::parts<rpc::ndr::transmitted<P, W>> {
  using list = types<>;
};

namespace rpc::ndr {

/// Runs a function of the program; its exceptions are failures of the call.
template <class Engine, class Call>
void run_conversion(Engine& e, status code, Call call) {
  try {
    call();
  } catch (const error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& thrown) {
    e.fail(code, {"the conversion failed: ", thrown.what()});
  } catch (...) {
    e.fail(code, {"the conversion failed"});
  }
}

/// An object that travels as another one, made by rpc::wire_form: transmit_as and its relatives.
template <class W, class Shape, class P>
struct codec<presented<W, Shape>, P> {
 private:
  using base = codec<Shape, W>;
  // Nothing in it is read or written later.
  template <class S>
  static constexpr bool flat = base::template wire<S>.verbatim;

 public:
  static_assert(!open_ended<base>, "the wire type ends in an open array");

  template <class S>
  static constexpr form wire{.alignment = base::template wire<S>.alignment,
                             .size = base::template wire<S>.size,
                             .fixed = base::template wire<S>.fixed};

  /// Gives `use` the wire form of `value`, which exists until the message has been written, or is
  /// gone once it was used.
  template <class Use>
  static void with_wire(writer& w, const P& value, Use use) {
    run_conversion(w, status::fault_unspec, [&] {
      transmitted<P, W> made(wire_form<P>::to_wire(value));
      if constexpr (flat<ndr20> && flat<ndr64>) {
        use(made.wire());
      } else {
        use(w.keep(std::move(made)).wire());
      }
    });
  }

  /// Lets `use` read a wire form, of which `value` is made now or when all has been read.
  template <class Use>
  static void from_wire(reader& r, P& value, Use use) {
    if constexpr (flat<ndr20> && flat<ndr64>) {
      W wire{};
      use(wire);
      if (!r.failed()) convert(r, &wire, &value);
    } else {
      if (!r.charge(sizeof(W))) return;
      W& wire = r.keep(W{});
      r.convert_later({&convert, &wire, &value});
      use(wire);
    }
  }

 private:
  static void convert(reader& r, void* wire, void* value) {
    run_conversion(r, status::bad_stub_data, [&] {
      *static_cast<P*>(value) = wire_form<P>::from_wire(std::as_const(*static_cast<W*>(wire)));
    });
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_PRESENTED_H
