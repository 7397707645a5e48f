import type { AnyWorkflow } from '../src/domain/workflow/known.ts';
import { anApplicationGetsAScoutgesprek } from './an-application-gets-a-scoutgesprek.ts';

/** Every workflow; a new one is a file and a line here. */
export const workflows: readonly AnyWorkflow[] = [anApplicationGetsAScoutgesprek];
