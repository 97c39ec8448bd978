/**
 * What the window that asks for secrets is opened for, and the calls that each purpose needs, its act first. They are
 * taken from that window alone, so that the page of the case files never holds a passphrase that it did not open with,
 * nor a recovery key. (The names are plain text here: the contract is made of this too.)
 */
export const SECRET_PURPOSES = {
  passphrase: ['vault.changePassphrase', 'vault.strength'],
  recovery: ['vault.renewRecoveryKey', 'clipboard.copy', 'vault.info'],
  slot: ['vault.removeSlot'],
  drill: ['backup.drill'],
  export: ['vault.exportAll'],
  delete: ['vault.delete', 'vault.info'],
} as const;

export type SecretPurpose = keyof typeof SECRET_PURPOSES;

/** What every page needs to look as it should. */
const LOOK: readonly string[] = ['vault.state', 'settings.get'];

/** The calls that carry out a purpose; the page of the case files may not make them. */
const ACTS: readonly string[] = Object.values(SECRET_PURPOSES).map(([act]) => act);

/** Whether a call is taken from the window that asks for secrets alone. */
export const isSecretAct = (name: string): boolean => ACTS.includes(name);

/** Whether that window may make a call while it is open for a purpose. */
export function mayAsk(purpose: SecretPurpose, name: string): boolean {
  const calls: readonly string[] = [...SECRET_PURPOSES[purpose], ...LOOK];
  return calls.includes(name);
}
