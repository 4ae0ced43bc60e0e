#ifndef RPC_SERIALIZE_H
#define RPC_SERIALIZE_H

#include <rpc/buffer.h>
#include <rpc/error.h>
#include <rpc/memory.h>
#include <rpc/ndr/describe/parameters.h>
#include <rpc/ndr/parameters.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/storage.h>
#include <rpc/ndr/syntax.h>
#include <rpc/ndr/type_name.h>
#include <rpc/ndr/writer.h>
#include <rpc/uuid.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

/// Type serialisation (MS-RPCE 2.2.6 and 2.2.7): single objects to and from bytes, without a call,
/// as they are stored in files or travel in other protocols (the PAC of Kerberos).
///
///   std::vector<std::byte> bytes = rpc::encode(info);
///   const auto copy = rpc::decode<pac::logon_info>(bytes);
///   use(copy->user_name);
///
/// Objects are of scalar types, enumerations, and structs whose layout the stubs define: those that
/// an operation carries, and those with [[rpc::encode]] or [[rpc::decode]]. Given as a pointer,
/// encode(&info) and decode<pac::logon_info*>(bytes), an object travels as a [unique] pointer, with
/// a referent id before it, and may be null. A union needs a struct that holds its discriminant
/// too.
namespace rpc {

enum class serialization : std::uint8_t {
  version1,        ///< in NDR20, of either byte order
  version2_ndr20,  ///< in NDR20; names its interface
  version2_ndr64,  ///< in NDR64; names its interface
};

struct encode_options {
  serialization format = serialization::version1;
  /// The interface of the types, where the format names one; receivers may ignore it.
  syntax_id interface{};
  /// The most bytes that one object may take.
  std::size_t limit = std::size_t{64} << 20;
};

/// Writes objects one after the other into one stream, which has one header.
class encoder {
 public:
  explicit encoder(const encode_options& options = {});

  /// Throws rpc::error, which names type and field, if the object cannot travel; the stream is as
  /// before then.
  template <class T>
  encoder& add(const T& object);

  /// The stream so far, little endian. The encoder is empty afterwards, and of no use.
  [[nodiscard]] std::vector<std::byte> take() && { return std::move(stream_); }

 private:
  void append_body(bool primitive, std::span<const ndr::writer::piece> pieces);

  encode_options options_;
  std::vector<std::byte> stream_;
  buffer body_;  // of the object under way
};

/// One object as a stream of its own.
template <class T>
[[nodiscard]] std::vector<std::byte> encode(const T& object, const encode_options& options = {}) {
  encoder stream(options);
  stream.add(object);
  return std::move(stream).take();
}

/// An object and the memory that all its pointers lead into, which goes with it. It keeps a copy
/// of its bytes, not those that it was decoded from. Can be moved: the object stays where it is.
template <class T>
class decoded {
 public:
  [[nodiscard]] T& operator*() const { return *whole_->object; }
  [[nodiscard]] T* operator->() const { return whole_->object; }

 private:
  friend class decoder;
  struct contents {
    explicit contents(std::size_t budget) : memory(budget) {}
    buffer bytes;
    arena memory;
    T* object = nullptr;
  };
  explicit decoded(std::unique_ptr<contents> whole) : whole_(std::move(whole)) {}

  std::unique_ptr<contents> whole_;
};

struct decode_options {
  /// The most memory for what the pointers of one object point to. What the counts in the bytes ask
  /// for beyond that is an error.
  std::size_t memory = std::size_t{64} << 20;
};

/// Reads a stream of objects, of every format and byte order.
class decoder {
 public:
  /// `stream` must live as long as the decoder. Throws rpc::error if its header is wrong.
  explicit decoder(std::span<const std::byte> stream, const decode_options& options = {});

  /// The next object, of a type that the caller must know. Throws rpc::error, which names type
  /// and field, if the bytes break the rules of the type or of the format.
  template <class T>
  [[nodiscard]] decoded<T> next();

  /// Bytes up to the next object.
  [[nodiscard]] std::size_t consumed() const { return consumed_; }
  /// Whether no object is left.
  [[nodiscard]] bool done() const { return consumed_ == stream_.size(); }

  [[nodiscard]] serialization format() const { return format_; }
  /// What the stream names; of no meaning in serialization::version1.
  [[nodiscard]] const syntax_id& interface() const { return interface_; }

 private:
  std::span<const std::byte> take_body(bool primitive, const std::string& type);

  std::span<const std::byte> stream_;
  decode_options options_;
  std::size_t consumed_ = 0;
  serialization format_ = serialization::version1;
  std::endian sender_ = std::endian::little;
  syntax_id interface_{};
};

/// The only object of a stream. Throws rpc::error also if bytes are left.
template <class T>
[[nodiscard]] decoded<T> decode(std::span<const std::byte> stream,
                                const decode_options& options = {}) {
  decoder objects(stream, options);
  decoded<T> only = objects.next<T>();
  if (!objects.done())
    throw error(status::bad_stub_data, ndr::type_name<T>() + ": " +
                                           std::to_string(stream.size() - objects.consumed()) +
                                           " bytes follow the object");
  return only;
}

// Implementation.

namespace ndr {

/// An object at the top of a stream travels as a parameter does (MS-RPCE 2.2.6.2): in place, or
/// as the pointee of a [unique] pointer.
template <class T>
struct serial {
  static_assert(!std::is_union_v<T>, "a union travels in a struct, together with its discriminant");
  /// Of a primitive type in version 1, which has no header of its own (2.2.6.3).
  static constexpr bool primitive =
      std::is_arithmetic_v<T> || std::is_enum_v<T>;  // std::byte is one

  static void put(writer& w, const T& object) {
    put_object(w, referent_description<plain, T, void>::value, &object);
  }
  static void get(reader& r, T*& object, arena&) {
    get_object(r, referent_description<plain, T, void>::value, &object);
  }
};
template <class T>
struct serial<T*> {
  static constexpr bool primitive = false;

  static void put(writer& w, T* const& object) {
    put_value(w, description<unique<>, T*, void>::value, &object);
  }
  static void get(reader& r, T**& object, arena& memory) {
    object = static_cast<T**>(memory.allocate_zeroed(sizeof(T*), alignof(T*)));
    if (object == nullptr) return r.fail(status::out_of_memory, {"no memory for the object"});
    get_value(r, description<unique<>, T*, void>::value, object);
  }
};

constexpr syntax syntax_of(serialization format) {
  return format == serialization::version2_ndr64 ? syntax::ndr64 : syntax::ndr20;
}

}  // namespace ndr

template <class T>
encoder& encoder::add(const T& object) {
  ndr::object_table objects;
  ndr::writer w(ndr::syntax_of(options_.format), body_, options_.limit, {}, &objects);
  std::vector<ndr::writer::piece> pieces;
  w.list_large(pieces);
  ndr::serial<T>::put(w, object);
  if (w.failed()) ndr::raise(std::string(ndr::type_name<T>()), w.failure());
  w.finish();
  append_body(ndr::serial<T>::primitive, pieces);
  return *this;
}

template <class T>
decoded<T> decoder::next() {
  const std::string name = ndr::type_name<T>();
  const std::span<const std::byte> body = take_body(ndr::serial<T>::primitive, name);
  auto whole = std::make_unique<typename decoded<T>::contents>(options_.memory);
  whole->bytes.append(body);
  ndr::server_storage storage(whole->memory);
  ndr::object_table objects;
  objects.set_memory(whole->memory);
  ndr::reader r(ndr::syntax_of(format_), whole->bytes.bytes(), sender_, storage, {}, &objects);
  ndr::serial<T>::get(r, whole->object, whole->memory);
  r.finish();
  if (r.failed()) ndr::raise(name, r.failure());
  return decoded<T>(std::move(whole));
}

}  // namespace rpc

#endif  // RPC_SERIALIZE_H
