// The list of deletions behind the results: [reflect_deletions], as DCE 1.1 sends it.
#include "nodes.h"

#include <rpc/ndr/explain.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace wire_test;

namespace {

struct pruned {
  list_node* list{};
  list_node** left{};
  std::int16_t return_value{};
  mutable rpc::ndr::object_table objects{};
};

}  // namespace

template <>
struct rpc::operation<pruned> {
  RPC_TEST_OPERATION(pruned);
  static constexpr auto objects = &call::objects;
  using parameters = ndr::parameters<ndr::in<"list", &call::list, ndr::full<>>,
                                     ndr::out<"left", &call::left, ndr::ref<ndr::full<>>>,
                                     ndr::result<"return value", &call::return_value>,
                                     ndr::out<"deletions", &call::objects, ndr::deletions>>;
};

namespace {

// A ring of two: list -> 1 -> 2 -> 1. The client calls them 7 and 9.
constexpr const char* ring20 = "07000000 01000000 09000000 02000000 07000000";
constexpr const char* ring64 =
    "0700000000000000 01000000 00000000 0900000000000000 02000000 00000000 0700000000000000";

// The implementation releases `places` and returns 5.
void release(received<pruned>& server, const std::vector<void*>& places) {
  server.memory.record_releases();
  {
    const rpc::call_scope scope(server.memory);
    for (void* place : places) rpc::free(place);
  }
  server.frame.objects.release(server.memory.releases());
  server.frame.return_value = 5;
}

TEST(Deletions, FollowTheReturnValue) {
  received<pruned> server(ndr20, ring20);
  release(server, {server.frame.list->next});
  EXPECT_EQ(response(ndr20, server.frame), hex("00000000 0500 0000 01000000 09000000"));

  received<pruned> wide(ndr64, ring64);
  release(wide, {wide.frame.list->next});
  EXPECT_EQ(response(ndr64, wide.frame),
            hex("0000000000000000 0500 000000000000 0100000000000000 0900000000000000"));
}

TEST(Deletions, AreCountedWhereThereAreNone) {
  received<pruned> server(ndr20, ring20);
  release(server, {});
  EXPECT_EQ(response(ndr20, server.frame), hex("00000000 0500 0000 00000000"));
}

TEST(Deletions, AreThoseOfObjectsOfTheRequest) {
  received<pruned> server(ndr20, ring20);
  void* own = nullptr;
  {
    const rpc::call_scope scope(server.memory);
    own = rpc::allocate<list_node>();
  }
  list_node* const first = server.frame.list;
  // What the implementation has made is its own; an object is deleted once.
  release(server, {own, first->next, first, first->next});
  EXPECT_EQ(response(ndr20, server.frame), hex("00000000 0500 0000 02000000 07000000 09000000"));
}

TEST(Deletions, LeaveAPlaceToAnotherObject) {
  received<pruned> server(ndr20, ring20);
  list_node* const first = server.frame.list;
  release(server, {first});
  *first = {3, nullptr};
  *server.frame.left = first;
  // A new object has a new id.
  EXPECT_EQ(response(ndr20, server.frame),
            hex("01000000 03000000 00000000 0500 0000 01000000 07000000"));
}

TEST(Deletions, FailTheCallWhereTheyCannotBeRemembered) {
  received<pruned> server(ndr20, ring20);
  server.memory.record_releases();
  const rpc::call_scope scope(server.memory);
  server.memory.set_budget(server.memory.used());
  while (server.memory.allocate(8, 8) != nullptr) {
  }
  rpc::free(server.frame.list);
  EXPECT_THROW((void)server.memory.releases(), std::bad_alloc);
}

// The client's side: a list of two on the heap, which the request calls 1 and 2.
class ReflectedDeletions : public testing::Test {
 protected:
  ReflectedDeletions() {
    two_ = rpc::allocate<list_node>();
    one_ = rpc::allocate<list_node>();
    *one_ = {1, two_};
    frame_.list = one_;
    frame_.left = &left_;
    request(ndr20, frame_);
  }
  rpc::status answer(std::string_view stub) {
    return failure_of([&] { receive(frame_, stub); }).first;
  }
  ~ReflectedDeletions() override {
    rpc::free(one_);
    rpc::free(two_);
  }

  list_node* one_;
  list_node* two_;
  list_node* left_ = nullptr;
  pruned frame_;
};

// Sanitizers see what is released, and that it is so once.
TEST_F(ReflectedDeletions, ReleasesItsOwnObjects) {
  ASSERT_EQ(answer("00000000 0500 0000 02000000 02000000 01000000"), rpc::status::ok);
  EXPECT_EQ(frame_.return_value, 5);
  one_ = two_ = nullptr;
}
TEST_F(ReflectedDeletions, ReleasesAnObjectOnce) {
  ASSERT_EQ(answer("00000000 0500 0000 02000000 02000000 02000000"), rpc::status::ok);
  two_ = nullptr;
}
TEST_F(ReflectedDeletions, KeepsWhatResultsLeadTo) {
  EXPECT_EQ(answer("01000000 0b000000 00000000 0500 0000 01000000 01000000"),
            rpc::status::bad_stub_data);
}
TEST_F(ReflectedDeletions, KeepsWhatIsNotItsOwn) {
  EXPECT_EQ(answer("00000000 0500 0000 01000000 03000000"), rpc::status::bad_stub_data);
  EXPECT_EQ(answer("00000000 0500 0000 01000000 00000000"), rpc::status::bad_stub_data);
  // 3 is a new object of the response.
  EXPECT_EQ(answer("03000000 0b000000 00000000 0500 0000 01000000 03000000"),
            rpc::status::bad_stub_data);
  EXPECT_EQ(left_, nullptr) << "and nothing has leaked";
}
TEST_F(ReflectedDeletions, ChecksTheNumber) {
  EXPECT_EQ(answer("00000000 0500 0000 02000000 01000000"), rpc::status::bad_stub_data);
  EXPECT_EQ(answer("00000000 0500 0000 ffffffff"), rpc::status::bad_stub_data);
  EXPECT_EQ(answer("00000000 0500 0000"), rpc::status::bad_stub_data);
}

TEST(Deletions, AreExplained) {
  rpc::buffer stub = bytes("00000000 0500 0000 01000000 09000000");
  std::vector<std::string> rows;
  const auto note = [&](const rpc::ndr::explained& row) {
    rows.push_back(std::to_string(row.offset) + ' ' + std::string(row.name) + ' ' +
                   std::string(row.value));
  };
  const auto end = rpc::ndr::explain_response<pruned>(ndr20, {std::endian::little, stub.bytes()},
                                                      nullptr, rpc::ndr::report(note));
  EXPECT_EQ(end.error, "");
  EXPECT_EQ(rows, (std::vector<std::string>{"0 left.referent null", "4 return value 5",
                                            "8 deletions.count 1", "12 deletions.referent 0x9"}));
}

}  // namespace
