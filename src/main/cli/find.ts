import type { App } from '#main/app.ts';
import { problem } from '#shared/problem.ts';

/** The id of the matter with this id or reference. @throws ProblemError `not-found` */
export async function matterId(app: App, wanted: string): Promise<string> {
  const matters = await app.call('matters.list', {});
  const found = matters.find(({ id, reference }) => id === wanted || reference === wanted);
  if (!found)
    throw problem('not-found', `There is no matter ${wanted} in this vault.`, { hint: 'See: misl matter list V' });
  return found.id;
}
