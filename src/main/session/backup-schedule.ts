import type { App } from '#main/app.ts';

/** How often it is looked whether a backup is due, in milliseconds. */
const LOOK_EVERY = 10 * 60_000;
const DAY = 86_400_000;

/**
 * Whether a backup is due.
 * @param every days between two; 0 for never
 * @param newest when the last was made, as an ISO instant; null where there is none
 */
export function isDue(every: number, newest: string | null, now: string): boolean {
  if (every <= 0) return false;
  return newest === null || Date.parse(now) - Date.parse(newest) >= every * DAY;
}

/** Backs up when it is due, while a vault is open, nothing else is at work, and the folder is there. */
export function watchBackups(app: App) {
  setInterval(() => void backUpWhenDue(app).catch(() => {}), LOOK_EVERY).unref();
}

async function backUpWhenDue(app: App) {
  if (!app.session || app.session.vault.readOnly || app.jobs.size > 0) return;
  const { every, isReachable, backups } = await app.call('backup.state', {});
  if (isReachable && isDue(Number(every), backups[0]?.createdAt ?? null, app.clock.now())) {
    // What goes wrong is in the log, from where the settings show it.
    await app.call('backup.run', {});
  }
}
