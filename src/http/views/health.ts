import { Query } from '@nestjs/cqrs';
import type { ViewAnswer, ViewRoute } from '../query-routes.ts';
import { healthSchema } from '../view-schemas/school.ts';

export class Health extends Query<ViewAnswer> {
  constructor(readonly of: 'live' | 'ready') {
    super();
  }
}

export const healthRoutes: readonly ViewRoute[] = (['live', 'ready'] as const).map((of): ViewRoute => ({
  name: of === 'live' ? 'Live' : 'Ready',
  tag: 'Health',
  path: `health/${of}`,
  says:
    of === 'live'
      ? 'Whether the process runs'
      : 'Whether requests are taken, and how far the read models are',
  policy: 'public',
  params: {},
  answers: healthSchema,
  problems: of === 'live' ? [] : [503],
  ask: () => new Health(of),
}));
