import type { Blank, Block, BlockDocument, DocumentMeta, Inline } from '../blocks/blocks.ts';
import { annexureRef, blankRun, type Content, heading, inline, para } from '../blocks/build.ts';
import { longDate } from '../blocks/dates.ts';
import { withCitations } from './citations.ts';
import { isHidden, standInOf, withPseudonyms } from './names.ts';
import type { DraftSnapshot, SnapshotParty } from './snapshot.ts';
import { sentence } from './words.ts';

export interface Built {
  document: BlockDocument;
  /** What the document needs and the snapshot lacks, in the order in which it stands in the text. */
  blanks: Blank[];
  /** Ids of annexures that are cited and not in the list. */
  dangling: string[];
}

/** What a template writes with: it keeps count of paragraphs and of what is missing. */
export interface Writer {
  readonly snapshot: DraftSnapshot;
  /** The text with protected names replaced, or a marked blank where there is none. */
  need(value: string | null | undefined, label: string, where: string): Inline;
  needDate(value: string | null | undefined, label: string, where: string): Inline;
  /** Text that people wrote, with protected names replaced. */
  text(value: string): string;
  /** The same, with the annexures that it cites as live references. */
  prose(value: string): Inline[];
  /** A party by the name that this audience reads. */
  name(party: SnapshotParty): string;
  /** Name, parentage, CNIC, occupation and address, with blanks; without what would identify a hidden party. */
  described(party: SnapshotParty): Inline[];
  section(title: string): void;
  /** A numbered paragraph; gives its id. Sub-paragraphs are on level 1. */
  numbered(content: Content, level?: 0 | 1 | 2): string;
  /** "(Annexures A and B)" as live references. */
  cited(annexureIds: readonly string[]): Inline[];
  add(...blocks: Block[]): void;
  done(meta: DocumentMeta): Built;
}

export function writer(snapshot: DraftSnapshot): Writer {
  const blocks: Block[] = [];
  const blanks: Blank[] = [];
  let count = 0;

  const blank = (label: string, where: string): Inline => {
    const id = `${where}:${label}`;
    if (!blanks.some((each) => each.id === id)) blanks.push({ id, label, where });
    return blankRun(id, label);
  };
  const text = (value: string) => withPseudonyms(value, snapshot);
  const present = (value: string | null | undefined): value is string => value != null && value.trim() !== '';
  const need: Writer['need'] = (value, label, where) =>
    present(value) ? { kind: 'text', text: text(value.trim()) } : blank(label, where);
  const name = (party: SnapshotParty) => (isHidden(party, snapshot) ? standInOf(party) : party.name);

  return {
    snapshot,
    need,
    text,
    prose: (value) => withCitations(text(value), snapshot.annexures),
    name,
    needDate: (value, label, where) => (present(value) ? { kind: 'text', text: longDate(value) } : blank(label, where)),
    described(party) {
      if (isHidden(party, snapshot)) return inline(`${name(party)} (name and particulars withheld)`);
      const at = `parties.${party.id}`;
      const whose = party.role;
      if (party.kind !== 'person') {
        return inline([party.name, ', ', need(party.address, `address of ${party.name}`, `${at}.address`)]);
      }
      return inline([
        party.name,
        ', ',
        need(party.parentage, `parentage of the ${whose}`, `${at}.parentage`),
        ', CNIC No. ',
        need(party.cnic, `${whose}’s CNIC`, `${at}.cnic`),
        ', ',
        need(party.occupation, `occupation of the ${whose}`, `${at}.occupation`),
        ', resident of ',
        need(party.address, `address of the ${whose}`, `${at}.address`),
      ]);
    },
    section: (title) => blocks.push(heading(2, title)),
    numbered(content, level = 0) {
      count += 1;
      const id = `para-${count}`;
      blocks.push({ kind: 'numbered', id, list: 'main', level, content: inline(content) });
      return id;
    },
    cited(ids) {
      if (ids.length === 0) return [];
      const refs = ids.flatMap((id, i): Inline[] => [
        ...(i === 0 ? [] : inline(i === ids.length - 1 ? ' and ' : ', ')),
        annexureRef(id),
      ]);
      return inline([' (', ...refs, ')']);
    },
    add: (...more) => blocks.push(...more),
    done: (meta) => ({ document: { meta, blocks }, blanks, dangling: danglingIn(blocks) }),
  };
}

/** Annexures that the text cites and the list does not have: a registry returns a filing for one. */
function danglingIn(blocks: readonly Block[]): string[] {
  const listed = new Set(
    blocks.flatMap((block) => (block.kind === 'annexures' ? block.items.map(({ id }) => id) : [])),
  );
  const cited = blocks.flatMap(runsOf).filter((run) => run.kind === 'annexure');
  return [...new Set(cited.map(({ target }) => target))].filter((id) => !listed.has(id));
}

function runsOf(block: Block): Inline[] {
  if (block.kind === 'prayer') return [...block.lead, ...block.items.flat(), ...(block.close ?? [])];
  if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells.flat());
  return 'content' in block ? block.content : [];
}

/** "That …": the text, as its own sentence, after a lead. */
export function stated(w: Writer, lead: string, value: string | null, label: string, where: string): Inline[] {
  if (value === null || value.trim() === '') return inline([lead, w.need(null, label, where), '.']);
  return inline([lead, ...w.prose(sentence(value))]);
}

export const emphasised = (text: string): Block => para({ kind: 'text', text, italic: true }, { keepNext: true });
