import { app, dialog } from 'electron';

/** A page that breaks this often within a minute is not opened again. */
const BREAKS = 3;

/**
 * Crashes leave nothing of the case behind: no dump is written, since the crash reporter is never started, and of an
 * error only its name and place are told, because its text may hold case data.
 */
export function handleFaults({ end, renew }: { end(): void; renew(): void }) {
  const breaks: number[] = [];
  app.on('render-process-gone', (_event, _contents, { reason }) => {
    if (reason === 'clean-exit') return;
    console.error(`The page ended: ${reason}`);
    const now = Date.now();
    breaks.push(now);
    if (breaks.filter((at) => now - at < 60_000).length < BREAKS) return renew();
    dialog.showErrorBox('Misl', 'The window broke several times and was closed. What was saved is safe in the vault.');
    end();
  });

  const fault = (error: unknown) => {
    const where = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : '';
    console.error(`Misl ended: ${error instanceof Error ? error.name : typeof error}\n${where}`);
    dialog.showErrorBox('Misl', 'Something went wrong and Misl has to end. What was saved is safe in the vault.');
    end();
  };
  process.on('uncaughtException', fault);
  process.on('unhandledRejection', fault);
}
