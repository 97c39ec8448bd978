import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that ships beside the program with fonts and templates: found from the source, the build and the package. */
export function resourceFolder(): string {
  const packaged = (process as { resourcesPath?: string }).resourcesPath;
  if (packaged && existsSync(join(packaged, 'fonts'))) return packaged;
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const found = join(folder, 'resources');
    if (existsSync(join(found, 'fonts'))) return found;
    if (dirname(folder) === folder) throw new Error('the folder with fonts and templates is missing');
  }
}
