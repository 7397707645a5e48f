/**
 * School holidays of 2016-2017 to 2028-2029 and public holidays of 2016 to 2029. Rows: `s` school holiday;
 * first year of the school year; name; region or all; first and last day (both off); fixed by the ministry
 * (vastgesteld) or its advice. `p` public holiday; day; name; what schools do, which is custom and not law.
 *
 * Sources: Regeling vaststelling schoolvakanties 2016-2019 (BWBR0037100); overviews of rijksoverheid.nl for
 * 2027-2028 and 2028-2029; the Rijksoverheid open-data API as kept in burakkp/nl-holidays-ical (2025-09-12)
 * and openpotato/openholidaysapi.data (2026-01-21); for 139 of 143 rows two or more of these or of published
 * lists agree. Public holidays: Algemene termijnenwet (BWBR0002448) art. 3, KB BWBR0031337 (5 May), KB
 * BWBR0032908 (Koningsdag). The ministry fixes no holiday for mbo: these are the dates of primary and
 * secondary schools, and defaults that the institution sets its own before.
 */
export const calendar2026v1 = `\
s;2016;herfst;noord;2016-10-15;2016-10-23;advies
s;2016;herfst;midden;2016-10-15;2016-10-23;advies
s;2016;herfst;zuid;2016-10-22;2016-10-30;advies
s;2016;kerst;all;2016-12-24;2017-01-08;vastgesteld
s;2016;voorjaar;noord;2017-02-18;2017-02-26;advies
s;2016;voorjaar;midden;2017-02-25;2017-03-05;advies
s;2016;voorjaar;zuid;2017-02-25;2017-03-05;advies
s;2016;mei;all;2017-04-22;2017-04-30;vastgesteld
s;2016;zomer;midden;2017-07-08;2017-08-20;vastgesteld
s;2016;zomer;zuid;2017-07-15;2017-08-27;vastgesteld
s;2016;zomer;noord;2017-07-22;2017-09-03;vastgesteld
s;2017;herfst;midden;2017-10-14;2017-10-22;advies
s;2017;herfst;zuid;2017-10-14;2017-10-22;advies
s;2017;herfst;noord;2017-10-21;2017-10-29;advies
s;2017;kerst;all;2017-12-23;2018-01-07;vastgesteld
s;2017;voorjaar;zuid;2018-02-17;2018-02-25;advies
s;2017;voorjaar;noord;2018-02-24;2018-03-04;advies
s;2017;voorjaar;midden;2018-02-24;2018-03-04;advies
s;2017;mei;all;2018-04-28;2018-05-06;vastgesteld
s;2017;zomer;zuid;2018-07-07;2018-08-19;vastgesteld
s;2017;zomer;midden;2018-07-14;2018-08-26;vastgesteld
s;2017;zomer;noord;2018-07-21;2018-09-02;vastgesteld
s;2018;herfst;zuid;2018-10-13;2018-10-21;advies
s;2018;herfst;noord;2018-10-20;2018-10-28;advies
s;2018;herfst;midden;2018-10-20;2018-10-28;advies
s;2018;kerst;all;2018-12-22;2019-01-06;vastgesteld
s;2018;voorjaar;noord;2019-02-16;2019-02-24;advies
s;2018;voorjaar;midden;2019-02-23;2019-03-03;advies
s;2018;voorjaar;zuid;2019-02-23;2019-03-03;advies
s;2018;mei;all;2019-04-27;2019-05-05;vastgesteld
s;2018;zomer;zuid;2019-07-06;2019-08-18;vastgesteld
s;2018;zomer;noord;2019-07-13;2019-08-25;vastgesteld
s;2018;zomer;midden;2019-07-20;2019-09-01;vastgesteld
s;2019;herfst;zuid;2019-10-12;2019-10-20;advies
s;2019;herfst;noord;2019-10-19;2019-10-27;advies
s;2019;herfst;midden;2019-10-19;2019-10-27;advies
s;2019;kerst;all;2019-12-21;2020-01-05;vastgesteld
s;2019;voorjaar;noord;2020-02-15;2020-02-23;advies
s;2019;voorjaar;midden;2020-02-22;2020-03-01;advies
s;2019;voorjaar;zuid;2020-02-22;2020-03-01;advies
s;2019;mei;all;2020-04-25;2020-05-03;vastgesteld
s;2019;zomer;noord;2020-07-04;2020-08-16;vastgesteld
s;2019;zomer;zuid;2020-07-11;2020-08-23;vastgesteld
s;2019;zomer;midden;2020-07-18;2020-08-30;vastgesteld
s;2020;herfst;noord;2020-10-10;2020-10-18;advies
s;2020;herfst;midden;2020-10-17;2020-10-25;advies
s;2020;herfst;zuid;2020-10-17;2020-10-25;advies
s;2020;kerst;all;2020-12-19;2021-01-03;vastgesteld
s;2020;voorjaar;zuid;2021-02-13;2021-02-21;advies
s;2020;voorjaar;noord;2021-02-20;2021-02-28;advies
s;2020;voorjaar;midden;2021-02-20;2021-02-28;advies
s;2020;mei;all;2021-05-01;2021-05-09;vastgesteld
s;2020;zomer;noord;2021-07-10;2021-08-22;vastgesteld
s;2020;zomer;midden;2021-07-17;2021-08-29;vastgesteld
s;2020;zomer;zuid;2021-07-24;2021-09-05;vastgesteld
s;2021;herfst;noord;2021-10-16;2021-10-24;advies
s;2021;herfst;midden;2021-10-16;2021-10-24;advies
s;2021;herfst;zuid;2021-10-23;2021-10-31;advies
s;2021;kerst;all;2021-12-25;2022-01-09;vastgesteld
s;2021;voorjaar;noord;2022-02-19;2022-02-27;advies
s;2021;voorjaar;midden;2022-02-26;2022-03-06;advies
s;2021;voorjaar;zuid;2022-02-26;2022-03-06;advies
s;2021;mei;all;2022-04-30;2022-05-08;vastgesteld
s;2021;zomer;midden;2022-07-09;2022-08-21;vastgesteld
s;2021;zomer;noord;2022-07-16;2022-08-28;vastgesteld
s;2021;zomer;zuid;2022-07-23;2022-09-04;vastgesteld
s;2022;herfst;noord;2022-10-15;2022-10-23;advies
s;2022;herfst;midden;2022-10-22;2022-10-30;advies
s;2022;herfst;zuid;2022-10-22;2022-10-30;advies
s;2022;kerst;all;2022-12-24;2023-01-08;vastgesteld
s;2022;voorjaar;zuid;2023-02-18;2023-02-26;advies
s;2022;voorjaar;noord;2023-02-25;2023-03-05;advies
s;2022;voorjaar;midden;2023-02-25;2023-03-05;advies
s;2022;mei;all;2023-04-29;2023-05-07;vastgesteld
s;2022;zomer;midden;2023-07-08;2023-08-20;vastgesteld
s;2022;zomer;zuid;2023-07-15;2023-08-27;vastgesteld
s;2022;zomer;noord;2023-07-22;2023-09-03;vastgesteld
s;2023;herfst;midden;2023-10-14;2023-10-22;advies
s;2023;herfst;zuid;2023-10-14;2023-10-22;advies
s;2023;herfst;noord;2023-10-21;2023-10-29;advies
s;2023;kerst;all;2023-12-23;2024-01-07;vastgesteld
s;2023;voorjaar;zuid;2024-02-10;2024-02-18;advies
s;2023;voorjaar;noord;2024-02-17;2024-02-25;advies
s;2023;voorjaar;midden;2024-02-17;2024-02-25;advies
s;2023;mei;all;2024-04-27;2024-05-05;vastgesteld
s;2023;zomer;zuid;2024-07-06;2024-08-18;vastgesteld
s;2023;zomer;midden;2024-07-13;2024-08-25;vastgesteld
s;2023;zomer;noord;2024-07-20;2024-09-01;vastgesteld
s;2024;herfst;zuid;2024-10-19;2024-10-27;advies
s;2024;herfst;noord;2024-10-26;2024-11-03;advies
s;2024;herfst;midden;2024-10-26;2024-11-03;advies
s;2024;kerst;all;2024-12-21;2025-01-05;vastgesteld
s;2024;voorjaar;noord;2025-02-15;2025-02-23;advies
s;2024;voorjaar;midden;2025-02-22;2025-03-02;advies
s;2024;voorjaar;zuid;2025-02-22;2025-03-02;advies
s;2024;mei;all;2025-04-26;2025-05-04;vastgesteld
s;2024;zomer;zuid;2025-07-05;2025-08-17;vastgesteld
s;2024;zomer;noord;2025-07-12;2025-08-24;vastgesteld
s;2024;zomer;midden;2025-07-19;2025-08-31;vastgesteld
s;2025;herfst;zuid;2025-10-11;2025-10-19;advies
s;2025;herfst;noord;2025-10-18;2025-10-26;advies
s;2025;herfst;midden;2025-10-18;2025-10-26;advies
s;2025;kerst;all;2025-12-20;2026-01-04;vastgesteld
s;2025;voorjaar;midden;2026-02-14;2026-02-22;advies
s;2025;voorjaar;zuid;2026-02-14;2026-02-22;advies
s;2025;voorjaar;noord;2026-02-21;2026-03-01;advies
s;2025;mei;all;2026-04-25;2026-05-03;vastgesteld
s;2025;zomer;noord;2026-07-04;2026-08-16;vastgesteld
s;2025;zomer;zuid;2026-07-11;2026-08-23;vastgesteld
s;2025;zomer;midden;2026-07-18;2026-08-30;vastgesteld
s;2026;herfst;noord;2026-10-10;2026-10-18;advies
s;2026;herfst;midden;2026-10-17;2026-10-25;advies
s;2026;herfst;zuid;2026-10-17;2026-10-25;advies
s;2026;kerst;all;2026-12-19;2027-01-03;vastgesteld
s;2026;voorjaar;zuid;2027-02-13;2027-02-21;advies
s;2026;voorjaar;noord;2027-02-20;2027-02-28;advies
s;2026;voorjaar;midden;2027-02-20;2027-02-28;advies
s;2026;mei;all;2027-04-24;2027-05-02;vastgesteld
s;2026;zomer;noord;2027-07-10;2027-08-22;vastgesteld
s;2026;zomer;midden;2027-07-17;2027-08-29;vastgesteld
s;2026;zomer;zuid;2027-07-24;2027-09-05;vastgesteld
s;2027;herfst;noord;2027-10-16;2027-10-24;advies
s;2027;herfst;midden;2027-10-16;2027-10-24;advies
s;2027;herfst;zuid;2027-10-23;2027-10-31;advies
s;2027;kerst;all;2027-12-25;2028-01-09;vastgesteld
s;2027;voorjaar;noord;2028-02-19;2028-02-27;advies
s;2027;voorjaar;midden;2028-02-26;2028-03-05;advies
s;2027;voorjaar;zuid;2028-02-26;2028-03-05;advies
s;2027;mei;all;2028-04-29;2028-05-07;vastgesteld
s;2027;zomer;midden;2028-07-08;2028-08-20;vastgesteld
s;2027;zomer;noord;2028-07-15;2028-08-27;vastgesteld
s;2027;zomer;zuid;2028-07-22;2028-09-03;vastgesteld
s;2028;herfst;noord;2028-10-14;2028-10-22;advies
s;2028;herfst;midden;2028-10-21;2028-10-29;advies
s;2028;herfst;zuid;2028-10-21;2028-10-29;advies
s;2028;kerst;all;2028-12-23;2029-01-07;vastgesteld
s;2028;voorjaar;zuid;2029-02-10;2029-02-18;advies
s;2028;voorjaar;noord;2029-02-17;2029-02-25;advies
s;2028;voorjaar;midden;2029-02-17;2029-02-25;advies
s;2028;mei;all;2029-04-28;2029-05-06;vastgesteld
s;2028;zomer;midden;2029-07-07;2029-08-19;vastgesteld
s;2028;zomer;zuid;2029-07-14;2029-08-26;vastgesteld
s;2028;zomer;noord;2029-07-21;2029-09-02;vastgesteld
p;2016-01-01;Nieuwjaarsdag;dicht
p;2016-03-25;Goede Vrijdag;vaak dicht
p;2016-03-27;Eerste Paasdag;zondag
p;2016-03-28;Tweede Paasdag;dicht
p;2016-04-27;Koningsdag;dicht
p;2016-05-05;Bevrijdingsdag;school beslist
p;2016-05-05;Hemelvaartsdag;dicht
p;2016-05-15;Eerste Pinksterdag;zondag
p;2016-05-16;Tweede Pinksterdag;dicht
p;2016-12-25;Eerste Kerstdag;dicht
p;2016-12-26;Tweede Kerstdag;dicht
p;2017-01-01;Nieuwjaarsdag;dicht
p;2017-04-14;Goede Vrijdag;vaak dicht
p;2017-04-16;Eerste Paasdag;zondag
p;2017-04-17;Tweede Paasdag;dicht
p;2017-04-27;Koningsdag;dicht
p;2017-05-05;Bevrijdingsdag;school beslist
p;2017-05-25;Hemelvaartsdag;dicht
p;2017-06-04;Eerste Pinksterdag;zondag
p;2017-06-05;Tweede Pinksterdag;dicht
p;2017-12-25;Eerste Kerstdag;dicht
p;2017-12-26;Tweede Kerstdag;dicht
p;2018-01-01;Nieuwjaarsdag;dicht
p;2018-03-30;Goede Vrijdag;vaak dicht
p;2018-04-01;Eerste Paasdag;zondag
p;2018-04-02;Tweede Paasdag;dicht
p;2018-04-27;Koningsdag;dicht
p;2018-05-05;Bevrijdingsdag;school beslist
p;2018-05-10;Hemelvaartsdag;dicht
p;2018-05-20;Eerste Pinksterdag;zondag
p;2018-05-21;Tweede Pinksterdag;dicht
p;2018-12-25;Eerste Kerstdag;dicht
p;2018-12-26;Tweede Kerstdag;dicht
p;2019-01-01;Nieuwjaarsdag;dicht
p;2019-04-19;Goede Vrijdag;vaak dicht
p;2019-04-21;Eerste Paasdag;zondag
p;2019-04-22;Tweede Paasdag;dicht
p;2019-04-27;Koningsdag;dicht
p;2019-05-05;Bevrijdingsdag;school beslist
p;2019-05-30;Hemelvaartsdag;dicht
p;2019-06-09;Eerste Pinksterdag;zondag
p;2019-06-10;Tweede Pinksterdag;dicht
p;2019-12-25;Eerste Kerstdag;dicht
p;2019-12-26;Tweede Kerstdag;dicht
p;2020-01-01;Nieuwjaarsdag;dicht
p;2020-04-10;Goede Vrijdag;vaak dicht
p;2020-04-12;Eerste Paasdag;zondag
p;2020-04-13;Tweede Paasdag;dicht
p;2020-04-27;Koningsdag;dicht
p;2020-05-05;Bevrijdingsdag;school beslist
p;2020-05-21;Hemelvaartsdag;dicht
p;2020-05-31;Eerste Pinksterdag;zondag
p;2020-06-01;Tweede Pinksterdag;dicht
p;2020-12-25;Eerste Kerstdag;dicht
p;2020-12-26;Tweede Kerstdag;dicht
p;2021-01-01;Nieuwjaarsdag;dicht
p;2021-04-02;Goede Vrijdag;vaak dicht
p;2021-04-04;Eerste Paasdag;zondag
p;2021-04-05;Tweede Paasdag;dicht
p;2021-04-27;Koningsdag;dicht
p;2021-05-05;Bevrijdingsdag;school beslist
p;2021-05-13;Hemelvaartsdag;dicht
p;2021-05-23;Eerste Pinksterdag;zondag
p;2021-05-24;Tweede Pinksterdag;dicht
p;2021-12-25;Eerste Kerstdag;dicht
p;2021-12-26;Tweede Kerstdag;dicht
p;2022-01-01;Nieuwjaarsdag;dicht
p;2022-04-15;Goede Vrijdag;vaak dicht
p;2022-04-17;Eerste Paasdag;zondag
p;2022-04-18;Tweede Paasdag;dicht
p;2022-04-27;Koningsdag;dicht
p;2022-05-05;Bevrijdingsdag;school beslist
p;2022-05-26;Hemelvaartsdag;dicht
p;2022-06-05;Eerste Pinksterdag;zondag
p;2022-06-06;Tweede Pinksterdag;dicht
p;2022-12-25;Eerste Kerstdag;dicht
p;2022-12-26;Tweede Kerstdag;dicht
p;2023-01-01;Nieuwjaarsdag;dicht
p;2023-04-07;Goede Vrijdag;vaak dicht
p;2023-04-09;Eerste Paasdag;zondag
p;2023-04-10;Tweede Paasdag;dicht
p;2023-04-27;Koningsdag;dicht
p;2023-05-05;Bevrijdingsdag;school beslist
p;2023-05-18;Hemelvaartsdag;dicht
p;2023-05-28;Eerste Pinksterdag;zondag
p;2023-05-29;Tweede Pinksterdag;dicht
p;2023-12-25;Eerste Kerstdag;dicht
p;2023-12-26;Tweede Kerstdag;dicht
p;2024-01-01;Nieuwjaarsdag;dicht
p;2024-03-29;Goede Vrijdag;vaak dicht
p;2024-03-31;Eerste Paasdag;zondag
p;2024-04-01;Tweede Paasdag;dicht
p;2024-04-27;Koningsdag;dicht
p;2024-05-05;Bevrijdingsdag;school beslist
p;2024-05-09;Hemelvaartsdag;dicht
p;2024-05-19;Eerste Pinksterdag;zondag
p;2024-05-20;Tweede Pinksterdag;dicht
p;2024-12-25;Eerste Kerstdag;dicht
p;2024-12-26;Tweede Kerstdag;dicht
p;2025-01-01;Nieuwjaarsdag;dicht
p;2025-04-18;Goede Vrijdag;vaak dicht
p;2025-04-20;Eerste Paasdag;zondag
p;2025-04-21;Tweede Paasdag;dicht
p;2025-04-26;Koningsdag;dicht
p;2025-05-05;Bevrijdingsdag;school beslist
p;2025-05-29;Hemelvaartsdag;dicht
p;2025-06-08;Eerste Pinksterdag;zondag
p;2025-06-09;Tweede Pinksterdag;dicht
p;2025-12-25;Eerste Kerstdag;dicht
p;2025-12-26;Tweede Kerstdag;dicht
p;2026-01-01;Nieuwjaarsdag;dicht
p;2026-04-03;Goede Vrijdag;vaak dicht
p;2026-04-05;Eerste Paasdag;zondag
p;2026-04-06;Tweede Paasdag;dicht
p;2026-04-27;Koningsdag;dicht
p;2026-05-05;Bevrijdingsdag;school beslist
p;2026-05-14;Hemelvaartsdag;dicht
p;2026-05-24;Eerste Pinksterdag;zondag
p;2026-05-25;Tweede Pinksterdag;dicht
p;2026-12-25;Eerste Kerstdag;dicht
p;2026-12-26;Tweede Kerstdag;dicht
p;2027-01-01;Nieuwjaarsdag;dicht
p;2027-03-26;Goede Vrijdag;vaak dicht
p;2027-03-28;Eerste Paasdag;zondag
p;2027-03-29;Tweede Paasdag;dicht
p;2027-04-27;Koningsdag;dicht
p;2027-05-05;Bevrijdingsdag;school beslist
p;2027-05-06;Hemelvaartsdag;dicht
p;2027-05-16;Eerste Pinksterdag;zondag
p;2027-05-17;Tweede Pinksterdag;dicht
p;2027-12-25;Eerste Kerstdag;dicht
p;2027-12-26;Tweede Kerstdag;dicht
p;2028-01-01;Nieuwjaarsdag;dicht
p;2028-04-14;Goede Vrijdag;vaak dicht
p;2028-04-16;Eerste Paasdag;zondag
p;2028-04-17;Tweede Paasdag;dicht
p;2028-04-27;Koningsdag;dicht
p;2028-05-05;Bevrijdingsdag;school beslist
p;2028-05-25;Hemelvaartsdag;dicht
p;2028-06-04;Eerste Pinksterdag;zondag
p;2028-06-05;Tweede Pinksterdag;dicht
p;2028-12-25;Eerste Kerstdag;dicht
p;2028-12-26;Tweede Kerstdag;dicht
p;2029-01-01;Nieuwjaarsdag;dicht
p;2029-03-30;Goede Vrijdag;vaak dicht
p;2029-04-01;Eerste Paasdag;zondag
p;2029-04-02;Tweede Paasdag;dicht
p;2029-04-27;Koningsdag;dicht
p;2029-05-05;Bevrijdingsdag;school beslist
p;2029-05-10;Hemelvaartsdag;dicht
p;2029-05-20;Eerste Pinksterdag;zondag
p;2029-05-21;Tweede Pinksterdag;dicht
p;2029-12-25;Eerste Kerstdag;dicht
p;2029-12-26;Tweede Kerstdag;dicht`;
