import type { OpenedSource } from '#main/bundles/assembler/open.ts';
import { dictOf, PdfStream } from '#main/bundles/assembler/values.ts';
import type { Sink } from '../piece.ts';
import { shownText } from './pdf-fonts.ts';
import { lettersOf } from './pdf-pages.ts';
import { MOST_OF_STREAM, quietly } from './quietly.ts';

/**
 * What the content of each page shows, wherever it would be drawn: text outside the page, which no reader of pages
 * gives, and what replaces the text for those who listen to it.
 *
 * @param known the letters of pages that were read already: the same ones again tell nothing new
 */
export function readContents(
  { file, pages }: OpenedSource,
  sink: Sink,
  left: { bytes: number },
  known: ReadonlyMap<number, string>,
): void {
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
  }
}
