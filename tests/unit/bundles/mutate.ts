import { assembled, itemOf, numbered } from './assembling.ts';
import { makeDocument, moreNumber, streamBody } from './make-pdf.ts';
import { throughQpdf } from './programs.ts';

/** A generator of numbers that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Whole documents of several makes, with links, bookmarks, layers, fields and comments in them. */
export function wholeDocuments(): Buffer[] {
  const first = moreNumber(3);
  const rich = makeDocument(
    [
      { text: 'One', entries: `/Annots[${first} 0 R ${first + 1} 0 R ${first + 4} 0 R]/Rotate 90` },
      { text: 'Two', entries: '/CropBox[10 10 500 700]' },
      { text: 'Three', content: '/OC /L BDC q 1 0 0 1 5 5 cm BT /F 9 Tf 40 40 Td (Three) Tj ET Q EMC' },
    ],
    {
      catalog: `/Outlines ${first + 2} 0 R/Names<</Dests<</Names[(there) [6 0 R/Fit]]>>/JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>`,
      more: [
        '<</Type/Annot/Subtype/Link/Rect[10 10 90 30]/Dest(there)>>',
        '<</Type/Annot/Subtype/Link/Rect[10 40 90 60]/A<</S/URI/URI(https://example.org/)>>>>',
        `<</Type/Outlines/First ${first + 3} 0 R/Last ${first + 3} 0 R/Count 1>>`,
        `<</Title(Go)/Parent ${first + 2} 0 R/A<</S/GoTo/D[8 0 R/XYZ 0 800 0]>>>>`,
        `<</Type/Annot/Subtype/Widget/FT/Tx/V(v)/Rect[100 100 200 120]/AP<</N ${first + 5} 0 R>>>>`,
        streamBody('0 0 1 rg 0 0 100 20 re f', '/Type/XObject/Subtype/Form/BBox[0 0 100 20]'),
      ],
    },
  );
  const encrypt = (...options: string[]) =>
    throughQpdf(rich, ['--allow-weak-crypto', '--encrypt', '', 'own', ...options, '--']);
  return [
    rich,
    throughQpdf(rich, ['--object-streams=generate']),
    throughQpdf(rich, ['--linearize']),
    encrypt('256'),
    encrypt('128', '--use-aes=y'),
    encrypt('40'),
  ];
}

const WORDS = [
  'obj',
  'endobj',
  'stream',
  'endstream',
  '<<',
  '>>',
  '[',
  ']',
  '(',
  '/Kids',
  '/Length',
  '0 R',
  '99999999',
];

/** One document spoilt in one to four places: bytes flipped, cut out, doubled, words put in, the end cut off. */
export function mutated(pdf: Buffer, random: (below: number) => number): Buffer {
  let out = Buffer.from(pdf);
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(out.length);
    const length = 1 + random(200);
    switch (random(6)) {
      case 0:
        for (let i = 0; i < 1 + random(20); i++) out[random(out.length)] = random(256);
        break;
      case 1:
        out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
        break;
      case 2:
        out = Buffer.concat([out.subarray(0, at + length), out.subarray(at)]);
        break;
      case 3:
        out = Buffer.concat([out.subarray(0, at), Buffer.from(WORDS[random(WORDS.length)]!), out.subarray(at)]);
        break;
      case 4: {
        // A number becomes another: offsets, lengths, references, counts.
        const text = out.toString('latin1');
        const numbers = [...text.matchAll(/\d+/g)];
        const chosen = numbers[random(numbers.length)];
        if (!chosen) break;
        const [old] = chosen;
        const fresh = String([random(20), random(100_000), 2 ** 31, 0][random(4)]);
        out = Buffer.from(text.slice(0, chosen.index) + fresh + text.slice(chosen.index + old.length), 'latin1');
        break;
      }
      default:
        if (random(3) === 0) out = out.subarray(0, at);
    }
    if (out.length === 0) return Buffer.from('%PDF-1.4');
  }
  return out;
}

export interface Outcome {
  readonly pdf: Buffer;
  /** Of the processor, in this thread: what other programs do meanwhile does not count. */
  readonly milliseconds: number;
  /** Errors that no source should cause, by name; of the page or of the whole. */
  readonly faults: string[];
  readonly pages: number;
}

/** Binds a spoilt document between two whole ones. */
export function bindSpoilt(spoilt: Buffer, whole: Buffer): Outcome {
  const from = process.threadCpuUsage();
  const { pdf, report } = assembled([itemOf('before', whole), itemOf('spoilt', spoilt), itemOf('after', whole)], {
    stamps: numbered,
    outline: ['before', 'spoilt', 'after'].map((itemId) => ({ title: itemId, itemId })),
  });
  const faults = report.items.flatMap(({ problems }) =>
    problems.flatMap(({ code, detail }) =>
      code === 'page-unreadable' || (code === 'object-unreadable' && detail?.endsWith('Error')) ? [detail ?? code] : [],
    ),
  );
  const { user, system } = process.threadCpuUsage(from);
  return { pdf, milliseconds: (user + system) / 1000, faults, pages: report.pages };
}
