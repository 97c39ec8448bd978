import { nameText } from '#main/bundles/assembler/serialise.ts';

type Kind = 'Font' | 'XObject' | 'ExtGState' | 'ColorSpace' | 'Pattern' | 'Shading';

const PREFIX: Readonly<Record<Kind, string>> = {
  Font: 'F',
  XObject: 'X',
  ExtGState: 'G',
  ColorSpace: 'C',
  Pattern: 'P',
  Shading: 'S',
};

/** The resources that a rewritten piece of content really uses, under names that say nothing. */
export class ResourceSet {
  private readonly kinds = new Map<Kind, Map<string, string>>();

  /** The name under which the content uses it, with its slash; `text` is the value. */
  name(kind: Kind, text: string): string {
    let known = this.kinds.get(kind);
    if (!known) {
      known = new Map();
      this.kinds.set(kind, known);
    }
    let name = known.get(text);
    if (name === undefined) {
      name = `${PREFIX[kind]}${known.size}`;
      known.set(text, name);
    }
    return nameText(name);
  }

  get text(): string {
    const parts = [...this.kinds].map(
      ([kind, names]) => `/${kind}<<${[...names].map(([text, name]) => `${nameText(name)} ${text}`).join('')}>>`,
    );
    return `<<${parts.join('')}>>`;
  }
}
