// Brings what `npm start` and, with --proof, `npm test` need; does nothing when it is all there. It runs before the
// packages are installed, on the Node of the machine (20 or later): plain JavaScript, no dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findElectron, root } from './find.mjs';
import { missingPrograms } from './programs.mjs';
import { nodeProgram } from './run.mjs';

const stamp = path.join(root, 'node_modules', '.misl-setup');

/** @param {string} line */
const say = (line) => console.log(`setup: ${line}`);

/** Runs a program to its end, with its output on ours. @param {string} command @param {string[]} args */
function did(command, ...args) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** @param {string} command @param {string[]} args */
function must(command, ...args) {
  if (did(command, ...args)) return;
  say(`\`${command} ${args.join(' ')}\` failed. Run \`npm run setup\` to try again.`);
  process.exit(1);
}

/** @param {string} file @returns {any} what the file holds, or undefined */
function json(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether node_modules holds what package-lock.json asks for. Optional packages are for other platforms. */
function isInstalled() {
  const wanted = json(path.join(root, 'package-lock.json'))?.packages ?? {};
  const present = json(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  return (
    present !== undefined &&
    Object.entries(wanted).every(
      ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
    )
  );
}

/** Whether Node 24 is among the packages, in the version that package-lock.json asks for. */
function hasNode() {
  if (!existsSync(nodeProgram)) return false;
  const wanted = json(path.join(root, 'node_modules', 'node', 'package.json'))?.version;
  return spawnSync(nodeProgram, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${wanted}`;
}

function installPackages() {
  if (!isInstalled()) {
    say('installing the packages');
    // No install scripts: npm 10 would compile the database, which brings its own prebuilt files.
    must('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  }
  if (!hasNode()) {
    say('installing Node 24, which the database needs');
    must('npm', 'rebuild', 'node', '--loglevel=error');
    if (!hasNode()) {
      say('npm reported success, but node_modules/node/bin has no working Node 24. Run `npm run setup` to try again.');
      process.exit(1);
    }
  }
}

/** Tries once for each version: where its program can't be downloaded, the stand-in host does instead. */
function installElectron() {
  if (findElectron() || process.env.MISL_HOST === 'stand-in') return;
  const version = json(path.join(root, 'node_modules', 'electron', 'package.json'))?.version;
  if (json(stamp)?.electronRefused === version && !process.argv.includes('--again')) return;
  say("downloading Electron's program");
  const timeout = process.env.CI || !process.stdout.isTTY ? 60_000 : 300_000;
  const install = path.join(root, 'node_modules', 'electron', 'install.js');
  const { stderr, error } = spawnSync(nodeProgram, [install], { cwd: root, encoding: 'utf8', timeout });
  if (findElectron()) return say('Electron is installed');
  const reason = error?.message ?? (stderr?.trim().split('\n')[0] || 'no reason given');
  say(`Electron's program can't be had here (${reason}).`);
  say('The stand-in host takes its place. To try again: npm run setup -- --again');
  writeFileSync(stamp, `${JSON.stringify({ electronRefused: version })}\n`);
}

/** What the tests need of the system. What is still missing then fails `npm test` by name. */
function installPrograms() {
  const missing = missingPrograms();
  if (missing.length === 0) return;
  const packages = missing.map(({ debian }) => debian);
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say(`installing ${packages.join(', ')}`);
    const args = ['install', '-qq', '-y', '--no-install-recommends', ...packages];
    process.env.DEBIAN_FRONTEND = 'noninteractive';
    if (!did('apt-get', ...args)) did('apt-get', 'update', '-qq') && did('apt-get', ...args);
  }
  const still = missingPrograms();
  if (still.length === 0) return;
  say('these programs are missing, and the tests that need them will fail:');
  for (const { name, for: use } of still) say(`  ${name}, for ${use}`);
  say(`On Debian or Ubuntu: sudo apt-get install ${still.map(({ debian }) => debian).join(' ')}`);
}

installPackages();
installElectron();
if (process.argv.includes('--proof')) installPrograms();
