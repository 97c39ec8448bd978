import { type Matrix, multiply } from '#main/bundles/assembler/matrix.ts';
import type { PdfValue } from '#main/bundles/assembler/values.ts';
import { dictOf, isDict, Malformed, type PdfDict, PdfStream, Ref } from '#main/bundles/assembler/values.ts';
import {
  contentOf,
  matrixOf,
  type Nested,
  numbers,
  type PathPart,
  type State,
  type Target,
  textOf,
  type Walk,
} from './content-model.ts';
import { type Operator, operators } from './operators.ts';
import { TextCursor } from './text-cursor.ts';

const MAX_OPERATORS = 4_000_000;
const MAX_NESTED = 14;
const MAX_SAVED = 512;

/** Goes through a piece of content and tells the target what it does, and where. */
export function walkContent(walk: Walk, bytes: Buffer, resources: PdfDict, state: State, target: Target): void {
  new Walker(walk, resources, state, target).run(bytes);
}

interface Marked {
  hidden: boolean;
  span: boolean;
}

class Walker {
  private readonly walk: Walk;
  private readonly resources: PdfDict;
  private readonly target: Target;
  private readonly outer: Matrix;
  private state: State;
  private readonly saved: State[] = [];
  private readonly cursor: TextCursor;
  private parts: PathPart[] = [];
  private clip: 'W' | 'W*' | null = null;
  private readonly marked: Marked[] = [];
  private hidden = 0;
  private readonly openSpans: number[] = [];
  private inText = false;

  constructor(walk: Walk, resources: PdfDict, state: State, target: Target) {
    this.walk = walk;
    this.resources = resources;
    this.state = state;
    this.outer = state.ctm;
    this.target = target;
    this.cursor = new TextCursor(walk, resources);
  }

  run(bytes: Buffer): void {
    for (const operator of operators(bytes)) {
      if (++this.walk.operators > MAX_OPERATORS) throw new Malformed('a page with too many operators');
      this.operator(operator);
    }
    if (this.inText) this.operator(plain('ET'));
    while (this.marked.length > 0) this.endMarked();
    while (this.saved.length > 0) this.restore(plain('Q'));
  }

  private operator(operator: Operator): void {
    const { op, args } = operator;
    switch (op) {
      case 'q':
        if (this.saved.length >= MAX_SAVED) throw new Malformed('graphics states nested too deeply');
        this.saved.push({ ...this.state });
        this.target.other(operator, this.state, this.resources);
        break;
      case 'Q':
        this.restore(operator);
        break;
      case 'cm': {
        const n = numbers(args);
        if (n.length < 6) break;
        this.state.ctm = multiply(matrixOf(n), this.state.ctm);
        this.target.other(operator, this.state, this.resources);
        break;
      }
      case 'Do':
        this.xobject(operator);
        break;
      case 'BI':
        if (this.hidden === 0) this.inlineImage(operator);
        break;
      case 'sh':
        if (this.hidden === 0) this.target.shading(operator, this.state, this.resources);
        break;
      case 'BMC':
      case 'BDC':
        this.beginMarked(op, args);
        break;
      case 'EMC':
        if (this.marked.length > 0) this.endMarked();
        break;
      case 'gs':
        this.graphicsState(operator);
        break;
      case 'scn':
      case 'SCN':
        this.pattern(operator);
        break;
      default:
        if (!this.text(operator) && !this.path(operator) && STATE_OPERATORS.has(op)) {
          if (op === 'w') this.state.lineWidth = numbers(args)[0] ?? 1;
          this.target.other(operator, this.state, this.resources);
        }
    }
  }

  private restore(operator: Operator): void {
    const before = this.saved.pop();
    if (!before) return;
    this.state = before;
    this.target.other(operator, this.state, this.resources);
  }

  private text(operator: Operator): boolean {
    const { op } = operator;
    if (op === 'BT') {
      if (this.inText) this.target.other(plain('ET'), this.state, this.resources);
      this.inText = true;
      this.cursor.begin();
    } else if (op === 'ET') {
      if (!this.inText) return true;
      this.inText = false;
    } else {
      const items = this.cursor.shown(operator, this.state, this.openSpans.at(-1) ?? -1);
      if (items) {
        this.target.show(operator, items, this.state, this.hidden > 0);
        return true;
      }
      if (!this.cursor.set(operator, this.state)) return false;
    }
    this.target.other(operator, this.state, this.resources);
    return true;
  }

  private path({ op, args }: Operator): boolean {
    const n = numbers(args);
    switch (op) {
      case 'm':
      case 'l':
        if (n.length >= 2) this.parts.push({ op, n: n.slice(0, 2) });
        return true;
      case 'c':
        if (n.length >= 6) this.parts.push({ op, n: n.slice(0, 6) });
        return true;
      case 'v': {
        const at = this.current();
        if (n.length >= 4) this.parts.push({ op: 'c', n: [...at, ...n.slice(0, 4)] });
        return true;
      }
      case 'y':
        if (n.length >= 4) this.parts.push({ op: 'c', n: [...n.slice(0, 4), n[2]!, n[3]!] });
        return true;
      case 're':
        if (n.length >= 4) this.parts.push({ op, n: n.slice(0, 4) });
        return true;
      case 'h':
        this.parts.push({ op, n: [] });
        return true;
      case 'W':
      case 'W*':
        this.clip = op;
        return true;
      default:
        if (!PAINTS.has(op)) return false;
        this.target.path(this.parts, op, this.clip, this.state, this.hidden > 0);
        this.parts = [];
        this.clip = null;
        return true;
    }
  }

  private current(): readonly number[] {
    const last = this.parts.findLast(({ op }) => op !== 'h');
    return last ? (last.op === 're' ? last.n.slice(0, 2) : last.n.slice(-2)) : [0, 0];
  }

  /** The colours of an inline image may be named in the resources. */
  private inlineImage(operator: Operator): void {
    const { file } = this.walk;
    const dict = operator.image?.dict;
    const space = dict?.get('ColorSpace');
    const named = file.entry(this.resources, 'ColorSpace');
    if (dict && typeof space === 'string' && isDict(named) && named.has(space))
      dict.set('ColorSpace', named.get(space)!);
    this.target.inlineImage(operator, this.state);
  }

  private xobject(operator: Operator): void {
    const { file, layers, inside } = this.walk;
    const name = operator.args.at(-1);
    const all = file.entry(this.resources, 'XObject');
    const said = typeof name === 'string' && isDict(all) ? all.get(name) : undefined;
    const stream = file.deref(said);
    if (!(stream instanceof PdfStream) || this.hidden > 0 || layers.hides(stream.dict.get('OC'))) return;
    const subtype = file.entry(stream.dict, 'Subtype');
    const isForm = subtype === 'Form' || (subtype === null && stream.dict.has('BBox'));
    if (subtype === 'Image') this.target.image(stream, this.state);
    else if (isForm && !inside.has(stream.num)) this.nest('form', stream, name as string);
  }

  /** Goes through a form, a soft mask or a pattern, inside the content that uses it. */
  private nest(kind: Nested['kind'], stream: PdfStream, name: string): void {
    const { walk, target } = this;
    if (walk.inside.size >= MAX_NESTED) throw new Malformed('content nested too deeply');
    const matrix = walk.file.entry(stream.dict, 'Matrix');
    const n = Array.isArray(matrix) ? numbers(matrix.map(walk.file.deref)) : [];
    const outer = kind === 'pattern' ? this.outer : this.state.ctm;
    const own = dictOf(walk.file.entry(stream.dict, 'Resources'));
    const resources = own ?? this.resources;
    const state = { ...this.state, ctm: n.length >= 6 ? multiply(matrixOf(n), outer) : outer };
    target.nested({ kind, stream, resources, state }, name, (inner) => {
      walk.inside.add(stream.num);
      try {
        walkContent(walk, contentOf(walk.file, stream), resources, { ...state }, inner);
      } finally {
        walk.inside.delete(stream.num);
      }
    });
  }

  private graphicsState(operator: Operator): void {
    const { file, inside, fonts } = this.walk;
    const name = operator.args.at(-1);
    const all = file.entry(this.resources, 'ExtGState');
    const dict = typeof name === 'string' && isDict(all) ? file.deref(all.get(name)) : null;
    if (!isDict(dict)) return;
    const font = file.entry(dict, 'Font');
    if (Array.isArray(font)) {
      this.state.font = fonts.reader(font[0] instanceof Ref ? font[0].num : 0, file.deref(font[0]));
      this.state.size = numbers([file.deref(font[1])])[0] ?? 0;
    }
    const width = file.entry(dict, 'LW');
    if (typeof width === 'number') this.state.lineWidth = width;
    const group = file.entry(file.entry(dict, 'SMask'), 'G');
    if (group instanceof PdfStream && !inside.has(group.num)) this.nest('mask', group, name as string);
    this.target.other(operator, this.state, this.resources);
  }

  private pattern(operator: Operator): void {
    const { file, inside } = this.walk;
    const name = operator.args.at(-1);
    const all = file.entry(this.resources, 'Pattern');
    const pattern = typeof name === 'string' && isDict(all) ? file.deref(all.get(name)) : null;
    if (pattern instanceof PdfStream && !inside.has(pattern.num)) this.nest('pattern', pattern, name as string);
    this.target.other(operator, this.state, this.resources);
  }

  private beginMarked(op: string, args: readonly PdfValue[]): void {
    const { file, layers } = this.walk;
    const given = op === 'BDC' ? args[1] : undefined;
    const all = file.entry(this.resources, 'Properties');
    const said = typeof given === 'string' && isDict(all) ? all.get(given) : given;
    const hidden = args[0] === 'OC' && layers.hides(said);
    const actual = file.entry(file.deref(said), 'ActualText');
    const span = Buffer.isBuffer(actual) && this.hidden === 0 && !hidden;
    this.marked.push({ hidden, span });
    if (hidden) this.hidden++;
    if (span) {
      const index = this.walk.spans++;
      this.openSpans.push(index);
      this.target.span(textOf(actual), index);
    }
  }

  private endMarked(): void {
    const { hidden, span } = this.marked.pop()!;
    if (hidden) this.hidden--;
    if (!span) return;
    this.openSpans.pop();
    this.target.endSpan();
  }
}

function plain(op: string): Operator {
  return { op, args: [], image: null };
}

const STATE_OPERATORS = new Set('w J j M d ri i CS cs SC sc G g RG rg K k d0 d1'.split(' '));
const PAINTS = new Set('b B b* B* f F f* n s S'.split(' '));
