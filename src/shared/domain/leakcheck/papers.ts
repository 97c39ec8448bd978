import { type Folded, fold, wordsOf } from './fold.ts';
import type { PaperRecord } from './secrets.ts';

/** So many words in a row are a quotation and no accident … */
const RUN = 8;
/** … if they have this many letters. */
const LEAST_LETTERS = 36;
/** Most runs that are kept of all papers together. */
const MOST_RUNS = 400_000;

/** A stretch of folded text that is of a paper, by its place in the list, or names it. */
export interface PaperHit {
  paper: number;
  from: number;
  to: number;
}

/** Finds quotations of privileged papers, their titles and their file names. */
export class PaperFinder {
  private readonly runs = new Map<number, number>();
  private readonly named = new Map<string, number>();

  /** @param known text that may be read, such as what the other exhibits say: what is quoted there tells nothing */
  constructor(papers: readonly PaperRecord[], known: readonly string[]) {
    for (const [at, { text, title, files }] of papers.entries()) {
      for (const page of text) {
        for (const { hash } of runsOf(fold(page).text)) {
          if (this.runs.size < MOST_RUNS && !this.runs.has(hash)) this.runs.set(hash, at);
        }
      }
      for (const name of [title, ...files.map((file) => file.name.replace(/\.[^.]*$/, ''))]) {
        const form = spaced(name);
        // "Letter" is a title of many papers.
        if (form.split(' ').length >= 3 && form.length >= 16) this.named.set(form, at);
      }
    }
    for (const text of known) {
      for (const { hash } of runsOf(fold(text).text)) this.runs.delete(hash);
      for (const name of this.named.keys()) if (` ${spaced(text)} `.includes(` ${name} `)) this.named.delete(name);
    }
  }

  find({ text }: Folded): PaperHit[] {
    const hits: PaperHit[] = [];
    if (this.runs.size > 0) {
      for (const { hash, from, to } of runsOf(text)) {
        const paper = this.runs.get(hash);
        const last = hits.at(-1);
        if (paper === undefined) continue;
        if (last?.paper === paper && from < last.to) last.to = to;
        else hits.push({ paper, from, to });
      }
    }
    for (const [name, paper] of this.named) {
      const words = name.split(' ');
      const first = words[0]!;
      const all = text.includes(first) ? wordsOf(text) : [];
      for (let i = 0; i + words.length <= all.length; i++) {
        if (all[i]!.text === first && words.every((word, j) => all[i + j]!.text === word)) {
          hits.push({ paper, from: all[i]!.from, to: all[i + words.length - 1]!.to });
        }
      }
    }
    return hits;
  }
}

const spaced = (text: string) =>
  wordsOf(fold(text).text)
    .map((word) => word.text)
    .join(' ');

/** Every run of words of a text, by a hash of its letters. */
function* runsOf(folded: string) {
  const words = wordsOf(folded);
  for (let i = 0; i + RUN <= words.length; i++) {
    const run = words.slice(i, i + RUN);
    if (run.reduce((sum, { text }) => sum + text.length, 0) < LEAST_LETTERS) continue;
    yield { hash: hashOf(run.map(({ text }) => text).join(' ')), from: run[0]!.from, to: run.at(-1)!.to };
  }
}

/** 53 bits of two rounds of FNV-1a: enough to tell some hundred thousand runs apart. */
function hashOf(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (a >>> 0) * 0x200000 + ((b >>> 0) & 0x1fffff);
}
