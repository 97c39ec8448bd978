import { ContentReader } from '../assembler/content.ts';
import type { PdfFile } from '../assembler/file.ts';
import { IDENTITY, type Matrix, multiply } from '../assembler/matrix.ts';
import { isDict, Malformed, type PdfDict, PdfStream, type PdfValue } from '../assembler/values.ts';

/** What the operators of a page show. */
export interface ContentLook {
  /** Bytes of text that are shown, by the way that it runs: to the right, up, to the left, down in the page's own units. */
  readonly text: readonly [number, number, number, number];
  /** Pictures: pixels to the inch of the page's own units as they are placed, across and up. */
  readonly pictures: readonly { readonly dpi: number; readonly share: number }[];
  /** Something is drawn. */
  readonly hasInk: boolean;
}

const MAX_FORMS = 200;
const MAX_DEPTH = 6;
/** Content that is larger decoded is not looked at: a bomb. */
const MAX_CONTENT = 32 * 1024 * 1024;
const MAX_SAVED = 256;

/** Follows the content of a page, and of the forms that it draws, for text and pictures. */
export function lookAtContent(
  file: PdfFile,
  contents: readonly PdfValue[],
  resources: PdfValue,
  area: number,
): ContentLook {
  const text: [number, number, number, number] = [0, 0, 0, 0];
  const pictures: { dpi: number; share: number }[] = [];
  let hasInk = false;
  let forms = 0;
  const walk = (streams: readonly PdfValue[], names: PdfValue, base: Matrix, depth: number) => {
    const xobjects = file.entry(names, 'XObject');
    let ctm = base;
    let line: Matrix = IDENTITY;
    const saved: Matrix[] = [];
    const show = (bytes: number) => {
      const [a, b] = multiply(line, ctm);
      const way = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b >= 0 ? 1 : 3;
      text[way] += bytes;
      if (bytes > 0) hasInk = true;
    };
    const draw = (name: string) => {
      const stream = isDict(xobjects) ? file.deref(xobjects.get(name)) : null;
      if (!(stream instanceof PdfStream)) return;
      hasInk = true;
      if (file.entry(stream.dict, 'Subtype') === 'Form') {
        if (depth >= MAX_DEPTH || ++forms > MAX_FORMS) return;
        walk(
          [stream],
          file.entry(stream.dict, 'Resources') ?? names,
          multiply(matrixOf(file, stream.dict), ctm),
          depth + 1,
        );
        return;
      }
      const [width, height] = [file.entry(stream.dict, 'Width'), file.entry(stream.dict, 'Height')];
      if (typeof width !== 'number' || typeof height !== 'number') return;
      const [across, up] = [Math.hypot(ctm[0], ctm[1]), Math.hypot(ctm[2], ctm[3])];
      if (!(across > 0 && up > 0)) return;
      pictures.push({ dpi: Math.max((width / across) * 72, (height / up) * 72), share: (across * up) / area });
    };
    const reader = new ContentReader((op, n, name, shown) => {
      if (op === 'q') {
        if (saved.length < MAX_SAVED) saved.push(ctm);
      } else if (op === 'Q') ctm = saved.pop() ?? ctm;
      else if (op === 'cm' && n.length >= 6) ctm = multiply(sixOf(n), ctm);
      else if (op === 'BT') line = IDENTITY;
      else if (op === 'Tm' && n.length >= 6) line = sixOf(n);
      else if (op === 'Tj' || op === 'TJ' || op === "'" || op === '"') show(shown);
      else if (op === 'Do') draw(name);
      else if (['f', 'F', 'f*', 'S', 's', 'B', 'b', 'B*', 'b*', 'sh', 'EI'].includes(op)) hasInk = true;
    });
    for (const each of streams) {
      const stream = file.deref(each);
      if (stream instanceof PdfStream) reader.read(unpacked(file, stream));
    }
  };
  walk(contents, resources, IDENTITY, 0);
  return { text, pictures, hasInk };
}

/** Content that can't be unpacked shows nothing that could be told. */
function unpacked(file: PdfFile, stream: PdfStream): Buffer {
  try {
    return file.data(stream, MAX_CONTENT);
  } catch (error) {
    if (error instanceof Malformed) return Buffer.alloc(0);
    throw error;
  }
}

const sixOf = (n: readonly number[]): Matrix => [n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!];

function matrixOf(file: PdfFile, form: PdfDict): Matrix {
  const said = file.entry(form, 'Matrix');
  const numbers = Array.isArray(said) ? said.map((each) => file.deref(each)) : [];
  return numbers.length === 6 && numbers.every((each) => typeof each === 'number')
    ? sixOf(numbers as number[])
    : IDENTITY;
}
