import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationsAsKept, citationsAsTyped, withCitations } from '#shared/domain/drafting/citations.ts';
import { complaintPhw } from '#shared/domain/drafting/complaint-phw.ts';
import { partOf } from '#shared/domain/drafting/parts.ts';
import { TEMPLATES } from '#shared/domain/drafting/templates.ts';
import { bareSnapshot, fullSnapshot } from './sample.ts';

const annexures = [
  { id: 'x-1', mark: 'A' },
  { id: 'x-2', mark: 'B' },
];
const moved = [
  { id: 'x-2', mark: 'A' },
  { id: 'x-1', mark: 'B' },
];

describe('citations of annexures', () => {
  it('are kept by what they cite, so that the letter follows the list', () => {
    const kept = citationsAsKept('as the letter {b} and the sheet { A } show', annexures);
    expect(kept).toBe('as the letter {annexure:x-2} and the sheet {annexure:x-1} show');
    expect(citationsAsTyped(kept, annexures)).toBe('as the letter {B} and the sheet {A} show');
    expect(citationsAsTyped(kept, moved)).toBe('as the letter {A} and the sheet {B} show');
  });

  it('stay as they were typed where no annexure has the letter', () => {
    expect(citationsAsKept('see {Q}', annexures)).toBe('see {Q}');
    expect(citationsAsTyped('see {annexure:gone}', annexures)).toBe('see {annexure:gone}');
  });

  it('leave every other text alone', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(citationsAsTyped(citationsAsKept(text, []), [])).toBe(text);
        const runs = withCitations(text.replaceAll('{', ''), annexures);
        expect(runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')).toBe(text.replaceAll('{', ''));
      }),
    );
  });

  it('become live references, and one that leads nowhere dangles', () => {
    expect(withCitations('see {annexure:x-1}, {B}, {Q}', annexures)).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'annexure', target: 'x-1' },
      { kind: 'text', text: ', ' },
      { kind: 'annexure', target: 'x-2' },
      { kind: 'text', text: ', ' },
      { kind: 'annexure', target: 'no annexure Q' },
    ]);
    const snapshot = fullSnapshot();
    const { dangling } = complaintPhw({
      ...snapshot,
      delay: 'as {Q} shows',
      prayers: [{ kind: 'other', text: '{R}' }],
    });
    expect(dangling).toEqual(['no annexure Q', 'no annexure R']);
  });
});

describe('the parts of a draft', () => {
  it.each(TEMPLATES.map((template) => [template.id, template] as const))(
    'have a place for every blank of %s',
    (_, template) => {
      for (const snapshot of [bareSnapshot(), fullSnapshot()]) {
        for (const { where } of template.build(snapshot).blanks)
          expect(template.parts).toContain(partOf(where, template.parts));
      }
    },
  );
});
