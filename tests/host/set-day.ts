/**
 * Runs in the main process: from then on it is noon of that day there, and time goes on. Refers to nothing outside.
 * @param day as in `2026-11-23`
 */
export function setDay(_electron: unknown, day: string) {
  const Real = Date;
  const ahead = new Real(`${day}T12:00:00`).getTime() - Real.now();
  class Shifted extends Real {
    constructor(...parts: unknown[]) {
      super(...((parts.length === 0 ? [Real.now() + ahead] : parts) as [number]));
    }
    static override now() {
      return Real.now() + ahead;
    }
  }
  globalThis.Date = Shifted as DateConstructor;
}
