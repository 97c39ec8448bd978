// How the other scripts run the packages' programs: always on the Node 24 of node_modules, whatever Node npm runs on.
// Plain JavaScript: runs on the Node of the machine, before the packages are installed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './find.mjs';

/** Node 24, once scripts/setup.mjs has run. */
export const nodeProgram = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * V8 in Node 24 may end the process when it replaces the code by which WebAssembly calls JavaScript while threads come and
 * go ("Check failed: jit_page.has_value()", in TierUpWasmToJSWrapper; see nodejs/node#64500). Each thread that reads
 * TypeScript runs such WebAssembly; with a budget that is never used up, that code is not replaced.
 */
export const THREADS = '--wasm-wrapper-tiering-budget=2147483647';

/** The environment in which `node` and the packages' programs are those of node_modules. */
function environment() {
  const bins = [path.dirname(nodeProgram), path.join(root, 'node_modules', '.bin')];
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: [...bins, process.env[name] ?? ''].join(path.delimiter) };
}

/**
 * The file that a package's program starts from: run on Node without a shell, it needs no .cmd file on Windows.
 * @param {string} name the package @param {string} [program] its program, where that has another name
 */
export function programOf(name, program = path.basename(name)) {
  const folder = path.join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[program]);
}

/**
 * @typedef {{ show?: boolean, cwd?: string, env?: Record<string, string>, timeout?: number }} RunOptions show: the
 *   output goes on ours, and is not kept; timeout: milliseconds until it is ended
 * @typedef {{ status: number, output: string, stdout: string, ms: number }} Ran output: standard output and error as
 *   they came; status: 1 where a signal ended it
 */

/** Runs Node 24 with the arguments. @param {string[]} args @param {RunOptions} [options] */
export const runNode = (args, options) => runProgram(nodeProgram, [THREADS, ...args], options);

/**
 * Runs a program to its end, with Node 24 first on its path.
 * @param {string} program @param {string[]} args @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export function runProgram(program, args, { show = false, cwd = root, env = {}, timeout } = {}) {
  const start = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...environment(), ...env },
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    ...(timeout && { timeout }),
  });
  let output = '';
  let stdout = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    output += text;
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal) output += `\nended by ${signal}`;
      resolve({ status: code ?? 1, output, stdout, ms: performance.now() - start });
    });
  });
}
