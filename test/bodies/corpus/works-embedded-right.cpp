// Embedded style: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
namespace works_embedded_right {
using namespace works;
typedef std::uint8_t u8;
typedef std::uint16_t u16;
typedef std::uint32_t u32;
enum { OK = 0, ERR = 1, MAXN = 16 };
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
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
static void dma_wait(void) {
  while (regs[7]) {
  }
}
struct a1 : service {
  int write_tile(const tile *t) override {
    dma.ptr = t->pixels;
    dma.len = t->size;
    regs[7] = 1;
    dma_wait();
    dma.ptr = NULL;
    dma.len = 0;
    return OK;
  }
};
struct a2 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    tile *p = NULL;
    u8 i;
    for (i = 0; i < COUNT(pool); i++)
      if (pool[i].width == w && pool[i].height == h) {
        p = rpc::allocate<tile>();
        *p = pool[i];
        p->pixels = NULL;
        p->size = 0;
        break;
      }
    *t = p;
    return p ? OK : ERR;
  }
};
struct a3 : service {
  int palette(unsigned index, unsigned *colour) override {
    *colour = regs[index & 7];
    return OK;
  }
};
struct a4 : service {
  int read_tile(unsigned w, unsigned h, tile **t) override {
    *t = NULL;
    if (w >= 4 || h >= 4)
      return ERR;
    return rows[w][h];
  }
};
struct a5 : service {
  int scan(unsigned n, const unsigned char *d, unsigned *sum) override {
    u32 crc = 0;
    if (!n) {
      *sum = 0;
      return OK;
    }
    do {
      crc += *d++;
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
    *got = i;
    return OK;
  }
};
struct a7 : service {
  int scan(unsigned n, const unsigned char *d, unsigned *sum) override {
    static u32 window[8];
    for (u32 i = 0; i < n; i++)
      window[i % 8] = d[i];
    *sum = window[0];
    return OK;
  }
};
struct a8 : service {
  int scan(unsigned n, const unsigned char *d, unsigned *sum) override {
    u8 frame[32];
    u32 len = n > sizeof frame ? sizeof frame : n;
    memcpy(frame, d, len);
    *sum = 0;
    for (u32 i = 0; i < len; i++)
      *sum ^= frame[i];
    return OK;
  }
};
struct a9 : service {
  int draw(const shape *s) override {
    const tile *t = s->kind == 3 ? s->u.picture : NULL;
    if (!t)
      return ERR;
    return (int)(t->width + t->height);
  }
};
struct b1 : service {
  int pack(unsigned *n, unsigned *v) override {
    u32 sum = 0;
    for (u32 *p = v, *e = v + *n; p != e; ++p)
      sum += *p;
    return (int)sum;
  }
};
struct b2 : service {
  int pack(unsigned *n, unsigned *v) override {
    if (*n < 4)
      return ERR;
    v[0] = v[3];
    return OK;
  }
};
struct b3 : service {
  int rename_event(unsigned id, char *title) override {
    u32 i;
    for (i = 0; title[i] != 0; i++)
      if (title[i] == ' ')
        title[i] = '_';
    if (i > 0 && id)
      title[i - 1] = 0;
    return OK;
  }
};
struct b4 : service {
  int caption(unsigned index, char **text) override {
    static char line[20];
    int n = snprintf(line, sizeof line, "%u", index);
    char *p = (char *)rpc::allocate((size_t)n + 1);
    if (p)
      memcpy(p, line, (size_t)n + 1);
    *text = p;
    return p ? OK : ERR;
  }
};
struct b5 : service {
  int volume(unsigned channel, double value) override {
    static double gain[4];
    if (channel >= COUNT(gain))
      return ERR;
    gain[channel] = value;
    regs[channel << 1] = 1;
    return OK;
  }
};
struct b6 : service {
  int list_events(cal, unsigned from, unsigned most, event_list *l) override {
    u32 used[MAXN] = {};
    l->count = 0;
    if (from >= MAXN || most > MAXN - from)
      return ERR;
    for (u32 i = from; i < from + most; i++)
      used[i]++;
    return (int)used[0];
  }
};
struct b7 : service {
  int scan(unsigned n, const unsigned char *d, unsigned *sum) override {
    const u8 *const end = d + n;
    u32 state = 0;
    *sum = 0;
    while (d < end) {
      switch (state) {
      case 0:
        state = *d == 0x7e ? 1 : 0;
        break;
      case 1:
        *sum += *d;
        break;
      default:
        return ERR;
      }
      ++d;
    }
    return OK;
  }
};
struct b8 : service {
  int bins(unsigned n, unsigned **counts) override {
    u32 *c;
    if (n > MAXN)
      n = MAXN;
    c = rpc::allocate_array<u32>(MAXN);
    for (u32 i = 0; i < n; i++)
      c[i] = ring.data[i];
    *counts = c;
    return n == 0;
  }
};
struct b9 : service {
  int write_tile(const tile *t) override {
    if (t->size != t->width * t->height)
      return ERR;
    if (t->size == 0)
      return OK;
    return t->pixels[t->size - 1];
  }
};
struct c1 : service {
  int palette(unsigned index, unsigned *colour) override {
    switch (index) {
    case 0:
    case 1:
    case 2:
      *colour = regs[index];
      return OK;
    default:
      *colour = 0;
      return ERR;
    }
  }
};
struct c3 : service {
  int write_tile(const tile *t) override {
    static tile last;
    last = *t;
    last.pixels = NULL;
    return (int)last.width;
  }
};
}
