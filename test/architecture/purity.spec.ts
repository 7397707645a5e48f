import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');

/** The planted files stand for a place in the tree; rules that need types have nothing to say of them. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    {
      ...tseslint.configs.disableTypeChecked,
      languageOptions: { parserOptions: { projectService: false } },
    } as NonNullable<ESLint.Options['overrideConfig']>,
  ].flat(),
});

const complaintsOf = async (place: string): Promise<readonly string[]> => {
  const text = await readFile(join(import.meta.dirname, 'planted', place), 'utf8');
  const [result] = await eslint.lintText(text, { filePath: join(root, place) });
  return result?.messages.map(({ ruleId }) => ruleId ?? 'unreadable') ?? [];
};

describe('the pure folders', () => {
  it.each([
    'src/kernel/impure.ts',
    'src/domain/trajectory/impure.ts',
    'projections/impure.ts',
    'workflows/impure.ts',
  ])('have no clock, no chance, no timer and no process in reach: %s is refused', async (place) => {
    expect([...(await complaintsOf(place))].sort()).toEqual([
      'no-restricted-globals',
      'no-restricted-globals',
      'no-restricted-globals',
      'no-restricted-properties',
    ]);
  });
});

describe('@nestjs/cqrs', () => {
  it('is used for commands and queries only: its EventBus is refused', async () => {
    expect(await complaintsOf('src/app/saga.ts')).toEqual(['no-restricted-imports']);
  });
});
