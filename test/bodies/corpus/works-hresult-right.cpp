// Windows style with HRESULT and helpers: silent.
// RUN: %bodies -fexceptions -Wno-everything %s
// expected-no-diagnostics
#include "Inputs/works.h"
namespace works_hresult_right {
using namespace works;
using HRESULT = int;
using ULONG = unsigned;
using BOOL = int;
using LPSTR = char *;
using LPCSTR = const char *;
constexpr HRESULT S_OK = 0, E_FAIL = -1, E_OUTOFMEMORY = -2, E_INVALIDARG = -3;
#define SUCCEEDED(hr) ((hr) >= 0)
#define FAILED(hr) ((hr) < 0)
#define IfFailGo(e)                                                                                                                                  \
  do {                                                                                                                                               \
    hr = (e);                                                                                                                                        \
    if (FAILED(hr))                                                                                                                                  \
      goto Error;                                                                                                                                    \
  } while (0)
#define IfNullGo(e)                                                                                                                                  \
  do {                                                                                                                                               \
    if ((e) == NULL) {                                                                                                                               \
      hr = E_OUTOFMEMORY;                                                                                                                            \
      goto Error;                                                                                                                                    \
    }                                                                                                                                                \
  } while (0)
#define IfFalseRet(c, e)                                                                                                                             \
  do {                                                                                                                                               \
    if (!(c))                                                                                                                                        \
      return (e);                                                                                                                                    \
  } while (0)
#define ZeroMemory(p, n) memset((p), 0, (n))
#define CopyMemory memcpy
static void *CoTaskMemAlloc(size_t cb) {
  return rpc::allocate(cb);
}
static void CoTaskMemFree(void *p) {
  rpc::free(p);
}
template <class T> static T *AllocZero(size_t n = 1) {
  T *p = static_cast<T *>(CoTaskMemAlloc(n * sizeof(T)));
  if (p)
    ZeroMemory(p, n * sizeof(T));
  return p;
}
static HRESULT AllocString(LPCSTR src, LPSTR *out) {
  *out = (LPSTR)CoTaskMemAlloc(strlen(src) + 1);
  if (!*out)
    return E_OUTOFMEMORY;
  CopyMemory(*out, src, strlen(src) + 1);
  return S_OK;
}
static HRESULT ULongMult(ULONG a, ULONG b, ULONG *r) {
  if (a != 0 && b > 0xffffffffu / a)
    return E_INVALIDARG;
  *r = a * b;
  return S_OK;
}
static ULONG g_rgColours[32];
static char g_szNote[64];
class CCritSec {
  std::mutex m;
public:
  void Lock() {
    m.lock();
  }
  void Unlock() {
    m.unlock();
  }
};
class CAutoLock {
  CCritSec &m;
public:
  explicit CAutoLock(CCritSec &c) : m(c) {
    m.Lock();
  }
  ~CAutoLock() {
    m.Unlock();
  }
};
static CCritSec g_cs;
struct a2 : service {
  HRESULT caption(ULONG index, LPSTR *ppsz) override {
    HRESULT hr = S_OK;
    char sz[40];
    *ppsz = NULL;
    snprintf(sz, sizeof(sz), "%u", index);
    IfFailGo(AllocString(sz, ppsz));
  Error:
    return hr;
  }
};
struct a3 : service {
  HRESULT note(cal, LPCSTR psz) override {
    IfFalseRet(psz != NULL, E_INVALIDARG);
    IfFalseRet(strlen(psz) < sizeof(g_szNote), E_INVALIDARG);
    CAutoLock lock(g_cs);
    strcpy(g_szNote, psz);
    return S_OK;
  }
};
struct a4 : service {
  HRESULT palette(ULONG index, ULONG *pColour) override {
    HRESULT hr = E_INVALIDARG;
    if (index < ARRAY()) {
      *pColour = g_rgColours[index];
      hr = S_OK;
    } else
      *pColour = 0;
    return hr;
  }
  static constexpr ULONG ARRAY() {
    return sizeof(g_rgColours) / sizeof(g_rgColours[0]);
  }
};
struct a5 : service {
  HRESULT invite(cal h, const attendee *pFirst) override {
    HRESULT hr = S_OK;
    for (; pFirst != NULL; pFirst = pFirst->next) {
      if (pFirst->name == NULL)
        continue;
      if (strlen(pFirst->name) > 40) {
        hr = E_INVALIDARG;
        break;
      }
    }
    h->touch();
    return hr;
  }
};
struct a6 : service {
  HRESULT close_calendar(cal *ph) override {
    if (ph == NULL || *ph == NULL)
      return E_INVALIDARG;
    delete std::exchange(*ph, nullptr);
    return S_OK;
  }
};
struct a7 : service {
  HRESULT close_calendar(cal *ph) override {
    std::unique_ptr<calendar> p(*ph);
    *ph = NULL;
    return p ? S_OK : E_FAIL;
  }
};
struct a8 : service {
  HRESULT read_tile(ULONG w, ULONG h, tile **ppTile) override {
    HRESULT hr = S_OK;
    tile *p = NULL;
    ULONG cb = 0;
    *ppTile = NULL;
    IfFailGo(ULongMult(w, h, &cb));
    if (cb > 65536) {
      hr = E_INVALIDARG;
      goto Error;
    }
    IfNullGo(p = AllocZero<tile>());
    IfNullGo(p->pixels = AllocZero<unsigned char>(cb));
    p->width = w;
    p->height = h;
    p->size = cb;
    *ppTile = p;
  Error:
    return hr;
  }
};
struct a9 : service {
  HRESULT write_tile(const tile *pTile) override {
    HRESULT hr = S_OK;
    unsigned char *pb = NULL;
    if (pTile->size == 0 || pTile->pixels == NULL)
      goto Error;
    IfNullGo(pb = (unsigned char *)CoTaskMemAlloc(pTile->size));
    CopyMemory(pb, pTile->pixels, pTile->size);
  Error:
    CoTaskMemFree(pb);
    return hr;
  }
};
struct b1 : service {
  HRESULT rename_event(ULONG id, LPSTR title) override {
    for (LPSTR p = title; *p; ++p)
      if (*p >= 'a' && *p <= 'z')
        *p -= 32;
    size_t cch = strlen(title);
    if (cch > 0)
      title[cch - 1] = '.';
    title[cch] = '\0';
    return id ? S_OK : E_FAIL;
  }
};
struct b2 : service {
  HRESULT bins(ULONG n, ULONG **ppCounts) override {
    ULONG *p = NULL;
    HRESULT hr = S_OK;
    if (n > 1000)
      IfFailGo(E_INVALIDARG);
    IfNullGo(p = AllocZero<ULONG>(n));
    for (ULONG i = 0; i < n; ++i)
      p[i] = i * i;
  Error:
    *ppCounts = p;
    return hr;
  }
};
struct b3 : service {
  HRESULT tree(ULONG depth, folder **ppRoot) override {
    folder *p = (folder *)CoTaskMemAlloc(sizeof(folder));
    if (!p)
      return E_OUTOFMEMORY;
    *p = {};
    p->id = depth;
    if (FAILED(AllocString("root", &p->name))) {
      CoTaskMemFree(p);
      *ppRoot = NULL;
      return E_OUTOFMEMORY;
    }
    *ppRoot = p;
    return S_OK;
  }
};
struct b4 : service {
  HRESULT slots(ULONG n, ULONG *pGot, ULONG *rgSlots) override {
    ULONG i;
    for (i = 0; i < n && i < 32; i++)
      rgSlots[i] = g_rgColours[i];
    *pGot = i;
    return i < n ? 1 : S_OK;
  }
};
struct b6 : service {
  HRESULT describe(ULONG id, shape *pShape) override {
    HRESULT hr = S_OK;
    pShape->kind = 2;
    pShape->u.text = NULL;
    std::string text = "shape " + std::to_string(id);
    hr = AllocString(text.c_str(), &pShape->u.text);
    return hr;
  }
};
struct b7 : service {
  HRESULT answer(ULONG id, ULONG *pYes) override {
    return known(id) && *pYes ? S_OK : E_FAIL;
  }
};
struct b8 : service {
  HRESULT reopen(cal *ph, ULONG mode) override {
    if (*ph == NULL) {
      *ph = new calendar;
      (*ph)->owner = "new";
    } else if (mode == 2) {
      delete *ph;
      *ph = NULL;
      return S_OK;
    }
    (*ph)->touch();
    return S_OK;
  }
};
struct b9 : service {
  HRESULT scan(ULONG n, const unsigned char *pb, ULONG *pSum) override {
    *pSum = 0;
    if (pb == NULL || n == 0)
      return E_INVALIDARG;
    *pSum = pb[0];
    return S_OK;
  }
};
struct c1 : service {
  HRESULT pack(ULONG *pn, ULONG *rg) override {
    if (*pn == 0)
      return S_OK;
    ULONG last = rg[*pn - 1];
    for (ULONG i = *pn - 1; i > 0; --i)
      rg[i] = rg[i - 1];
    rg[0] = last;
    return S_OK;
  }
};
HRESULT Use1(const client &c, cal h) {
  event *p = NULL;
  HRESULT hr = S_OK;
  IfFailGo(c.get_event(h, 7, &p));
  hr = (p != NULL && p->count > 0) ? S_OK : E_FAIL;
Error:
  if (p)
    rpc::free(p);
  return hr;
}
HRESULT Use2(const client &c) {
  tile *p = NULL;
  HRESULT hr = c.read_tile(2, 2, &p);
  if (SUCCEEDED(hr) && p) {
    ULONG cb = p->size;
    rpc::free(p->pixels);
    rpc::free(p);
    trace("%u", cb);
  }
  return hr;
}
HRESULT Use3(const client &c) {
  LPSTR psz = NULL;
  HRESULT hr = c.caption(2, &psz);
  if (FAILED(hr))
    return hr;
  if (psz)
    trace("%s", psz);
  CoTaskMemFree(psz);
  return hr;
}
BOOL Use4(const client &c, LPSTR *ppsz) {
  return SUCCEEDED(c.caption(2, ppsz));
}
HRESULT Use5(const client &c) {
  folder *p = c.home(1);
  if (p == NULL)
    return E_FAIL;
  folder *q = c.home(2);
  HRESULT hr = q != NULL && q->id == p->id ? S_OK : E_FAIL;
  if (q != NULL)
    CoTaskMemFree(q);
  CoTaskMemFree(p);
  return hr;
}
}
