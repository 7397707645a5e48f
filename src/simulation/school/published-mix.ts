import type { Leerweg, Niveau } from '../../domain/institution/ids.ts';

/** How many students of the published school were enrolled on a code, at a niveau, in a leerweg. */
export interface Enrolled {
  readonly opleidingscode: string;
  readonly niveau: Niveau;
  readonly leerweg: Leerweg;
  readonly students: number;
}

const rows = (text: string): readonly Enrolled[] =>
  text
    .trim()
    .split(/\s+/)
    .map((row) => {
      const [opleidingscode = '', niveau, leerweg, students] = row.split(':');
      return {
        opleidingscode,
        niveau: Number(niveau) as Niveau,
        leerweg: leerweg as Leerweg,
        students: Number(students),
      };
    });

/**
 * DUO, open onderwijsdata, "mbo-studenten per instelling en kwalificatie", 1 October 2019, BRIN 01AA: the
 * codes with at least 15 students (94 % of all 11,266), as code:niveau:leerweg:students. The division over
 * landschappen is made up; it follows the opleidingsdomeinen.
 */
export const publishedMix: Readonly<Record<string, readonly Enrolled[]>> = {
  zorg: rows(`
    23181:3:BOL:67 23181:4:BOL:121 23189:2:BOL:54 25475:3:BBL:77 25475:3:BOL:33 25476:3:BBL:24
    25476:3:BOL:63 25477:4:BBL:165 25477:4:BOL:44 25478:4:BBL:139 25478:4:BOL:296 25480:4:BBL:301
    25480:4:BOL:793 25491:3:BBL:310 25491:3:BOL:352 25498:2:BBL:27 25498:2:BOL:229 25499:2:BOL:47
    25500:2:BOL:126
  `),
  welzijn: rows(`
    23185:4:BOL:57 23241:3:BOL:43 23241:4:BOL:170 25484:4:BBL:94 25484:4:BOL:253 25485:4:BOL:466
    25486:3:BOL:124 25488:4:BOL:40 25489:4:BOL:64 25495:4:BOL:19 25496:4:BOL:45 25603:3:BOL:35
  `),
  'sport-veiligheid': rows(`
    23163:4:BOL:551 25407:2:BOL:142 25408:3:BOL:19 25409:3:BOL:243 25411:4:BOL:82 25412:4:BOL:69
    25413:4:BOL:56 25414:4:BOL:40 25415:3:BOL:118 25416:2:BOL:25 25418:3:BOL:59 25599:2:BOL:25
    25600:3:BOL:44
  `),
  'economie-handel': rows(`
    23066:4:BOL:80 25132:4:BBL:15 25132:4:BOL:195 25134:3:BBL:15 25134:3:BOL:33 25138:4:BBL:18
    25138:4:BOL:134 25139:3:BOL:36 25140:4:BOL:25 25145:4:BOL:25 25147:4:BOL:130 25148:4:BOL:76
    25150:2:BOL:16 25153:3:BBL:36 25153:3:BOL:32 25159:2:BOL:18 25160:4:BOL:33 25162:4:BBL:47
    25162:4:BOL:65 25163:3:BOL:15 25164:4:BOL:29 25165:4:BOL:37 25166:4:BOL:102 25167:2:BBL:27
    25167:2:BOL:98 25573:3:BOL:21 25574:4:BOL:53
  `),
  'ict-media': rows(`
    25187:4:BOL:272 25189:4:BOL:198 25191:3:BOL:25 25194:4:BOL:91 25195:4:BOL:60 25197:3:BOL:48
    25199:4:BOL:27 25200:4:BOL:95 25201:4:BOL:140 25214:2:BOL:26
  `),
  'techniek-logistiek': rows(`
    25024:2:BOL:15 25104:4:BOL:86 25241:3:BOL:28 25242:2:BBL:18 25242:2:BOL:23 25244:3:BBL:34
    25245:3:BOL:37 25247:4:BOL:34 25286:3:BBL:17 25291:2:BBL:15 25297:4:BOL:31 25332:3:BBL:19
    25340:3:BBL:28 25344:4:BOL:32 25349:3:BBL:16 25363:4:BOL:80 25371:2:BBL:18 25371:2:BOL:26
    25372:3:BOL:21 25379:4:BOL:61 25549:2:BBL:64
  `),
  'gastvrij-uiterlijk': rows(`
    23159:3:BOL:16 23159:4:BOL:19 25168:2:BOL:29 25170:4:BOL:20 25171:3:BOL:30 25175:4:BOL:31
    25180:2:BOL:28 25181:4:BOL:48 25182:3:BOL:75 25351:4:BOL:49 25352:4:BOL:67 25353:3:BOL:16
    25399:3:BBL:45 25399:3:BOL:39 25400:2:BBL:19 25400:2:BOL:42 25401:4:BBL:30 25401:4:BOL:33
    25403:4:BOL:69 25404:3:BOL:18
  `),
  groen: rows(`
    25432:2:BOL:19 25468:4:BOL:38 25535:4:BOL:109 25537:3:BOL:37 25540:4:BOL:49 25555:2:BOL:17
    25556:4:BOL:15 25557:3:BOL:17 25577:4:BOL:21 25580:2:BOL:15
  `),
  entree: rows(`
    23110:1:BOL:158 25251:1:BBL:16 25251:1:BOL:73 25252:1:BOL:15 25257:1:BOL:47
  `),
};
