import { create } from 'zustand';

/** From here on a list stands beside its room; under it, it is a drawer. */
const WIDE = '(min-width: 1360px)';

interface Drawer {
  /** How many lists are on the page: the button is there for as long as there is one. */
  lists: number;
  isOpen: boolean;
  isWide: boolean;
}

const wide = matchMedia(WIDE);

/** The drawer that holds a room's list in a narrow window. */
export const useDrawer = create<Drawer>(() => ({ lists: 0, isOpen: false, isWide: wide.matches }));

wide.addEventListener('change', ({ matches }) => useDrawer.setState({ isWide: matches, isOpen: false }));

/** The element that the button opens. */
export const DRAWER_ID = 'list-drawer';

export function setDrawer(isOpen: boolean) {
  useDrawer.setState({ isOpen });
}

/** Tells that a list is on the page. @returns the function that takes it back */
export function announceList(): () => void {
  useDrawer.setState(({ lists }) => ({ lists: lists + 1 }));
  return () => useDrawer.setState(({ lists }) => ({ lists: lists - 1, isOpen: false }));
}
