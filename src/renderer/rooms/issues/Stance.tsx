import type { Output } from '#shared/contract/index.ts';
import styles from './Stance.module.css';

type StanceId = Output<'issues.list'>[number]['points'][number]['stance'];

const DRAWN: Record<StanceId, React.ReactNode> = {
  agreed: <path d="M2 4.5h10M2 9.5h10" />,
  'in-part': <path d="M2 4.5h10M2 9.5h4" />,
  denied: <path d="M2 4.5h10M2 9.5h10M10 1.5 4 12.5" />,
  silent: <circle cx="7" cy="7" r="4.8" strokeDasharray="2 1.8" />,
};

/** How the other side answers a point: equal, half equal, not equal, or nothing; always with its word. */
export function Stance({ stance, label }: { stance: StanceId; label: string }) {
  return (
    <span className={`${styles.stance} ${styles[stance]}`}>
      <svg
        width="14"
        height="14"
        viewBox="0 0 14 14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        {DRAWN[stance]}
      </svg>
      {label}
    </span>
  );
}
