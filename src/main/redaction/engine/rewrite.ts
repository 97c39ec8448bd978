import { type Box, type Matrix, overlaps, transformBox } from '#main/bundles/assembler/matrix.ts';
import { hexText } from '#main/bundles/assembler/serialise.ts';
import { isDict, type PdfDict, PdfStream, type PdfValue } from '#main/bundles/assembler/values.ts';
import type { Nested, PathPart, Shown, State, Target } from './content-model.ts';
import type { Copier } from './copy.ts';
import type { Findings } from './find.ts';
import { fineText } from './fine-text.ts';
import { scaleOf } from './geometry.ts';
import type { ImageWriter } from './images.ts';
import { nestedEntries, writeStream } from './nested-text.ts';
import { pathText, valuesText } from './operator-text.ts';
import type { Operator } from './operators.ts';
import { crossed, cutFill, cutLines, extent, flatten, pathOf } from './paths.ts';
import { tiledAreas } from './pattern-tiles.ts';
import type { Removed } from './removed.ts';
import { ResourceSet } from './resources.ts';

/** What the rewriting of all pages has in common. */
export interface Rewriting {
  readonly copier: Copier;
  readonly images: ImageWriter;
  readonly removed: Removed;
  /** Forms in which nothing had to be changed, by their number in the source. */
  readonly forms: Map<number, number>;
  /** A font of the source as text of the new file. */
  font(said: PdfValue): string;
}

/** Writes a piece of content anew, without what goes. */
export class Rewriter implements Target {
  readonly resources: ResourceSet;
  /** Whether anything was left out, so that this content can't stand for the same content elsewhere. */
  changed = false;
  private readonly job: Rewriting;
  private readonly findings: Findings;
  private readonly areas: readonly Box[];
  private readonly out: string[] = [];
  private pendingMask: number | null = null;
  private pendingPattern: string | null = null;
  private readonly spans: boolean[] = [];

  constructor(
    job: Rewriting,
    findings: Findings,
    areas: readonly Box[] = findings.areas.map(({ box }) => box),
    resources = new ResourceSet(),
  ) {
    this.job = job;
    this.resources = resources;
    this.findings = findings;
    this.areas = areas;
  }

  /** The content as bytes. */
  get bytes(): Buffer {
    return Buffer.from(this.out.join('\n'), 'latin1');
  }

  /** Adds a line of content of our own. */
  add(line: string): void {
    this.out.push(line);
  }

  show(operator: Operator, items: readonly Shown[], state: State, hidden: boolean): void {
    const gone = (item: Shown) => typeof item !== 'number' && (hidden || this.findings.glyphs.has(item.index));
    if (!state.font) return;
    if (!items.some(gone)) {
      this.operator(operator);
      return;
    }
    this.changed = true;
    if (operator.op === '"')
      this.add(`${valuesText(operator.args.slice(0, 1))} Tw ${valuesText(operator.args.slice(1, 2))} Tc`);
    if (operator.op !== 'Tj' && operator.op !== 'TJ') this.add('T*');
    let text = '[';
    let kept: number[] = [];
    let moved = 0;
    const flush = () => {
      if (kept.length > 0) text += hexText(Uint8Array.from(kept));
      kept = [];
    };
    const settle = () => {
      if (Math.abs(moved) > 1e-6) text += ` ${fineText(moved)} `;
      moved = 0;
    };
    for (const item of items) {
      if (typeof item === 'number') {
        flush();
        moved += item;
      } else if (gone(item)) {
        flush();
        if (hidden) this.job.removed.hidden++;
        else this.job.removed.glyphs++;
        const step = item.advance * state.size + state.charSpace + (item.isSpace ? state.wordSpace : 0);
        if (state.size !== 0) moved -= (step / state.size) * 1000;
      } else {
        settle();
        for (let i = item.bytes - 1; i >= 0; i--) kept.push(Math.floor(item.code / 256 ** i) % 256);
      }
    }
    flush();
    settle();
    this.add(`${text}] TJ`);
  }

  path(parts: readonly PathPart[], paint: string, clip: 'W' | 'W*' | null, state: State, hidden: boolean): void {
    if (hidden) {
      this.job.removed.hidden++;
      this.changed = true;
      if (clip) this.add(`${pathText(parts)} ${clip} n`);
      return;
    }
    if (parts.length === 0) return;
    const width = STROKES.has(paint) ? (state.lineWidth * scaleOf(state.ctm)) / 2 : 0;
    const box = extent(parts, state.ctm);
    const reached = this.areas.filter((area) =>
      overlaps(area, [box[0] - width - 0.01, box[1] - width - 0.01, box[2] + width + 0.01, box[3] + width + 0.01]),
    );
    const lines = reached.length > 0 ? flatten(parts, state.ctm) : [];
    const areas = crossed(lines, reached, width);
    if (areas.length === 0) {
      this.add(`${pathText(parts)}${clip ? ` ${clip}` : ''} ${paint}`);
      return;
    }
    this.changed = true;
    this.job.removed.paths++;
    const even = paint.endsWith('*') || clip === 'W*';
    if (FILLS.has(paint)) this.fill(cutFill(lines, areas), state.ctm, even);
    if (STROKES.has(paint)) {
      const closed = CLOSES.has(paint) ? lines.map((line) => ({ ...line, closed: true })) : lines;
      const left = cutLines(closed, areas, width);
      const path = left && pathOf(left, state.ctm);
      if (path && path.length > 0) this.add(`${pathText(path)} S`);
    }
    if (clip) {
      const path = (cutFill(lines, areas) ?? []).flatMap((shape) => pathOf(shape, state.ctm) ?? []);
      this.add(`${path.length > 0 ? pathText(path) : '0 0 0 0 re'} W n`);
    }
  }

  private fill(shapes: ReturnType<typeof cutFill>, ctm: Matrix, even: boolean): void {
    for (const shape of shapes ?? []) {
      const path = pathOf(shape, ctm);
      if (path) this.add(`${pathText(path)} ${even ? 'f*' : 'f'}`);
    }
  }

  image(stream: PdfStream, state: State): void {
    const num = this.job.images.xobject(stream, this.reached(state), state.ctm);
    if (this.reached(state).length > 0) this.changed = true;
    if (num !== null) this.add(`${this.resources.name('XObject', `${num} 0 R`)} Do`);
  }

  inlineImage({ image }: Operator, state: State): void {
    if (!image) return;
    const areas = this.reached(state);
    if (areas.length > 0) this.changed = true;
    const num = this.job.images.inline(image.dict, image.data, areas, state.ctm);
    this.add(`${this.resources.name('XObject', `${num} 0 R`)} Do`);
  }

  /** The areas that a picture reaches, which is drawn in the unit square. */
  private reached({ ctm }: State): Box[] {
    const box = transformBox(ctm, [0, 0, 1, 1]);
    return this.areas.filter((area) => overlaps(area, box) || !box.every(Number.isFinite));
  }

  nested({ kind, stream, state }: Nested, _name: string, walk: (target: Target) => void): void {
    const { copier, forms } = this.job;
    const areas = kind === 'pattern' ? tiledAreas(copier.file, stream, state.ctm, this.areas) : this.areas;
    const inner = new Rewriter(this.job, this.findings, areas);
    walk(inner);
    if (inner.changed) this.changed = true;
    let num = inner.changed ? undefined : forms.get(stream.num);
    if (num === undefined) {
      num = copier.writer.allocate();
      if (!inner.changed) forms.set(stream.num, num);
      writeStream(copier, num, nestedEntries(copier, kind, stream, inner.resources.text), inner.bytes);
    }
    const reference = `${num} 0 R`;
    if (kind === 'form') this.add(`${this.resources.name('XObject', reference)} Do`);
    else if (kind === 'mask') this.pendingMask = num;
    else this.pendingPattern = reference;
  }

  span(text: string, index: number): void {
    const lost = this.findings.spans.has(index);
    this.spans.push(!lost);
    if (lost) this.changed = true;
    else this.add(`/Span<</ActualText${hexText(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())}>>BDC`);
  }

  endSpan(): void {
    if (this.spans.pop()) this.add('EMC');
  }

  shading(operator: Operator, _state: State, resources: PdfDict): void {
    const { copier } = this.job;
    const said = entryOf(copier, resources, 'Shading', operator.args.at(-1));
    if (said === undefined) return;
    const type = copier.file.entry(dictionary(copier, said), 'ShadingType');
    // A mesh can be a picture; a plain gradient hides nothing.
    if (typeof type === 'number' && type >= 4 && this.areas.length > 0) {
      this.job.removed.paths++;
      this.changed = true;
      return;
    }
    this.add(`${this.resources.name('Shading', copier.text(said))} sh`);
  }

  other(operator: Operator, _state: State, resources: PdfDict): void {
    const { op, args } = operator;
    const { copier } = this.job;
    switch (op) {
      case 'Tf': {
        const said = entryOf(copier, resources, 'Font', args[0]);
        if (said !== undefined)
          this.add(`${this.resources.name('Font', this.job.font(said))} ${valuesText(args.slice(1, 2))} Tf`);
        return;
      }
      case 'gs':
        this.graphicsState(dictionary(copier, entryOf(copier, resources, 'ExtGState', args.at(-1))));
        return;
      case 'cs':
      case 'CS': {
        const said = entryOf(copier, resources, 'ColorSpace', args[0]);
        this.add(
          `${said === undefined ? valuesText(args) : this.resources.name('ColorSpace', copier.text(said))} ${op}`,
        );
        return;
      }
      case 'scn':
      case 'SCN': {
        const name = args.at(-1);
        if (typeof name !== 'string') break;
        const said = entryOf(copier, resources, 'Pattern', name);
        const text = this.pendingPattern ?? (said === undefined ? null : copier.text(said));
        this.pendingPattern = null;
        if (text !== null) this.add(`${valuesText(args.slice(0, -1))} ${this.resources.name('Pattern', text)} ${op}`);
        return;
      }
    }
    this.operator(operator);
  }

  private graphicsState(dict: PdfDict | null): void {
    if (!dict) return;
    const { copier } = this.job;
    const { file } = copier;
    const mask = file.entry(dict, 'SMask');
    let text = copier.entries(dict, ['Type']);
    if (mask === 'None') text += '/SMask/None';
    else if (isDict(mask) && this.pendingMask !== null) {
      const kept = ['S', 'BC', 'TR'].map((key) => (mask.has(key) ? `/${key} ${copier.text(mask.get(key))}` : ''));
      text += `/SMask<</Type/Mask${kept.join('')}/G ${this.pendingMask} 0 R>>`;
    }
    this.pendingMask = null;
    const blend = file.entry(dict, 'BM');
    if (blend instanceof PdfStream) return;
    this.add(`${this.resources.name('ExtGState', `<<${text}>>`)} gs`);
    const font = file.entry(dict, 'Font');
    if (Array.isArray(font)) {
      const size = file.deref(font[1]);
      if (typeof size === 'number')
        this.add(`${this.resources.name('Font', this.job.font(font[0] ?? null))} ${fineText(size)} Tf`);
    }
  }

  private operator({ op, args }: Operator): void {
    this.add(args.length > 0 ? `${valuesText(args)} ${op}` : op);
  }
}

const FILLS = new Set('f F f* b b* B B*'.split(' '));
const STROKES = new Set('s S b b* B B*'.split(' '));
const CLOSES = new Set('s b b*'.split(' '));

function entryOf({ file }: Copier, resources: PdfDict, kind: string, name: PdfValue | undefined): PdfValue | undefined {
  const all = file.entry(resources, kind);
  return typeof name === 'string' && isDict(all) ? all.get(name) : undefined;
}

function dictionary({ file }: Copier, value: PdfValue | undefined): PdfDict | null {
  const seen = file.deref(value);
  return isDict(seen) ? seen : seen instanceof PdfStream ? seen.dict : null;
}
