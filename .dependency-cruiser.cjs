/** Who may import whom. Each rule says what to do instead. Source: the architecture's import table. */
const inside = (...folders) => `^src/(${folders.join('|')})/`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules need each other: move what both need into a third, below them.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-is-pure',
      comment:
        'core imports core, zod and computing libraries only: pass clock, ids, files and storage in as arguments.',
      severity: 'error',
      from: { path: inside('core') },
      to: { pathNot: ['^src/core/', '^node_modules/(zod|@noble|papaparse|saxes|fflate|@types)(/|$)'] },
    },
    {
      name: 'wire-is-pure',
      comment: 'wire is messages only: schemas over core and zod. Put what acts into sync or hub.',
      severity: 'error',
      from: { path: inside('wire') },
      to: { pathNot: ['^src/(core|wire)/', '^node_modules/zod(/|$)'] },
    },
    {
      name: 'sync-below-screens',
      comment: 'sync knows core, wire and store: screens listen to its status.',
      severity: 'error',
      from: { path: inside('sync') },
      to: { path: inside('features', 'app', 'ui', 'text', 'cli', 'hub') },
    },
    {
      name: 'hub-apart',
      comment: 'The hub shares core and wire with the app, and the standards; nothing of a browser.',
      severity: 'error',
      from: { path: inside('hub') },
      to: { path: inside('features', 'app', 'ui', 'text', 'store', 'sync', 'cli') },
    },
    {
      name: 'store-below-screens',
      comment: 'store knows core and wire, never screens: give the screen a hook or a function instead.',
      severity: 'error',
      from: { path: inside('store') },
      to: { path: inside('features', 'app', 'ui', 'text', 'cli', 'hub', 'sync') },
    },
    {
      name: 'ui-knows-no-domain',
      comment: 'ui is for any product: pass words and values in as props from the feature.',
      severity: 'error',
      from: { path: inside('ui') },
      to: { path: inside('core', 'store', 'features', 'app', 'sync', 'wire', 'cli', 'hub') },
    },
    {
      name: 'text-is-words',
      comment: 'text holds words only: it may name types of core and store, and nothing that acts.',
      severity: 'error',
      from: { path: inside('text') },
      to: { path: inside('features', 'app', 'ui', 'sync', 'wire', 'cli', 'hub') },
    },
    {
      name: 'features-stay-apart',
      comment: 'A feature never imports another: move what both need down into core, store or ui.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-below-app',
      comment: 'Pages are put together in src/app; a feature is given what it needs by context or props.',
      severity: 'error',
      from: { path: inside('features') },
      to: { path: inside('app', 'cli', 'hub') },
    },
    {
      name: 'cli-is-thin',
      comment: 'The command line calls the same rules as the app: put the rule in core.',
      severity: 'error',
      from: { path: inside('cli') },
      to: { path: inside('features', 'app', 'ui', 'store', 'sync', 'text') },
    },
    {
      name: 'no-node-in-the-app',
      comment: 'Node is for the command line and the hub: the app runs in a browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: inside('cli', 'hub') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-in-source',
      comment: 'Sources never import tests: move shared code into src.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'declared-packages',
      comment: 'Add the package to package.json with an exact version and a reason in the commit.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'unknown', 'undetermined', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      comment: 'This import points nowhere.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
}
