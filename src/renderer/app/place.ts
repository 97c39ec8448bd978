import { create } from 'zustand';

/** Where the user is. Rooms give `tab` and `itemId` their meaning. */
export interface Place {
  room: string;
  matterId?: string;
  tab?: string;
  itemId?: string;
}

interface Way {
  past: readonly Place[];
  here: Place;
  future: readonly Place[];
}

const LONGEST_WAY = 100;
const START: Way = { past: [], here: { room: '' }, future: [] };
const useWay = create<Way>(() => START);

const isSame = (a: Place, b: Place) =>
  a.room === b.room && a.matterId === b.matterId && a.tab === b.tab && a.itemId === b.itemId;

export function usePlace(): Place {
  return useWay(({ here }) => here);
}

/** Whether there is a way back, and one forward again. */
export function useWays(): { hasBack: boolean; hasForward: boolean } {
  const hasBack = useWay(({ past }) => past.length > 0);
  return { hasBack, hasForward: useWay(({ future }) => future.length > 0) };
}

/** Goes to a place; the way back is kept. */
export function go(place: Place) {
  useWay.setState(({ past, here, future }) => {
    if (isSame(place, here)) return { past, here, future };
    return { past: here.room === '' ? past : [...past, here].slice(-LONGEST_WAY), here: place, future: [] };
  });
}

export function back() {
  useWay.setState((way) => {
    const here = way.past.at(-1);
    return here ? { past: way.past.slice(0, -1), here, future: [way.here, ...way.future] } : way;
  });
}

export function forward() {
  useWay.setState((way) => {
    const [here, ...future] = way.future;
    return here ? { past: [...way.past, way.here], here, future } : way;
  });
}

/** Forgets where the user was: the next vault knows none of these places. */
export function forgetWay() {
  useWay.setState(START, true);
}
