import type { Inline, Lang, TextRun } from './blocks.ts';
import type { FlatInline, FlatText } from './flat.ts';
import type { Numbers } from './number.ts';
import { printable, safeAddress, segments, startsRightToLeft } from './text.ts';

/** What every part of a document is taken apart with. */
export interface Context {
  numbers: Numbers;
  lang: Lang;
  /** Targets already placed: a bookmark may stand only once. */
  anchors: Set<string>;
}

/** The anchor where it is placed for the first time, else null. */
export function firstAnchor(anchor: string, context: Context): string | null {
  if (context.anchors.has(anchor)) return null;
  context.anchors.add(anchor);
  return anchor;
}

/** A paragraph runs right to left when it says so, else when its first letter does, else with its document. */
export function isRtl(content: readonly Inline[], lang: Lang | undefined, context: Context): boolean {
  if (lang) return lang === 'ur';
  const text = content.map((run) => ('text' in run ? run.text : '')).join(' ');
  return /\p{L}/u.test(text) ? startsRightToLeft(text) : context.lang === 'ur';
}

/** A stable name for the target of a reference: letters and digits only, as Word asks of a bookmark. */
export function anchorOf(kind: 'p' | 'a', id: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return `${kind}_${id.replace(/[^A-Za-z0-9]/g, '').slice(0, 22)}_${hash.toString(36)}`;
}

/** What a renderer draws one after another on a line, with numbers and marks put in for the references. */
export function runs(content: readonly Inline[], rtl: boolean, context: Context): FlatInline[] {
  const out: FlatInline[] = [];
  for (const run of content) {
    switch (run.kind) {
      case 'text':
        out.push(...textRuns(run, rtl));
        break;
      case 'ltr':
        out.push(...textRuns({ kind: 'text', text: run.text, bold: run.bold ?? false }, rtl, true));
        break;
      case 'blank':
        out.push({
          kind: 'blank',
          label: oneLine(run.label),
          why: 'missing',
          id: encodeURIComponent(printable(run.id)),
        });
        break;
      case 'ref': {
        const number = context.numbers.paragraphs.get(run.target);
        if (number)
          out.push({ kind: 'ref', anchor: anchorOf('p', run.target), text: number.full, before: '', of: 'number' });
        else out.push({ kind: 'blank', label: 'a paragraph that is no longer there', why: 'dangling', id: null });
        break;
      }
      case 'annexure': {
        const mark = context.numbers.annexures.get(run.target);
        if (mark === undefined)
          out.push({ kind: 'blank', label: 'annexure: nothing is linked', why: 'dangling', id: null });
        else
          out.push({
            kind: 'ref',
            anchor: anchorOf('a', run.target),
            text: oneLine(mark),
            before: 'Annexure\u00A0',
            of: 'mark',
          });
        break;
      }
      case 'link': {
        const texts = textRuns({ kind: 'text', text: oneLine(run.text) }, rtl);
        const href = safeAddress(run.href);
        if (href === null) out.push(...texts);
        else out.push({ kind: 'link', href, runs: texts.filter((each) => each.kind === 'text') });
        break;
      }
      case 'break':
        out.push({ kind: 'break' });
    }
  }
  return fenceAfterUrdu(out, rtl);
}

const LRM = '\u200E';

/** A run that follows an Urdu one may begin with a date: the bidi rules look across runs, so the mark must too. */
function fenceAfterUrdu(content: FlatInline[], rtl: boolean): FlatInline[] {
  if (rtl) return content;
  return content.map((run, i) => {
    const before = content[i - 1];
    if (run.kind !== 'text' || run.urdu || before?.kind !== 'text' || !before.urdu || run.text.startsWith(LRM))
      return run;
    return { ...run, text: LRM + run.text };
  });
}

function textRuns(run: TextRun, rtl: boolean, whole = false): (FlatText | { kind: 'break' })[] {
  const look = {
    bold: run.bold ?? false,
    italic: run.italic ?? false,
    underline: run.underline ?? false,
    quiet: run.quiet ?? false,
    mono: run.mono ?? false,
  };
  const out: (FlatText | { kind: 'break' })[] = [];
  for (const [i, line] of printable(run.text).split('\n').entries()) {
    if (i > 0) out.push({ kind: 'break' });
    if (line === '') continue;
    const parts = whole ? [{ text: rtl ? LRM + line + LRM : line, urdu: false }] : segments(line, rtl ? 'rtl' : 'ltr');
    for (const part of parts) out.push({ kind: 'text', ...part, ...look });
  }
  return out;
}

export const oneLine = (text: string) => printable(text).replaceAll('\n', ' ');
