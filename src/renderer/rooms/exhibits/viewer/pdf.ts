import {
  GlobalWorkerOptions,
  getDocument,
  PDFDataRangeTransport,
  type PDFDocumentLoadingTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { ask } from '#renderer/app/bridge.ts';
import { fromBase64, readPart } from './bytes.ts';

// Its own file of our scheme: the policy of the page knows no other place for workers.
GlobalWorkerOptions.workerSrc = worker;

/** Faces for what a PDF names and does not hold, and decoders of scans: by their file's name, at an address of ours. */
const FILES: Record<string, string> = import.meta.glob(
  [
    '../../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
    '../../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm',
  ],
  { query: '?url', import: 'default', eager: true },
);

class OwnFiles {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const path = Object.keys(FILES).find((each) => each.endsWith(`/${filename}`));
    if (!path) throw new Error(`There is no ${filename}`);
    const response = await fetch(FILES[path]!);
    if (!response.ok) throw new Error(`${filename} could not be read`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** Asks for the ranges that a page needs, so that a large file is never in memory whole. */
class VaultRange extends PDFDataRangeTransport {
  readonly #fileId: string;
  readonly #onError: (error: unknown) => void;
  readonly #read: ReadPart;

  constructor(file: { id: string; size: number }, onError: (error: unknown) => void, read: ReadPart) {
    super(file.size, null);
    this.#fileId = file.id;
    this.#onError = onError;
    this.#read = read;
  }

  override requestDataRange(begin: number, end: number) {
    this.#read(this.#fileId, begin, end - begin).then(
      (chunk) => this.onDataRange(begin, chunk),
      (error: unknown) => this.#onError(error),
    );
  }
}

const SETTINGS = {
  BinaryDataFactory: OwnFiles,
  useWorkerFetch: false,
  useSystemFonts: false,
  enableXfa: false,
  stopAtErrors: false,
  verbosity: 0,
};

/** Reads a part of what is kept under a file's id. */
export type ReadPart = typeof readPart;

/** Opens a PDF of the vault by ranges. `onError` hears of a range that can't be read. */
export function openPdf(
  file: { id: string; size: number },
  onError: (error: unknown) => void,
  read: ReadPart = readPart,
): PDFDocumentLoadingTask {
  return getDocument({
    ...SETTINGS,
    range: new VaultRange(file, onError, read),
    rangeChunkSize: 256 * 1024,
    disableAutoFetch: true,
    disableStream: true,
  });
}

/** Opens the pages that a bundle would make of a file that is no PDF. */
export async function openPages(fileId: string): Promise<PDFDocumentLoadingTask> {
  return openBytes((await ask('exhibits.pages', { fileId })).value.base64);
}

/** Opens a PDF that came whole, as base64. */
export function openBytes(base64: string): PDFDocumentLoadingTask {
  return getDocument({ ...SETTINGS, data: fromBase64(base64) });
}
