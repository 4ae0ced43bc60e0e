"""Is each tag of the page on standard input that has an end ended, and in order?"""

import html.parser
import sys

OPTIONAL = {"html", "meta", "tr", "td", "th", "p", "br"}
open_tags = []


class Tags(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs):
        if tag not in OPTIONAL:
            open_tags.append(tag)

    def handle_endtag(self, tag):
        if tag not in OPTIONAL and (not open_tags or open_tags.pop() != tag):
            sys.exit(f"</{tag}> at {self.getpos()}")


Tags().feed(sys.stdin.read())
sys.exit(str(open_tags) if open_tags else 0)
