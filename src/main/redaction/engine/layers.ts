import type { PdfFile } from '#main/bundles/assembler/file.ts';
import { isDict, type PdfDict, type PdfValue, Ref } from '#main/bundles/assembler/values.ts';

const MAX_DEPTH = 16;

/** Which optional content of a file is not shown (ISO 32000-1, 8.11), by the state in which it opens. */
export class Layers {
  /** How many layers are off. */
  readonly hidden: number;
  private readonly file: PdfFile;
  private readonly off = new Set<number>();
  private readonly on = new Set<number>();
  private readonly allOff: boolean;

  constructor(file: PdfFile) {
    this.file = file;
    const properties = file.entry(file.catalog, 'OCProperties');
    const usual = file.entry(properties, 'D');
    this.allOff = file.entry(usual, 'BaseState') === 'OFF';
    for (const num of this.numbers(file.entry(usual, 'OFF'))) this.off.add(num);
    for (const num of this.numbers(file.entry(usual, 'ON'))) this.on.add(num);
    const all = this.numbers(file.entry(properties, 'OCGs'));
    this.hidden = all.filter((num) => this.isOff(num)).length;
  }

  /** Whether what belongs to this layer, or to this choice of layers, is hidden. */
  hides(value: PdfValue | undefined, depth = 0): boolean {
    const dict = this.file.deref(value);
    if (!isDict(dict) || depth > MAX_DEPTH) return false;
    if (this.file.entry(dict, 'Type') !== 'OCMD') return value instanceof Ref && this.isOff(value.num);
    const expression = this.file.entry(dict, 'VE');
    if (Array.isArray(expression)) return !this.holds(expression, depth + 1);
    return this.membershipHides(dict, depth);
  }

  private membershipHides(dict: PdfDict, depth: number): boolean {
    const said = dict.get('OCGs');
    const list = this.file.deref(said);
    const groups = Array.isArray(list) ? list : said === undefined ? [] : [said];
    if (groups.length === 0) return false;
    const hidden = groups.map((group) => this.hides(group, depth + 1));
    switch (this.file.entry(dict, 'P')) {
      case 'AllOn':
        return hidden.some(Boolean);
      case 'AnyOff':
        return !hidden.some(Boolean);
      case 'AllOff':
        return !hidden.every(Boolean);
      default:
        return hidden.every(Boolean);
    }
  }

  /** A visibility expression: a layer, or And, Or, Not over others. */
  private holds(value: PdfValue, depth: number): boolean {
    const seen = this.file.deref(value);
    if (!Array.isArray(seen)) return !this.hides(value, depth);
    if (depth > MAX_DEPTH) return true;
    const parts = seen.slice(1, 100).map((part) => this.holds(part, depth + 1));
    const operator = this.file.deref(seen[0]);
    if (operator === 'Not') return !parts[0];
    return operator === 'Or' ? parts.some(Boolean) : parts.every(Boolean);
  }

  private isOff(num: number): boolean {
    return this.off.has(num) || (this.allOff && !this.on.has(num));
  }

  private numbers(value: PdfValue): number[] {
    return (Array.isArray(value) ? value.slice(0, 10_000) : []).flatMap((item) =>
      item instanceof Ref ? [item.num] : [],
    );
  }
}
