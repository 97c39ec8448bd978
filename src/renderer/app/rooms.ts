import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { IconName } from '#renderer/ui/Icon.tsx';

/** A room of the program: what `place.room` names. Its word is `room.<id>` in the words of `app`. */
export interface Room {
  id: string;
  icon: IconName;
  shortcut: string;
  /** Rooms of daily work stand in the rail; the others are reached by their keys and the palette. */
  isInRail: boolean;
  View: LazyExoticComponent<ComponentType>;
}

/** In the order of the rail. The first is where an opened vault begins. */
export const ROOMS: readonly [Room, ...Room[]] = [
  {
    id: 'diary',
    icon: 'diary',
    shortcut: 'Ctrl+1',
    isInRail: true,
    View: lazy(() => import('#renderer/rooms/diary/DiaryRoom.tsx')),
  },
  {
    id: 'matters',
    icon: 'matters',
    shortcut: 'Ctrl+2',
    isInRail: true,
    View: lazy(() => import('#renderer/rooms/matters/MattersRoom.tsx')),
  },
  {
    id: 'settings',
    icon: 'settings',
    shortcut: 'Ctrl+,',
    isInRail: false,
    View: lazy(() => import('#renderer/rooms/settings/SettingsRoom.tsx')),
  },
];
