// Objects of the client that results orphan (allocation-rules, "Memory is orphaned on client").

#include "orphans.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "peers.h"

namespace {

using namespace orphanage;

class home : public orphanage::service {
 public:
  void cut(node* list, std::int32_t length) override {
    while (--length > 0 && list->next != nullptr) list = list->next;
    list->next = nullptr;  // rpc-check: ignore=relink-next
  }
  void clear(node** list) override {
    *list = nullptr;  // rpc-check: ignore=relink-next
  }
  void choose(chosen* one, std::int32_t kind) override {
    one->kind = kind;  // rpc-check: ignore=change-union-tag
    one->what = {};
    if (kind == 1) {
      one->what.text = rpc::allocate_array<char>(4);
      one->what.text[0] = '!';
    }
  }
  void unbox(boxed* one) override {
    one->kind = 2;  // rpc-check: ignore=change-union-tag
    one->u.number = 7;
  }
  void replace(node*& list) override {
    list = rpc::allocate<node>();
    list->value = 9;
  }
  void redirect(shared* pointers, std::int32_t how) override {
    if (how == 0) pointers->a = pointers->b;
    if (how == 1) std::swap(pointers->a, pointers->b);
    if (how == 2) pointers->a = rpc::allocate<std::int32_t>();
    if (how == 3) *pointers = {};
  }
  void fail(node* list, std::int32_t* digit) override {
    list->next = nullptr;  // rpc-check: ignore=relink-next
    *digit = 2;
  }
  void fresh(node* list) override { list->value = 1; }
};

class orphans_over : public testing::TestWithParam<meeting> {
 protected:
  peers<orphanage::service, home> peers_{GetParam()};
  orphanage::client client_{peers_.connection()};
};

INSTANTIATE_TEST_SUITE_P(meetings, orphans_over, testing::ValuesIn(meetings), meeting_name);

// What was found, without addresses.
std::vector<std::string> named(const rpc::orphans& all) {
  std::vector<std::string> names;
  for (const rpc::orphans::orphan& each : all.found())
    names.push_back(std::string(each.operation) + ' ' + each.parameter + ' ' +
                    (each.field == nullptr ? "-" : each.field));
  return names;
}
std::vector<const void*> places(const rpc::orphans& all) {
  std::vector<const void*> addresses;
  for (const rpc::orphans::orphan& each : all.found()) addresses.push_back(each.address);
  return addresses;
}
using names = std::vector<std::string>;
using addresses = std::vector<const void*>;

TEST_P(orphans_over, of_a_list_are_where_it_was_cut) {
  node third{3, nullptr}, second{2, &third}, first{1, &second};
  const rpc::orphans found;
  client_.cut(&first, 1);
  EXPECT_EQ(first.next, nullptr);
  EXPECT_EQ(named(found), names{"cut list next"});
  EXPECT_EQ(places(found), addresses{&second}) << "what the second leads to is behind an orphan";
}

TEST_P(orphans_over, of_a_pointer_that_is_no_member_have_no_field) {
  node only{1, nullptr}, *list = &only;
  const rpc::orphans found;
  client_.clear(&list);
  EXPECT_EQ(named(found), names{"clear list -"});
  EXPECT_EQ(places(found), addresses{&only});
}

TEST_P(orphans_over, are_none_where_pointers_stay) {
  node second{2, nullptr}, first{1, &second};
  const rpc::orphans found;
  client_.cut(&first, 2);
  client_.cut(&second, 1);
  EXPECT_EQ(named(found), names{});
}

TEST_P(orphans_over, lie_in_the_arm_that_a_union_had) {
  char text[] = "text";
  std::int32_t number = 1, other = 2;
  chosen one{1, {.text = text}};
  rpc::orphans found;
  client_.choose(&one, 3);
  EXPECT_EQ(named(found), names{"choose one text"});
  EXPECT_EQ(places(found), addresses{text});

  found.clear();
  one = {2, {.numbers = {&number, {nullptr, &other}}}};
  client_.choose(&one, 1);
  EXPECT_EQ(named(found), (names{"choose one number", "choose one others"}));
  EXPECT_EQ(places(found), (addresses{&number, &other}));
  rpc::free(one.what.text);

  found.clear();
  one = {2, {.numbers = {&number, {nullptr, &other}}}};
  client_.choose(&one, 2);
  EXPECT_EQ(named(found), (names{"choose one number", "choose one others"})) << "now null";

  found.clear();
  one = {9, {.some = {2, {&number, &other, &number}}}};
  client_.choose(&one, 3);
  EXPECT_EQ(named(found), (names{"choose one of", "choose one of"})) << "what has travelled";
  EXPECT_EQ(places(found), (addresses{&number, &other}));
}

TEST_P(orphans_over, lie_in_a_union_within_a_union) {
  char text[] = "text";
  boxed one{1, {.inner = {1, {.text = text}}}};
  const rpc::orphans found;
  client_.unbox(&one);
  EXPECT_EQ(one.u.number, 7);
  EXPECT_EQ(named(found), names{"unbox one text"});
  EXPECT_EQ(places(found), addresses{text});
}

TEST_P(orphans_over, are_what_a_replaced_pointer_has_led_to) {
  node old{1, nullptr}, *list = &old;
  const rpc::orphans found;
  client_.replace(list);
  EXPECT_EQ(list->value, 9);
  EXPECT_EQ(named(found), names{"replace list -"});
  EXPECT_EQ(places(found), addresses{&old});
  rpc::free(list);
}

TEST_P(orphans_over, are_not_what_another_full_pointer_leads_to) {
  std::int32_t one = 1, two = 2;
  shared pointers{&one, &two};
  rpc::orphans found;
  client_.redirect(&pointers, 1);
  EXPECT_EQ(pointers.a, &two);
  EXPECT_EQ(named(found), names{});

  client_.redirect(&pointers, 0);
  EXPECT_EQ(pointers.a, &one);
  EXPECT_EQ(named(found), names{"redirect pointers a"});
  EXPECT_EQ(places(found), addresses{&two});

  found.clear();
  client_.redirect(&pointers, 2);
  EXPECT_EQ(named(found), names{}) << "b leads to it still";
  rpc::free(pointers.a);

  pointers = {&one, &one};
  client_.redirect(&pointers, 3);
  EXPECT_EQ(named(found), (names{"redirect pointers a", "redirect pointers b"}));
  EXPECT_EQ(places(found), (addresses{&one, &one}));
}

TEST_P(orphans_over, are_none_of_a_call_that_fails) {
  node second{2, nullptr}, first{1, &second};
  std::int32_t digit = 0;
  const rpc::orphans found;
  EXPECT_THROW(client_.fail(&first, &digit), rpc::error);
  EXPECT_EQ(first.next, &second);
  EXPECT_EQ(named(found), names{});
}

TEST_P(orphans_over, are_none_of_out_data) {
  node second{2, nullptr}, first{1, &second};
  const rpc::orphans found;
  client_.fresh(&first);
  EXPECT_EQ(first.next, nullptr);
  EXPECT_EQ(named(found), names{}) << "the pointers there meant nothing";
}

TEST_P(orphans_over, are_told_to_the_innermost_scope) {
  node second{2, nullptr}, first{1, &second};
  const rpc::orphans outer;
  {
    const rpc::orphans inner;
    client_.cut(&first, 1);
    EXPECT_EQ(named(inner).size(), 1u);
  }
  EXPECT_EQ(named(outer), names{});
  first.next = &second;
  client_.cut(&first, 1);
  EXPECT_EQ(named(outer).size(), 1u);
}

TEST_P(orphans_over, of_one_object_are_told_once_for_each_call) {
  node second{2, nullptr}, first{1, &second};
  rpc::orphans found;
  for (int call = 0; call < 2; ++call) {
    first.next = &second;
    client_.cut(&first, 1);
  }
  EXPECT_EQ(places(found), (addresses{&second, &second}));
  found.clear();
  EXPECT_TRUE(found.found().empty());
}

}  // namespace
