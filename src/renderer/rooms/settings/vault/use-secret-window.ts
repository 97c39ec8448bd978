import { ask } from '#renderer/app/bridge.ts';
import { queries, tell } from '#renderer/app/query.ts';
import { toast } from '#renderer/ui/toast.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SecretPurpose } from '#shared/contract/secret-window.ts';

type Exported = Output<'vault.askSecret'>['exported'];

/** Opens the window that asks for secrets; what was done there is said here, and read again. */
export function useSecretWindow() {
  return (
    purpose: SecretPurpose,
    { about, done, onExported }: { about?: string; done?: string; onExported?(exported: Exported): void } = {},
  ) => {
    const asked = ask('vault.askSecret', { purpose, ...(about === undefined ? {} : { about }) });
    asked
      .then(({ value }) => {
        for (const name of ['vault.info', 'backup.state']) void queries.invalidateQueries({ queryKey: [name] });
        if (!value.done) return;
        if (done !== undefined) toast.show({ message: done, tone: 'ok' });
        onExported?.(value.exported);
      })
      .catch(tell);
  };
}
