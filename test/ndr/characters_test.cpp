// Strings are copied block by block, and their ends are found on the way
// (runtime/ndr/characters.h).
#include <gtest/gtest.h>
#include <ndr/characters.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <vector>

namespace {

/// Memory that ends where nothing can be read.
class last_page {
 public:
  last_page() {
    first_ = static_cast<std::byte*>(
        mmap(nullptr, 2 * size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    mprotect(end(), size_, PROT_NONE);
  }
  last_page(const last_page&) = delete;
  last_page& operator=(const last_page&) = delete;
  ~last_page() { munmap(first_, 2 * size_); }
  [[nodiscard]] std::byte* end() const { return first_ + size_; }

 private:
  std::size_t size_ = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  std::byte* first_;
};

// Bytes of characters of which none is zero, though half of their bytes may be, and a terminator.
std::vector<std::byte> text_of(std::size_t width, std::size_t characters) {
  std::vector<std::byte> text((characters + 1) * width);
  for (std::size_t i = 0; i < characters; ++i)
    text[i * width + i % width] = static_cast<std::byte>(1 + i % 255);
  return text;
}

template <std::size_t Width>
void expect_copies(const std::byte* from, const std::vector<std::byte>& text) {
  constexpr std::byte untouched{0xEE};
  std::vector<std::byte> to(text.size() + 64, untouched);
  EXPECT_EQ(rpc::ndr::copy_text<Width>(to.data() + 1, from, text.size()), text.size());
  EXPECT_TRUE(std::ranges::equal(text, std::span(to).subspan(1, text.size())));
  EXPECT_EQ(to[0], untouched);
  EXPECT_TRUE(std::ranges::all_of(std::span(to).subspan(1 + text.size()),
                                  [&](std::byte each) { return each == untouched; }));
  // Where there is too little room, none but that is touched.
  for (const std::size_t most : {text.size() - 1, text.size() / 2, std::size_t{0}}) {
    std::ranges::fill(to, untouched);
    EXPECT_EQ(rpc::ndr::copy_text<Width>(to.data(), from, most), 0U);
    EXPECT_TRUE(std::ranges::all_of(std::span(to).subspan(most),
                                    [&](std::byte each) { return each == untouched; }));
  }
}

template <std::size_t Width>
void copy_all() {
  const last_page page;
  for (std::size_t characters = 0; characters < 80; ++characters) {
    const std::vector<std::byte> text = text_of(Width, characters);
    // At every alignment, the first time up to the end; what comes after the text is no zero.
    for (std::size_t after = 0; after < 32; after += Width) {
      std::memset(page.end() - 512, 0xFF, 512);
      std::byte* const from = page.end() - text.size() - after;
      std::ranges::copy(text, from);
      expect_copies<Width>(from, text);
    }
  }
}

TEST(Characters, OfOneByteAreCopiedUpToTheTerminator) { copy_all<1>(); }
TEST(Characters, OfTwoBytesAreCopiedUpToTheTerminator) { copy_all<2>(); }

}  // namespace
