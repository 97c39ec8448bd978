import { useEffect, useState } from 'react';
import { ask } from '#renderer/app/bridge.ts';
import { problemOf } from '#renderer/app/query.ts';
import type { Problem } from '#shared/problem.ts';

/** How much is asked for at once. */
const PART = 1024 * 1024;

/** Base64, as bytes cross from the main process. */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** A part of a file of the vault. @throws ProblemError `blob-damaged`, `not-found` */
export async function readPart(fileId: string, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return fromBase64((await ask('exhibits.read', { fileId, from, length })).value.base64);
}

/**
 * The address of a file's content, for as long as the component is shown: decrypted into the memory of this window,
 * which keeps nothing on the disk.
 */
export function useObjectUrl(file: { id: string; size: number; mime: string }): {
  url: string | null;
  problem: Problem | null;
} {
  const { id, size, mime } = file;
  const [made, setMade] = useState<{ url: string | null; problem: Problem | null }>({ url: null, problem: null });
  useEffect(() => {
    let isCurrent = true;
    let url: string | null = null;
    setMade({ url: null, problem: null });
    const read = async () => {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let at = 0; at < size && isCurrent; at += PART)
        parts.push(await readPart(id, at, Math.min(PART, size - at)));
      if (!isCurrent) return;
      url = URL.createObjectURL(new Blob(parts, { type: mime }));
      setMade({ url, problem: null });
    };
    read().catch((error: unknown) => isCurrent && setMade({ url: null, problem: problemOf(error) }));
    return () => {
      isCurrent = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [id, size, mime]);
  return made;
}
