// The boundaries between the floors and rooms of src/. scripts/boundaries.mjs runs it, and proves that it read all files.

/** The rooms of main, which keep their insides to themselves. (intake is none: it fills them all.) */
const rooms = '(matters|proceedings|diary|evidence|drafts|bundles|search|reports)';

module.exports = {
  forbidden: [
    {
      name: 'shared-is-below-all',
      comment: 'src/shared runs anywhere: it knows nothing of main, preload, renderer or Electron.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: ['^src/(main|preload|renderer)/', '(^|/)node_modules/electron/', '^electron$'] },
    },
    {
      name: 'shared-has-no-io',
      comment: 'src/shared does no I/O: nothing of Node.',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain imports itself, the shapes of packs, problems, zod and the date library.',
      severity: 'error',
      from: { path: '^src/shared/domain/' },
      to: {
        pathNot: [
          '^src/shared/(domain|packs)/',
          '^src/shared/problem\\.ts$',
          '(^|/)node_modules/(zod|temporal-polyfill)/',
          '^(zod|temporal-polyfill)(/|$)',
        ],
      },
    },
    {
      name: 'domain-reads-no-packs',
      comment:
        'Reading packs is not part of the domain: of packs it has the types, the closed lists of the vocabulary, and what pack.ts says of a loaded one.',
      severity: 'error',
      from: { path: '^src/shared/domain/' },
      to: { path: '^src/shared/packs/', pathNot: '/(pack|vocabulary)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-knows-only-shared',
      comment: 'The window talks to main through the contract alone.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: ['^src/(main|preload)/', '(^|/)node_modules/(electron|better-sqlite3[^/]*)/', '^electron$'] },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The window is sandboxed: nothing of Node is there.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'main-knows-no-window',
      comment: 'Main and preload import nothing of the renderer.',
      severity: 'error',
      from: { path: '^src/(main|preload)/' },
      to: { path: '^src/renderer/' },
    },
    {
      name: 'only-shell-imports-electron',
      comment: 'Everything else runs without Electron: the command line and the tests do.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main/shell/', '^src/main/index\\.ts$', '^src/preload/'] },
      to: { path: ['(^|/)node_modules/electron/', '^electron(/|$)'] },
    },
    {
      name: 'cli-needs-no-shell',
      comment: 'The command line runs without Electron.',
      severity: 'error',
      from: { path: '^src/main/', pathNot: ['^src/main/shell/', '^src/main/index\\.ts$'] },
      to: { path: '^src/main/shell/' },
    },
    {
      name: 'rooms-only-through-service',
      comment: 'A room of main imports another one only through its service.',
      severity: 'error',
      from: { path: `^src/main/${rooms}/` },
      to: { path: `^src/main/${rooms}/`, pathNot: ['^src/main/$1/', 'service\\.ts$'] },
    },
    {
      name: 'widgets-are-wrapped',
      comment: 'The widget kit is wrapped in renderer/ui; nothing else imports it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/renderer/ui/' },
      to: { path: ['(^|/)node_modules/(react-aria-components|react-aria|react-stately)/', '^react-aria-components'] },
    },
    {
      name: 'no-cycles',
      comment: 'No file needs itself through others.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'all-imports-exist',
      comment: 'An import that leads nowhere is one that no rule can judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count too.
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
