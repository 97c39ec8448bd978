// `npm start`: opens the app, built anew where its sources have changed. In Electron; in the stand-in host where
// Electron's program can't be had; and where there is no display, makes the sample case files by the command line.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isBuilt } from './build.mjs';
import { findChromium, findElectron, root } from './find.mjs';
import { programOf, runNode, runProgram } from './run.mjs';

const args = process.argv.slice(2);
const onNode = ['--disable-warning=ExperimentalWarning'];

/** Builds out/ unless it is newer than all that it is made of. */
async function build() {
  if (isBuilt()) return;
  console.log('Building the app …');
  const { status } = await runNode([programOf('electron-vite'), 'build', '--logLevel', 'warn'], { show: true });
  if (status !== 0) {
    console.error('The app could not be built, so it was not opened. The messages above say why.');
    process.exit(1);
  }
}

/** Ends as the program ends. @param {Promise<{ status: number }>} run @returns {Promise<never>} */
async function endWith(run) {
  process.exit((await run).status);
}

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const electron = findElectron();

if (!hasDisplay) {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'misl-')), 'demo');
  console.log('There is no display here, so no window can be opened. The command line makes the sample instead.\n');
  const cli = path.join(root, 'scripts', 'misl.mjs');
  const { status } = await runNode([...onNode, cli, 'demo', '--out', folder], { show: true });
  if (status === 0) console.log(`\nThe files are in ${folder}\nMore commands: npm run --silent misl -- help`);
  process.exit(status);
} else if (electron) {
  await build();
  await endWith(runProgram(electron, [root, ...args], { show: true }));
} else if (findChromium()) {
  await build();
  console.log("Electron's program is not installed: a stand-in shows the windows in Chromium. It is for trying the");
  console.log(
    'app with the sample, not for real case files. To try installing Electron again: npm run setup -- --again',
  );
  await endWith(runNode([...onNode, path.join('tests', 'host', 'open.ts'), ...args], { show: true }));
} else {
  console.error("Neither Electron's program nor a Chromium for the stand-in host is here, so no window can be opened.");
  console.error('Install Electron by `npm run setup -- --again`, or Chromium, or name one in MISL_CHROMIUM.');
  process.exit(1);
}
