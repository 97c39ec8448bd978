import { describe, expect, it } from 'vitest';
import {
  changedIn,
  cleaned,
  emptyValues,
  type FormSection,
  missingIn,
  shownOf,
  suggestionsFor,
} from '../../../../src/renderer/forms/fields.ts';
import { noteRuns } from '../../../../src/renderer/rooms/matters/overview/status-notes.ts';
import {
  type Finding,
  grouped,
  placeOfFix,
  standing,
} from '../../../../src/renderer/rooms/proceedings/checks/findings.ts';
import { derivedIn } from '../../../../src/renderer/rooms/proceedings/forms/proceeding.ts';
import { readLook } from '../../../../src/renderer/rooms/proceedings/place.ts';

const form: FormSection[] = [
  { fields: [{ name: 'kind', kind: 'text', label: 'Kind', required: true }] },
  {
    title: 'Interim',
    fields: [
      { name: 'until', kind: 'date', label: 'Until', required: true, when: ({ kind }) => kind === 'interim' },
      { name: 'ended', kind: 'check', label: 'Ended', when: ({ kind }) => kind === 'interim' },
    ],
  },
];

describe('forms', () => {
  it('asks for nothing that is not shown', () => {
    expect(shownOf(form, { kind: 'other' })).toHaveLength(1);
    expect(missingIn(form, { kind: 'other', until: null })).toEqual([]);
    expect(missingIn(form, { kind: 'interim', until: null })).toEqual(['until']);
    expect(missingIn(form, { kind: '  ' })).toEqual(['kind']);
  });

  it('sends what was changed, without white space around it', () => {
    const before = emptyValues(form, { kind: 'other' });
    expect(before).toEqual({ kind: 'other', until: null, ended: false });
    expect(changedIn(before, cleaned({ ...before, kind: ' interim ' }))).toEqual({ kind: 'interim' });
    expect(changedIn(before, cleaned({ ...before, kind: ' ' }))).toEqual({ kind: null });
  });

  it('offers what fits what is typed so far', () => {
    const offer = ({ kind }: { kind?: unknown }) =>
      kind === 'interim' ? ['stay', { id: 'r', label: 'restraint' }] : [];
    expect(suggestionsFor(offer, { kind: 'interim' })).toEqual([
      { id: 'stay', label: 'stay' },
      { id: 'r', label: 'restraint' },
    ]);
    expect(suggestionsFor(offer, {})).toEqual([]);
  });

  it('fills in the year of a case number, the last that stands in it', () => {
    expect(derivedIn(undefined, { numberText: 'W.P. 2019/2021' }, 'numberText')).toEqual({ year: 2021 });
    expect(derivedIn(undefined, { numberText: 'W.P. 12' }, 'numberText')).toEqual({});
  });
});

it('reads a place as a proceeding, a part of it, or something to do in it', () => {
  expect(readLook('p1')).toEqual({ proceedingId: 'p1', view: null, recordId: null });
  expect(readLook('p1/order/o1')).toEqual({ proceedingId: 'p1', view: 'order', recordId: 'o1' });
  expect(readLook('/do/orders.add')).toEqual({ proceedingId: null, view: 'do', recordId: 'orders.add' });
  expect(readLook('p1/nonsense/x').view).toBeNull();
  expect(readLook(undefined).proceedingId).toBeNull();
});

it('gives a record one number, after the last of the words in a row that rest on it', () => {
  const run = (text: string, sourceId: string | null) => ({ text, strong: false, sourceId });
  const { runs, sources } = noteRuns(
    [run('refused', 'a'), run(', 2021', 'a'), run('; upheld', 'b'), run('; again', 'a'), run('. End', 'unknown')],
    [
      { id: 'a', text: 'Order A' },
      { id: 'b', text: 'Order B' },
    ],
  );
  expect(runs.map(({ source }) => source)).toEqual([null, 1, 2, 1, null]);
  expect(sources.map(({ id }) => id)).toEqual(['a', 'b']);
});

describe('findings', () => {
  const finding = (id: string, severity: Finding['severity'], isWaived = false) =>
    ({ id, severity, waived: isWaived ? { reason: 'r', on: '2026-11-23' } : null }) as Finding;
  const findings = [finding('n', 'note'), finding('w', 'error', true), finding('e', 'error'), finding('o', 'warning')];

  it('stand by what they would do, the gravest first and the waived last', () => {
    expect(grouped(findings).map(({ id, findings: own }) => [id, own.map((each) => each.id)])).toEqual([
      ['error', ['e', 'w']],
      ['warning', ['o']],
      ['note', ['n']],
    ]);
  });

  it('count only while they stand', () => {
    expect(standing(findings)).toEqual({ error: 1, warning: 1, note: 1 });
    expect(standing([finding('w', 'error', true)]).error).toBe(0);
  });

  it('lead to where they are mended', () => {
    const fix = (kind: string, target: string | null, targetId: string | null = null) => ({
      kind,
      target,
      targetId,
      label: 'Mend',
      paragraph: null,
    });
    expect(placeOfFix(fix('open-field', 'party.idNumber', 'p'), 'd')).toEqual({
      go: 'tab',
      tab: 'parties',
      itemId: 'p',
    });
    expect(placeOfFix(fix('open-field', 'proceeding.provision'), 'd')).toEqual({
      go: 'do',
      action: 'proceedings.edit',
    });
    expect(placeOfFix(fix('record-copy', null), 'd')).toEqual({ go: 'do', action: 'copies.add' });
    expect(placeOfFix(fix('write-paragraph', 'draft.standing'), 'd')).toEqual({
      go: 'tab',
      tab: 'drafts',
      itemId: 'd',
    });
    expect(placeOfFix(fix('redact', 'draft', 'd'), 'd')).toEqual({ go: 'tab', tab: 'drafts', itemId: 'd' });
    expect(placeOfFix(fix('redact', null, 'x'), 'd')).toEqual({ go: 'tab', tab: 'exhibits', itemId: 'x' });
    expect(placeOfFix(fix('open-field', 'filing.copies'), 'd')).toEqual({ go: 'do', action: 'filings.open-last' });
    expect(placeOfFix(fix('draft', 'vakalatnama'), 'd')).toEqual({ go: 'new-draft', template: 'vakalatnama' });
  });
});
