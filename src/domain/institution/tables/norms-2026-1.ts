/**
 * Rows: `v` norm of VSV in percent; first year of the count year (October to September); niveau; norm
 * (OCW/DUO, as kept in
 * cedanl/vsv_analysis, `data/reference/VSV_normen.csv`). `r` reason of leaving as mbo schools send it to the
 * register; code; meaning (categories of the MBO Raad, as in `RedenUitval.java` of
 * topicusonderwijs/tribe-krd-quarkus). Another public list (cedanl/mbo-bekostiging-bestanden,
 * `waardenlijsten.md`) gives the codes other meanings; DUO's Programma van Eisen decides and was not at hand,
 * so these are examples that an institution confirms.
 */
export const norms2026v1 = `\
v;2016;1;23.5
v;2016;2;9.5
v;2016;3;3.6
v;2016;4;2.75
v;2017;1;23.5
v;2017;2;9.4
v;2017;3;3.5
v;2017;4;2.75
v;2018;1;22.4
v;2018;2;8.6
v;2018;3;3.2
v;2018;4;2.7
v;2019;1;22.2
v;2019;2;8.45
v;2019;3;3.1
v;2019;4;2.7
v;2020;1;22.8
v;2020;2;9.71
v;2020;3;3.99
v;2020;4;3.34
v;2021;1;22.6
v;2021;2;9.58
v;2021;3;3.89
v;2021;4;3.25
v;2022;1;22.4
v;2022;2;9.45
v;2022;3;3.8
v;2022;4;3.17
v;2023;1;22.2
v;2023;2;9.33
v;2023;3;3.7
v;2023;4;3.08
v;2024;1;22
v;2024;2;9.2
v;2024;3;3.6
v;2024;4;3
r;1;persoonsgebonden, geen invloed van de school (verhuizing, ziekte, overlijden)
r;2;persoonsgebonden, school kan helpen bij opvang (sociaal-emotioneel, psychisch, leerproblemen, thuis)
r;3;instellingsgebonden
r;4;studie- en beroepskeuzegebonden
r;5;arbeidsmarkt of omgeving (groenpluk)
r;6;zonder diploma, afgesproken resultaat behaald
r;7;onbekend
r;8;geen uitval
r;9;wanbetaler`;
