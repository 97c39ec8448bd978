import { expect, test } from 'vitest';
import { Emitter } from '../../host/main/emitter.ts';
import { strict } from '../../host/strict.ts';

test('a member that is lacking is named, whether read or written', () => {
  const dialog = strict('dialog', { showOpenDialog: () => 'shown' }) as Record<string, unknown>;
  expect((dialog.showOpenDialog as () => string)()).toBe('shown');
  expect(() => dialog.showCertificateTrustDialog).toThrow('no electron.dialog.showCertificateTrustDialog');
  expect(() => {
    dialog.other = 1;
  }).toThrow('no electron.dialog.other');
});

test('a listener that would never be called is refused', () => {
  const monitor = new Emitter('powerMonitor', ['suspend']);
  const heard: string[] = [];
  monitor.once('suspend', () => heard.push('once')).on('suspend', () => heard.push('on'));
  monitor.emit('suspend');
  monitor.emit('suspend');
  expect(heard).toEqual(['once', 'on', 'on']);
  expect(() => monitor.once('thermal-state-change', () => {})).toThrow(
    "never emits 'thermal-state-change' on electron.powerMonitor",
  );
});
