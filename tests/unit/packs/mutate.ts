// Packs spoilt in ways that always make them wrong, the same for the same seed.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { readPack } from '#shared/packs/read.ts';
import { buildLibrary, type LibraryError } from '#shared/packs/resolve.ts';
import type { PackSource } from '#shared/packs/source.ts';
import type { PackError, PackText } from '#shared/packs/yaml.ts';

const ROOT = path.join(import.meta.dirname, '../../../resources/packs');

export const textsOf = (pack: string): PackText[] =>
  readdirSync(path.join(ROOT, pack)).map((file) => ({
    file,
    text: readFileSync(path.join(ROOT, pack, file), 'utf8'),
  }));

const packs = readdirSync(ROOT).map((id) => ({ id, texts: textsOf(id) }));
const sources = new Map<string, PackSource>(packs.map(({ id, texts }) => [id, readPack(texts).source!]));

/** Reads one pack in place of the installed one of its name, beside the others. */
export function errorsOf(id: string, texts: readonly PackText[]): (PackError | LibraryError)[] {
  const { source, errors } = readPack(texts);
  if (!source) return errors;
  const others = [...sources].filter(([other]) => other !== id).map(([, each]) => each);
  return buildLibrary([...others, source]).errors.filter(({ pack }) => pack === id);
}

/** A small generator of numbers, so that a seed means the same everywhere (mulberry32). */
export function numbers(seed: number) {
  let state = seed >>> 0;
  return (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

type Row = Record<string, unknown>;
type Next = (below: number) => number;

/** Changes one row of a parsed file into one that no pack may have. */
const rowFaults: Record<string, (row: Row, next: Next) => void> = {
  'unknown field': (row, next) => {
    row[['amuont', 'Citation', '__proto_', 'id2'][next(4)]!] = 'x';
  },
  'missing field': (row, next) => {
    const required = ['id', 'citation', 'confidence', 'forum', 'period', 'trigger', 'closed', 'title'];
    delete row[required[next(required.length)]!];
  },
  'unknown word': (row, next) => {
    row[['confidence', 'forum'][next(2)]!] = ['sure', 'moon-court', '', 'Verified'][next(4)];
  },
  'amount out of range': (row, next) => {
    row.period = { kind: 'fixed', amount: [-1, 1.5, 1e9, 'many', null][next(5)], unit: 'days' };
  },
  'unknown unit': (row) => {
    row.period = { kind: 'fixed', amount: 3, unit: 'fortnights' };
  },
  'date that is none': (row, next) => {
    row.inForce = { from: ['2026-02-30', '2026-13-01', '12-03-2026', 'soon', 20260101][next(5)] };
  },
  'name that leads nowhere': (row) => {
    row.replacedBy = 'no.such-rule';
  },
  'event that is not there': (row) => {
    row.trigger = 'no-such-event';
  },
  'text of the wrong kind': (row, next) => {
    row[['citation', 'title'][next(2)]!] = [[], {}, 7, '   ', 'x'.repeat(2001)][next(5)];
  },
  'id that is none': (row, next) => {
    row.id = ['Has Spaces', '../up', 'a..b', '-', 'x'.repeat(81)][next(5)];
  },
};

/** Spoils the text itself. */
const textFaults: Record<string, (text: string, next: Next) => string> = {
  'cut in the middle of a mapping': (text, next) => {
    const opens = [...text.matchAll(/\{ /g)].map(({ index }) => index);
    return text.slice(0, opens[next(opens.length)]! + 2);
  },
  'a tab where the indent is': (text) => text.replace(/\n {4}/, '\n\t'),
  'the same field twice': (text) => text.replace(/\n( {4})trigger: (.*)/, '\n$1trigger: $2\n$1trigger: $2'),
  'an alias': (text) => `${text}\nvacuous: &a [1]\nother: *a\n`,
  'bytes that are no text': (text, next) => `${text.slice(0, 40 + next(200))}\u0000\u0001: [\u0002`,
  'nothing at all': () => '',
  'a list where the parts should be': () => '- one\n- two\n',
};

export interface Spoilt {
  pack: string;
  fault: string;
  texts: PackText[];
}

/** The n-th spoilt pack of a seed. */
export function spoil(next: Next): Spoilt {
  const withRules = packs.filter(({ texts }) => texts.some(({ text }) => /^rules:/m.test(text)));
  const { id, texts } = withRules[next(withRules.length)]!;
  const at = texts.findIndex(({ text }) => /^rules:/m.test(text));
  const { file, text } = texts[at]!;
  const kinds = [...Object.keys(rowFaults), ...Object.keys(textFaults)];
  const fault = kinds[next(kinds.length)]!;
  const ofText = textFaults[fault];
  let spoilt: string;
  if (ofText) spoilt = ofText(text, next);
  else {
    const value = parse(text) as { rules: Row[] };
    rowFaults[fault]!(value.rules[next(value.rules.length)]!, next);
    spoilt = stringify(value, { lineWidth: 0 });
  }
  return { pack: id, fault, texts: texts.map((each, i) => (i === at ? { file, text: spoilt } : each)) };
}
