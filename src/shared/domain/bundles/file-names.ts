/** What a pattern for the name of a bundle's file may say. */
export interface NameFields {
  /** The number of the proceeding; null where it has none. */
  case: string | null;
  title: string;
  /** `YYYY-MM-DD`: the hearing that the bundle is for. */
  hearing: string | null;
  /** The version that it would be, from 1. */
  version: number;
}

const PLAIN = '{title}';
/** Registries cut or refuse longer names; room is left for the volume and the ending. */
const LONGEST = 70;

/**
 * A file's name without its ending, by a pattern such as `{case}_{title}_{hearing}_v{n}`. What is not known is left out
 * with the sign before it; nothing but letters, digits, space and `. _ - ( ) ,` remains.
 */
export function bundleFileName(pattern: string | null, fields: NameFields): string {
  const values: Record<string, string | null> = {
    case: fields.case,
    title: fields.title,
    hearing: fields.hearing,
    n: String(fields.version),
  };
  const filled = (pattern ?? PLAIN).replace(/([_-]?v?)\{(\w+)\}/g, (_, before: string, name: string) => {
    const value = values[name];
    return value ? before + value.replace(/_/g, ' ') : '';
  });
  const safe = filled
    .normalize('NFC')
    .replace(/[/\\]+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N} ._,()-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?_ ?/g, '_')
    .replace(/^[ ._-]+/, '');
  return (
    [...safe]
      .slice(0, LONGEST)
      .join('')
      .replace(/[ ._-]+$/, '') || 'Bundle'
  );
}

/** What a file of a bundle is called after its volume: "Case bundle - Volume 1 of 3". */
export function volumeFileName(base: string, volume: { number: number; of: number } | null, isLate: boolean): string {
  const late = isLate ? ' - documents added later' : '';
  const which = volume ? ` - Volume ${volume.number} of ${volume.of}` : '';
  return `${base}${late}${which}`;
}
