// Every truncation and many corruptions of a message that holds one of everything: an error or a
// value, never a report of a sanitizer, and never more memory than the budget.
#include "wire.h"

#include <cstdint>
#include <random>

using namespace wire_test;

namespace {

union choice {
  std::uint8_t small;
  char* text;
};
struct node {
  std::uint8_t tag;
  choice c;
  std::uint16_t n;
  std::int32_t* numbers;
  node* left;
  node* right;
};
struct open {
  bool flag;
  std::uint8_t n;
  std::int16_t tail[1];
};
struct everything {
  std::uint32_t n{};
  node* nodes{};
  open* o{};
  char16_t** strings{};
  node* tree{};
};

}  // namespace

template <>
struct rpc::ndr::layout<choice> {
  using type = choice;
  using tag = std::uint8_t;
  using arms = ndr::arms<arm<cases<1>, "small", &type::small>,
                         arm<cases<2>, "text", &type::text, unique<string>>, empty_default>;
};
template <>
struct rpc::ndr::layout<node> {
  using type = node;
  static checked c_tag(const type& self) { return checked(self.tag); }
  static checked numbers_size(const type& self) { return checked(self.n) / 2; }
  using members =
      fields<field<"tag", &type::tag>, field<"c", &type::c, switched<&c_tag>>,
             field<"n", &type::n, range<0, 100>>,
             field<"numbers", &type::numbers, unique<conformant<&numbers_size>>>,
             field<"left", &type::left, unique<>>, field<"right", &type::right, unique<>>>;
};
template <>
struct rpc::ndr::layout<open> {
  using type = open;
  static checked tail_size(const type& self) { return checked(self.n); }
  using members = fields<field<"flag", &type::flag>, field<"n", &type::n>,
                         field<"tail", &type::tail, conformant<&tail_size>>>;
};
template <>
struct rpc::operation<everything> {
  RPC_TEST_OPERATION(everything);
  static ndr::checked n_size(const call& self) { return ndr::checked(self.n); }
  using parameters =
      ndr::parameters<ndr::in<"n", &call::n>,
                      ndr::in_out<"nodes", &call::nodes, ndr::ref<ndr::conformant<&n_size>>>,
                      ndr::in_out<"o", &call::o, ndr::unique<>>,
                      ndr::in<"strings", &call::strings,
                              ndr::ref<ndr::conformant<&n_size, ndr::unique<ndr::string>>>>,
                      ndr::in_out<"tree", &call::tree, ndr::unique<>>>;
};

namespace {

// A valid request, and the frame that it is of.
struct sample {
  sample() {
    right.tag = 2;
    right.c.text = text;
    tree.left = &left;
    tree.right = &right;
    tree.n = 5;
    tree.numbers = numbers;
    o->n = 3;
    o->flag = true;
    frame = {2, nodes, o, strings, &tree};
  }
  char text[3] = "hi";
  char16_t wide[3] = u"hi";
  std::int32_t numbers[2] = {1, 2};
  node left{1, {7}, 0, nullptr, nullptr, nullptr};
  node right{};
  node tree{};
  node nodes[2]{};
  alignas(open) std::byte storage[16]{};
  open* o = reinterpret_cast<open*>(storage);
  char16_t* strings[2] = {wide, nullptr};
  everything frame;
};

// True if a server accepts the request; what it accepts can be sent back.
bool accepted(rpc::ndr::syntax s, std::endian sender, std::span<const std::byte> stub) {
  rpc::buffer message;
  message.append(stub);
  rpc::arena memory(0x10000 + 16 * stub.size());
  everything frame;
  try {
    rpc::ndr::unmarshal_request(s, sender, message.bytes(), frame, memory);
    rpc::buffer answer;
    rpc::ndr::marshal_response(s, frame, answer);
    return true;
  } catch (const rpc::error&) {
    return false;
  }
}

class Malformed : public testing::TestWithParam<rpc::ndr::syntax> {
 protected:
  Malformed() { rpc::ndr::marshal_request(GetParam(), valid.frame, stub); }
  sample valid;
  rpc::buffer stub;
};

TEST_P(Malformed, TheSampleItselfIsAccepted) {
  EXPECT_TRUE(accepted(GetParam(), std::endian::little, stub.bytes()));
}

TEST_P(Malformed, EveryTruncationIsRefused) {
  for (std::size_t size = 0; size < stub.size(); ++size)
    EXPECT_FALSE(accepted(GetParam(), std::endian::little, stub.bytes().first(size))) << size;
}

TEST_P(Malformed, EveryByteMayBeAnything) {
  rpc::buffer changed;
  changed.append(stub.bytes());
  std::size_t refused = 0;
  for (std::size_t i = 0; i < stub.size(); ++i) {
    for (const int value : {0x00, 0x01, 0x02, 0x7F, 0x80, 0xFF}) {
      changed.data()[i] = static_cast<std::byte>(value);
      refused += accepted(GetParam(), std::endian::little, changed.bytes()) ? 0 : 1;
      refused += accepted(GetParam(), std::endian::big, changed.bytes()) ? 0 : 1;
    }
    changed.data()[i] = stub.data()[i];
  }
  EXPECT_GT(refused, stub.size());
}

TEST_P(Malformed, ManyBytesMayBeAnything) {
  std::mt19937 random(20);  // NOLINT(cert-msc51-cpp): the same corruptions in every run
  rpc::buffer changed;
  std::size_t refused = 0;
  for (int round = 0; round < 20000; ++round) {
    changed.clear();
    changed.append(stub.bytes());
    for (unsigned n = 1 + random() % 8; n > 0; --n)
      changed.data()[random() % changed.size()] = static_cast<std::byte>(random() % 256);
    changed.resize(1 + random() % changed.size());
    refused += accepted(GetParam(), random() % 2 == 0 ? std::endian::little : std::endian::big,
                        changed.bytes())
                   ? 0
                   : 1;
  }
  EXPECT_GT(refused, 10000U);
}

INSTANTIATE_TEST_SUITE_P(BothSyntaxes, Malformed, testing::Values(ndr20, ndr64),
                         [](const auto& of) { return of.param == ndr20 ? "Ndr20" : "Ndr64"; });

}  // namespace
