/**
 * What Biome cannot check as surely: promises nobody waits for (a Dexie transaction above all), promises where none
 * belongs, switches that forget a case, and clock, chance, network or storage inside the pure rules. The rest is Biome's.
 */
import tseslint from 'typescript-eslint'

const INSTEAD = 'core and wire are pure: take it as an argument'
const GLOBALS = ['fetch', 'window', 'document', 'navigator', 'process', 'crypto', 'localStorage', 'indexedDB', 'performance', 'setTimeout', 'setInterval', 'console']

export default tseslint.config(
  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    ignores: ['tests/bench/**', 'tests/fixtures/**'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/wire/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...GLOBALS.map((name) => ({ name, message: INSTEAD }))],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: INSTEAD },
        { object: 'Math', property: 'random', message: INSTEAD },
        { object: 'globalThis', message: INSTEAD },
      ],
      'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: INSTEAD }],
    },
  },
)
