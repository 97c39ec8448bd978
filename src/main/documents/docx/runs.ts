import {
  Bookmark,
  BuilderElement,
  ExternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  ShadingType,
  TextRun,
  UnderlineType,
} from 'docx';
import type { FlatInline, FlatText } from '#shared/domain/blocks/flat.ts';

/** What Word has on every machine, for each of our fonts. Urdu names its own: Word puts another Nastaliq in its place. */
export const WORD_FONT = {
  Tinos: 'Times New Roman',
  'Source Serif 4': 'Times New Roman',
  'Source Sans 3': 'Calibri',
} as const;
export const URDU_FONT = 'Noto Nastaliq Urdu';

const BLANK_GROUND = 'F6E3A1';
const DANGLING_GROUND = 'F6D7D2';
const QUIET = '595959';

/** Word counts sizes of type in half points. */
export const halfPoints = (points: number) => Math.round(points * 2);

/** The runs of a paragraph. `size` is the paragraph's point size; quiet text is a step smaller. */
export function wordRuns(content: readonly FlatInline[], size: number): ParagraphChild[] {
  return content.flatMap((run) => wordRun(run, size));
}

function wordRun(run: FlatInline, size: number): ParagraphChild[] {
  switch (run.kind) {
    case 'text':
      return [textRun(run, size)];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'blank': {
      const fill = run.why === 'missing' ? BLANK_GROUND : DANGLING_GROUND;
      return [new TextRun({ text: `[● ${run.label}]`, shading: { type: ShadingType.CLEAR, fill, color: 'auto' } })];
    }
    case 'ref': {
      // \w gives a paragraph's whole number, "3(a)"; a mark is text, copied from its bookmark.
      const instruction = run.of === 'number' ? `REF ${run.anchor} \\w \\h` : `REF ${run.anchor} \\h`;
      const look = { bold: run.of === 'mark' };
      const before = run.before === '' ? [] : [new TextRun({ text: run.before, ...look })];
      return [...before, field(instruction, new TextRun({ text: run.text, ...look }))];
    }
    case 'anchor': {
      const text = new TextRun({ text: run.text, bold: true });
      return [run.anchor === null ? text : new Bookmark({ id: run.anchor, children: [text] })];
    }
    case 'link': {
      const children = run.runs.map((each) => textRun({ ...each, underline: true }, size));
      // Links of our own lead nowhere outside the program; others stay what they are.
      return /^(https?|mailto):/.test(run.href) ? [new ExternalHyperlink({ link: run.href, children })] : children;
    }
  }
}

/** A field with the value that readers see before Word counts again. */
function field(instruction: string, cached: TextRun): ParagraphChild {
  return new BuilderElement({
    name: 'w:fldSimple',
    attributes: { instr: { key: 'w:instr', value: instruction } },
    children: [cached],
  }) as unknown as ParagraphChild;
}

function textRun(run: FlatText, size: number): TextRun {
  const half = halfPoints(run.quiet ? size * 0.88 : size);
  const common: IRunOptions = {
    text: run.text,
    ...(run.underline ? { underline: { type: UnderlineType.SINGLE } } : {}),
    ...(run.quiet ? { color: QUIET, size: half } : {}),
  };
  if (run.urdu) {
    // Complex script: without each of these Word falls back to another font, size or direction.
    return new TextRun({
      ...common,
      rightToLeft: true,
      font: { ascii: URDU_FONT, hAnsi: URDU_FONT, cs: URDU_FONT },
      language: { bidirectional: 'ur-PK' },
      sizeComplexScript: half,
      ...(run.bold ? { bold: true, boldComplexScript: true } : {}),
    });
  }
  return new TextRun({
    ...common,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.mono ? { font: 'Courier New', size: Math.round(half * 0.9) } : {}),
  });
}
