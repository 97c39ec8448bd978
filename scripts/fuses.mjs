// Sets Electron's fuses in a packaged program, before it is signed: electron-builder.yml names this file.
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/** What a program that guards case files allows of itself. A fuse that a later Electron adds must be decided on here. */
export const fuses = /** @type {const} */ ({
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // It is not also a general Node, and takes no orders by the environment or from a debugger.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Its code comes from its own archive alone, and only unaltered (Electron checks that on Windows and macOS).
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come by the app's own scheme; file:// is a stranger.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.WasmTrapHandlers]: true,
});

/** The program in a packed folder. @param {import('electron-builder').AfterPackContext} context */
function programIn({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return path.join(appOutDir, `${name}.app`);
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${name}.exe`);
  return path.join(appOutDir, packager.platformSpecificBuildOptions.executableName ?? name);
}

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack(context) {
  // Changing a signed Mac program breaks the signature that Apple's processors insist on.
  const resetAdHocDarwinSignature = context.electronPlatformName === 'darwin';
  await flipFuses(programIn(context), { ...fuses, resetAdHocDarwinSignature });
}
