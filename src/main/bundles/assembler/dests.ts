import type { PdfFile } from './file.ts';
import type { OpenItem } from './item.ts';
import { nameText, numberText } from './serialise.ts';
import { isDict, type PdfDict, type PdfValue, Ref } from './values.ts';

const MAX_NAMES = 200_000;
const MAX_DEPTH = 50;

/** What is needed of an open source to find where its destinations lead. */
export type DestinationSource = Pick<OpenItem, 'file' | 'pageByObject' | 'pageByIndex' | 'names'>;

/** A destination of a source as one of the bundle, or null when its page is not in the bundle. */
function destination(open: DestinationSource, value: PdfValue | undefined): string | null {
  const { file } = open;
  let found = file.deref(value);
  for (let i = 0; i < 4 && !Array.isArray(found); i++) {
    if (isDict(found)) found = file.entry(found, 'D');
    else if (typeof found === 'string') found = file.deref(namedDestinations(open).get(found));
    else if (Buffer.isBuffer(found)) found = file.deref(namedDestinations(open).get(found.toString('latin1')));
    else return null;
  }
  if (!Array.isArray(found)) return null;
  const [target, ...view] = found;
  const page =
    target instanceof Ref
      ? open.pageByObject.get(target.num)
      : typeof target === 'number'
        ? open.pageByIndex.get(target)
        : undefined;
  if (page === undefined) return null;
  const rest = view.slice(0, 5).map((item) => viewText(file.deref(item)));
  return `[${page} 0 R ${rest.length > 0 ? rest.join(' ') : '/Fit'}]`;
}

/** The destination of a GoTo action or of a /Dest entry. */
export function targetOf(open: DestinationSource, dict: PdfDict): string | null {
  if (dict.has('Dest')) return destination(open, dict.get('Dest'));
  const action = open.file.entry(dict, 'A');
  if (!isDict(action) || open.file.entry(action, 'S') !== 'GoTo') return null;
  return destination(open, action.get('D'));
}

function viewText(value: PdfValue): string {
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'string' ? nameText(value) : 'null';
}

function namedDestinations(open: DestinationSource): Map<string, PdfValue> {
  open.names ??= readNames(open.file);
  return open.names;
}

function readNames(file: PdfFile): Map<string, PdfValue> {
  const names = new Map<string, PdfValue>();
  const { catalog } = file;
  const old = file.entry(catalog, 'Dests');
  if (isDict(old)) for (const [key, value] of old) names.set(key, value);
  const tree = file.entry(catalog, 'Names');
  const seen = new Set<number>();
  const visit = (node: PdfValue | undefined, depth: number) => {
    if (node instanceof Ref) {
      if (seen.has(node.num)) return;
      seen.add(node.num);
    }
    const dict = file.deref(node);
    if (!isDict(dict) || depth > MAX_DEPTH || names.size > MAX_NAMES) return;
    const pairs = file.entry(dict, 'Names');
    if (Array.isArray(pairs)) {
      for (let i = 0; i + 1 < pairs.length; i += 2) {
        const key = file.deref(pairs[i]);
        if (Buffer.isBuffer(key)) names.set(key.toString('latin1'), pairs[i + 1]!);
      }
    }
    const kids = file.entry(dict, 'Kids');
    if (Array.isArray(kids)) for (const kid of kids) visit(kid, depth + 1);
  };
  if (isDict(tree)) visit(tree.get('Dests'), 0);
  return names;
}
