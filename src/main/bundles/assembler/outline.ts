import type { Bundle, SourceOutline } from './bundle.ts';
import { targetOf } from './dests.ts';
import type { OpenItem } from './item.ts';
import { hexText, textString } from './serialise.ts';
import type { OutlineEntry } from './types.ts';
import { isDict, type PdfValue, Ref } from './values.ts';
import type { PdfWriter } from './writer.ts';

const MAX_ENTRIES = 20_000;
const MAX_DEPTH = 20;

/** A node that is about to be written: everything but its neighbours. */
interface Node {
  readonly num: number;
  readonly body: string;
}

interface SourceNode {
  readonly num: number;
  readonly title: string;
  readonly target: string | null;
  readonly kids: readonly SourceNode[];
}

/** Reads the bookmarks of a source that lead to pages of the bundle; all but the top ones are written at once. */
export function takeSourceOutline(open: OpenItem): SourceOutline | null {
  const { file, bundle, notes } = open;
  const root = file.entry(file.catalog, 'Outlines');
  if (!isDict(root)) return null;
  const seen = new Set<number>();
  const read = (first: PdfValue | undefined, depth: number): SourceNode[] => {
    const out: SourceNode[] = [];
    let at = first;
    while (at instanceof Ref && !seen.has(at.num) && seen.size < MAX_ENTRIES) {
      seen.add(at.num);
      const dict = file.get(at.num);
      if (!isDict(dict)) break;
      const kids = depth < MAX_DEPTH ? read(dict.get('First'), depth + 1) : [];
      const target = targetOf(open, dict);
      const title = file.entry(dict, 'Title');
      if (target !== null || kids.length > 0) {
        const text = Buffer.isBuffer(title) ? hexText(title) : '()';
        out.push({ num: bundle.writer.allocate(), title: text, target, kids });
      } else notes.dropped('dead-bookmark');
      at = dict.get('Next');
    }
    return out;
  };
  const top = read(root.get('First'), 0);
  if (top.length === 0) return null;
  return { entries: top.map((node) => ({ num: node.num, body: writeKids(bundle.writer, node) })) };
}

/** Writes what is below a bookmark of a source, closed; the bookmark's own body. */
function writeKids(writer: PdfWriter, node: SourceNode): string {
  const kids = node.kids.map((kid) => ({ num: kid.num, body: writeKids(writer, kid) }));
  writeChain(writer, kids, node.num);
  const target = node.target === null ? '' : `/Dest ${node.target}`;
  return `/Title ${node.title}${target}${childrenText(kids, -kids.length)}`;
}

function writeChain(writer: PdfWriter, nodes: readonly Node[], parent: number): void {
  nodes.forEach((node, i) => {
    const previous = i > 0 ? `/Prev ${nodes[i - 1]!.num} 0 R` : '';
    const next = i + 1 < nodes.length ? `/Next ${nodes[i + 1]!.num} 0 R` : '';
    writer.object(node.num, `<<${node.body}/Parent ${parent} 0 R${previous}${next}>>`);
  });
}

function childrenText(nodes: readonly Node[], count: number): string {
  if (nodes.length === 0) return '';
  return `/First ${nodes[0]!.num} 0 R/Last ${nodes[nodes.length - 1]!.num} 0 R/Count ${count}`;
}

/** Writes the outline of the bundle; false when it has no entries. Entries of items that were left out are left out. */
export function writeOutline(bundle: Bundle): boolean {
  const { writer, plan } = bundle;
  const placed = new Set<string>();
  const build = (entries: readonly OutlineEntry[]): { nodes: Node[]; visible: number } => {
    const nodes: Node[] = [];
    let visible = 0;
    for (const entry of entries) {
      const below = build(entry.children ?? []);
      // The first entry that names an item carries the source's own bookmarks; of a section and its first item, the item.
      const own = placed.has(entry.itemId) ? null : bundle.sourceOutlines.get(entry.itemId);
      placed.add(entry.itemId);
      const kids = [...(own?.entries ?? []), ...below.nodes];
      const page = pageOf(bundle, entry);
      if (page === null && kids.length === 0) continue;
      const num = writer.allocate();
      writeChain(writer, kids, num);
      const shown = below.visible + (own?.entries.length ?? 0);
      const target = page === null ? '' : `/Dest ${bundle.tree.destination(page, plan.zoom ?? 'inherit')}`;
      const children = childrenText(kids, entry.open ? shown : -shown);
      nodes.push({ num, body: `/Title ${textString(entry.title)}${target}${children}` });
      visible += 1 + (entry.open ? shown : 0);
    }
    return { nodes, visible };
  };
  const { nodes, visible } = build(plan.outline ?? []);
  if (nodes.length === 0) return false;
  writeChain(writer, nodes, bundle.outlines);
  writer.object(bundle.outlines, `<</Type/Outlines${childrenText(nodes, visible)}>>`);
  return true;
}

/** The page of the bundle that an entry leads to, or null when it is not there. */
export function pageOf(
  bundle: Pick<Bundle, 'items'>,
  target: { readonly itemId: string; readonly pageInItem?: number },
): number | null {
  const place = bundle.items.get(target.itemId);
  const page = target.pageInItem ?? 0;
  return place && page >= 0 && page < place.count ? place.first + page : null;
}
