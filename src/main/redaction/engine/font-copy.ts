import { nameText } from '#main/bundles/assembler/serialise.ts';
import { dictOf, isDict, type PdfDict, PdfStream, type PdfValue, Ref } from '#main/bundles/assembler/values.ts';
import type { Term } from '#shared/domain/redaction/terms.ts';
import { contentOf, startState, startWalk } from './content-model.ts';
import { collect, findOnPage } from './find.ts';
import type { Fonts } from './font.ts';
import type { Layers } from './layers.ts';
import { writeStream } from './nested-text.ts';
import { ResourceSet } from './resources.ts';
import { Rewriter, type Rewriting } from './rewrite.ts';
import { walkContent } from './walk.ts';

/** Writes fonts. The glyphs of a Type 3 font are content of their own, which may show text and pictures. */
export class FontCopier {
  private readonly fonts: Fonts;
  private readonly layers: Layers;
  private readonly terms: readonly Term[];
  private readonly written = new Map<PdfDict | number, string>();

  constructor(fonts: Fonts, layers: Layers, terms: readonly Term[]) {
    this.fonts = fonts;
    this.layers = layers;
    this.terms = terms;
  }

  /** A font of the source as text of the new file. */
  text(job: Rewriting, said: PdfValue): string {
    const { copier } = job;
    const dict = copier.file.deref(said);
    if (!isDict(dict)) return 'null';
    if (copier.file.entry(dict, 'Subtype') !== 'Type3') return copier.text(said);
    const key = said instanceof Ref ? said.num : dict;
    const known = this.written.get(key);
    if (known !== undefined) return known;
    const num = copier.writer.allocate();
    // Before its glyphs are read, so that one that shows the font itself finds it.
    this.written.set(key, `${num} 0 R`);
    copier.writer.object(num, this.drawn(job, dict));
    return `${num} 0 R`;
  }

  private drawn(job: Rewriting, dict: PdfDict): string {
    const { copier } = job;
    const { file, writer } = copier;
    const glyphs = file.entry(dict, 'CharProcs');
    const resources = dictOf(file.entry(dict, 'Resources')) ?? new Map<string, PdfValue>();
    const used = new ResourceSet();
    let procs = '';
    for (const [name, said] of isDict(glyphs) ? glyphs : []) {
      const stream = file.deref(said);
      if (!(stream instanceof PdfStream)) continue;
      const bytes = contentOf(file, stream);
      const found = findOnPage(collect(this.walk(job), [[bytes, resources]]), this.terms, [], null);
      const rewriter = new Rewriter(job, found, [], used);
      walkContent(this.walk(job), bytes, resources, startState([1, 0, 0, 1, 0, 0]), rewriter);
      const num = writer.allocate();
      writeStream(copier, num, '', rewriter.bytes);
      procs += `${nameText(name)} ${num} 0 R`;
    }
    const entries = copier.entries(dict, ['Resources', 'CharProcs']);
    return `<<${entries}/CharProcs<<${procs}>>/Resources${used.text}>>`;
  }

  private walk({ copier }: Rewriting) {
    return startWalk(copier.file, this.fonts, this.layers);
  }
}
