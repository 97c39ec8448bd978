import type { KeyboardEvent } from 'react';

/** What the arrows can reach: an element with this attribute. */
export const STOP = 'data-stop';

const TOWARDS: Record<string, [x: number, y: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** What lies sideways counts more than what lies far: the arrow goes to what the eye would go to. */
const ASIDE = 3;

/** Moves the focus to the nearest stop in the direction of an arrow, as it stands on the page in either direction of reading. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>) {
  const towards = TOWARDS[event.key];
  const from = (event.target as Element).closest<HTMLElement>(`[${STOP}]`);
  if (event.altKey || event.ctrlKey || event.metaKey || from === null) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(`[${STOP}]`)];
  const to =
    event.key === 'Home' ? stops[0] : event.key === 'End' ? stops.at(-1) : towards && nearest(from, stops, towards);
  if (!to || to === from) return;
  event.preventDefault();
  to.focus();
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function nearest(from: HTMLElement, stops: readonly HTMLElement[], [x, y]: [number, number]): HTMLElement | undefined {
  const centre = (element: HTMLElement) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  };
  const [fromX, fromY] = centre(from);
  let best: HTMLElement | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const stop of stops) {
    if (stop === from) continue;
    const [toX, toY] = centre(stop);
    const along = (toX - fromX) * x + (toY - fromY) * y;
    const aside = Math.abs((toX - fromX) * y) + Math.abs((toY - fromY) * x);
    if (along <= 4 || (x !== 0 && aside > 400)) continue;
    const distance = along + aside * ASIDE;
    if (distance < least) [best, least] = [stop, distance];
  }
  return best;
}
