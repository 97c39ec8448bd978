import { powerMonitor } from 'electron';
import type { App } from '#main/app.ts';
import { lock } from '#main/session/lifecycle.ts';

/** Minutes without input until the vault is locked, where the settings say nothing; 0 there means never. */
const IDLE_MINUTES = 15;
/** How often the system is asked how long it has been idle, in milliseconds. */
const ASK_EVERY = 5_000;

/** Locks the vault when nobody is there: the system sleeps, shows its own lock, or has had no input for a while. */
export function watchForAbsence(app: App) {
  powerMonitor.on('suspend', () => void lock(app, 'suspend'));
  powerMonitor.on('lock-screen', () => void lock(app, 'screen-lock'));
  setInterval(() => void lockWhenIdle(app), ASK_EVERY).unref();
}

async function lockWhenIdle(app: App) {
  const minutes = powerMonitor.getSystemIdleTime() / 60;
  // The setting can't be less than a minute, so most of the time nothing has to be read. Work that runs is no absence.
  if (!app.session || minutes < 1 || app.jobs.size > 0) return;
  const limit = await idleLimit(app);
  if (limit > 0 && minutes >= limit) await lock(app, 'idle');
}

/** The limit of the open vault, in minutes; where none can be read, the usual one: a fault must not keep it open. */
async function idleLimit(app: App): Promise<number> {
  const { idleMinutes } = await app.call('settings.get', {}).catch((): Record<string, string> => ({}));
  const minutes = Number(idleMinutes || IDLE_MINUTES);
  return minutes >= 0 ? minutes : IDLE_MINUTES;
}
