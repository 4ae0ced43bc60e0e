"""links.py FOLDER: links of a site's pages that go nowhere in it: no such file, or no such place in the page."""

import html.parser
import pathlib
import sys
import urllib.parse

root = pathlib.Path(sys.argv[1]).resolve()


class Page(html.parser.HTMLParser):
    def __init__(self, file):
        super().__init__()
        self.links, self.places = [], set()
        self.feed(file.read_text())

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.places |= {values.get("id"), values.get("name")}
        self.links += [values[key] for key in ("href", "src") if values.get(key)]


pages = {file: Page(file) for file in root.rglob("*.html") if file.name != "404.html"}
wrong, count = set(), 0
for file, page in pages.items():
    for link in page.links:
        url = urllib.parse.urlsplit(link)
        if url.scheme or url.netloc:
            continue
        count += 1
        target = (file.parent / urllib.parse.unquote(url.path)).resolve() if url.path else file
        target = target / "index.html" if target.is_dir() else target
        place = urllib.parse.unquote(url.fragment)
        if not target.exists() or (place and target in pages and place not in pages[target].places):
            wrong.add(f"{file.relative_to(root)}: {link}")
print(f"{len(pages)} pages, {count} links")
sys.exit("\n".join(sorted(wrong)) or 0)
