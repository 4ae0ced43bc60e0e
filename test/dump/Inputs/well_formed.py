"""well_formed.py FILE: whether elements of an HTML page that need an end have it, in the right order; what they are."""
import collections
import html.parser
import sys

ENDED = {"details", "summary", "pre", "table", "span", "header", "style", "title", "p"}


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen = [], collections.Counter()

    def handle_starttag(self, tag, attributes):
        self.seen[tag] += 1
        if tag in ENDED:
            self.open.append(tag)

    def handle_endtag(self, tag):
        begun = self.open.pop() if self.open else "nothing"
        if begun != tag:
            sys.exit(f"line {self.getpos()[0]}: {begun} ends as {tag}")


reader = Reader()
with open(sys.argv[1]) as page:
    reader.feed(page.read())
if reader.open:
    sys.exit(f"{reader.open[-1]} has no end")
print(*(f"{tag} {count}" for tag, count in sorted(reader.seen.items())), sep="\n")
