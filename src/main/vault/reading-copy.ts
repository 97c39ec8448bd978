import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A copy of the encrypted database in a folder of its own among the system's temporary ones. */
export function copyForReading(database: string): { file: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'misl-read-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, 'main.db');
    copyFileSync(database, file);
    if (existsSync(`${database}-wal`)) copyFileSync(`${database}-wal`, `${file}-wal`);
    return { file, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
