import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

/** Bytes of a scanned page of A4 at 200 dpi, as a photograph compresses. */
const SCAN_BYTES = 400_000;

/**
 * Writes PDFs whose first half of pages is scans, each a picture of its own bytes, and whose second half is text with
 * shared fonts. The pictures are no pictures inside: nothing that binds a bundle looks into them.
 * @returns their paths
 */
export function makeSources(
  folder: string,
  { sources, pages, scanBytes = SCAN_BYTES }: { sources: number; pages: number; scanBytes?: number },
): string[] {
  const scan = Buffer.alloc(scanBytes);
  for (let i = 0; i < scan.length; i += 4) scan.writeUInt32LE(Math.imul(i + 1, 2_654_435_761) >>> 0, i);
  return Array.from({ length: sources }, (_, n) => {
    const file = path.join(folder, `${String(n).padStart(3, '0')}.pdf`);
    writeSource(file, n, pages, scan);
    return file;
  });
}

function writeSource(file: string, n: number, pages: number, scan: Buffer): void {
  const fd = openSync(file, 'w');
  const offsets: number[] = [];
  let at = 0;
  const put = (bytes: string | Buffer) => {
    at += writeSync(fd, typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  };
  const object = (num: number, body: string, data?: Buffer) => {
    offsets[num] = at;
    put(`${num} 0 obj\n${body}\n`);
    if (data) {
      put('stream\n');
      put(data);
      put('\nendstream\n');
    }
    put('endobj\n');
  };
  put('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n');
  const kids = Array.from({ length: pages }, (_, i) => `${4 + i * 3} 0 R`).join(' ');
  object(1, '<</Type/Catalog/Pages 2 0 R>>');
  object(2, `<</Type/Pages/Count ${pages}/Kids[${kids}]/MediaBox[0 0 595 842]>>`);
  object(3, '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>');
  for (let i = 0; i < pages; i++) {
    const [page, content, image] = [4 + i * 3, 5 + i * 3, 6 + i * 3];
    const isScan = i < pages / 2;
    const resources = isScan ? `/XObject<</I ${image} 0 R>>` : '/Font<</F 3 0 R>>';
    object(page, `<</Type/Page/Parent 2 0 R/Contents ${content} 0 R/Resources<<${resources}>>>>`);
    const data = deflateSync(isScan ? Buffer.from('q 595 0 0 842 0 0 cm /I Do Q') : textOf(n, i));
    object(content, `<</Filter/FlateDecode/Length ${data.length}>>`, data);
    if (!isScan) continue;
    scan.writeUInt32LE(n * pages + i, 0);
    const picture = '/Type/XObject/Subtype/Image/Width 1654/Height 2339/ColorSpace/DeviceGray/BitsPerComponent 8';
    object(image, `<<${picture}/Filter/DCTDecode/Length ${scan.length}>>`, scan);
  }
  const start = at;
  const size = 4 + pages * 3;
  let table = `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let num = 1; num < size; num++) {
    const offset = offsets[num];
    table += offset === undefined ? '0000000000 00001 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  put(`${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  closeSync(fd);
}

/** Some forty lines of words that are different on every page, and so don't compress to nothing. */
function textOf(n: number, page: number): Buffer {
  let state = n * 1000 + page + 1;
  const word = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8).toString(36);
  };
  const lines = Array.from({ length: 40 }, () => `(${Array.from({ length: 12 }, word).join(' ')}) Tj T*`);
  return Buffer.from(`BT /F 10 Tf 14 TL 50 780 Td\n${lines.join('\n')}\nET`);
}
