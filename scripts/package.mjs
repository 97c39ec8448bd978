// Makes the installable program for this system, in dist/: `npm run package [-- --dir]`. electron-builder.yml says how.
import path from 'node:path';
import { findElectron } from './find.mjs';
import { programOf, runNode } from './run.mjs';

const electron = findElectron();
if (!electron) {
  console.log("Nothing was packaged: Electron's program is not installed here, and the package is made around it.");
  console.log(
    'Where it can be downloaded, `npm run setup -- --again` installs it. `npm start` and `npm test` need none.',
  );
  process.exit(0);
}

const built = await runNode([programOf('electron-vite'), 'build', '--logLevel', 'warn'], { show: true });
if (built.status !== 0) {
  console.error('The app could not be built, so nothing was packaged. The messages above say why.');
  process.exit(1);
}

// The program that the tests ran on is the one that is packaged: no second download.
const folder =
  process.platform === 'darwin' ? electron.slice(0, electron.indexOf('/Electron.app')) : path.dirname(electron);
const args = ['--config', 'electron-builder.yml', `-c.electronDist=${folder}`, '--publish', 'never'];
const { status } = await runNode([programOf('electron-builder'), ...args, ...process.argv.slice(2)], { show: true });
if (status === 0) console.log('The packages are in dist/');
process.exit(status);
