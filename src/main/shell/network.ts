import type { CommandLine, Session } from 'electron';
import { ORIGIN } from './protocol.ts';

/** Switches of Chromium, to be set before the program is ready: no name leads anywhere, and nothing runs that would ask. */
export function closeNetwork(commandLine: CommandLine) {
  const switches: Record<string, string> = {
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'no-proxy-server': '',
    'no-pings': '',
    'disable-background-networking': '',
    'disable-component-update': '',
    'disable-domain-reliability': '',
    'disable-breakpad': '',
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  };
  for (const [name, value] of Object.entries(switches)) commandLine.appendSwitch(name, ...(value ? [value] : []));
}

/** What a page may ask for: files of the program, and what the page holds in memory itself. */
function isLocal(url: string, devTools: boolean): boolean {
  if (url.startsWith(`${ORIGIN}/`) || url.startsWith(`blob:${ORIGIN}/`) || url.startsWith('data:')) return true;
  return devTools && url.startsWith('devtools://');
}

/** Closes a session: nothing leaves the machine, nothing is granted, nothing is downloaded. */
export function guardSession(session: Session, { devTools }: { devTools: boolean }) {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url, devTools) }));
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
  session.on('will-download', (event) => event.preventDefault());
  // macOS has dictionaries of its own; elsewhere Chromium would fetch them, so there is no spell checking there.
  session.setSpellCheckerEnabled(process.platform === 'darwin');
}
