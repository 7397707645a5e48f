import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What a pure folder must not reach: it would make a rebuild in five years give another answer. */
const impureGlobals = [
  'Date',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'process',
  'performance',
  'fetch',
  'crypto',
  'globalThis',
].map((name) => ({ name, message: 'Time, chance and the outside world are handed in.' }));

const impureProperties = [
  { object: 'Math', property: 'random', message: 'Chance is handed in through the Random port.' },
];

const pureFolders = ['src/kernel/**/*.ts', 'src/domain/**/*.ts', 'projections/**/*.ts', 'workflows/**/*.ts'];

export default tseslint.config(
  {
    ignores: ['dist/', 'node_modules/', 'data/', 'coverage/', 'bench/peers/*/', 'test/architecture/planted/'],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/require-await': 'off',
      // The compiler already says so, and knows that a type may be read from a value that is not otherwise used.
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: pureFolders,
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...impureProperties],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/cqrs',
              importNames: ['EventBus', 'Saga', 'AggregateRoot', 'EventPublisher', 'EventsHandler'],
              message: 'They live in memory and forget: nothing durable hangs on them (docs/decisions).',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
);
