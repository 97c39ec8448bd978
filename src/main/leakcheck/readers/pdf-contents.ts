import type { PdfFile } from '#main/bundles/assembler/file.ts';
import type { OpenedSource } from '#main/bundles/assembler/open.ts';
import { dictOf, PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';
import { lookAtContent } from '#main/bundles/examination/look.ts';
import type { Sink } from '../piece.ts';
import { shownText } from './pdf-fonts.ts';
import { lettersOf, pagesInWords } from './pdf-pages.ts';
import { MOST_OF_STREAM, quietly } from './quietly.ts';

/**
 * What the content of each page shows, wherever it would be drawn: text outside the page, which no reader of pages
 * gives, and what replaces the text for those who listen to it. Pages that are pictures, with no text but a number or a
 * stamp, are named: what they show is not read.
 *
 * @param known the letters of pages that were read already: the same ones again tell nothing new
 */
export function readContents(
  { file, pages }: OpenedSource,
  sink: Sink,
  left: { bytes: number },
  known: ReadonlyMap<number, string>,
): void {
  const scans: number[] = [];
  for (const [i, { num, direct, inherited }] of pages.entries()) {
    const dict = direct ?? dictOf(quietly(() => file.get(num)));
    const resources = dict?.get('Resources') ?? inherited.get('Resources') ?? null;
    const said = quietly(() => file.deref(dict?.get('Contents')));
    const parts: Buffer[] = [];
    for (const each of Array.isArray(said) ? said : [said]) {
      const stream = quietly(() => file.deref(each));
      const bytes =
        stream instanceof PdfStream && left.bytes > 0
          ? quietly(() => file.data(stream, Math.min(MOST_OF_STREAM, left.bytes)))
          : null;
      if (bytes === null) continue;
      left.bytes -= bytes.length;
      parts.push(bytes, Buffer.from('\n'));
    }
    const text = parts.length === 0 ? '' : shownText(file, Buffer.concat(parts), file.deref(resources));
    const letters = lettersOf(text);
    if (letters !== '' && letters !== known.get(i + 1)) sink.piece({ where: 'outside-page', page: i + 1, text });
    const media = dict?.get('MediaBox') ?? inherited.get('MediaBox');
    const share = () => quietly(() => sharePictured(file, said, file.deref(resources), file.deref(media))) ?? 0;
    const found = (known.get(i + 1) ?? letters).length;
    if (found === 0 || (found < STAMP && share() > SCAN_SHARE) || (found < CAPTION && share() > FULL_SHARE))
      scans.push(i + 1);
  }
  if (scans.length > 0)
    sink.unsearched(`no text, or no more than a stamp, on ${pagesInWords(scans)}: pictures are not read`);
}

/** Letters of a page number or a stamp, and of a caption as it is printed at the head of a page. */
const STAMP = 40;
const CAPTION = 250;
/** Of the page that pictures cover: enough to be read, and all but the whole of it. */
const SCAN_SHARE = 0.2;
const FULL_SHARE = 0.8;

/** How much of a page its pictures cover, those that lie over others counted twice. */
function sharePictured(file: PdfFile, contents: PdfValue, resources: PdfValue, media: PdfValue): number {
  const [left = 0, bottom = 0, right = 612, top = 792] = Array.isArray(media) ? media.map((each) => Number(each)) : [];
  const area = Math.abs((right - left) * (top - bottom)) || 1;
  const { pictures } = lookAtContent(file, Array.isArray(contents) ? contents : [contents], resources, area);
  return pictures.reduce((sum, { share }) => sum + share, 0);
}
