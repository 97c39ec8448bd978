import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The menu of the system. What it does to the case files is done by the page, which gets the action's id; the keys are
 * only shown here, since the page listens to them itself and would hear them twice.
 */
export function setMenu({ act, devTools }: { act(id: string): void; devTools: boolean }) {
  const action = (id: string, label: string, keys?: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...(keys ? { accelerator: keys, registerAccelerator: false } : {}),
    click: () => act(id),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        action('quick-add', 'Quick add…', 'CmdOrCtrl+N'),
        action('palette', 'Find or do…', 'CmdOrCtrl+K'),
        line,
        action('settings', 'Settings', 'CmdOrCtrl+,'),
        action('lock', 'Lock', 'CmdOrCtrl+L'),
        line,
        { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        action('undo', 'Undo', 'CmdOrCtrl+Z'),
        action('redo', 'Redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        ...(devTools ? [line, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { label: '&Help', submenu: [action('keys', 'Keys', '?')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
