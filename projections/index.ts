import type { Projection } from '../src/kernel/projection.ts';
import { dossiers } from './dossiers.ts';
import { guidedYears } from './guidance/guided-years.ts';
import { leermeters } from './guidance/leermeters.ts';
import { portfolios } from './guidance/portfolios.ts';
import { intervals } from './intervals.ts';
import { sabCases } from './sab-cases.ts';
import { staff } from './staff.ts';
import { switches } from './switches.ts';
import { tasks } from './tasks.ts';
import { timelines } from './timelines.ts';
import { timers } from './timers.ts';

/** Every read model; a new one is a file and a line here. */
export const projections: readonly Projection[] = [
  dossiers,
  timelines,
  intervals,
  switches,
  sabCases,
  staff,
  tasks,
  timers,
  leermeters,
  portfolios,
  guidedYears,
];
