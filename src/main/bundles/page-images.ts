import { rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Imaged, NotImaged } from '#main/page-images/imaging.ts';
import { makePageImages } from '#main/page-images/make.ts';
import type { JobProgress } from '#main/store/context.ts';
import { listed } from '#shared/domain/page-runs.ts';
import type { BindCheck, BindInput, Skipped } from './binding.ts';
import type { SourceHandle } from './handles.ts';
import type { Part } from './part.ts';

const USUAL_DPI = 200;

/** A document that was made into pictures of its pages. */
export interface TakenAsImages {
  handle: SourceHandle;
  pages: number;
  size: number;
}

export interface ImagesWanted {
  name: string;
  handle: SourceHandle;
  password: string | undefined;
  /** Why it can't be copied as it is, as a sentence. */
  why: string;
  /** How many pages can be had without: pictures are of use only where they are of more. */
  beyond?: number;
}

/**
 * Documents that viewers open and the assembler can't copy, made into pictures of their pages. They lie beside the bundle
 * that is being written until it is done.
 */
export class PageImages {
  /** What is to be told of each document that was taken so. */
  readonly notes: BindCheck[] = [];
  private readonly files: string[] = [];
  private readonly input: BindInput;
  private readonly report: (progress: JobProgress) => void;

  constructor(input: BindInput, report: (progress: JobProgress) => void) {
    this.input = input;
    this.report = report;
  }

  /** Pictures of a document's pages, or why there can be none. */
  async take({ name, handle, password, why, beyond = 0 }: ImagesWanted): Promise<TakenAsImages | NotImaged> {
    if (handle.kind === 'path' && this.files.includes(handle.file)) return 'closed';
    const dpi = this.input.profile.imageDpi ?? USUAL_DPI;
    const { seal } = this.input;
    const into = `${this.input.partial}.pages${this.files.length + 1}`;
    this.files.push(into);
    const outcome = await makePageImages(
      { handle, name, password, dpi, into, seal, beyond },
      { onProgress: (progress) => this.report(progress) },
    );
    if ('refused' in outcome) return outcome.refused;
    this.notes.push(noteOn(name, why, dpi, outcome.made));
    return { handle: { kind: 'path', file: into, seal }, pages: outcome.made.pages, size: (await stat(into)).size };
  }

  /** In the place of parts that could be counted and then not be copied; what can't be had so either is left out. */
  async replaced(parts: readonly Part[], lost: ReadonlyMap<string, string>, skipped: Skipped[]): Promise<Part[]> {
    const kept: Part[] = [];
    const begun = new Set<string>();
    for (const part of parts) {
      // The first file of a document goes by the document's own name.
      const why = lost.get(begun.has(part.itemId) ? part.id : part.itemId);
      begun.add(part.itemId);
      if (why === undefined) {
        kept.push(part);
        continue;
      }
      const taken = await this.take({ name: part.name, handle: part.handle, password: part.password, why });
      const isWhole = typeof taken === 'object' && (part.pages ?? [part.count - 1]).every((page) => page < taken.pages);
      if (!isWhole) {
        skipped.push({ file: part.name, reason: reasonWith(why, typeof taken === 'object' ? 'closed' : taken) });
        continue;
      }
      const { handle, pages, size } = taken;
      kept.push({ ...part, handle, password: undefined, size, count: part.pages?.length ?? pages });
    }
    return kept;
  }

  /** Takes the pictures away when the bundle is written, or is not to be. */
  discard(): void {
    for (const file of this.files) rmSync(file, { force: true });
  }
}

const NO_IMAGES: Readonly<Partial<Record<NotImaged, string>>> = {
  'nothing-shown': ' Another reader opens it, and nothing is to be seen on any of its pages.',
  'too-large': ' It is too large to be drawn page by page.',
  'too-slow': ' Another reader did not come to the end of a page within a minute.',
};

/** Why a document was left out, with what came of drawing it. */
export const reasonWith = (why: string, refused: NotImaged): string => why + (NO_IMAGES[refused] ?? '');

function noteOn(name: string, why: string, dpi: number, { pages, coarser, empty, unfinished }: Imaged): BindCheck {
  const because = why.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
  const blank = empty.filter((page) => !unfinished.includes(page));
  const told = [
    `${pages} ${pages === 1 ? 'page' : 'pages'} at ${dpi} dpi, as another reader counts and draws them`,
    coarser.length > 0 && `coarser, for their size: ${runs(coarser.map(({ page, dpi: is }) => `${page} (${is} dpi)`))}`,
    blank.length > 0 && `nothing is to be seen on ${runs(blank)}`,
    unfinished.length > 0 && `not whole, or lost: ${runs(unfinished)}`,
  ];
  return {
    id: 'source-page-images',
    ok: unfinished.length > 0 ? false : null,
    message: `${name}: taken as page images, because ${because}. ${told.filter(Boolean).join('; ')}. Hold them beside the original.`,
  };
}

const runs = (pages: readonly (number | string)[]) => `page ${listed(pages.map(String), 20)}`;
