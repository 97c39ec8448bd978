import { type FormEvent, useState } from 'react';
import { ask } from '#renderer/app/bridge.ts';
import { useT } from '#renderer/app/i18n.ts';
import { useCommand } from '#renderer/app/query.ts';
import { useSecret } from '#renderer/app/secret.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './CreateVault.module.css';
import { FirstRun } from './FirstRun.tsx';
import foot from './Foot.module.css';
import { STRONG_ENOUGH, Strength, useStrength } from './Strength.tsx';

interface Place {
  name: string;
  dir: string | null;
}

/** The first two steps of a new vault: what it is called and where it lies, then its passphrase. */
export function CreateVault(props: { onBack(): void; onMade(recoveryKey: string, name: string): void }) {
  const t = useT('welcome');
  const [place, setPlace] = useState<Place>({ name: t('create.nameGiven'), dir: null });
  const [isPlaced, setPlaced] = useState(false);
  return isPlaced && place.dir !== null ? (
    <PassphraseStep
      name={place.name.trim()}
      dir={place.dir}
      onBack={() => setPlaced(false)}
      onMade={(recoveryKey) => props.onMade(recoveryKey, place.name.trim())}
    />
  ) : (
    <PlaceStep place={place} onChange={setPlace} onBack={props.onBack} onNext={() => setPlaced(true)} />
  );
}

function PlaceStep(props: { place: Place; onChange(place: Place): void; onBack(): void; onNext(): void }) {
  const { place, onChange, onBack, onNext } = props;
  const t = useT('welcome');
  const [isChecked, setChecked] = useState(false);
  const choose = useCommand('vault.chooseFolder');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (place.name.trim() !== '' && place.dir !== null) onNext();
  };
  const chooseFolder = () =>
    void choose.run({ purpose: 'create' }).then((dir) => {
      if (dir !== null) onChange({ ...place, dir });
    });
  return (
    <FirstRun step="place" title={t('create.title')} text={t('create.text')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.fields}>
          <TextField
            label={t('create.name')}
            hint={t('create.nameHint')}
            value={place.name}
            onChange={(name) => onChange({ ...place, name })}
            error={isChecked && place.name.trim() === '' ? t('create.missing') : undefined}
            isRequired
            autoFocus
          />
          <section aria-label={t('create.folder')} className={styles.folder}>
            <p className={styles.label}>{t('create.folder')}</p>
            <div className={styles.chosen}>
              <bdi className={styles.path} dir="ltr">
                {place.dir ?? t('create.noFolder')}
              </bdi>
              <Button icon="folder" onPress={chooseFolder}>
                {place.dir === null ? t('create.choose') : t('create.chooseOther')}
              </Button>
            </div>
            <p className={styles.hint}>{t('create.folderHint')}</p>
          </section>
          {isChecked && place.dir === null && <Notice tone="danger" title={t('create.missingFolder')} />}
          {choose.problem && (
            <Notice tone="danger" title={choose.problem.message}>
              {choose.problem.hint}
            </Notice>
          )}
        </div>
        <footer className={foot.foot}>
          <Button onPress={onBack}>{t('create.back')}</Button>
          <span className={foot.end}>
            <Button variant="primary" type="submit">
              {t('create.next')}
            </Button>
          </span>
        </footer>
      </form>
    </FirstRun>
  );
}

function PassphraseStep(props: { name: string; dir: string; onBack(): void; onMade(recoveryKey: string): void }) {
  const { name, dir, onBack, onMade } = props;
  const t = useT('welcome');
  const passphrase = useSecret();
  const again = useSecret();
  const [isChecked, setChecked] = useState(false);
  const [isJudging, setJudging] = useState(false);
  const judged = useStrength(passphrase.value);
  const create = useCommand('vault.create');
  const isWeak = judged !== null && judged.score < STRONG_ENOUGH;
  const differs = again.value !== passphrase.value;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.busy || isJudging) return;
    setChecked(true);
    if (passphrase.value === '' || isWeak || differs) return;
    void make().catch(() => {});
  };
  const make = async () => {
    if (judged === null && !(await isStrong())) return;
    const { recoveryKey } = await create.run({ dir, name, passphrase: passphrase.value });
    onMade(recoveryKey);
  };
  /** Of what was typed last and is not judged yet; what cannot be judged here is judged when the vault is made. */
  const isStrong = async () => {
    setJudging(true);
    try {
      return (await ask('vault.strength', { passphrase: passphrase.value })).value.score >= STRONG_ENOUGH;
    } catch {
      return true;
    } finally {
      setJudging(false);
    }
  };
  const firstError = () => {
    if (passphrase.wasForgotten) return t('lock.forgotten');
    if (!isChecked) return undefined;
    if (passphrase.value === '') return t('create.missing');
    return isWeak ? t('create.tooWeak') : undefined;
  };
  const problem = create.problem;
  return (
    <FirstRun step="passphrase" title={t('create.passphraseTitle')} text={t('create.passphraseText')}>
      <form className={styles.form} onSubmit={submit} noValidate aria-busy={create.busy}>
        <div className={styles.fields}>
          <TextField
            label={t('create.passphrase')}
            hint={t('create.passphraseHint')}
            value={passphrase.value}
            onChange={passphrase.set}
            error={firstError()}
            secret
            dir="ltr"
            isRequired
            autoFocus
          />
          <Strength judged={judged} />
          <TextField
            label={t('create.again')}
            value={again.value}
            onChange={again.set}
            error={isChecked && differs && !passphrase.wasForgotten ? t('create.differs') : undefined}
            secret
            dir="ltr"
            isRequired
          />
          {problem && (
            <Notice tone="danger" title={problem.message}>
              {problem.hint}
            </Notice>
          )}
        </div>
        <footer className={foot.foot}>
          <Button onPress={onBack} isDisabled={create.busy}>
            {t('create.back')}
          </Button>
          <span className={foot.end}>
            <span role="status">{create.busy ? t('create.making') : ''}</span>
            <Button variant="primary" type="submit" isBusy={create.busy || isJudging}>
              {t('create.submit')}
            </Button>
          </span>
        </footer>
      </form>
    </FirstRun>
  );
}
