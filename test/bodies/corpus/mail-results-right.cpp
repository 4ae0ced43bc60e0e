// Results as they should be built and changed: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/mail.h"

using mail::service;

namespace building {
using namespace mail;
char *duplicate(std::string_view s) {
  char *copy = rpc::allocate_array<char>(s.size() + 1);
  s.copy(copy, s.size());
  return copy;
}
folder *folder_of(unsigned depth) {
  if (depth == 0)
    return nullptr;
  folder *f = rpc::allocate<folder>();
  f->inner = folder_of(depth - 1);
  f->next = folder_of(depth - 1);
  return f;
}
struct labelled : service {
  void label(char **s) override { *s = duplicate("label"); }
  char *motto() override { return duplicate(std::string("motto") + "!"); }
};
struct recursive : service {
  folder *tree() override { return folder_of(3); }
  void folders(unsigned depth, folder **f) override { *f = folder_of(std::min(depth, 8u)); }
};
struct by_address : service {
  std::vector<std::string> names_{"a", "b"};
  void folders(unsigned depth, folder **f) override {
    folder **at = f;
    for (const std::string &each : names_) {
      *at = rpc::allocate<folder>();
      (*at)->name = duplicate(each);
      at = &(*at)->next;
    }
  }
};
struct by_tail : service {
  folder *tree() override {
    folder head{};
    folder *tail = &head;
    for (int n = 0; n < 3; ++n) {
      folder *fresh = static_cast<folder *>(rpc::allocate(sizeof(folder)));
      *fresh = folder{};
      tail = tail->next = fresh;
    }
    return head.next;
  }
};
struct by_front : service {
  folder *tree() override {
    folder *root = nullptr;
    for (int n = 0; n < 3; ++n) {
      folder *fresh = rpc::allocate<folder>();
      fresh->next = root;
      root = fresh;
    }
    return root;
  }
};
struct by_initializer : service {
  folder *tree() override {
    return new (rpc::allocate(sizeof(folder))) folder{duplicate("root"), nullptr, nullptr};
  }
};
struct whole : service {
  int seal(unsigned id, envelope **e) override {
    address *parts[2] = {rpc::allocate<address>(), rpc::allocate<address>()};
    *e = static_cast<envelope *>(rpc::allocate(sizeof(envelope)));
    **e = envelope{parts[0], parts[1], nullptr};
    return 0;
  }
};
struct all_fields : service {
  int fetch(unsigned id, letter **l) override {
    auto *made = static_cast<letter *>(rpc::allocate(sizeof(letter)));
    made->id = id;
    made->size = 0;
    made->subject = nullptr;
    made->headers = nullptr;
    made->body = nullptr;
    *l = made;
    return 0;
  }
};
struct cleared : service {
  int fetch(unsigned id, letter **l) override {
    auto *made = static_cast<letter *>(midl_user_allocate(sizeof(letter)));
    memset(made, 0, sizeof *made);
    made->id = id;
    *l = made;
    return 0;
  }
};
struct nothing_found : service {
  int fetch(unsigned id, letter **l) override {
    if (id == 0) {
      *l = nullptr;
      return 2;
    }
    *l = rpc::allocate<letter>();
    return 0;
  }
};
struct failing : service {
  int seal(unsigned id, envelope **e) override {
    auto *made = rpc::allocate<envelope>();
    if (id > 100) {
      *e = nullptr;
      return 87;
    }
    made->from = rpc::allocate<address>();
    made->to = rpc::allocate<address>();
    *e = made;
    return 0;
  }
};
struct arrays : service {
  void batches(batch *b) override {
    b->n = 3;
    b->letters = static_cast<letter **>(rpc::allocate(b->n * sizeof(letter *)));
    for (unsigned n = 0; n < b->n; ++n)
      b->letters[n] = rpc::allocate<letter>();
  }
};
struct arrays_of_nulls : service {
  void batches(batch *b) override {
    b->n = 3;
    b->letters = static_cast<letter **>(rpc::allocate(3 * sizeof(letter *)));
    std::fill_n(b->letters, 3, nullptr);
    b->letters[1] = rpc::allocate<letter>();
  }
};
struct full_twice : service {
  void peers(peer **p) override {
    *p = rpc::allocate<peer>();
    (*p)->other = rpc::allocate<peer>();
    (*p)->other->other = *p;
  }
};
struct ticking : service {
  void tick(ticks *t) override {
    t->size = 8;
    t->at = rpc::allocate_array<int>(t->size);
    for (t->used = 0; t->used < 3; ++t->used)
      t->at[t->used] = 1;
  }
};
struct cpp : service {
  std::map<std::string, contact> all_;
  std::vector<contact> contacts(std::string_view prefix) override {
    std::vector<contact> found;
    for (const auto &[name, each] : all_)
      if (name.starts_with(prefix))
        found.push_back(contact{each.name, each.phone, each.codes, nullptr, each.friend_});
    return found;
  }
  std::string sign(const std::string &s) override { return s + "."; }
};
struct replaced : service {
  void replace(letter *&l) override {
    letter *fresh = rpc::allocate<letter>();
    if (l)
      fresh->id = l->id;
    l = fresh;
  }
  void find(unsigned id, address *&a) override {
    a = rpc::allocate<address>();
    a->port = static_cast<int>(id);
  }
};
}

namespace changes {
using namespace mail;
struct walks : service {
  void load(unsigned id, letter *l) override {
    letter *const first = l;
    first->id = id;
  }
  void walk(header *h) override {
    while (h)
      h = h->next;
  }
};
struct appended : service {
  void reorder(folder *f) override {
    folder *last = f;
    while (last->next)
      last = last->next;
    last->next = rpc::allocate<folder>();
  }
};
struct appended_by_address : service {
  void resort(header **h) override {
    header **at = h;
    while (*at)
      at = &(*at)->next;
    *at = rpc::allocate<header>();
  }
};
struct contents_moved : service {
  void reorder(folder *f) override {
    for (folder *at = f; at && at->next; at = at->next)
      std::swap(at->name, at->next->name);
  }
};
struct same_link : service {
  void reorder(folder *f) override {
    folder *next = f->next;
    f->next = next;
  }
};
struct scratched : service {
  void locate(int n, address *where) override {
    where->port += n;
    where->host = 0;
    log_value(where->port + where->host);
  }
};
struct same_size : service {
  void squeeze(unsigned *n, int *a) override {
    const unsigned size = *n;
    std::sort(a, a + size);
    *n = size;
  }
};
struct same_tag : service {
  void convert(part *p) override {
    if (p->tag == 1)
      p->c.number += 1;
    else if (p->tag == 2)
      p->c.place.port = 25;
  }
};
struct fewer : service {
  void trim(ticks *t) override {
    if (t->used > 2)
      t->used = 2;
    if (t->used < t->size)
      t->used = t->size;
  }
};
struct new_body : service {
  void rework(letter *l) override {
    auto *body = rpc::allocate_array<unsigned char>(32);
    memcpy(body, l->body, std::min(l->size, 32u));
    l->body = body;
    l->size = 32;
  }
};
struct shorter : service {
  void tidy(char *s) override {
    const std::size_t n = strlen(s);
    if (n > 0 && s[n - 1] == '.')
      s[n - 1] = 0;
    for (char *at = s; *at; ++at)
      *at = *at == '\t' ? ' ' : *at;
  }
};
struct updates : service {
  void update(contact &c) override {
    c.name = "name";
    c.phone.reset();
    c.codes.push_back(1);
    c.home = std::make_unique<address>();
    c.friend_.reset();
  }
};
}
