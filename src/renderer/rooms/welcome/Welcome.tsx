import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { CreateVault } from './CreateVault.tsx';
import { RecoveryKey } from './RecoveryKey.tsx';
import { Start } from './Start.tsx';
import { Unlock } from './Unlock.tsx';

type Stage =
  | { is: 'start' }
  | { is: 'create' }
  | { is: 'unlock'; dir: string; name: string }
  | { is: 'key'; recoveryKey: string; name: string };

/** What stands before the case files: the lock of the vault that was open, or the ways to begin. */
export default function Welcome({ state, onOpen }: { state: Output<'vault.state'>; onOpen(): void }) {
  const [stage, setStage] = useState<Stage>(state.vault ? { is: 'unlock', ...state.vault } : { is: 'start' });
  const start = () => setStage({ is: 'start' });
  switch (stage.is) {
    case 'start':
      return (
        <Start
          onCreate={() => setStage({ is: 'create' })}
          onChosen={(dir) => setStage({ is: 'unlock', dir, name: nameOf(dir) })}
          onOpen={onOpen}
        />
      );
    case 'create':
      return <CreateVault onBack={start} onMade={(recoveryKey, name) => setStage({ is: 'key', recoveryKey, name })} />;
    case 'key':
      return <RecoveryKey recoveryKey={stage.recoveryKey} name={stage.name} today={state.today} onDone={onOpen} />;
    case 'unlock':
      return (
        <Unlock
          key={stage.dir}
          dir={stage.dir}
          name={stage.name}
          reason={stage.dir === state.vault?.dir ? state.lockReason : 'not-opened'}
          onOther={start}
          onOpen={onOpen}
        />
      );
  }
}

/** A vault is called by its folder. */
const nameOf = (dir: string) => (dir.split(/[\\/]/).filter(Boolean).at(-1) ?? dir).replace(/\.misl$/, '');
