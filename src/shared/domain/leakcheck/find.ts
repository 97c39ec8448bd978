import { AddressFinder } from './addresses.ts';
import { type Folded, fold } from './fold.ts';
import { NameFinder } from './names.ts';
import { EmailFinder, NumberFinder } from './numbers.ts';
import { PaperFinder } from './papers.ts';
import type { Secret, SecretList } from './secrets.ts';

export type LeakKind = Secret['kind'] | 'privileged';

/** Something that a text discloses. */
export interface TextLeak {
  kind: LeakKind;
  /** The place in the text. */
  at: number;
  /** Whose it is, as it may be said: the pseudonym, the role, the number of the exhibit. */
  party: string;
  /** What stands in the text. */
  term: string;
  /** The text around it, with the place of the term in it. */
  context: string;
  start: number;
  end: number;
}

const AROUND = 48;

/** Searches texts for all that is secret. Made once for many texts. */
export class LeakFinder {
  private readonly list: SecretList;
  private readonly names: Secret[];
  private readonly numbers: Secret[];
  private readonly emails: Secret[];
  private readonly addresses: Secret[];
  private readonly nameFinder: NameFinder;
  private readonly numberFinder: NumberFinder;
  private readonly emailFinder: EmailFinder;
  private readonly addressFinder: AddressFinder;
  private readonly paperFinder: PaperFinder;

  /** @param known text that may be read, see {@link PaperFinder} */
  constructor(list: SecretList, known: readonly string[] = []) {
    const of = (...kinds: Secret['kind'][]) => list.secrets.filter(({ kind }) => kinds.includes(kind));
    const values = (secrets: Secret[]) => secrets.map(({ value }) => value);
    this.list = list;
    this.names = of('name');
    this.numbers = of('identity-number', 'phone');
    this.emails = of('email');
    this.addresses = of('address');
    this.nameFinder = new NameFinder(values(this.names), list.openNames);
    this.numberFinder = new NumberFinder(this.numbers as { kind: 'phone'; value: string }[]);
    this.emailFinder = new EmailFinder(values(this.emails));
    this.addressFinder = new AddressFinder(values(this.addresses));
    this.paperFinder = new PaperFinder(list.papers, known);
  }

  find(text: string): TextLeak[] {
    const folded = fold(text);
    const leak = ({ kind, party }: Secret, place: { from: number; to: number }) => leakAt(folded, kind, party, place);
    return widest([
      ...this.nameFinder.find(folded).map((hit) => leak(this.names[hit.name]!, hit)),
      ...this.numberFinder.find(folded).map((hit) => leak(this.numbers[hit.value]!, hit)),
      ...this.emailFinder.find(folded).map((hit) => leak(this.emails[hit.value]!, hit)),
      ...this.addressFinder.find(folded).map((hit) => leak(this.addresses[hit.value]!, hit)),
      ...this.paperFinder
        .find(folded)
        .map((hit) => leakAt(folded, 'privileged', this.list.papers[hit.paper]!.label, hit)),
    ]);
  }

  /** A privileged paper itself, by the hash of its bytes. */
  paperOf(sha256: string): string | null {
    return this.list.papers.find(({ files }) => files.some((file) => file.sha256 === sha256))?.label ?? null;
  }
}

function leakAt(
  { source, at }: Folded,
  kind: LeakKind,
  party: string,
  { from, to }: { from: number; to: number },
): TextLeak {
  const start = at[from]!;
  const end = Math.max(start + 1, lastOf(source, at[to - 1]!));
  const before = Math.max(0, start - AROUND);
  const after = Math.min(source.length, Math.min(end, start + 400) + AROUND);
  return {
    kind,
    at: start,
    party,
    term: source.slice(start, Math.min(end, start + 400)),
    context: source.slice(before, after),
    start: start - before,
    end: Math.min(end, start + 400) - before,
  };
}

/** Of leaks of one thing that overlap the widest: a number with its country code, and without. */
function widest(leaks: TextLeak[]): TextLeak[] {
  return leaks.filter(
    (leak) =>
      !leaks.some(
        (other) =>
          other !== leak &&
          other.kind === leak.kind &&
          other.party === leak.party &&
          other.at <= leak.at &&
          other.at + other.term.length >= leak.at + leak.term.length &&
          other.term.length > leak.term.length,
      ),
  );
}

/** After the character at a place, which may be of two units. */
const lastOf = (source: string, at: number) => at + ((source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
