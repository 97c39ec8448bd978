import { runOnceShown, useActions } from '#renderer/app/actions.ts';
import { ask } from '#renderer/app/bridge.ts';
import { translate, useT } from '#renderer/app/i18n.ts';
import { back, forward, go, usePlace, useWays } from '#renderer/app/place.ts';
import { tell } from '#renderer/app/query.ts';
import { ROOMS } from '#renderer/app/rooms.ts';
import { flushUnsaved } from '#renderer/app/unsaved.ts';
import { toast } from '#renderer/ui/toast.ts';

/** What can be done in every room. The ids without a dot are those of the system's menu. */
export function useEverywhere({ onKeys, onPalette }: { onKeys(): void; onPalette(): void }) {
  const t = useT('app');
  const { room, tab, matterId } = usePlace();
  const { hasBack, hasForward } = useWays();
  useActions('matters', [
    {
      id: 'matters.new',
      label: translate('matters', 'new'),
      icon: 'plus',
      shortcut: 'Ctrl+Shift+N',
      isDisabled: room === 'matters' && tab === 'new' && matterId === undefined,
      run: () => go({ room: 'matters', tab: 'new' }),
    },
  ]);
  useActions('app', [
    {
      id: 'quick-add',
      label: translate('diary', 'keys.quick'),
      icon: 'diary',
      // The calendar of the diary offers it itself.
      isDisabled: room === 'diary' && tab !== 'after' && tab !== 'forgotten',
      run: () => {
        runOnceShown('quick-add');
        go({ room: 'diary' });
      },
    },
    { id: 'palette', label: t('action.palette'), icon: 'search', shortcut: 'Ctrl+K', run: onPalette },
    { id: 'keys', label: t('action.keys'), icon: 'keyboard', shortcut: '?', run: onKeys },
    {
      id: 'undo',
      label: t('action.undo'),
      icon: 'undo',
      shortcut: 'Ctrl+Z',
      notInText: true,
      run: () => void takeBack('undo'),
    },
    {
      id: 'redo',
      label: t('action.redo'),
      icon: 'redo',
      shortcut: 'Ctrl+Shift+Z',
      notInText: true,
      run: () => void takeBack('redo'),
    },
    {
      id: 'back',
      label: t('action.back'),
      icon: 'back',
      shortcut: 'Alt+ArrowLeft',
      notInText: true,
      isDisabled: !hasBack,
      run: back,
    },
    {
      id: 'forward',
      label: t('action.forward'),
      icon: 'forward',
      shortcut: 'Alt+ArrowRight',
      notInText: true,
      isDisabled: !hasForward,
      run: forward,
    },
    ...ROOMS.map(({ id, icon, shortcut, isInRail }) => ({
      id: isInRail ? `room.${id}` : id,
      label: t('action.goTo', { room: t(`room.${id}`) }),
      icon,
      shortcut,
      run: () => go({ room: id }),
    })),
    {
      id: 'lock',
      label: t('action.lock'),
      icon: 'lock',
      shortcut: 'Ctrl+L',
      overDialogs: true,
      run: () =>
        void flushUnsaved()
          .then(() => ask('vault.lock', {}))
          .catch(tell),
    },
  ]);
}

/** Takes the last command back, or puts again what was taken back last, and says which it was. */
async function takeBack(way: 'undo' | 'redo') {
  const t = (key: string, values?: Record<string, unknown>) => translate('app', key, values);
  try {
    const { value: last } = await ask('undo.last', {});
    const command = last[way];
    if (!command) {
      toast.show({ message: t(way === 'undo' ? 'nothingToUndo' : 'nothingToRedo') });
      return;
    }
    await ask('undo.take', { id: command.id });
    const what = t(`command.${command.name}`, { defaultValue: t('aChange') });
    toast.show({
      message: t(way === 'undo' ? 'undone' : 'redone', { what }),
      ...(way === 'undo'
        ? { action: { label: t('redo'), shortcut: 'Ctrl+Shift+Z', onPress: () => void takeBack('redo') } }
        : {}),
    });
  } catch (error) {
    tell(error);
  }
}
