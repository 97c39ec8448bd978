import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

/** A sheet to draw on, in the shape that pdf.js asks for. */
export interface Sheet {
  canvas: Canvas | null;
  context: SKRSContext2D | null;
}

/** All sheets that are in use at once, in pixels of four bytes: what a hostile page nests is refused beyond it. */
const MOST_PIXELS = 96_000_000;
/** Pixels a side that the drawing library is sure to have. */
const LONGEST = 32_000;

/** Thrown where a page asks for more room than is given to it. */
class NoRoom extends Error {
  constructor() {
    super('no room for another sheet');
    this.name = 'NoRoom';
  }
}

/** Makes the sheets that pages and their parts are drawn on, never more at once than memory is meant for. */
export class Canvases {
  private inUse = 0;

  create(width: number, height: number): Sheet {
    const pixels = this.reserve(width, height);
    try {
      const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
      return { canvas, context: canvas.getContext('2d') };
    } catch (error) {
      this.inUse -= pixels;
      throw error;
    }
  }

  reset({ canvas }: Sheet, width: number, height: number): void {
    if (!canvas) throw new NoRoom();
    this.inUse -= canvas.width * canvas.height;
    this.reserve(width, height);
    canvas.width = Math.ceil(width);
    canvas.height = Math.ceil(height);
  }

  destroy(sheet: Sheet): void {
    if (sheet.canvas) {
      this.inUse -= sheet.canvas.width * sheet.canvas.height;
      sheet.canvas.width = 1;
      sheet.canvas.height = 1;
    }
    sheet.canvas = null;
    sheet.context = null;
  }

  private reserve(width: number, height: number): number {
    const [w, h] = [Math.ceil(width), Math.ceil(height)];
    const fits = w > 0 && h > 0 && w <= LONGEST && h <= LONGEST && this.inUse + w * h <= MOST_PIXELS;
    if (!fits) throw new NoRoom();
    this.inUse += w * h;
    return w * h;
  }
}
