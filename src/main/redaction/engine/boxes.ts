import type { Box } from '#main/bundles/assembler/matrix.ts';
import { textWidth, winAnsi } from '#main/bundles/assembler/metrics.ts';
import { literal, numberText } from '#main/bundles/assembler/serialise.ts';
import type { Area } from './find.ts';
import { boxText } from './operator-text.ts';
import { type PageView, toSeen } from './page.ts';
import type { Rewriter } from './rewrite.ts';

const LARGEST = 8;
const SMALLEST = 4;

/** Draws a black box where something was taken away, with the reason in it where there is one and it fits. */
export function drawBoxes(rewriter: Rewriter, areas: readonly Area[], view: PageView, fontNum: number): void {
  rewriter.add('q 0 g');
  for (const { box } of areas) rewriter.add(boxText(box));
  for (const { box, reason } of areas) {
    const text = reason === null ? null : winAnsi(reason);
    if (text) rewriter.add(reasonText(text, box, view, rewriter.resources.name('Font', `${fontNum} 0 R`)));
  }
  rewriter.add('Q');
}

/** The reason in white, upright as the page is seen; nothing where the box is too small. */
function reasonText(text: string, box: Box, view: PageView, font: string): string {
  const seen = toSeen(view, box);
  const [width, height] = [seen.width / view.unit, seen.height / view.unit];
  const size = Math.min(LARGEST, height * 0.75, ((width - 2) / textWidth(text, 1)) * 0.98);
  if (size < SMALLEST) return '';
  const along = (width - textWidth(text, size)) / 2;
  const up = (height - size * 0.72) / 2;
  const [left, bottom, right, top] = box;
  const matrix =
    view.rotate === 90
      ? [0, 1, -1, 0, right - up, bottom + along]
      : view.rotate === 180
        ? [-1, 0, 0, -1, right - along, top - up]
        : view.rotate === 270
          ? [0, -1, 1, 0, left + up, top - along]
          : [1, 0, 0, 1, left + along, bottom + up];
  return `BT 1 g ${font} ${numberText(size)} Tf ${matrix.map(numberText).join(' ')} Tm ${literal(text)} Tj ET 0 g`;
}
