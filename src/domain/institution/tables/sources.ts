/** What the ids of sources in the catalogue stand for. */
export const catalogueSources: Readonly<Record<string, string>> = {
  sbb22:
    'S-BB, crebolijst "vastgestelde kwalificatiedossiers en kwalificaties geldig vanaf 01-08-2022" (2022-12-20), in sanderobdeijn/tig.crebo.etl and RobertHillen/Crebo',
  reg15:
    'Regeling vaststelling kwalificatiedossiers 2015, BWBR0036352, bijlage 1, version of 2015-09-16, in statengeneraal/laws-markdown',
  kt21: 'DUO/S-BB crebo-koppeltabel 2020-2021, in RobertHillen/Crebo',
  ref26:
    'S-BB koppeltabel 2026, in cedanl/mbo-bekostiging-bestanden, metadata/crebo.csv; domein is its hoofdgroep',
  oer26: 'examination plans 2026-2027 of Aeres, in cedanl/samenwijzer (niveau of 27081-27085)',
  duo19:
    'DUO open onderwijsdata, mbo students per institution and qualification 2015-2019, in rmania/tekkieworden',
  names26: 'names only: cedanl/samenwijzer, opleidingsnamen.json',
  reg12: 'Regeling vaststelling kwalificatiedossiers en opleidingsdomeinen 2012, BWBR0031310',
  institution: 'defined by the institution itself',
};
