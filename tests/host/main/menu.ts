import { strict } from '../strict.ts';

type Template = Electron.MenuItemConstructorOptions;
type ItemMembers = 'id' | 'label' | 'accelerator' | 'enabled' | 'visible' | 'checked' | 'click';

/** A menu is kept but not drawn, and its accelerators do nothing: tests find an item by its id and click it. */
class StandInMenuItem implements Pick<Electron.MenuItem, ItemMembers> {
  readonly id: string;
  readonly label: string;
  readonly accelerator: string | null;
  readonly submenu: StandInMenu | undefined;
  readonly click: () => void;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(template: Template) {
    const { id = '', label, role, accelerator, submenu, click } = template;
    this.id = id;
    this.label = label ?? role ?? '';
    this.accelerator = accelerator ?? null;
    this.enabled = template.enabled ?? true;
    this.visible = template.visible ?? true;
    this.checked = template.checked ?? false;
    this.submenu = Array.isArray(submenu) ? StandInMenu.buildFromTemplate(submenu) : undefined;
    const item = strict('MenuItem', this);
    this.click = () => {
      if (!item.enabled) return;
      if (role) throw new Error(`The stand-in host has no menu role ${role}`);
      click?.(item as never, undefined, {} as Electron.KeyboardEvent);
    };
    // biome-ignore lint/correctness/noConstructorReturn: the app gets the strict one.
    return item;
  }
}

class StandInMenu {
  readonly items: StandInMenuItem[];

  constructor(items: StandInMenuItem[] = []) {
    this.items = items;
    // biome-ignore lint/correctness/noConstructorReturn: the app gets the strict one.
    return strict('Menu', this);
  }

  static buildFromTemplate(template: Template[]) {
    return new StandInMenu(template.map((item) => new StandInMenuItem(item)));
  }

  static setApplicationMenu(menu: StandInMenu | null) {
    current = menu;
  }

  static getApplicationMenu() {
    return current;
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

let current: StandInMenu | null = null;

export const Menu = strict('Menu', StandInMenu);
export const MenuItem = strict('MenuItem', StandInMenuItem);
