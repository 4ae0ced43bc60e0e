// Embedded style: fixed pools, ring buffers, registers, no exceptions: mistakes.
// RUN: %bodies -fexceptions -Wno-everything -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/works.h"
namespace works_embedded {
using namespace works;
typedef std::uint8_t u8;
typedef std::uint16_t u16;
typedef std::uint32_t u32;
enum { OK = 0, ERR = 1, MAXN = 16 };
static struct {
  u32 head, tail;
  u32 data[MAXN];
} ring;
static struct {
  const u8 *ptr;
  u32 len;
} dma;
static tile pool[4];
static u32 regs[8];
static u32 rows[4][4];
struct a1 : service {
  int write_tile(const tile *t) override {
    dma.ptr = t->pixels; // expected-warning {{[retain-pointer]}}
    dma.len = t->size;
    return OK;
  }
};
struct a2 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    for (u8 i = 0; i < 4; i++)
      if (pool[i].size == 0) {
        pool[i].width = w;
        pool[i].height = h;
        *t = &pool[i]; // expected-warning {{[return-static]}}
        return OK;
      }
    *t = NULL;
    return ERR;
  }
};
struct a3 : service {
  int palette(unsigned index, unsigned *colour) override {
    *colour = *(regs + index); // expected-warning {{[client-size-trust]}}
    return OK;
  }
};
struct a4 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    *t = NULL;
    if (w >= 4)
      return ERR;
    return rows[w][h]; // expected-warning {{[client-size-trust]}}
  }
};
struct a5 : service {
  int scan(unsigned n, const unsigned char *d, unsigned *sum) override {
    u32 crc = 0;
    do {
      crc += *d++; // expected-warning {{[unchecked-empty]}}
    } while (--n);
    *sum = crc;
    return OK;
  }
};
struct a6 : service {
  int slots(unsigned n, unsigned *got, unsigned *s) override {
    u32 i = 0;
    while (ring.tail != ring.head && i < n) {
      s[i++] = ring.data[ring.tail];
      ring.tail = (ring.tail + 1) % MAXN;
    }
    *got = 2 * n; // expected-warning {{[length-exceeds-size]}}
    return OK;
  }
};
struct a7 : service {
  int scan(unsigned n, const unsigned char *d, unsigned *sum) override {
    static u32 window[8];
    for (u32 i = 0; i < n; i++)
      window[i] = d[i]; // expected-warning {{[client-size-trust]}}
    *sum = window[0];
    return OK;
  }
};
struct a8 : service {
  int bins(unsigned n, unsigned **counts) override {
    static u32 acc[MAXN];
    (void)n;
    *counts = acc; // expected-warning {{[return-static]}}
    return OK;
  }
};
struct a9 : service {
  int draw(const shape *s) override {
    const tile *t;
    switch (s->kind) {
    case 1:
      return (int)s->u.radius;
    case 3:
      t = s->u.picture;
      return (int)(t->width + t->height); // expected-warning {{[unchecked-null]}}
    default:
      return ERR;
    }
  }
};
struct b1 : service {
  int pack(unsigned *n, unsigned *v) override {
    if (v[0] == 0) // expected-warning {{[unchecked-empty]}}
      return ERR;
    return (int)*n;
  }
};
struct b2 : service {
  int pack(unsigned *n, unsigned *v) override {
    if (*n < 4) {
      *n = 4; // expected-warning {{[change-size-var]}}
      return ERR;
    }
    v[0] = 1;
    return OK;
  }
};
struct b3 : service {
  int answer(unsigned id, unsigned *yes) override {
    regs[0] = id;
    if (regs[1] & 1)
      *yes = 1; // expected-warning {{[lost-result]}}
    else
      *yes = 0;
    return OK;
  }
};
struct b4 : service {
  int rename_event(unsigned id, char *title) override {
    u32 i;
    for (i = 0; title[i]; i++) {
    }
    title[i++] = (char)('0' + id % 10);
    title[i] = 0;                       // expected-warning {{[inout-string-grow]}}
    return OK;
  }
};
struct b5 : service {
  int caption(unsigned index, char **text) override {
    static char line[20];
    snprintf(line, sizeof line, "%u", index);
    *text = line; // expected-warning {{[return-static]}}
    return OK;
  }
};
struct b6 : service {
  int describe(unsigned id, shape *s) override {
    tile t = {id, id, 0, NULL};
    s->kind = 3;
    s->u.picture = &t; // expected-warning {{[return-stack]}}
    return OK;
  }
};
struct b7 : service {
  void convert(shape *s) override {
    if (s->kind == 3 && s->u.picture == NULL)
      s->kind = 1; // expected-warning {{[change-union-tag]}}
  }
};
struct b8 : service {
  int volume(unsigned channel, double value) override {
    static double gain[4];
    if (channel > 4)
      return ERR;
    regs[channel << 1] = 1;
    gain[0] = value;
    return OK;
  }
};
struct b9 : service {
  int list_events(cal, unsigned from, unsigned most, event_list *l) override {
    u32 used[MAXN] = {};
    l->count = 0;
    for (u32 i = from; i < from + most; i++)
      used[i]++; // missed: [client-size-trust], where a loop begins and ends are two numbers
    return (int)used[0];
  }
};
}
