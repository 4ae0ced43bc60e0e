// Memory of large messages and parameters, which the next ones get.

#include "memory/large_blocks.h"
#include "memory/reuse.h"

#include <rpc/buffer.h>
#include <rpc/memory.h>

#include <gtest/gtest.h>

#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <set>
#include <span>
#include <thread>
#include <vector>

namespace {

using rpc::runtime::release_kept_blocks;
using rpc::runtime::reuses_memory;

constexpr std::size_t mib = std::size_t{1} << 20;

/// How often the system has given this thread a page.
long page_faults() {
  rusage usage{};
  ::getrusage(RUSAGE_THREAD, &usage);
  return usage.ru_minflt;
}

void touch(std::byte* data, std::size_t size) { std::memset(data, 0x5A, size); }

/// Pages that `times` repetitions of `use` take, once it has been done.
template <class Use>
long pages_of(int times, Use use) {
  use();
  const long before = page_faults();
  for (int i = 0; i < times; ++i) use();
  return page_faults() - before;
}

class LargeBlocks : public testing::Test {
 protected:
  /// What other tests have left is given back to the system.
  void SetUp() override {
    while (release_kept_blocks()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
};

TEST_F(LargeBlocks, BuffersTakeNoNewPages) {
  const auto use = [] {
    rpc::buffer request(mib), response(3 * mib);
    touch(request.data(), request.size());
    touch(response.data(), response.size());
  };
  if (reuses_memory)
    EXPECT_LT(pages_of(20, use), 20);
  else
    EXPECT_GT(pages_of(20, use), 20);
}

TEST_F(LargeBlocks, NorDoArraysOfCalls) {
  rpc::arena memory;
  const auto use = [&] {
    void* const in = memory.allocate(mib, 16);
    void* const out = memory.allocate_zeroed(mib, 16);
    touch(static_cast<std::byte*>(in), mib);
    const std::span<std::byte> zeroes(static_cast<std::byte*>(out), mib);
    EXPECT_TRUE(std::ranges::all_of(zeroes, [](std::byte b) { return b == std::byte{0}; }));
    touch(zeroes.data(), mib);
    memory.release();
  };
  if (reuses_memory)
    EXPECT_LT(pages_of(20, use), 20);
  else
    use();
}

TEST_F(LargeBlocks, GrowthKeepsWhatIsThere) {
  for (int round = 0; round < 2; ++round) {  // from malloc, and from what is kept
    rpc::buffer grows;
    for (std::size_t size = 1; size <= 2 * mib; size *= 2) {
      const std::size_t before = grows.size();
      grows.resize(size);
      touch(grows.data() + before, size - before);
    }
    EXPECT_TRUE(
        std::ranges::all_of(grows.bytes(), [](std::byte b) { return b == std::byte{0x5A}; }));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(grows.data()) % rpc::buffer::alignment, 0u);
  }
}

TEST_F(LargeBlocks, AreGivenBackAfterAQuarterOfASecond) {
  {
    rpc::buffer used(mib);
  }
  EXPECT_EQ(release_kept_blocks(), reuses_memory);
  std::this_thread::sleep_for(std::chrono::milliseconds(350));
  EXPECT_FALSE(release_kept_blocks());
}

TEST_F(LargeBlocks, SmallAndVeryLargeOnesAreNotKept) {
  {
    rpc::buffer small(2000), huge(17 * mib);
  }
  EXPECT_FALSE(release_kept_blocks());
}

// So much is not kept where it is not given back.
TEST_F(LargeBlocks, VeryLargeOnesAreKeptWhereThatIsAskedFor) {
  const auto use = [] { const rpc::buffer used(64 * mib); };
  use();
  EXPECT_FALSE(release_kept_blocks());
  rpc::runtime::keep_very_large_blocks(true);
  use();
  EXPECT_EQ(release_kept_blocks(), reuses_memory);
  {
    const rpc::buffer again(64 * mib);
    EXPECT_FALSE(release_kept_blocks()) << "it is in use again";
  }
  {
    const rpc::buffer huge(257 * mib);
  }
  EXPECT_EQ(release_kept_blocks(), reuses_memory);
  rpc::runtime::keep_very_large_blocks(false);
  EXPECT_FALSE(release_kept_blocks());
}

// The last that were released are kept: those that did not fit any more are new.
TEST_F(LargeBlocks, AreFewInAll) {
  const auto use = [](int count, std::size_t size) {
    std::vector<rpc::buffer> used;
    for (int i = 0; i < count; ++i) {
      used.emplace_back(size);
      touch(used.back().data(), size);
    }
  };
  ::mallopt(M_MMAP_THRESHOLD, 128 << 10);  // else malloc keeps those that we do not
  use(64, mib);
  const long before = page_faults();
  use(64, mib);
  const long pages = 64 * static_cast<long>(mib / 4096);
  EXPECT_GE(page_faults() - before, pages / 2);
  EXPECT_EQ(release_kept_blocks(), reuses_memory);
}

// Of a block that does not begin with one, the beginning and the end are in small pages.
TEST_F(LargeBlocks, OfManyMiBBeginWithALargePage) {
  for (int round = 0; round < 2; ++round) {
    rpc::buffer grows(100);
    for (const std::size_t size : {5 * mib, 64 * mib}) {
      const rpc::buffer whole(size);
      EXPECT_EQ(reinterpret_cast<std::uintptr_t>(whole.data()) % (2 * mib), 0u);
    }
    touch(grows.data(), 100);
    grows.resize(5 * mib);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(grows.data()) % (2 * mib), 0u);
    grows.resize(30 * mib);
    EXPECT_TRUE(std::ranges::all_of(grows.bytes().first(100),
                                    [](std::byte b) { return b == std::byte{0x5A}; }));
  }
}

// So that those of one message serve others.
TEST_F(LargeBlocks, AreOfFewSizes) {
  std::set<std::size_t> sizes;
  for (std::size_t size = 1; size <= mib; size += size / 100 + 1) {
    const rpc::buffer of(size);
    EXPECT_GE(of.capacity(), size);
    EXPECT_LE(of.capacity(), size <= 64 ? 64 : 2 * size);
    if (size > 4096) {
      EXPECT_LE(of.capacity(), size + size / 4);
    }
    sizes.insert(of.capacity());
  }
  if (reuses_memory) {
    EXPECT_EQ(sizes.size(), 7u + 4 * 8);  // from 64 on, from 4096 on
  }
}

TEST_F(LargeBlocks, OfMessagesServeThoseOfAboutTheirSize) {
  const std::byte* before = nullptr;
  {
    const rpc::buffer used(20'000);
    before = used.data();
  }
  for (std::size_t size = 16'385; size <= 20'480; size += 63) {
    const rpc::buffer other(size);
    if (reuses_memory) {
      EXPECT_EQ(other.data(), before) << size;
    }
  }
}

// A block is not wasted on what is much smaller.
TEST_F(LargeBlocks, SmallMessagesDoNotTakeThem) {
  {
    rpc::buffer used(8 * mib);
  }
  const rpc::buffer other(100'000);
  EXPECT_EQ(release_kept_blocks(), reuses_memory);
}

}  // namespace
