import type { Bundle } from './bundle.ts';
import type { OpenItem } from './item.ts';
import { refList } from './serialise.ts';
import { isDict, type PdfValue, Ref } from './values.ts';

const MAX_LAYERS = 10_000;

/** Takes over which layers of a source are off (ISO 32000-1, 8.11.4), or what was hidden would appear in the bundle. */
export function takeLayers(open: OpenItem): void {
  const { file, copier, bundle } = open;
  const properties = file.entry(file.catalog, 'OCProperties');
  if (!isDict(properties)) return;
  // Only layers that some page uses have a number by now.
  const used = (list: PdfValue) =>
    (Array.isArray(list) ? list.slice(0, MAX_LAYERS) : []).flatMap((item) => {
      const num = item instanceof Ref ? copier.assigned(item.num) : 0;
      return num > 0 ? [num] : [];
    });
  const all = used(file.entry(properties, 'OCGs'));
  if (all.length === 0) return;
  const usual = file.entry(properties, 'D');
  const on = new Set(used(file.entry(usual, 'ON')));
  const allOff = file.entry(usual, 'BaseState') === 'OFF';
  bundle.layers.all.push(...all);
  bundle.layers.off.push(...(allOff ? all.filter((num) => !on.has(num)) : used(file.entry(usual, 'OFF'))));
  const usage = file.entry(usual, 'AS');
  for (const rule of Array.isArray(usage) ? usage.slice(0, 16) : []) {
    const dict = file.deref(rule);
    const layers = used(file.entry(dict, 'OCGs'));
    if (!isDict(dict) || layers.length === 0) continue;
    const [event, category] = [copier.serialise(dict.get('Event')), copier.serialise(dict.get('Category'))];
    bundle.layers.usage.push(`<</Event ${event}/Category ${category}/OCGs${refList(layers)}>>`);
  }
  copier.drain();
}

/** The entry of the catalogue for the layers of all sources, or nothing. */
export function layersText({ layers }: Bundle): string {
  if (layers.all.length === 0) return '';
  const all = refList(layers.all);
  const usage = layers.usage.length > 0 ? `/AS[${layers.usage.join('')}]` : '';
  return `/OCProperties<</OCGs${all}/D<</Order${all}/OFF${refList(layers.off)}${usage}>>>>`;
}
