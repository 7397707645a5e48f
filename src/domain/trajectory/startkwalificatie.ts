import type { Catalogue } from '../institution/catalogue.ts';
import type { Trajectory } from './state.ts';

const qualifying: readonly string[] = ['havo', 'vwo', 'mbo-2', 'mbo-3', 'mbo-4'];

/** Havo, vwo or mbo 2 and higher, as far as it is recorded here (`reference/domain.md` §1.1 of the specification). */
export const hasStartkwalificatie = (
  { history, register }: Pick<Trajectory, 'history' | 'register'>,
  catalogue: Catalogue,
): boolean => {
  const niveauOf = (code: string): number => catalogue.entry(code)?.niveau ?? 0;
  return (
    history.some(
      ({ type, data }) =>
        (type === 'PriorEducationRecorded' && data.diploma === 'yes' && qualifying.includes(data.kind)) ||
        (type === 'DiplomaAwarded' && (data.niveau ?? niveauOf(data.opleidingscode)) >= 2),
    ) ||
    [...register.values()].some(
      ({ stated, withdrawn }) =>
        !withdrawn && stated?.type === 'RegisterDiplomaRecorded' && niveauOf(stated.data.opleidingscode) >= 2,
    )
  );
};
