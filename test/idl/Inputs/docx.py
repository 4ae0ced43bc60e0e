"""docx.py FILE: writes a specification as a document of Word, as Microsoft's are: a paragraph for each line, headings by their style.

With --broken the archive has no document.
"""

import sys
import zipfile
from xml.sax.saxutils import escape

NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
              'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')


def text(words):
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(content, properties=""):
    return f"<w:p w:rsidR=\"00A1\"><w:pPr>{properties}</w:pPr>{content}</w:p>\n"


def heading(level, words):
    return paragraph(text(words), f'<w:pStyle w:val="Heading{level}"/>')


def code(words):
    # Spell checkers cut lines into runs; tab stops are no tabs.
    middle = len(words) // 2
    return paragraph(f'{text(words[:middle])}<w:proofErr w:type="spellStart"/>{text(words[middle:])}',
                     '<w:pStyle w:val="Code"/><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>')


BODY = [
    heading(1, "Telephones"), code("struct NotIdl;"),
    heading(1, "Appendix A: Full IDL"), paragraph(text("For ease of implementation, the full IDL is provided.")),
    code('import "ms-dtyp.idl";'),
    paragraph(text("#define TELE_ANY 0") + "<w:r><w:br/></w:r>" + text("#define TELE_TWO 2")),
    code("[ uuid(5d2e7b18-0c43-4f6a-9b1e-27d5c0a4f325), version(1.0), pointer_default(unique) ]"), code("interface tele"), code("{"),
    paragraph("<w:r><w:tab/></w:r>" + text("typedef [string] wchar_t *NAME; // <one> & no \u201cmore\u201d")),
    # What was deleted, what is shown elsewhere, and a picture for older programs.
    paragraph("<w:del><w:r><w:delText>NotIdl deleted</w:delText></w:r></w:del>"),
    paragraph("<w:moveFrom><w:r><w:t>NotIdl moved</w:t></w:r></w:moveFrom>"
              "<mc:AlternateContent><mc:Fallback><w:r><w:t>NotIdl drawn</w:t></w:r></mc:Fallback></mc:AlternateContent>"),
    code("long TeleCall([in] handle_t h, [in, unique] NAME name, [in] DWORD n);"), "<w:p/>", code("}"),
    paragraph(text("Appendix B: Product Behavior"), '<w:outlineLvl w:val="0"/>'), code("struct NotIdl;"),
]

with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("[Content_Types].xml", "<Types/>")
    if "--broken" not in sys.argv:
        archive.writestr("word/document.xml", f'<?xml version="1.0"?><w:document {NAMESPACES}><w:body>{"".join(BODY)}</w:body></w:document>')
