// atlas_server BINDING: serves atlas.h until its standard input ends.
#include "atlas.h"

#include <algorithm>
#include <cstring>
#include <iostream>
#include <limits>
#include <numeric>
#include <set>

struct atlas::book_state {
  std::string name;
  std::uint32_t pages = 0;
};

void atlas::book_rundown(book left) { delete left; }

namespace {

/// Characters that the stub sends and releases.
char* keep(const std::string& text) {
  char* const copy = rpc::allocate_array<char>(text.size() + 1);
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

class service : public atlas::service {
 public:
  void shout(const std::u16string& text, std::optional<std::u16string>& loud) override {
    if (text.empty()) return;
    loud = text;
    for (char16_t& c : *loud)
      if (c >= u'a' && c <= u'z') c = static_cast<char16_t>(c - u'a' + u'A');
  }

  void join(std::uint32_t count, const char* const* words, char** text) override {
    std::string all;
    for (std::uint32_t i = 0; i < count; ++i) all += words[i] ? words[i] : "-";
    *text = keep(all);
  }

  void sort(std::uint32_t count, std::int32_t* numbers) override {
    std::sort(numbers, numbers + count);
  }

  void sums(const double rows[2][3], double of_rows[2]) override {
    for (int i = 0; i < 2; ++i) of_rows[i] = std::accumulate(rows[i], rows[i] + 3, 0.0);
  }

  void evens(std::uint32_t below, std::uint16_t* numbers, std::uint32_t* found) override {
    *found = 0;
    for (std::uint32_t n = 0; n < below; n += 2) numbers[(*found)++] = static_cast<std::uint16_t>(n);
  }

  void places(std::uint16_t count, const atlas::place* at, atlas::place* middle) override {
    std::int32_t x = 0, y = 0;
    for (std::uint16_t i = 0; i < count; ++i) {
      x += at[i].x;
      y += at[i].y;
    }
    *middle = {static_cast<std::int16_t>(x / count), y / count};
  }

  std::uint32_t last_stop(const atlas::route* taken, atlas::place* last) override {
    *last = taken->stops[taken->count - 1];
    return taken->of == atlas::river && taken->drawn == atlas::part ? taken->count : 0;
  }

  void describe(const atlas::tagged* from, char** text) override {
    switch (from->level) {
      case 1: *text = keep(std::to_string(from->v.number)); break;
      case 2:
      case 3: *text = keep(std::to_string(from->v.real)); break;
      case 4: *text = keep(from->v.text ? from->v.text : "(null)"); break;
      case 5: *text = keep(std::to_string(from->v.at.x) + "," + std::to_string(from->v.at.y)); break;
      default: *text = keep("nothing");
    }
  }

  void make(std::uint32_t level, atlas::value* made) override {
    switch (level) {
      case 1: made->number = -5'000'000'000; break;
      case 2:
      case 3: made->real = 0.5 * level; break;
      case 4: made->text = keep("made"); break;
      case 5: made->at = {-3, 4}; break;
      default: break;
    }
  }

  void either(const std::variant<std::int32_t, atlas::place>& which, std::int32_t* sum) override {
    const auto* const at = std::get_if<atlas::place>(&which);
    *sum = at ? at->x + at->y : std::get<std::int32_t>(which);
  }

  void begin(const char* name, atlas::book* opened) override {
    *opened = new atlas::book_state{name};
  }
  std::uint32_t add(atlas::book into, std::uint32_t pages) override { return into->pages += pages; }
  void end(atlas::book* ended) override {
    delete *ended;
    *ended = nullptr;
  }

  void mirror(atlas::node* root) override {
    if (!root) return;
    std::swap(root->left, root->right);
    mirror(root->left);
    mirror(root->right);
  }

  std::uint32_t length(const atlas::ring* first) override {
    std::set<const atlas::ring*> seen;
    for (; first && seen.insert(first).second; first = first->next) {}
    return static_cast<std::uint32_t>(seen.size());
  }

  bool is_shared(const atlas::pair* of) override {
    return of && of->one && of->one == of->other;
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: atlas_server BINDING\n";
    return 2;
  }
  service atlas;
  rpc::server server;
  server.add<atlas::service>(atlas);
  std::cout << server.listen(argv[1]).text() << std::endl;
  server.start();
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
  server.stop();
}
