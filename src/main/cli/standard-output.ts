import { EXIT } from './command.ts';

/**
 * What is done when standard output takes nothing more. A reader that has had enough (`| head`) is no error: the work is
 * brought to its end. A full disk is one, since what was asked for is lost.
 * @returns whether something that was written there got lost
 */
export function guardOutput(): () => boolean {
  let failed = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || failed) return;
    failed = true;
    process.exitCode = EXIT.refused;
    process.stderr.write(`misl: The answer could not be written to standard output (${error.code ?? 'unknown'}).\n`);
  });
  // Without this a reader of the errors who leaves would end the program in the middle of its work.
  process.stderr.on('error', () => {});
  return () => failed;
}
