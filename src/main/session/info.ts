import type { App } from '#main/app.ts';
import { vaultInfo } from '#main/vault/service.ts';

export function info({ session }: App) {
  const { dir, header } = session!.vault;
  return vaultInfo(dir, header);
}
