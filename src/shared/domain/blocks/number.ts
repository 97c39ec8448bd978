import type { Block, BlockDocument } from './blocks.ts';

/** The number of a paragraph at a level: 1. (a) (i). */
export function labelAt(level: number, value: number): string {
  if (level === 0) return `${value}.`;
  return level === 1 ? `(${letters(value)})` : `(${roman(value)})`;
}

/** 1 is a, 26 z, 27 aa. */
function letters(value: number): string {
  let out = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
  }
  return out;
}

function roman(value: number): string {
  const steps: [number, string][] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let out = '';
  let rest = value;
  for (const [step, sign] of steps) {
    while (rest >= step) {
      out += sign;
      rest -= step;
    }
  }
  return out;
}

export interface NumberOf {
  value: number;
  /** As printed before the paragraph: "(a)". */
  label: string;
  /** As a reference reads: "3(a)". */
  full: string;
}

export interface Numbers {
  paragraphs: Map<string, NumberOf>;
  /** Marks of annexures by id. */
  annexures: Map<string, string>;
}

/** Counts every numbered paragraph, list by list, and reads the marks of the annexures. */
export function numbersOf(doc: BlockDocument): Numbers {
  const paragraphs = new Map<string, NumberOf>();
  const annexures = new Map<string, string>();
  const counts = new Map<string, number[]>();
  const count = (block: Block) => {
    if (block.kind === 'annexures') for (const item of block.items) annexures.set(item.id, item.mark);
    if (block.kind !== 'numbered') return;
    const levels = counts.get(block.list) ?? [];
    levels.length = Math.min(levels.length, block.level + 1);
    while (levels.length <= block.level) levels.push(0);
    levels[block.level]! += 1;
    counts.set(block.list, levels);
    const value = levels[block.level]!;
    const full = levels
      .map((each, level) => (level === 0 ? String(Math.max(each, 1)) : labelAt(level, Math.max(each, 1))))
      .join('');
    paragraphs.set(block.id, { value, label: labelAt(block.level, value), full });
  };
  for (const block of doc.blocks) count(block);
  return { paragraphs, annexures };
}
