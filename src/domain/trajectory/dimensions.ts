import type { Catalogue, CatalogueEntry } from '../institution/catalogue.ts';
import type { Opleidingscode, Programme } from '../institution/ids.ts';
import type { Dimension } from './events.ts';

const dossierOf = (entry: CatalogueEntry | undefined): Opleidingscode | undefined =>
  entry?.level === 'dossier' ? entry.code : entry?.dossier;

const differ = <Value>(one: Value | undefined, other: Value | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** What of a programme changes by a switch: a part that is not known of both is not compared (DOMAIN.md §3.5). */
export const dimensionsOf = (from: Programme, to: Programme, catalogue: Catalogue): readonly Dimension[] => {
  const [before, after] = [catalogue.entry(from.opleidingscode), catalogue.entry(to.opleidingscode)];
  const [niveauBefore, niveauAfter] = [from.niveau ?? before?.niveau, to.niveau ?? after?.niveau];
  const levels = niveauBefore !== undefined && niveauAfter !== undefined ? niveauAfter - niveauBefore : 0;
  const changed: readonly (readonly [Dimension, boolean])[] = [
    ['crebo', from.opleidingscode !== to.opleidingscode],
    ['kwalificatiedossier', differ(dossierOf(before), dossierOf(after))],
    ['domein', differ(before?.domein, after?.domein)],
    ['niveauUp', levels > 0],
    ['niveauDown', levels < 0],
    ['leerweg', from.leerweg !== to.leerweg],
    ['landschap', from.landschap !== to.landschap],
  ];
  return changed.filter(([, holds]) => holds).map(([dimension]) => dimension);
};
