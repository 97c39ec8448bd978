import zlib from 'node:zlib';
import { numberText } from '#main/bundles/assembler/serialise.ts';
import type { PdfWriter } from '#main/bundles/assembler/writer.ts';

/** A text that stands somewhere, with its width in thousandths of the size. */
export interface Sign {
  readonly text: string;
  readonly width: number;
}

/** Where a sign is found: the font's number among those written, and its code there. */
export interface Place {
  readonly font: number;
  readonly code: number;
}

interface Font {
  readonly num: number;
  readonly signs: Sign[];
  readonly codes: Map<string, number>;
}

const CODES = 256;
/** More than any document needs; beyond it pages have no text layer. */
const MOST_FONTS = 20_000;

/** By what a sign is known again. */
export const keyOf = ({ text, width }: Sign) => `${width} ${text}`;

/**
 * Fonts whose signs draw nothing: each stands for the text that it is found by, and has the width of what is drawn
 * beneath it (Type 3, ISO 32000-1, 9.6.5, with a map to Unicode, 9.10.3).
 */
export class GlyphFonts {
  private readonly writer: PdfWriter;
  private readonly fonts: Font[] = [];
  private readonly nothing: number;

  constructor(writer: PdfWriter) {
    this.writer = writer;
    this.nothing = writer.allocate();
  }

  /**
   * Gives every sign of a page its place, all in one font where that holds them: other programs take words apart where the
   * font changes. Null where there is no room for another font.
   */
  place(signs: readonly Sign[]): ReadonlyMap<string, Place> | null {
    const wanted = new Map(signs.map((sign) => [keyOf(sign), sign]));
    const last = this.fonts.at(-1);
    const fresh = last ? [...wanted.keys()].filter((key) => !last.codes.has(key)).length : 0;
    let open = last && last.signs.length + fresh <= CODES ? last : this.begin();
    const places = new Map<string, Place>();
    for (const [key, sign] of wanted) {
      if (open && !open.codes.has(key) && open.signs.length === CODES) open = this.begin();
      if (!open) return null;
      let code = open.codes.get(key);
      if (code === undefined) {
        code = open.signs.push(sign) - 1;
        open.codes.set(key, code);
      }
      places.set(key, { font: this.fonts.length - 1, code });
    }
    return places;
  }

  private begin(): Font | undefined {
    if (this.fonts.length === MOST_FONTS) return undefined;
    const font: Font = { num: this.writer.allocate(), signs: [], codes: new Map() };
    this.fonts.push(font);
    return font;
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
      const rows = Buffer.from(toUnicode(signs.map(({ text }) => text)), 'latin1');
      this.writer.stream(map, '/Filter/FlateDecode', zlib.deflateSync(rows));
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
