/** Urgency, severity and confidence, each known by its shape: colour alone never says it. */
export type MarkName =
  | 'over'
  | 'now'
  | 'soon'
  | 'later'
  | 'met'
  | 'stop'
  | 'objection'
  | 'note'
  | 'clear'
  | 'waived'
  | 'read'
  | 'unsure';

const paper = 'var(--mark-on, var(--paper))';
const DRAWN: Record<MarkName, React.ReactNode> = {
  over: (
    <>
      <path d="M1 1h10v10H1z" fill="var(--against)" />
      <path d="M6 3v3.6M6 8.7v.3" stroke={paper} strokeWidth="1.6" />
    </>
  ),
  now: <path d="M6 .8 11.6 11H.4z" fill="var(--against)" />,
  soon: <path d="M6 .4 11.6 6 6 11.6.4 6z" fill="var(--soon)" />,
  later: <circle cx="6" cy="6" r="4.6" stroke="var(--ink-3)" strokeWidth="1.4" />,
  met: <path d="m1.5 6.5 3.1 3.1 5.9-7" stroke="var(--for)" strokeWidth="1.8" />,
  stop: (
    <>
      <path d="M3.6.5h4.8l3.1 3.1v4.8l-3.1 3.1H3.6L.5 8.4V3.6z" fill="var(--against)" />
      <path d="m4 4 4 4m0-4L4 8" stroke={paper} strokeWidth="1.5" />
    </>
  ),
  objection: (
    <>
      <path d="M6 .8 11.6 11H.4z" fill="var(--soon)" />
      <path d="M6 4.4v3M6 9v.2" stroke={paper} strokeWidth="1.3" />
    </>
  ),
  note: (
    <>
      <circle cx="6" cy="6" r="5" stroke="var(--accent)" strokeWidth="1.3" />
      <path d="M6 5.6v3M6 3.4v.2" stroke="var(--accent)" strokeWidth="1.4" />
    </>
  ),
  clear: <path d="m1.5 6.5 3.1 3.1 5.9-7" stroke="var(--for)" strokeWidth="1.8" />,
  waived: <path d="M2 6h8" stroke="var(--ink-3)" strokeWidth="1.4" />,
  read: <path d="M9.7 1.8v8.4H3.6a1 1 0 0 1-1-1V2.8a1 1 0 0 1 1-1zM9.7 8.2H3.6a1 1 0 0 0-1 1" stroke="currentColor" />,
  unsure: (
    <>
      <circle cx="6" cy="6" r="5.2" stroke="var(--soon)" strokeDasharray="1.6 1.3" />
      <path
        d="M4.5 4.6a1.55 1.55 0 1 1 2.3 1.35c-.5.3-.75.550-.75 1.05M6.05 8.75v.15"
        stroke="var(--soon)"
        strokeWidth="1.25"
      />
    </>
  ),
};

/** The mark stands beside its word; where it stands alone, `label` says the word. */
export function Mark({
  name,
  size = 12,
  label,
}: {
  name: MarkName;
  size?: number | undefined;
  label?: string | undefined;
}) {
  const drawn = name === 'unsure' || name === 'read' ? size + 2 : size;
  const shape = (
    <svg
      width={drawn}
      height={drawn}
      viewBox="0 0 12 12"
      fill="none"
      strokeLinecap="round"
      style={{ flex: 'none' }}
      aria-hidden="true"
    >
      {DRAWN[name]}
    </svg>
  );
  return label ? (
    <span role="img" aria-label={label} style={{ display: 'inline-flex', flex: 'none' }}>
      {shape}
    </span>
  ) : (
    shape
  );
}
