import type { Box } from '#main/bundles/assembler/matrix.ts';
import type { Collector } from './find.ts';

/** Why a page shows something that no search for terms can read. */
export type Unsearched = 'picture' | 'drawn' | 'mute';

/** A picture, or pictures together, of this share of the page may be a scan. */
const SCAN_SHARE = 0.2;
/** A picture with fewer letters over it than this has no text layer. */
const LAYER_LETTERS = 10;
/** As many filled outlines, on a page without a letter, may be letters. */
const OUTLINES = 20;
/** Fewer glyphs than this say nothing about a font. */
const GLYPHS = 10;
const MOST_MUTE = 0.1;
/** Some makers leave the space without a meaning: that is no letter. */
const BLANKS = 2;

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Whether a page shows what can't be searched: a picture without a text layer, letters drawn as outlines, glyphs whose
 * font does not say what they are. Null where all of it could be searched.
 */
export function unsearchedOn({ glyphs, pictures, fills }: Collector, visible: Box): Unsearched | null {
  const letters = glyphs.filter(({ readings }) => readings.some((each) => LETTER.test(each)));
  if (isScan(pictures, letters, visible)) return 'picture';
  const seen = glyphs.filter(({ invisible, isSpace }) => !invisible && !isSpace);
  const mute = seen.filter(({ isMute }) => isMute);
  const kinds = new Set(mute.map(({ code }) => code)).size;
  if (seen.length >= GLYPHS && kinds > BLANKS && mute.length > seen.length * MOST_MUTE) return 'mute';
  return letters.length === 0 && fills >= OUTLINES ? 'drawn' : null;
}

function isScan(pictures: readonly Box[], letters: Collector['glyphs'], visible: Box): boolean {
  const shown = pictures.map((box) => inside(box, visible)).filter((box) => area(box) > 0);
  const share = shown.reduce((sum, box) => sum + area(box), 0) / area(visible);
  if (share < SCAN_SHARE) return false;
  let over = 0;
  for (const { box } of letters) if (shown.some((each) => area(inside(box, each)) > 0)) over++;
  return over < LAYER_LETTERS;
}

const inside = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

const area = ([left, bottom, right, top]: Box) => Math.max(0, right - left) * Math.max(0, top - bottom);
