import { type Term, termIn } from '#shared/domain/redaction/terms.ts';

/** The texts that a map to Unicode holds, with the hexadecimal strings that say them. */
export function mappedTexts(bytes: Buffer): [hex: string, text: string][] {
  return [...bytes.toString('latin1').matchAll(/<([0-9a-fA-F\s]{8,})>/g)].map(([hex, digits]) => {
    const units = Buffer.from(digits!.replace(/\s/g, ''), 'hex');
    return [
      hex,
      Buffer.from(units.subarray(0, units.length & ~1))
        .swap16()
        .toString('utf16le'),
    ];
  });
}

/** A map to Unicode without the codes that stand for a whole term; the same one where there are none. */
export function withoutTermsInMap(bytes: Buffer, terms: readonly Term[]): Buffer {
  const gone = mappedTexts(bytes).filter(([, text]) => termIn(text, terms));
  if (gone.length === 0) return bytes;
  let map = bytes.toString('latin1');
  for (const [hex] of gone) map = map.replaceAll(hex, '<0020>');
  return Buffer.from(map, 'latin1');
}
