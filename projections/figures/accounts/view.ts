import type { Fact } from '../known/facts.ts';
import type { History } from '../known/history.ts';
import type { Knowledge } from './knowledge.ts';
import {
  type Diploma,
  registerAccountOf,
  type RegisterAccount,
  schoolDiplomasOf,
} from './register-account.ts';
import { schoolAccountOf, type SchoolAccount } from './school-account.ts';
import { type SwitchMade, switchesMade } from '../readings/switches.ts';

/** One student as known: both accounts, and what follows from them whatever the year. */
export interface View {
  readonly history: History;
  readonly school: SchoolAccount;
  readonly register: RegisterAccount;
  readonly schoolDiplomas: readonly Diploma[];
  readonly switches: readonly SwitchMade[];
}

export const viewOf = (history: History, knowledge: Knowledge): View => {
  const school = schoolAccountOf(history);
  return {
    history,
    school,
    register: registerAccountOf(history, school, knowledge.deliveries, knowledge.parameters),
    schoolDiplomas: schoolDiplomasOf(history),
    switches: switchesMade(history, school, knowledge.catalogue),
  };
};

/** The diplomas of both accounts, each once. */
export const diplomasOfBoth = ({ register, schoolDiplomas }: View): readonly Diploma[] => {
  const seen = new Set<Fact>();
  return [...schoolDiplomas, ...register.diplomas].filter(({ fact }) => {
    const isNew = !seen.has(fact);
    seen.add(fact);
    return isNew;
  });
};
