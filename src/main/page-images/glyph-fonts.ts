import { numberText } from '#main/bundles/assembler/serialise.ts';
import type { PdfWriter } from '#main/bundles/assembler/writer.ts';

/** Where a sign is found: the font's number among those written, and its code there. */
interface Sign {
  readonly font: number;
  readonly code: number;
}

const CODES = 256;
/** More than any document writes; beyond it a sign is left out of the text layer. */
const MOST_FONTS = 400;

/**
 * Fonts whose signs draw nothing: each stands for the text that it is found by, and has the width of what is drawn
 * beneath it (Type 3, ISO 32000-1, 9.6.5, with a map to Unicode, 9.10.3).
 */
export class GlyphFonts {
  private readonly writer: PdfWriter;
  private readonly known = new Map<string, Sign>();
  private readonly fonts: { num: number; signs: { text: string; width: number }[] }[] = [];
  private readonly nothing: number;

  constructor(writer: PdfWriter) {
    this.writer = writer;
    this.nothing = writer.allocate();
  }

  /** The sign for a text of a width in thousandths of the size; null where there is no room for another. */
  sign(text: string, width: number): Sign | null {
    const key = `${width} ${text}`;
    const known = this.known.get(key);
    if (known) return known;
    let open = this.fonts.at(-1);
    if (!open || open.signs.length === CODES) {
      if (this.fonts.length === MOST_FONTS) return null;
      open = { num: this.writer.allocate(), signs: [] };
      this.fonts.push(open);
    }
    const sign = { font: this.fonts.length - 1, code: open.signs.length };
    open.signs.push({ text, width });
    this.known.set(key, sign);
    return sign;
  }

  /** The entry of the resources for these fonts of a page. */
  resources(used: ReadonlySet<number>): string {
    return [...used].map((font) => `/T${font} ${this.fonts[font]!.num} 0 R`).join('');
  }

  /** Writes all fonts; no sign can be asked for afterwards. */
  end(): void {
    this.writer.stream(this.nothing, '', Buffer.from('0 0 d0'));
    for (const { num, signs } of this.fonts) {
      const map = this.writer.allocate();
      this.writer.stream(map, '', Buffer.from(toUnicode(signs.map(({ text }) => text)), 'latin1'));
      const widths = signs.map(({ width }) => numberText(width)).join(' ');
      this.writer.object(
        num,
        `<</Type/Font/Subtype/Type3/FontBBox[0 -220 1000 780]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 0/LastChar ${
          signs.length - 1
        }/Widths[${widths}]/CharProcs<</n ${this.nothing} 0 R>>/Encoding<</Type/Encoding/Differences[0${'/n'.repeat(
          signs.length,
        )}]>>/Resources<<>>/ToUnicode ${map} 0 R>>`,
      );
    }
  }
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

function toUnicode(texts: readonly string[]): string {
  const rows = texts.map((text, code) => {
    const units = Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i), 4));
    return `<${hex(code, 2)}><${units.join('')}>`;
  });
  const blocks: string[] = [];
  // No more than a hundred rows may stand in one block.
  for (let i = 0; i < rows.length; i += 100) {
    const part = rows.slice(i, i + 100);
    blocks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00><ff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
