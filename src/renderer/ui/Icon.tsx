import { ICONS, type IconName, MIRRORED } from './icons.ts';

export type { IconName };

/** A drawing beside a word. It says nothing to screen readers: the word does. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number | undefined }) {
  return (
    <svg
      className={MIRRORED.has(name) ? 'flip' : undefined}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size > 20 ? 1.5 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
