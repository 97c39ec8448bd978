import { openSealed, type Seal } from '#main/sealed-file.ts';
import { type BlobHandle, openBlob } from '#main/vault/blob-reader.ts';
import { bytesSource } from './assembler/file-source.ts';
import type { ByteSource } from './assembler/types.ts';

/** Where a document's bytes are, in a form that can be handed to another thread. */
export type SourceHandle =
  | { kind: 'path'; file: string; seal?: Seal }
  | ({ kind: 'blob' } & BlobHandle)
  | { kind: 'bytes'; bytes: Uint8Array };

/** Opens a source for reading at any place; nothing of a blob is ever written to a file. */
export function openHandle(handle: SourceHandle): ByteSource {
  switch (handle.kind) {
    case 'path':
      return openSealed(handle.file, handle.seal ?? null);
    case 'blob':
      return openBlob(handle);
    case 'bytes':
      return bytesSource(handle.bytes);
  }
}
