import type { Bundle } from './bundle.ts';
import { layersText } from './layers.ts';
import { pageOf, writeOutline } from './outline.ts';
import { textString } from './serialise.ts';
import type { FrontLink, LabelRange } from './types.ts';

const LABEL_STYLES: Record<LabelRange['style'], string> = {
  decimal: '/S/D',
  roman: '/S/r',
  Roman: '/S/R',
  letters: '/S/a',
  Letters: '/S/A',
  none: '',
};

/** Writes what can be written only when all pages are: links of the front matter, outline, tree, catalogue, table. */
export function finishBundle(bundle: Bundle): { bytes: number; frontLinks: FrontLink[] } {
  const { writer, plan, tree } = bundle;
  const frontLinks = writeLinks(bundle);
  const outline = writeOutline(bundle) ? `/Outlines ${bundle.outlines} 0 R/PageMode/UseOutlines` : '';
  const pages = tree.finish();
  const opens = plan.openAction && tree.pages.length > 0 ? `/OpenAction${tree.destination(0, plan.openAction)}` : '';
  const lang = plan.lang === undefined ? '' : `/Lang ${textString(plan.lang)}`;
  const view = plan.title === undefined ? '' : '/ViewerPreferences<</DisplayDocTitle true>>';
  const text = `${outline}${labelsText(plan.labels ?? [])}${opens}${lang}${view}${layersText(bundle)}`;
  writer.object(bundle.catalog, `<</Type/Catalog/Pages ${pages} 0 R${text}>>`);
  const title = plan.title === undefined ? '' : `/Title ${textString(plan.title)}`;
  // No date: the same inputs give the same bytes.
  const info = writer.object(writer.allocate(), `<<${title}/Producer(Misl)>>`);
  return { bytes: writer.finish(bundle.catalog, info, plan.fingerprint ?? ''), frontLinks };
}

function writeLinks(bundle: Bundle): FrontLink[] {
  const written: FrontLink[] = [];
  for (const { num, text, page, itemId, pageInItem } of bundle.links) {
    const target = pageOf(bundle, { itemId, pageInItem });
    // A row whose document was left out stays, and leads nowhere.
    if (target === null) bundle.writer.object(num, `${text}>>`);
    else {
      bundle.writer.object(num, `${text}/Dest${bundle.tree.destination(target, bundle.plan.zoom ?? 'inherit')}>>`);
      written.push({ page, target });
    }
  }
  return written;
}

/** Page labels (ISO 32000-1, 12.4.2). A list that does not begin with the first page is begun with plain numbers. */
function labelsText(ranges: readonly LabelRange[]): string {
  if (ranges.length === 0) return '';
  const first = ranges[0]!.from > 0 ? '0<</S/D>>' : '';
  const rest = ranges.map(({ from, style, prefix, start }) => {
    const begin = start === undefined || start === 1 ? '' : `/St ${start}`;
    return `${from}<<${LABEL_STYLES[style]}${prefix ? `/P ${textString(prefix)}` : ''}${begin}>>`;
  });
  return `/PageLabels<</Nums[${first}${rest.join('')}]>>`;
}
