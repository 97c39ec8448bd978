import { deflateSync } from 'node:zlib';

/** PDF files made by hand, object by object, so that a test can say exactly what is in them. */

export interface MakeOptions {
  /** Entries of the trailer besides /Root and /Size. */
  readonly trailer?: string;
  readonly root?: number;
  /** How objects are listed: an old table, a cross-reference stream, or that with objects packed in object streams. */
  readonly style?: 'table' | 'stream' | 'packed';
  readonly header?: string;
}

/** The body of a stream object. */
export function streamBody(data: string | Uint8Array, entries = ''): string {
  const text = typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
  return `<<${entries}/Length ${text.length}>>\nstream\n${text}\nendstream`;
}

/** A whole file of these objects; object `i` has number `i + 1`, and `null` leaves a number out. */
export function makePdf(objects: readonly (string | null)[], options: MakeOptions = {}): Buffer {
  const { trailer = '', root = 1, style = 'table', header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n' } = options;
  let out = header;
  const offsets = new Map<number, number>();
  const packed: number[] = [];
  const add = (num: number, body: string) => {
    offsets.set(num, out.length);
    out += `${num} 0 obj\n${body}\nendobj\n`;
  };
  for (const [i, body] of objects.entries()) {
    if (body === null) continue;
    if (style === 'packed' && !body.includes('stream\n')) packed.push(i + 1);
    else add(i + 1, body);
  }
  let size = objects.length + 1;
  const ends = `/Size ${size}/Root ${root} 0 R${trailer}`;
  if (style === 'table') {
    const start = out.length;
    out += `xref\n0 ${size}\n0000000000 65535 f \n`;
    for (let num = 1; num < size; num++) {
      const offset = offsets.get(num);
      out += offset === undefined ? '0000000000 00001 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
    }
    return Buffer.from(`${out}trailer\n<<${ends}>>\nstartxref\n${start}\n%%EOF\n`, 'latin1');
  }
  const holder = size;
  if (packed.length > 0) {
    const bodies = packed.map((num) => objects[num - 1]!);
    let at = 0;
    const head = bodies.map((body, i) => {
      const pair = `${packed[i]} ${at}`;
      at += body.length + 1;
      return pair;
    });
    const first = `${head.join(' ')} `;
    const data = deflateSync(Buffer.from(first + bodies.join(' '), 'latin1'));
    add(holder, streamBody(data, `/Type/ObjStm/N ${packed.length}/First ${first.length}/Filter/FlateDecode`));
    size++;
  }
  const own = size++;
  offsets.set(own, out.length);
  const rows = Buffer.alloc(size * 6);
  for (let num = 1; num < size; num++) {
    const inStream = packed.indexOf(num);
    const offset = offsets.get(num);
    rows[num * 6] = inStream >= 0 ? 2 : offset === undefined ? 0 : 1;
    rows.writeUInt32BE(inStream >= 0 ? holder : (offset ?? 0), num * 6 + 1);
    rows[num * 6 + 5] = Math.max(inStream, 0);
  }
  const entries = `/Type/XRef/W[1 4 1]/Size ${size}/Root ${root} 0 R${trailer}/Filter/FlateDecode`;
  const start = out.length;
  out += `${own} 0 obj\n${streamBody(deflateSync(rows), entries)}\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/** What one page of a made document is; its text stands in the middle of the page. */
export interface MadePage {
  readonly text: string;
  readonly media?: readonly number[];
  /** Further entries of the page: `/Rotate 90/CropBox[…]`. */
  readonly entries?: string;
  /** The content stream, instead of the text alone. */
  readonly content?: string;
}

/** A document of plain pages: catalogue 1, tree 2, font 3, then a page and its content, two numbers each. */
export function makeDocument(
  pages: readonly MadePage[],
  options: MakeOptions & { catalog?: string; more?: readonly string[] } = {},
): Buffer {
  const { catalog = '', more = [] } = options;
  const kids = pages.map((_, i) => `${pageNumber(i)} 0 R`).join(' ');
  return makePdf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      `<</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>>>`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ...pages.flatMap(({ text, media, entries = '', content }, i) => [
        `<</Type/Page/Parent 2 0 R/Contents ${pageNumber(i) + 1} 0 R${media ? `/MediaBox[${media.join(' ')}]` : ''}${entries}>>`,
        streamBody(content ?? textContent(text, media)),
      ]),
      ...more,
    ],
    options,
  );
}

/** The object number of a page of `makeDocument`, from 0. */
export const pageNumber = (index: number) => 4 + index * 2;

/** The first object number after the pages of `makeDocument`: that of the first of `more`. */
export const moreNumber = (pages: number) => 4 + pages * 2;

function textContent(text: string, media: readonly number[] = [0, 0, 595, 842]): string {
  const [left = 0, bottom = 0, right = 595, top = 842] = media;
  return `BT /F 14 Tf ${(left + right) / 2 - 40} ${(bottom + top) / 2} Td (${text}) Tj ET`;
}
