/**
 * Programmes of Dutch mbo as public sources state them, put together on 2026-11-22; facts, no personal data.
 * Rows: `o` opleidingsdomein; code; name; older code for green schools; sources. `d` dossier; code; name;
 * domein; niveaus of its kwalificaties and enrolments (none: not stated); sources. `k` kwalificatie; code;
 * name; niveau; leerwegen (none: BOL and BBL); dossier; domein (none: Entree, cross-over, regional, or not
 * known); sources, that of the row first. `n` a code of which only the name is known; name; source.
 * Every niveau that two or more sources give is the same in all of them. What the ids of the sources stand
 * for is in `sources.ts`. Append-only: a later state of affairs is another file with another version.
 */
export const catalogue2026v1 = `\
o;79000;Bouw en infra;;reg12+reg15+sbb22+kt21+ref26
o;79010;Afbouw, hout en onderhoud;;reg12+reg15+sbb22+kt21+ref26
o;79020;Techniek en procesindustrie;;reg12+reg15+sbb22+kt21+ref26
o;79030;Ambacht, laboratorium en gezondheidstechniek;;reg12+reg15+sbb22+kt21+ref26
o;79040;Media en vormgeving;;reg12+reg15+sbb22+kt21+ref26
o;79050;Informatie en communicatietechnologie;;reg12+reg15+sbb22+kt21+ref26
o;79060;Mobiliteit en voertuigen;;reg12+reg15+sbb22+kt21+ref26
o;79070;Transport, scheepvaart en logistiek;;reg12+reg15+sbb22+kt21+ref26
o;79080;Handel en ondernemerschap;;reg12+reg15+sbb22+kt21+ref26
o;79090;Economie en administratie;;reg12+reg15+sbb22+kt21+ref26
o;79100;Veiligheid en sport;;reg12+reg15+sbb22+kt21+ref26
o;79110;Uiterlijke verzorging;;reg12+reg15+sbb22+kt21+ref26
o;79120;Horeca en bakkerij;;reg12+reg15+sbb22+kt21+ref26
o;79130;Toerisme en recreatie;;reg12+reg15+sbb22+kt21+ref26
o;79140;Zorg en welzijn;;reg12+reg15+sbb22+kt21+ref26
o;79160;Voedsel, natuur en leefomgeving;79150;reg12+reg15+sbb22+kt21+ref26
d;22000;Assistent bouw en infra;79000;;kt21
d;22001;Voeger/gevelbehandelaar;79000;;kt21
d;22002;Tegelzetter;79000;;kt21
d;22003;Natuursteenbewerker;79000;;kt21
d;22004;Dakdekker;79000;;kt21
d;22005;Betonstaalverwerker;79000;;kt21
d;22006;Betontimmerman;79000;;kt21
d;22007;Betonboorder;79000;;kt21
d;22008;Steigerbouwer;79000;;kt21
d;22009;Metselaar;79000;23;kt21+duo19
d;22010;Timmerman;79000;23;kt21+duo19
d;22011;Kaderfunctionaris bouw, infra en gespecialiseerde aannemerij;79000;4;kt21+duo19
d;22012;Middenkaderfunctionaris bouw en infra;79000;4;kt21+duo19
d;22013;Straatmaker;79000;;kt21
d;22014;Vakman asfalt;79000;;kt21
d;22015;Vakman gww;79000;;kt21
d;22016;Waterbouwer;79000;;kt21
d;22017;Machinist;79000;3;kt21+duo19
d;22018;Assistent houtbranche;79010;;kt21
d;22019;Parketteur;79010;;kt21
d;22020;Woningstoffeerder;79010;;kt21
d;22021;Machinaal houtbewerker;79010;;kt21
d;22022;Montagemedewerker timmerindustrie;79010;;kt21
d;22023;Meubelstoffeerder;79010;;kt21
d;22024;Meubelmaker/(scheeps)interieurbouwer;79010;23;kt21+duo19
d;22025;Werkvoorbereider houtbranche;79010;;kt21
d;22026;Logistiek vakman;79070;;kt21
d;22027;Assistent afbouw;79010;;kt21
d;22028;Plafond-/wandmonteur;79010;;kt21
d;22029;Medewerker dekvloeren;79010;;kt21
d;22030;Betonreparateur;79000;;kt21
d;22031;Onderhoud- en verbouwbedrijf;79010;2;kt21+duo19
d;22032;Medewerker stukadoren;79010;;kt21
d;22033;Restauratiestukadoor;79010;;kt21
d;22034;Assistent schilderen/industriële lakverwerking;79010;;kt21
d;22035;Medewerker industriële lakverwerking;79010;;kt21
d;22036;Medewerker glaszetten;79010;;kt21
d;22037;Medewerker schilderen;79010;23;kt21+duo19
d;22038;Specialist schilderen;79010;4;kt21+duo19
d;22039;Middenkaderfunctionaris afbouw en onderhoud;79010;4;kt21+duo19
d;22040;Assistent schoonmaak;79010;;kt21
d;22041;Schoonmaak en Glazenwassen;79010;;kt21
d;22042;Assistent metaal-, elektro- en installatietechniek;79020;;kt21
d;22043;Gasturbines;79020;;kt21
d;22044;Metaalbewerken;79020;;kt21
d;22045;Fijnmechanische techniek;79020;;kt21
d;22046;Machinebouw mechatronica;79020;;kt21
d;22047;Human technology;79020;;kt21
d;22048;Installeren;79020;23;kt21+duo19
d;22049;Service apparatuur en installaties;79020;234;kt21+duo19
d;22050;Middenkader engineering;79020;4;kt21+duo19
d;22051;Elektrotechnische industriële producten en systemen;79020;;kt21
d;22052;Werkvoorbereiden;79000;;kt21
d;22053;Infratechniek;79020;;kt21
d;22054;Assistent operator;79020;;kt21
d;22055;Operator C;79020;;kt21
d;22056;Medewerker operationele techniek;79020;;kt21
d;22057;Operationele techniek;79020;;kt21
d;22058;Operator;79020;;kt21
d;22059;Allround operator;79020;;kt21
d;22060;Vliegtuigbouw;79020;;kt21
d;22061;Vliegtuigonderhoud;79020;;kt21
d;22062;Vliegtuigtechniek;79020;;kt21
d;22063;Schoenhersteller;79030;;kt21
d;22064;Pianotechniek;79030;;kt21
d;22065;Goud- en Zilversmeden;79030;;kt21
d;22066;Juweliersbedrijf;79030;;kt21
d;22068;Creatief Vakmanschap;79030;4;kt21+duo19
d;22069;Onderwerkmaker;79030;;kt21
d;22070;Schachtenmaker;79030;;kt21
d;22071;Adaptatietechniek;79030;;kt21
d;22074;Schoenconsulent;79080;;kt21
d;22076;Optiek;79030;4;kt21+duo19
d;22077;Technisch Oogheelkundig Assistent;79030;;kt21
d;22078;Tandtechniek;79030;;kt21
d;22079;Audicien;79030;;kt21
d;22080;Medewerker Steriele Medische Hulpmiddelen;79030;;kt21
d;22081;Laboratoriummedewerker;79030;;kt21
d;22082;Analist;79030;4;kt21+duo19
d;22083;DTP-er;79040;3;kt21+duo19
d;22084;AV-productie;79040;34;kt21+duo19
d;22085;Game artist;79040;4;kt21+duo19
d;22086;Mediavormgever;79040;4;kt21+duo19
d;22087;Applicatie- en mediaontwikkeling;79050;4;kt21+duo19
d;22088;ICT- en mediabeheer;79050;4;kt21+duo19
d;22089;Mediamanagement;79040;4;kt21+duo19
d;22090;Podium- en evenemententechniek;79040;4;kt21+duo19
d;22091;Tentoonstellingsbouwer;79040;;kt21
d;22092;Signmaker;79040;;kt21
d;22093;Vormgeving ruimtelijke presentatie en communicatie;79040;4;kt21+duo19
d;22094;ICT-medewerker;79050;2;kt21+duo19
d;22095;Particulier digitaal onderzoeker;79050;;kt21
d;22096;Assistent Mobiliteitsbranche;79060;;kt21
d;22097;Assemblagetechnicus Mobiliteitsbranche;79060;;kt21
d;22098;Tweewielertechniek;79060;2;kt21+duo19
d;22099;Motorfietstechniek;79060;;kt21
d;22100;Verbrandingsmotortechniek;79060;;kt21
d;22101;Eerste Verbrandingsmotortechnicus;79060;;kt21
d;22102;Mobiele werktuigen;79060;;kt21
d;22103;Autotechniek;79060;234;kt21+duo19
d;22104;Bedrijfsautotechniek;79060;;kt21
d;22105;Verkoopadviseur Mobiliteitsbranche;79060;;kt21
d;22106;Serviceadviseur Mobiliteitsbranche;79060;;kt21
d;22107;Verkoopmanager Mobiliteitsbranche;79060;;kt21
d;22108;Werkplaatsmanagement Mobiliteitsbranche;79080;;kt21
d;22109;Bedrijfsmanagement Mobiliteitsbranche;79060;;kt21
d;22110;Autoschadehersteltechniek;79060;;kt21
d;22111;Autospuiter;79060;;kt21
d;22112;Carrosseriebouwer;79060;;kt21
d;22113;Caravantechnicus;79060;;kt21
d;22115;Havenlogistiek;79070;;kt21
d;22116;Schipper rondvaartboot beperkt vaargebied;79070;;kt21
d;22117;Schipper machinist beperkt werkgebied;79070;;kt21
d;22118;Binnenvaart;79070;;kt21
d;22119;Stuurman werktuigkundige zeevisvaart sw6;79070;;kt21
d;22121;Bootman;79070;;kt21
d;22123;Koopvaardij officier kleine schepen;79070;3;kt21+duo19
d;22124;Koopvaardij officier alle schepen;79070;4;kt21+duo19
d;22126;Baggermeester;79070;;kt21
d;22127;Maritiem waterbouwer;79070;;kt21
d;22128;Scheeps- en jachtbouwkundige;79070;;kt21
d;22129;Luchtvaartdienstverlener;79070;;kt21
d;22130;Luchtvaartlogisticus;79070;;kt21
d;22131;Aviation operations officer;79070;;kt21
d;22132;Chauffeur goederenvervoer;79070;;kt21
d;22133;Chauffeur personenvervoer;79070;;kt21
d;22134;Machinist Railvervoer;79070;;kt21
d;22135;Planner wegtransport;79070;;kt21
d;22136;Manager transport en logistiek;79070;;kt21
d;22137;Assistent logistiek medewerker;79070;;kt21
d;22138;Logistiek teamleider;79070;3;kt21+duo19
d;22139;Logistiek supervisor;79070;;kt21
d;22140;Logistiek medewerker;79070;2;kt21+duo19
d;22141;Aankomend verkoopmedewerker;79080;1;kt21+duo19
d;22142;Verkoper;79080;2;kt21+duo19
d;22143;Balie-/shopmedewerker;79070;;kt21
d;22144;Verkoopspecialist;79080;3;kt21+duo19
d;22145;Assistent-manager internationale handel;79090;4;kt21+duo19
d;22146;Manager handel;79080;4;kt21+duo19
d;22147;Ondernemer detailhandel;79080;4;kt21+duo19
d;22148;Assistent medewerker mode/maatkleding/interieur;79080;;kt21
d;22149;Medewerker mode/maatkleding;79080;34;kt21+duo19
d;22150;Medewerker interieurtextiel;79080;;kt21
d;22151;Medewerker design;79080;4;kt21+duo19
d;22152;Productiecoördinator fashion;79080;;kt21
d;22153;Commercieel medewerker buitendienst textiel;79080;;kt21
d;22154;Kwaliteitscontroleur textiel;79080;;kt21
d;22155;Ploegleider textiel;79080;;kt21
d;22156;Administratief medewerker;79090;2;kt21+duo19
d;22157;Secretariële beroepen;79090;34;kt21+duo19
d;22158;Financiële beroepen;79090;34;kt21+duo19
d;22159;Medewerker personeel en arbeid;79090;;kt21
d;22160;Medewerker sociale zekerheid;79090;;kt21
d;22161;Juridisch medewerker;79090;4;kt21+duo19
d;22162;Medewerker informatiedienstverlening;79090;;kt21
d;22163;Commercieel medewerker bank- en verzekeringswezen;79090;;kt21
d;22164;Commercieel medewerker;79090;34;kt21+duo19
d;22165;Contactcenter teamleider;79080;;kt21
d;22166;Medewerker marketing en communicatie;79090;4;kt21+duo19
d;22167;Veiligheid en vakmanschap;79100;2;kt21+duo19
d;22168;Toezicht en veiligheid;79100;;kt21
d;22169;Particuliere beveiliging;79100;2;kt21+duo19
d;22170;Sport- en bewegingsbegeleider;79140;;kt21
d;22171;Sport en bewegen;79100;34;kt21+duo19
d;22172;Kapper;79110;234;kt21+duo19
d;22173;Schoonheidsspecialist;79110;34;kt21+duo19
d;22174;Pedicure;79110;;kt21
d;22175;Horeca-assistent;79120;;kt21
d;22176;Fastservice;79120;;kt21
d;22177;Kok;79120;23;kt21+duo19
d;22178;Medewerker bediening/café-bar;79120;23;kt21+duo19
d;22179;Ondernemer horeca/bakkerij;79120;4;kt21+duo19
d;22180;Assistent bakker;79120;;kt21
d;22181;Brood en banket;79120;23;kt21+duo19
d;22183;Facilitaire dienstverlener;79120;24;kt21+duo19
d;22184;Frontofficemedewerker;79130;34;kt21+duo19
d;22185;Reizen;79130;34;kt21+duo19
d;22186;Watersportindustrie;79070;;kt21
d;22187;Leisure & hospitality;79130;34;kt21+duo19
d;22188;Zorghulp;79140;1;kt21+duo19
d;22189;Helpende Zorg & Welzijn;79140;2;kt21+duo19
d;22190;Verzorgende-IG;79140;3;kt21+duo19
d;22191;Mbo-Verpleegkundige;79140;4;kt21+duo19
d;22192;Apothekersassistent;79140;;kt21
d;22193;Doktersassistent;79140;;kt21
d;22194;Tandartsassistent;79140;;kt21
d;22195;Maatschappelijke Zorg;79140;34;kt21+duo19
d;22196;Sociaal-maatschappelijk dienstverlener;79140;;kt21
d;22197;Pedagogisch Werk;79140;34;kt21+duo19
d;22198;Onderwijsassistent;79140;4;kt21+duo19
d;22199;Praktijkopleider;79140;;kt21
d;22200;Sociaal-cultureel werker;79140;;kt21
d;22201;Artiest;79140;4;kt21+duo19
d;22202;Allround grimeur;79110;;kt21
d;22203;Biologisch-dynamisch bedrijf;79160;;kt21
d;22204;teelt 4;79160;;kt21
d;22205;Kwaliteitsmanagement voeding;79160;;kt21
d;22206;Voedingsmanagement;79160;;kt21
d;22208;Teelt 2/3;79160;;kt21
d;22209;Groene detailhandel;79080;;kt21
d;22210;Logistiek vakman;79070;;kt21
d;22211;In- en verkoop vershandel;79160;;kt21
d;22219;Natuur en groene ruimte 2;79160;;kt21
d;22220;Natuur en groene ruimte 3;79160;;kt21
d;22221;Natuur en groene ruimte 4;79160;;kt21
d;22222;Milieu en ruimte;79160;4;kt21+duo19
d;22223;Bloemendetailhandel;79160;;kt21
d;22224;Natuur en vormgeving;79160;;kt21
d;22225;Zorg, natuur en gezondheid;79160;;kt21
d;22226;Operator;79160;;kt21
d;22227;Allround operator;79020;;kt21
d;22229;Dierverzorging 2;79160;;kt21
d;22230;Paardensport;79160;;kt21
d;22231;Gespecialiseerde dierverzorging paard;79160;;kt21
d;22232;Gespecialiseerde dierverzorging vee;79160;;kt21
d;22233;Gespecialiseerde dierverzorging gezelschapsdieren;79160;;kt21
d;22234;Productiedieren;79160;;kt21
d;22235;Recreatiedieren;79160;;kt21
d;22236;Gezelschapsdierenbranche;79160;;kt21
d;22237;Proefdieren;79160;;kt21
d;22238;Paraveterinaire ondersteuning;79160;;kt21
d;22239;Groen, grond, infra;79160;;kt21
d;22240;Operator;79020;;kt21
d;22241;Allround operator;79020;;kt21
d;22242;Logistiek vakman;79070;;kt21
d;22243;Productiemedewerker versindustrie;79160;;kt21
d;22244;Medewerker versdetailhandel;79160;;kt21
d;22245;Vakbekwaam medewerker versdetailhandel;79160;;kt21
d;22246;Productievakkracht versindustrie;79160;;kt21
d;22247;Officieel assistent PM keuring;79160;;kt21
d;22248;Leidinggevende versindustrie;79160;;kt21
d;22249;Leidinggevende vers;79160;;kt21
d;22250;Assistent medewerker voedsel en leefomgeving;79160;;kt21
d;22251;Milieu en ruimte;79160;;kt21
d;22252;Proefdieren;79160;;kt21
d;22253;Assistent medewerker voedsel en leefomgeving;79160;;kt21
d;22255;Sloper;79000;;kt21
d;22256;Behoudsmedewerker;79030;;kt21
d;22257;Orthopedische Technieken;79030;;kt21
d;22258;Applicatie- en mediaontwikkeling;79050;4;kt21+duo19
d;22259;Technisch Specialist Verbrandingsmotoren;79060;;kt21
d;22260;Havenoperaties;79070;;kt21
d;22261;Visserij Officier;79070;;kt21
d;22262;Interieuradviseur;79080;;kt21
d;22263;ICT- en mediabeheer;79050;4;kt21+duo19
d;22264;Arbeidsmarktgekwalificeerd assistent;;;kt21
d;22265;Arbeidsmarktgekwalificeerd assistent;;1;kt21+duo19
d;22266;Printmedia;79040;;kt21
d;22267;Uurwerktechniek;79030;;kt21
d;22268;Stuurman werktuigkundige zeevisvaart;79070;;kt21
d;22269;Entree Groen;;;kt21
d;22270;Entree;;1;kt21+duo19
d;23001;Afval, Milieu, Beheer & Onderhoud Openbare Ruimte;79010;234;sbb22+reg15+kt21
d;23002;Dekvloeren leggen;79010;23;sbb22+reg15+kt21
d;23003;Glaszetten;79010;23;sbb22+reg15+kt21
d;23004;Industrieel produceren met hout;79010;234;reg15+kt21+duo19
d;23005;Industriële lakverwerking;79010;23;sbb22+reg15+kt21
d;23006;Kaderfunctie Afbouw, Onderhoud en Interieur;79010;4;reg15+kt21
d;23007;Machinaal houtbewerken;79010;23;sbb22+reg15+kt21
d;23008;Meubels en (scheeps)interieurs maken;79010;234;sbb22+reg15+kt21+duo19
d;23009;Meubels stofferen;79010;23;sbb22+reg15+kt21
d;23010;Onderhoud- en verbouwbedrijf;79010;23;reg15+kt21+duo19
d;23011;Parketvloeren leggen;79010;23;reg15+kt21
d;23022;Plafond-/wandmontage;79010;2;sbb22+reg15+kt21
d;23023;Restauratiestukadoren;79010;4;reg15+kt21
d;23024;Schilderen;79010;23;reg15+kt21+duo19
d;23025;Schoonmaak en Glazenwassen;79010;23;sbb22+reg15+kt21
d;23026;Specialist schilderen;79010;4;sbb22+reg15+kt21
d;23027;Stukadoren;79010;23;sbb22+reg15+kt21
d;23028;Woningstofferen;79010;23;reg15+kt21
d;23030;Analisten;79030;34;sbb22+reg15+kt21+duo19
d;23031;Audiciens;79030;4;sbb22+reg15+kt21
d;23032;Collectiebeheer;79030;4;reg15+kt21
d;23033;Creatief Vakmanschap;79030;4;reg15+kt21+duo19
d;23034;Medewerkers Steriele Medische Hulpmiddelen;79030;3;reg15+kt21
d;23035;Optiek;79030;234;reg15+kt21
d;23036;Orthopedische Schoentechniek;79030;234;sbb22+reg15+kt21
d;23037;Pianotechniek;79030;3;reg15+kt21
d;23038;Schoenen, Zadels en Lederwaren;79030;234;sbb22+reg15+kt21
d;23039;Tandtechniek;79030;24;reg15+kt21
d;23040;Technisch Oogheelkundig Assistenten;79030;4;reg15+kt21
d;23041;Goud- en Zilversmeden;79030;34;sbb22+reg15+kt21+duo19
d;23042;Juweliersbedrijf;79030;34;sbb22+reg15+kt21+duo19
d;23043;Orthopedische Techniek;79030;34;sbb22+reg15+kt21
d;23044;Uurwerktechniek;79030;34;sbb22+reg15+kt21+duo19
d;23045;Betonboren;79000;3;sbb22+reg15+kt21
d;23046;Betonreparatie;79000;23;sbb22+reg15+kt21
d;23047;Betonstaalverwerken;79000;23;sbb22+reg15+kt21
d;23048;Betontimmeren;79000;23;sbb22+reg15+kt21
d;23049;Dakdekken;79000;23;reg15+kt21
d;23050;Grond-, water- en wegenbouw;79000;23;reg15+kt21
d;23051;Machinisten;79000;3;sbb22+reg15+kt21
d;23052;Metselen;79000;23;reg15+kt21+duo19
d;23053;Middenkader bouw en infra;79000;4;sbb22+reg15+kt21+duo19
d;23054;Natuursteenbewerken;79000;23;sbb22+reg15+kt21
d;23055;Slopen;79000;23;sbb22+reg15+kt21
d;23056;Tegelzetten;79000;23;reg15+kt21+duo19
d;23057;Timmeren;79000;23;reg15+kt21+duo19
d;23058;Werkvoorbereiden/uitvoeren;79000;4;sbb22+reg15+kt21
d;23060;Steigerbouw;79000;23;sbb22+reg15+kt21
d;23062;Voegen / gevelbehandelen;79000;2;reg15+kt21
d;23063;Bibliotheken;79090;4;sbb22+reg15+kt21
d;23064;Commercie;79090;34;sbb22+reg15+kt21+duo19
d;23065;Financieel administratieve beroepen;79090;34;reg15+kt21+duo19
d;23066;Juridisch-administratieve beroepen;79090;4;reg15+kt21+duo19
d;23067;Marketing, communicatie en evenementen;79090;4;reg15+kt21+duo19
d;23068;Ondersteunende administratieve beroepen;79090;2;reg15+kt21+duo19
d;23069;Secretariële beroepen;79090;34;reg15+kt21+duo19
d;23070;Advies en leiding in de verkoop;79080;3;reg15+kt21+duo19
d;23071;Fashion design;79080;4;reg15+kt21
d;23072;Fashion management;79080;4;reg15+kt21
d;23073;Interieuradvies;79080;4;reg15+kt21
d;23074;Kleding-, confectie- en veranderatelier;79080;2;reg15+kt21
d;23075;Leidinggeven op basis van vakmanschap;79080;4;sbb22+reg15+kt21
d;23076;Management retail;79080;4;reg15+kt21+duo19
d;23077;Mode/maatkleding;79080;34;reg15+kt21+duo19
d;23078;Ondernemerschap op basis van vakmanschap;79080;4;sbb22+reg15+kt21
d;23079;Ondernemerschap retail;79080;4;sbb22+reg15+kt21+duo19
d;23080;Verkoop;79080;2;reg15+kt21+duo19
d;23081;Bediening;79120;234;sbb22+reg15+kt21+duo19
d;23082;Brood en banket;79120;234;reg15+kt21+duo19
d;23083;Facilitair leidinggeven;79120;4;reg15+kt21
d;23084;Fastservice;79120;234;sbb22+reg15+kt21
d;23085;Keuken;79120;234;sbb22+reg15+kt21+duo19
d;23086;Patisserie;79120;4;reg15+kt21
d;23087;Ondernemer horeca/bakkerij;79120;4;sbb22+reg15+kt21+duo19
d;23088;Applicatieontwikkeling;79050;4;reg15+kt21+duo19
d;23089;ICT- en mediabeheer;79050;4;reg15+kt21+duo19
d;23090;ICT support;79050;23;reg15+kt21+duo19
d;23091;AV-productie;79040;234;reg15+kt21+duo19
d;23092;DTP;79040;23;reg15+kt21
d;23093;Mediamanagement;79040;4;sbb22+reg15+kt21
d;23094;Mediaredactie;79040;4;sbb22+reg15+kt21+duo19
d;23095;Mediavormgeving;79040;4;reg15+kt21+duo19
d;23096;Podium- en Evenemententechniek;79040;234;reg15+kt21+duo19
d;23097;Printmedia;79040;234;reg15+kt21
d;23098;Ruimtelijke vormgeving;79040;24;reg15+kt21+duo19
d;23099;Signmaking;79040;234;reg15+kt21+duo19
d;23100;Stand- en decorbouw;79040;23;sbb22+reg15+kt21
d;23101;Aftersales Mobiliteitsbranche;79060;34;reg15+kt21
d;23102;Assemblage, Carrosseriebouw en Recreatievoertuigen;79060;23;reg15+kt21
d;23103;Autoschadehersteltechniek;79060;23;sbb22+reg15+kt21
d;23104;Autospuiten;79060;23;reg15+kt21
d;23105;Fietstechniek;79060;23;sbb22+reg15+kt21
d;23106;Gemotoriseerde tweewielers;79060;23;reg15+kt21
d;23107;Verbrandingsmotortechniek;79060;234;reg15+kt21
d;23108;Verkoop Mobiliteitsbranche;79060;34;reg15+kt21
d;23109;Voertuigen en mobiele werktuigen;79060;234;reg15+kt21+duo19
d;23110;Entree;;1;reg15+kt21+duo19
d;23111;Elektrotechnische systemen en installaties;79020;4;reg15+kt21
d;23112;Engineering koude- en klimaatsystemen;79020;4;reg15+kt21
d;23113;Human Technology;79020;4;sbb22+reg15+kt21
d;23114;Infratechniek;79020;23;reg15+kt21
d;23115;Infratechniek (kader);79020;4;sbb22+reg15+kt21
d;23116;Isolatiewerken;79020;23;sbb22+reg15+kt21
d;23117;Koude- en klimaatsystemen;79020;234;reg15+kt21
d;23118;Metaalbewerken;79020;234;sbb22+reg15+kt21+duo19
d;23119;Middenkader Engineering;79020;4;sbb22+reg15+kt21+duo19
d;23120;Precisietechniek;79020;234;reg15+kt21
d;23121;Procestechniek;79020;4;reg15+kt21
d;23122;Service- en onderhoudstechniek;79020;234;reg15+kt21+duo19
d;23123;Technisch tekenen;79020;34;sbb22+reg15+kt21
d;23124;Vliegtuigbouw;79020;2;sbb22+reg15+kt21
d;23125;Vliegtuigonderhoud;79020;234;sbb22+reg15+kt21+duo19
d;23127;Elektrotechnische Installaties;79020;23;reg15+kt21+duo19
d;23128;Industrieel onderhoud;79020;2;sbb22+reg15+kt21
d;23129;Industriële processen;79020;23;reg15+kt21
d;23130;Mechatronica;79020;23;sbb22+reg15+kt21+duo19
d;23131;Mechatronische systemen;79020;4;sbb22+reg15+kt21
d;23132;Operationele Techniek;79020;34;sbb22+reg15+kt21
d;23133;Werktuigkundige Installaties (Montage);79020;23;reg15+kt21+duo19
d;23134;Travel, Leisure & Hospitality;79130;34;reg15+kt21+duo19
d;23135;Watersportindustrie;79130;234;reg15+kt21
d;23136;Baggeren;79070;4;reg15+kt21
d;23139;Dienstverlening in de luchtvaart;79070;4;reg15+kt21
d;23140;Goederenvervoer;79070;2;reg15+kt21
d;23143;Logistiek;79070;23;reg15+kt21+duo19
d;23144;Maritieme techniek;79070;4;reg15+kt21
d;23146;Middenkader Transport en Logistiek;79070;4;reg15+kt21+duo19
d;23147;Personenvervoer;79070;23;reg15+kt21
d;23148;Railvervoer;79070;3;reg15+kt21
d;23149;Rondvaartboot;79070;2;reg15+kt21
d;23152;Supervisors logistiek;79070;4;reg15+kt21
d;23153;Transportplanning;79070;3;reg15+kt21
d;23155;Havenlogistiek;79070;234;sbb22+reg15+kt21
d;23156;Havenoperaties;79070;234;sbb22+reg15+kt21
d;23157;Haarverzorging;79110;234;reg15+kt21+duo19
d;23158;Make-up Art;79110;4;reg15+kt21
d;23159;Schoonheidsverzorging;79110;34;sbb22+reg15+kt21+duo19
d;23160;Voetzorg;79110;34;reg15+kt21+duo19
d;23161;Particuliere beveiliging;79100;23;reg15+kt21+duo19
d;23162;Publieke veiligheid;79100;23;sbb22+reg15+kt21
d;23163;Sport en Bewegen;79100;34;sbb22+reg15+kt21+duo19
d;23164;Veiligheid en vakmanschap;79100;23;reg15+kt21+duo19
d;23165;Vers: Leidinggeven & ambacht;79160;4;reg15+kt21
d;23166;Vers: Vakmanschap & ambacht;79160;23;reg15+kt21
d;23167;Vers: Vakmanschap & industrie;79160;23;reg15+kt21
d;23168;Agro productie, handel en technologie;79160;234;reg15+kt21
d;23169;Bloem, groen en styling;79160;234;reg15+kt21+duo19
d;23170;Dierverzorging;79160;234;reg15+kt21
d;23171;Groene ruimte;79160;234;reg15+kt21
d;23172;Milieu-onderzoek en -inspectie;79160;4;reg15+kt21+duo19
d;23173;Voeding;79160;234;sbb22+reg15+kt21
d;23174;Dierlijke vruchtbaarheid en voortplanting;79160;4;reg15+kt21
d;23175;Gespecialiseerde proefdierverzorging;79160;4;sbb22+reg15+kt21
d;23176;Hoefsmederij;79160;3;sbb22+reg15+kt21
d;23177;Paardensport en -houderij;79160;34;reg15+kt21
d;23178;Apothekersassistent;79140;4;reg15+kt21+duo19
d;23179;Artiesten;79140;4;reg15+kt21+duo19
d;23180;Doktersassistent;79140;4;reg15+kt21+duo19
d;23181;Maatschappelijke Zorg;79140;34;reg15+kt21+duo19
d;23182;Mbo-Verpleegkundige;79140;4;reg15+kt21+duo19
d;23183;Pedagogisch Werk;79140;34;reg15+kt21+duo19
d;23184;Praktijkopleider;79140;4;reg15+kt21
d;23185;Sociaal werk;79140;4;reg15+kt21+duo19
d;23186;Tandartsassistent;79140;4;reg15+kt21+duo19
d;23187;Verzorgende IG;79140;3;reg15+kt21+duo19
d;23189;Dienstverlening;79140;2;sbb22+reg15+kt21+duo19
d;23190;Financiële dienstverlening;79090;4;reg15+kt21+duo19
d;23191;Vers: Leidinggeven & industrie;79160;4;reg15+kt21
d;23192;Entree;;1;reg15+kt21+duo19
d;23193;Management retail;79160;4;reg15+kt21
d;23194;Verkoop;79160;2;reg15+kt21
d;23195;Advies en leiding in de verkoop;79160;3;reg15+kt21
d;23196;Voegen / gevelbehandelen;79000;23;sbb22+kt21
d;23197;Restauratievakmanschap in de bouw;79000;4;sbb22+kt21
d;23198;Precisietechniek;79020;24;kt21+duo19
d;23199;Vormen maken;79030;3;sbb22+kt21
d;23201;Bootmannen;79070;;kt21
d;23202;Koopvaardij;79070;34;kt21+duo19
d;23203;Koopvaardij SMBW;79070;2;sbb22+kt21
d;23204;Maritieme Waterbouw;79070;;kt21
d;23205;Visserij officieren;79070;;kt21
d;23206;Zeevisvaart SW6;79070;;kt21
d;23207;Fashion design&productmanagement;79080;4;kt21+duo19
d;23208;Leidinggeven op basis van vakmanschap;79080;;kt21
d;23209;Ondernemerschap op basis van vakmanschap;79080;;kt21
d;23210;Baggeren;79070;;kt21
d;23211;Binnenvaart;79070;23;kt21+duo19
d;23212;Agro, productie handel en technologie;79160;;kt21
d;23213;Dierlijke vruchtbaarheid en voortplanting;79160;4;sbb22+kt21
d;23214;Dierverzorging;79160;;kt21
d;23215;Dakdekken;79000;23;sbb22+kt21
d;23216;Financiele dienstverlening;79090;4;kt21+duo19
d;23217;Creatief Vakmanschap;79030;4;sbb22+kt21
d;23218;Goederenvervoer;79070;;kt21
d;23219;Personenvervoer;79070;;kt21
d;23220;Railvervoer;79070;;kt21
d;23221;Agro productie, handel en technologie;79160;234;sbb22+kt21
d;23223;Koude- en klimaatsystemen;79020;234;sbb22+kt21
d;23224;Bootmannen;79070;;kt21
d;23225;Engineering koude- en klimaatsystemen;79020;4;sbb22+kt21
d;23226;Vers: Leidinggeven & industrie;79160;4;sbb22+kt21
d;23227;Vers: Vakmanschap & industrie;79160;23;sbb22+kt21
d;23228;Voeding;79160;;kt21
d;23229;Decoratiestukadoor;79010;4;sbb22+kt21
d;23230;Baggeren;79070;;kt21
d;23231;Office- en managementsupport;79090;34;kt21+duo19
d;23232;Instructeur mbo;79140;4;sbb22+kt21
d;23233;Dierverzorging;79160;;kt21
d;23234;Advies en onderzoek leefomgeving;79160;4;sbb22+kt21
d;23235;Industrieel produceren met hout;79010;234;sbb22+kt21+duo19
d;23236;Schilderen;79010;23;sbb22+kt21+duo19
d;23237;Mediamaken;79040;23;sbb22+kt21
d;23238;Assemblage, Carrosseriebouw en Recreatievoertuigen;79060;23;sbb22+kt21
d;23239;Maritieme techniek;79070;234;sbb22+kt21
d;23240;Veiligheid en vakmanschap;79100;23;sbb22+kt21
d;23241;Pedagogisch werk;79140;34;kt21+duo19
d;23242;Printmedia;79040;23;sbb22+kt21
d;23243;Software development;79050;4;sbb22+kt21
d;23244;IT systems and devices;79050;34;sbb22+kt21
d;23246;ICT support;79050;2;sbb22+kt21
d;23247;Facilitaire dienstverlening;79120;34;sbb22+kt21+duo19
d;23248;Binnenvaart;79070;234;sbb22+kt21
d;23249;Railvervoer;79070;3;sbb22+kt21
d;23250;Boulangerie;79120;4;sbb22+kt21
d;23251;Sociaal werk;79140;4;sbb22+kt21
d;23252;Groene ruimte;79160;234;sbb22+kt21
d;23253;Infratechniek;79020;;kt21
d;23254;Precisietechniek;79020;234;sbb22+kt21
d;23255;Medewerkers Steriele Medische Hulpmiddelen;79030;3;sbb22+kt21
d;23256;Optiek;79030;234;sbb22+kt21
d;23257;Mediavormgeving;79040;4;sbb22+kt21
d;23258;Signmaking;79040;234;sbb22+kt21
d;23259;Bootmannen;79070;3;sbb22+kt21
d;23260;Dienstverlening in de luchtvaart;79070;4;sbb22+kt21
d;23261;Visserij officieren;79070;;kt21
d;23262;Zeevisvaart SW6;79070;2;sbb22+kt21
d;23263;Haarverzorging;79110;234;sbb22+kt21
d;23264;Travel, Leisure & Hospitality;79130;34;sbb22+ref26+kt21
d;23265;Apothekersassistent;79140;4;sbb22+kt21
d;23266;Artiesten;79140;4;sbb22+kt21
d;23267;Mbo-Verpleegkundige;79140;4;sbb22+kt21
d;23268;Verzorgende IG;79140;3;sbb22+kt21
d;23269;Interieurvakmanschap;79010;23;sbb22
d;23270;Pianotechniek;79030;4;sbb22
d;23271;Tandtechniek;79030;34;sbb22
d;23272;Technisch Oogheelkundig Assistenten;79030;4;sbb22
d;23273;Voertuigen en mobiele werktuigen;79060;23;sbb22
d;23274;Specialist voertuigen en mobiele werktuigen;79060;4;sbb22
d;23275;Goederenvervoer;79070;2;sbb22
d;23276;Personenvervoer;79070;23;sbb22
d;23277;Rondvaartboot;79070;2;sbb22
d;23278;Maritiem officier;79070;34;sbb22
d;23279;Fashion;79080;34;sbb22
d;23280;Fasion atelier;79080;2;sbb22
d;23281;Particuliere beveiliging;79100;23;sbb22
d;23282;Make-up Art;79110;4;sbb22
d;23283;Voetzorg;79110;34;sbb22
d;23284;Doktersassistent;79140;4;sbb22
d;23285;Pedagogisch Werk;79140;34;sbb22
d;23286;Tandartsassistent;79140;4;sbb22
d;23287;Vers: Leidinggeven & ambacht;79160;4;sbb22
d;23288;Vers: Vakmanschap & ambacht;79160;23;sbb22
d;23289;Bloem, groen en styling;79160;234;sbb22
d;23290;Boomverzorging;79160;3;sbb22
d;23291;Paardensport en -houderij;79160;34;sbb22
d;23292;(After)sales in de mobiliteitsbranche;79060;34;sbb22
d;23293;Autospuiten;79060;23;sbb22
d;23294;AV-productie;79040;234;sbb22
d;23295;Brood en banket;79120;234;sbb22
d;23296;Business Services;79090;234;sbb22
d;23298;Dierverzorging;79160;234;sbb22
d;23299;Elektrotechnische Installaties;79020;23;sbb22
d;23300;Elektrotechnische systemen en installaties;79020;4;sbb22
d;23301;Entree;;1;sbb22
d;23302;Evenementenorganisatie;79090;4;sbb22
d;23303;Grond-, water- en wegenbouw;79000;23;sbb22
d;23305;Industriële processen;79020;23;sbb22
d;23306;Infratechniek;79020;23;sbb22
d;23307;Interieuradvies;79080;4;sbb22
d;23308;Kaderfunctie afbouw en onderhoud;79010;4;sbb22
d;23309;Logistiek;79070;23;sbb22
d;23310;Management transport en logistiek;79070;4;sbb22
d;23311;Luchtvracht;79070;4;sbb22
d;23312;Maatschappelijke Zorg;79140;34;sbb22
d;23313;Metselen;79000;23;sbb22
d;23315;Onderhoud- en verbouwbedrijf;79010;23;sbb22
d;23316;Operationele processen op de luchthaven;79070;4;sbb22
d;23318;Patisserie;79120;4;sbb22
d;23319;Podium- en Evenemententechniek;79040;234;sbb22
d;23320;Praktijkopleider;79140;4;sbb22
d;23321;Procestechniek;79020;4;sbb22
d;23322;Publieke veiligheid;79100;3;ref26
d;23323;Retail management;79080;4;sbb22
d;23324;Retail operationeel;79080;2;sbb22
d;23325;Retail advies;79080;3;sbb22
d;23326;Ruimtelijke vormgeving;79040;24;sbb22
d;23329;Service- en onderhoudstechniek;79020;234;sbb22
d;23330;Tegelzetten;79000;23;sbb22
d;23331;Timmeren;79000;23;sbb22
d;23332;Verbrandingsmotortechniek;79060;234;sbb22
d;23333;Werktuigkundige installaties (montage);79020;23;sbb22
d;23334;Smart building;79000;4;sbb22
d;23335;Smart industry;79020;4;sbb22
d;23336;Zorg en groen;79160;4;sbb22
d;23348;Meubels stofferen;79010;23;ref26
d;23349;Goud- en Zilversmeden;79030;34;ref26
d;23350;Orthopedische schoentechniek;79030;34;ref26
d;23351;Orthopedische techniek;79030;34;ref26
d;23352;Dakdekken;79000;23;ref26
d;23353;Middenkader bouw en infra;79000;4;ref26
d;23354;Commercie;79090;34;ref26
d;23355;Ondernemerschap handel;79080;4;ref26
d;23356;Mediamanagement;79040;4;ref26
d;23357;Mediaredactie;79040;4;ref26
d;23358;Autoschadehersteltechniek;79060;234;ref26
d;23360;Mechatronica;79020;234;ref26
d;23361;Productietechniek;79020;234;ref26
d;23363;Havenoperaties;79070;234;ref26
d;23364;Havenlogistiek;79070;234;ref26
d;23365;Schoonheidsverzorging;79110;34;ref26
d;23366;Sport en Bewegen;79100;34;ref26
d;23367;Hoefsmederij;79160;3;ref26
d;23368;Gespecialiseerde proefdierverzorging;79160;4;ref26
d;23369;Paardensport en -houderij;79160;34;ref26
d;23370;Smart building;79000;4;ref26
d;23371;Middenkader engineering;79020;4;ref26
d;23373;Meubels en (scheeps)interieurs maken;79010;234;ref26
d;23375;Luchtvaarttechniek;79020;234;ref26
d;23376;Dekvloeren leggen;79010;2;ref26
d;23377;Glaszetten;79010;23;ref26
d;23378;Kaderfunctie afbouw en onderhoud;79010;4;ref26
d;23379;Machinisten;79000;3;ref26
d;23380;Analisten;79030;34;ref26
d;23381;Hout en restauratie;79000;3;ref26
d;23382;Keukenmontage;79010;23;ref26
d;23383;Geo, data & design;79160;4;ref26
d;23384;Sociaal werk;79140;4;ref26
d;23385;Dienstverlening;79140;2;ref26
d;23386;Uurwerktechniek;79030;34;ref26
d;23387;Schoentechniek;79030;234;ref26
d;23388;Audiciens;79030;4;ref26
d;23389;Binnenvaart;79070;234;ref26
d;23390;Bootmannen;79070;3;ref26
d;23392;Voeding;79160;234;ref26
d;23393;Agro productie, handel en technologie;79160;234;ref26
d;23394;Groene ruimte;79160;34;ref26
d;23395;Groen, grond en groene infra;79160;234;ref26
d;23396;Voeding- en leefstijladvies;79160;4;ref26
d;23397;Duurzaamheid;79160;4;ref26
d;23398;Ondernemerschap op basis van een vakspecialisme;79080;4;ref26
d;23399;Software development;79050;4;ref26
d;23400;ICT support;79050;2;ref26
d;23402;Signmaking;79040;234;ref26
d;23403;Specialist schilderen;79010;4;ref26
d;23404;Infratechniek;79020;23;ref26
d;23405;ICT support and systems;79050;34;ref26
d;23406;Zorgboerderij;79160;34;ref26
d;23407;Betonreparatie;79000;23;ref26
d;23408;Slopen;79000;23;ref26
d;23409;Engineering koude- en klimaatsystemen;79020;4;ref26
d;23410;Infratechniek (kader);79020;4;ref26
d;23411;Juweliersbedrijf;79030;34;ref26
d;23412;Medewerkers steriele medische hulpmiddelen;79030;3;ref26
d;23413;Optiek;79030;234;ref26
d;23414;Decorbouw;79040;234;ref26
d;23415;Fietstechniek;79060;23;ref26
d;23416;Dienstverlening in de luchtvaart;79070;4;ref26
d;23417;Drone-operations;79070;4;ref26
d;23418;Goederenvervoer;79070;23;ref26
d;23419;Railvervoer;79070;3;ref26
d;23420;Zee- en zeevisvaart beperkt vaargebied;79070;2;ref26
d;23421;Standbouw;79040;2;ref26
d;23422;Leidinggeven op basis van vakmanschap;79080;4;ref26
d;23423;Informatiebeveiliging;79100;4;ref26
d;23427;Koude- en klimaatsystemen;79020;234;ref26
d;23428;Immersieve productie;79040;4;ref26
k;11069;Bedrijfsleider/manager voedingsindustrie;4;;23173;79160;kt21
k;25001;Allround medewerker afvalbeheer;2;;23001;79010;sbb22+reg15+kt21+duo19
k;25002;Allround medewerker beheer openbare ruimte;2;;23001;79010;sbb22+reg15+kt21+duo19
k;25003;Dekvloerenlegger;2;;23002;79010;sbb22+reg15+kt21+duo19
k;25004;Gezel dekvloerenlegger;3;;23002;79010;sbb22+reg15+kt21
k;25005;Gezel glaszetter;3;;23003;79010;sbb22+reg15+kt21+duo19
k;25006;Glaszetter;2;;23003;79010;sbb22+reg15+kt21+duo19
k;25007;Allround montagemedewerker industrieel produceren met hout;3;;23004;79010;reg15+kt21+duo19
k;25008;Montagemedewerker industrieel produceren met hout;2;;23004;79010;reg15+kt21+duo19
k;25009;Werkvoorbereider industrieel produceren met hout;4;;23004;79010;reg15+kt21+duo19
k;25010;Industrieel lakverwerker;2;;23005;79010;sbb22+reg15+kt21+duo19
k;25011;Vakkracht industrieel lakverwerker;3;;23005;79010;sbb22+reg15+kt21+duo19
k;25012;Kleur- en interieuradviseur;4;;23006;79010;reg15+kt21
k;25013;Projectmanager vastgoedonderhoud;4;;23006;79010;reg15+kt21+duo19
k;25014;Uitvoerder;4;;23006;79010;reg15+kt21+duo19
k;25015;Allround machinaal houtbewerker;3;;23007;79010;sbb22+reg15+kt21+duo19
k;25016;Machinaal houtbewerker;2;;23007;79010;sbb22+reg15+kt21+duo19
k;25017;Allround meubelmaker/(scheeps)interieurbouwer;3;;23008;79010;sbb22+reg15+kt21+duo19
k;25018;Meubelmaker/(scheeps)interieurbouwer;2;;23008;79010;sbb22+reg15+kt21+duo19
k;25019;Ondernemend meubelmaker/(scheeps)interieurbouwer;4;;23008;79010;sbb22+reg15+kt21+duo19
k;25020;Werkvoorbereider meubelindustrie/(scheeps)interieurbouw;4;;23008;79010;sbb22+reg15+kt21+duo19
k;25021;Allround meubelstoffeerder;3;;23009;79010;sbb22+reg15+kt21+duo19
k;25022;Meubelstoffeerder;2;;23009;79010;sbb22+reg15+kt21+duo19
k;25023;Allround vakkracht onderhoud- en klussenbedrijf;3;;23010;79010;reg15+kt21+duo19
k;25024;Servicemedewerker gebouwen;2;;23010;79010;reg15+kt21+duo19
k;25025;Allround parketteur;3;;23011;79010;reg15+kt21+duo19
k;25026;Parketteur;2;;23011;79010;reg15+kt21+duo19
k;25027;Plafond- en wandmonteur;2;;23022;79010;sbb22+reg15+kt21+duo19
k;25028;Restauratiestukadoor;4;;23023;79010;reg15+kt21
k;25029;Gezel schilder;3;;23024;79010;reg15+kt21+duo19
k;25030;Schilder;2;;23024;79010;reg15+kt21+duo19
k;25031;(Ambulant) objectleider;3;;23025;79010;sbb22+reg15+kt21+duo19
k;25032;Glazenwasser;2;;23025;79010;sbb22+reg15+kt21
k;25033;Meewerkend leidinggevende algemeen schoonmaakonderhoud;2;;23025;79010;sbb22+reg15+kt21+duo19
k;25034;Schoonmaker in verschillende omgevingen;2;;23025;79010;sbb22+reg15+kt21+duo19
k;25035;Specialist vloeronderhoud;3;;23025;79010;sbb22+reg15+kt21
k;25036;Decoratie- en restauratieschilder;4;;23026;79010;sbb22+reg15+kt21+duo19
k;25037;Gezel stukadoor;3;;23027;79010;sbb22+reg15+kt21+duo19
k;25038;Stukadoor;2;;23027;79010;sbb22+reg15+kt21+duo19
k;25039;Allround woningstoffeerder;3;;23028;79010;reg15+kt21+duo19
k;25040;Woning-/projectstoffeerder;2;;23028;79010;reg15+kt21+duo19
k;25041;Beheerder milieustraat;3;;23001;79010;sbb22+reg15+kt21+duo19
k;25042;Teamleider AMBOR;4;;23001;79010;sbb22+reg15+kt21
k;25043;Voorman BOR;3;;23001;79010;sbb22+reg15+kt21+duo19
k;25044;Allround laborant;3;;23030;79030;sbb22+reg15+kt21+duo19
k;25045;Biologisch medisch analist;4;;23030;79030;sbb22+reg15+kt21+duo19
k;25046;Chemisch-fysisch analist;4;;23030;79030;sbb22+reg15+kt21+duo19
k;25047;Audicien;4;;23031;79030;sbb22+reg15+kt21+duo19
k;25048;Behoudsmedewerker;4;;23032;79030;reg15+kt21+duo19
k;25049;Glazenier;4;;23033;79030;reg15+kt21
k;25050;Keramist;4;;23033;79030;reg15+kt21
k;25051;Ontwerpend Leer- en Textielverwerker;4;;23033;79030;reg15+kt21+duo19
k;25052;Ontwerpend Meubelmaker;4;;23033;79030;reg15+kt21+duo19
k;25053;Medewerker Steriele Medische Hulpmiddelen;3;;23034;79030;reg15+kt21+duo19
k;25054;Allround Medewerker Optiek;3;;23035;79030;reg15+kt21+duo19
k;25055;Opticien;4;;23035;79030;reg15+kt21+duo19
k;25056;Verkoopmedewerker Optiek;2;;23035;79030;reg15+kt21+duo19
k;25057;Leestenmaker;3;;23036;79030;sbb22+reg15+kt21
k;25058;Orthopedisch Schoentechnicus;4;;23036;79030;sbb22+reg15+kt21+duo19
k;25059;Schoentechnisch Voorzieningenmaker;2;;23036;79030;sbb22+reg15+kt21
k;25060;Pianotechnicus;3;;23037;79030;reg15+kt21+duo19
k;25061;Maatschoenmaker;4;;23038;79030;sbb22+reg15+kt21+duo19
k;25062;Schoenhersteller 2;2;;23038;79030;sbb22+reg15+kt21+duo19
k;25063;Schoenhersteller 3;3;;23038;79030;sbb22+reg15+kt21+duo19
k;25064;Zadel- en tuigenmaker;3;;23038;79030;sbb22+reg15+kt21
k;25065;Tandtechnicus Kroon- en Brugwerk;4;;23039;79030;reg15+kt21+duo19
k;25066;Tandtechnicus Prothese;4;;23039;79030;reg15+kt21+duo19
k;25067;Tandtechnisch Medewerker Basistechnieken;2;;23039;79030;reg15+kt21
k;25068;Technisch Oogheelkundig Assistent;4;;23040;79030;reg15+kt21+duo19
k;25069;Basisgoudsmid;3;;23041;79030;sbb22+reg15+kt21+duo19
k;25070;Goudsmid;4;;23041;79030;sbb22+reg15+kt21+duo19
k;25071;Zilversmid;4;;23041;79030;sbb22+reg15+kt21+duo19
k;25072;Juwelier;4;;23042;79030;sbb22+reg15+kt21+duo19
k;25073;Medewerker Juwelier;3;;23042;79030;sbb22+reg15+kt21+duo19
k;25074;Orthopedisch Technicus;4;;23043;79030;sbb22+reg15+kt21+duo19
k;25075;Orthopedisch Technisch Medewerker;3;;23043;79030;sbb22+reg15+kt21
k;25076;Medewerker Uurwerktechniek;3;;23044;79030;sbb22+reg15+kt21+duo19
k;25077;Uurwerktechnicus;4;;23044;79030;sbb22+reg15+kt21+duo19
k;25078;Betonboorder;3;;23045;79000;sbb22+reg15+kt21
k;25079;Allround betonreparateur;3;;23046;79000;sbb22+reg15+kt21+duo19
k;25080;Betonreparateur;2;;23046;79000;sbb22+reg15+kt21+duo19
k;25081;Allround betonstaalverwerker bouwplaats;3;;23047;79000;sbb22+reg15+kt21
k;25082;Allround betonstaalverwerker prefabricage;3;;23047;79000;sbb22+reg15+kt21
k;25083;Betonstaallasser;2;;23047;79000;sbb22+reg15+kt21
k;25084;Betonstaalvlechter;2;;23047;79000;sbb22+reg15+kt21+duo19
k;25085;Allround betontimmerman;3;;23048;79000;sbb22+reg15+kt21+duo19
k;25086;Allround dakdekker bitumen en kunststof;3;;23215;79000;sbb22+reg15+kt21+duo19
k;25087;Allround dakdekker pannen/leien;3;;23215;79000;sbb22+reg15+kt21
k;25088;Dakdekker bitumen en kunststof;2;;23215;79000;sbb22+reg15+kt21+duo19
k;25089;Dakdekker pannen/leien;2;;23215;79000;sbb22+reg15+kt21
k;25090;Dakdekker riet;2;;23215;79000;sbb22+reg15+kt21+duo19
k;25091;Allround vakman gww;3;;23050;79000;reg15+kt21+duo19
k;25092;Allround waterbouwer;3;;23050;79000;reg15+kt21+duo19
k;25093;Asfaltafwerker;2;;23050;79000;reg15+kt21+duo19
k;25094;Balkman;3;;23050;79000;reg15+kt21+duo19
k;25095;Opperman bestratingen;2;;23050;79000;reg15+kt21+duo19
k;25096;Straatmaker;3;;23050;79000;reg15+kt21+duo19
k;25097;Vakman gww;2;;23050;79000;reg15+kt21+duo19
k;25098;Waterbouwer;2;;23050;79000;reg15+kt21+duo19
k;25099;Machinist grondverzet;3;;23051;79000;sbb22+reg15+kt21+duo19
k;25100;Machinist hijswerk;3;;23051;79000;reg15+kt21+duo19
k;25101;Machinist wegenbouw;3;;23051;79000;sbb22+reg15+kt21+duo19
k;25102;Allround Metselaar;3;;23052;79000;reg15+kt21+duo19
k;25103;Metselaar;2;;23052;79000;reg15+kt21+duo19
k;25104;Middenkaderfunctionaris Bouw;4;;23053;79000;sbb22+reg15+kt21+duo19
k;25105;Middenkaderfunctionaris Infra;4;;23053;79000;sbb22+reg15+kt21+duo19
k;25106;Middenkaderfunctionaris Landmeetkunde;4;;23053;79000;sbb22+reg15+kt21+duo19
k;25107;Middenkaderfunctionaris Restauratie;4;;23053;79000;sbb22+reg15+kt21+duo19
k;25108;Middenkaderfunctionaris Verkeer en Stedenbouw;4;;23053;79000;sbb22+reg15+kt21+duo19
k;25109;Allround natuursteenbewerker;3;;23054;79000;sbb22+reg15+kt21+duo19
k;25111;Natuursteenbewerker machinaal;2;;23054;79000;sbb22+reg15+kt21+duo19
k;25113;Natuursteenbewerker ambachtelijk;2;;23054;79000;sbb22+reg15+kt21+duo19
k;25114;Allround sloper;3;;23055;79000;sbb22+reg15+kt21+duo19
k;25115;Sloper;2;;23055;79000;sbb22+reg15+kt21+duo19
k;25116;Allround tegelzetter;3;;23056;79000;reg15+kt21+duo19
k;25117;Tegelzetter;2;;23056;79000;reg15+kt21+duo19
k;25118;Allround timmerman;3;;23057;79000;reg15+kt21+duo19
k;25119;Uitvoerder bouw/infra;4;;23058;79000;sbb22+reg15+kt21+duo19
k;25120;Uitvoerder gespecialiseerde aannemerij;4;;23058;79000;sbb22+reg15+kt21+duo19
k;25121;Uitvoerder hijswerk;4;;23058;79000;sbb22+reg15+kt21
k;25122;Werkvoorbereider fabricage;4;;23058;79000;sbb22+reg15+kt21+duo19
k;25123;Werkvoorbereider gespecialiseerde aannemerij;4;;23058;79000;sbb22+reg15+kt21+duo19
k;25124;Werkvoorbereider installaties;4;;23058;79000;sbb22+reg15+kt21+duo19
k;25125;Betontimmerman;2;;23048;79000;sbb22+reg15+kt21+duo19
k;25126;Eerste monteur steigerbouw;3;;23060;79000;sbb22+reg15+kt21+duo19
k;25127;Monteur steigerbouw;2;;23060;79000;sbb22+reg15+kt21+duo19
k;25128;Timmerman;2;;23057;79000;reg15+kt21+duo19
k;25129;Gevelbehandelaar voegbedrijf;2;;23196;79000;sbb22+reg15+kt21
k;25130;Voeger;2;;23196;79000;sbb22+reg15+kt21+duo19
k;25131;Bibliotheekmedewerker;4;;23063;79090;sbb22+reg15+kt21+duo19
k;25132;(Junior) accountmanager;4;;23064;79090;sbb22+reg15+kt21+duo19
k;25133;Assistent-manager internationale handel;4;;23064;79090;sbb22+reg15+kt21+duo19
k;25134;Commercieel medewerker;3;;23064;79090;sbb22+reg15+kt21+duo19
k;25135;Contactcenter medewerker;3;;23064;79090;sbb22+reg15+kt21+duo19
k;25136;Intercedent;4;;23064;79090;sbb22+reg15+kt21+duo19
k;25137;Vestigingsmanager groothandel;4;;23064;79090;sbb22+reg15+kt21+duo19
k;25138;Bedrijfsadministrateur;4;;23065;79090;reg15+kt21+duo19
k;25139;Financieel administratief medewerker;3;;23065;79090;reg15+kt21+duo19
k;25140;Junior assistent-accountant;4;;23065;79090;reg15+kt21+duo19
k;25141;Adviseur Bancaire Diensten;4;;23190;79090;reg15+kt21+duo19
k;25142;Adviseur Inkomensverzekeringen;4;;23190;79090;reg15+kt21
k;25143;Adviseur Schadeverzekeringen;4;;23190;79090;reg15+kt21+duo19
k;25144;Adviseur Vermogen;4;;23190;79090;reg15+kt21
k;25145;Juridisch-administratief dienstverlener;4;;23066;79090;reg15+kt21+duo19
k;25146;Medewerker human resource management (HRM);4;;23066;79090;reg15+kt21+duo19
k;25147;Medewerker evenementenorganisatie;4;;23067;79090;reg15+kt21+duo19
k;25148;Medewerker marketing en communicatie;4;;23067;79090;reg15+kt21+duo19
k;25149;Medewerker (financiële) administratie;2;;23068;79090;reg15+kt21+duo19
k;25150;Medewerker secretariaat en receptie;2;;23068;79090;reg15+kt21+duo19
k;25151;Managementassistent/directiesecretaresse;4;;23069;79090;reg15+kt21+duo19
k;25152;Secretaresse;3;;23069;79090;reg15+kt21+duo19
k;25153;Eerste verkoper;3;;23070;79080;reg15+kt21+duo19
k;25154;Verkoopadviseur;3;;23070;79080;reg15+kt21+duo19
k;25155;Verkoopspecialist;3;;23070;79080;reg15+kt21+duo19
k;25156;Junior stylist;4;;23071;79080;reg15+kt21+duo19
k;25157;Junior productmanager fashion;4;;23072;79080;reg15+kt21
k;25158;Interieuradviseur;4;;23073;79080;reg15+kt21+duo19
k;25159;Basismedewerker mode;2;;23074;79080;reg15+kt21+duo19
k;25160;Leidinggevende team/afdeling/project;4;;23075;79080;sbb22+reg15+kt21+duo19
k;25161;Technisch Leidinggevende;4;;23075;79080;sbb22+reg15+kt21+duo19
k;25162;Manager retail;4;;23076;79080;reg15+kt21+duo19
k;25163;Allround medewerker mode/maatkleding;3;;23077;79080;reg15+kt21+duo19
k;25164;Specialist mode/maatkleding;4;;23077;79080;reg15+kt21+duo19
k;25165;Vakman-ondernemer;4;;23078;79080;sbb22+reg15+kt21+duo19
k;25166;Ondernemer retail;4;;23079;79080;sbb22+reg15+kt21+duo19
k;25167;Verkoper;2;;23080;79080;reg15+kt21+duo19
k;25168;Gastheer/-vrouw;2;;23081;79120;sbb22+reg15+kt21+duo19
k;25169;Gastronoom/sommelier;4;;23081;79120;sbb22+reg15+kt21+duo19
k;25170;Leidinggevende bediening;4;;23081;79120;sbb22+reg15+kt21+duo19
k;25171;Zelfstandig werkend gastheer/-vrouw;3;;23081;79120;sbb22+reg15+kt21+duo19
k;25172;Leidinggevende bakkerij;4;;23082;79120;reg15+kt21+duo19
k;25173;Uitvoerend bakker;2;;23082;79120;reg15+kt21+duo19
k;25174;Zelfstandig werkend bakker;3;;23082;79120;reg15+kt21+duo19
k;25175;Facilitair leidinggevende;4;;23083;79120;reg15+kt21+duo19
k;25176;1e Medewerker fastservice;3;;23084;79120;sbb22+reg15+kt21+duo19
k;25177;Manager/bedrijfsleider fastservice;4;;23084;79120;sbb22+reg15+kt21+duo19
k;25178;Medewerker fastservice;2;;23084;79120;sbb22+reg15+kt21+duo19
k;25179;Gespecialiseerd kok;4;;23085;79120;sbb22+reg15+kt21+duo19
k;25180;Kok;2;;23085;79120;sbb22+reg15+kt21+duo19
k;25181;Leidinggevende keuken;4;;23085;79120;sbb22+reg15+kt21+duo19
k;25182;Zelfstandig werkend kok;3;;23085;79120;sbb22+reg15+kt21+duo19
k;25183;Patissier;4;;23086;79120;reg15+kt21+duo19
k;25184;Manager/ondernemer horeca;4;;23087;79120;sbb22+reg15+kt21+duo19
k;25185;Meewerkend horeca ondernemer;4;;23087;79120;sbb22+reg15+kt21+duo19
k;25186;Ondernemer bakkerij;4;;23087;79120;sbb22+reg15+kt21+duo19
k;25187;Applicatie- en mediaontwikkelaar;4;;23088;79050;reg15+kt21+duo19
k;25188;Gamedeveloper;4;;23088;79050;reg15+kt21+duo19
k;25189;ICT-beheerder;4;;23089;79050;reg15+kt21+duo19
k;25190;Netwerk- en mediabeheerder;4;;23089;79050;reg15+kt21+duo19
k;25191;Medewerker beheer ICT;3;;23090;79050;reg15+kt21+duo19
k;25192;Medewerker ICT;2;;23090;79050;reg15+kt21+duo19
k;25193;Allround medewerker AV-productie;3;;23091;79040;reg15+kt21+duo19
k;25194;AV-specialist;4;;23091;79040;reg15+kt21+duo19
k;25195;Fotograaf;4;;23091;79040;reg15+kt21+duo19
k;25196;Medewerker fotografie;2;;23091;79040;reg15+kt21+duo19
k;25197;Allround DTP-er;3;;23092;79040;reg15+kt21+duo19
k;25198;Medewerker DTP;2;;23092;79040;reg15+kt21+duo19
k;25199;Mediamanager;4;;23093;79040;sbb22+reg15+kt21+duo19
k;25200;Mediaredactiemedewerker;4;;23094;79040;sbb22+reg15+kt21+duo19
k;25201;Mediavormgever;4;;23095;79040;reg15+kt21+duo19
k;25202;Medewerker Podium- en evenemententechniek;2;;23096;79040;reg15+kt21+duo19
k;25203;Podium- en evenemententechnicus;3;;23096;79040;reg15+kt21+duo19
k;25204;Podium- en evenemententechnicus Geluid;4;;23096;79040;reg15+kt21+duo19
k;25205;Podium- en evenemententechnicus Licht;4;;23096;79040;reg15+kt21+duo19
k;25206;Podium- en evenemententechnicus Podium & Rigging;4;;23096;79040;reg15+kt21+duo19
k;25207;Basismedewerker printmedia;2;;23242;79040;sbb22+reg15+kt21+duo19
k;25208;Drukker;3;;23242;79040;sbb22+reg15+kt21+duo19
k;25209;Nabewerker;3;;23242;79040;sbb22+reg15+kt21+duo19
k;25210;Printmediatechnoloog;4;;23097;79040;reg15+kt21
k;25211;Medewerker productpresentatie;2;;23098;79040;reg15+kt21+duo19
k;25212;Ruimtelijk vormgever;4;;23098;79040;reg15+kt21+duo19
k;25213;Allround signmaker;3;;23258;79040;sbb22+reg15+kt21+duo19
k;25214;Medewerker sign;2;;23258;79040;sbb22+reg15+kt21+duo19
k;25215;Signspecialist;4;;23099;79040;reg15+kt21+duo19
k;25216;Allround stand- en decorbouwer;3;;23100;79040;sbb22+reg15+kt21+duo19
k;25217;Stand- en decorbouwer;2;;23100;79040;sbb22+reg15+kt21+duo19
k;25218;Aftersalesmanager Mobiliteitsbranche;4;;23101;79060;reg15+kt21+duo19
k;25219;Serviceadviseur Mobiliteitsbranche;3;;23101;79060;reg15+kt21+duo19
k;25220;Assemblagetechnicus;2;;23102;79060;reg15+kt21+duo19
k;25221;Caravantechnicus;2;;23238;79060;sbb22+reg15+kt21
k;25222;Carrosseriebouwer;2;;23102;79060;reg15+kt21+duo19
k;25223;Eerste Caravantechnicus;3;;23238;79060;sbb22+reg15+kt21
k;25224;Eerste Carrosseriebouwer;3;;23102;79060;reg15+kt21+duo19
k;25225;Autoschadehersteller;2;;23103;79060;sbb22+reg15+kt21+duo19
k;25226;Eerste Autoschadehersteller;3;;23103;79060;sbb22+reg15+kt21+duo19
k;25227;Eerste Autoschadetechnicus;3;;23103;79060;sbb22+reg15+kt21+duo19
k;25228;Autospuiter;2;;23104;79060;reg15+kt21+duo19
k;25229;Eerste Autospuiter;3;;23104;79060;reg15+kt21+duo19
k;25230;Eerste Fietstechnicus;3;;23105;79060;sbb22+reg15+kt21+duo19
k;25231;Fietstechnicus;2;;23105;79060;sbb22+reg15+kt21+duo19
k;25232;Eerste Motorfietstechnicus;3;;23106;79060;reg15+kt21+duo19
k;25233;Eerste Scootertechnicus;3;;23106;79060;reg15+kt21+duo19
k;25234;Motorfietstechnicus;2;;23106;79060;reg15+kt21+duo19
k;25235;Scootertechnicus;2;;23106;79060;reg15+kt21+duo19
k;25236;Eerste Verbrandingsmotortechnicus;3;;23107;79060;reg15+kt21+duo19
k;25237;Technisch Specialist Verbrandingsmotoren;4;;23107;79060;reg15+kt21+duo19
k;25238;Verbrandingsmotortechnicus;2;;23107;79060;reg15+kt21+duo19
k;25239;Verkoopadviseur Mobiliteitsbranche;3;;23108;79060;reg15+kt21+duo19
k;25240;Verkoopmanager Mobiliteitsbranche;4;;23108;79060;reg15+kt21+duo19
k;25241;Allround monteur mobiele werktuigen;3;;23109;79060;reg15+kt21+duo19
k;25242;Autotechnicus;2;;23109;79060;reg15+kt21+duo19
k;25243;Bedrijfsautotechnicus;2;;23109;79060;reg15+kt21+duo19
k;25244;Eerste Autotechnicus;3;;23109;79060;reg15+kt21+duo19
k;25245;Eerste Bedrijfsautotechnicus;3;;23109;79060;reg15+kt21+duo19
k;25246;Monteur mobiele werktuigen;2;;23109;79060;reg15+kt21+duo19
k;25247;Technicus mobiele werktuigen;4;;23109;79060;reg15+kt21+duo19
k;25248;Technisch Specialist Bedrijfsauto's;4;;23109;79060;reg15+kt21+duo19
k;25249;Technisch Specialist Personenauto's;4;;23109;79060;reg15+kt21+duo19
k;25250;Assistent bouwen, wonen en onderhoud;1;;23110;;reg15+kt21+duo19
k;25251;Assistent dienstverlening en zorg;1;;23110;;reg15+kt21+duo19
k;25252;Assistent horeca, voeding of voedingsindustrie;1;;23110;;reg15+kt21+duo19
k;25253;Assistent installatie- en constructietechniek;1;;23110;;reg15+kt21+duo19
k;25254;Assistent logistiek;1;;23110;;reg15+kt21+duo19
k;25255;Assistent mobiliteitsbranche;1;;23110;;reg15+kt21+duo19
k;25256;Assistent procestechniek;1;;23110;;reg15+kt21+duo19
k;25257;Assistent verkoop/retail;1;;23110;;reg15+kt21+duo19
k;25258;Assistent plant of (groene) leefomgeving;1;;23192;;reg15+kt21+duo19
k;25259;Assistent logistiek;1;;23192;;reg15+kt21+duo19
k;25260;Assistent horeca, voeding of voedingsindustrie;1;;23192;;reg15+kt21+duo19
k;25261;Assistent verkoop/retail;1;;23192;;reg15+kt21+duo19
k;25262;Technicus elektrotechnische industriële installaties en systemen;4;;23111;79020;reg15+kt21+duo19
k;25263;Technicus elektrotechnische installaties woning en utiliteit;4;;23111;79020;reg15+kt21+duo19
k;25264;Systeemontwerper koude- en klimaatsystemen;4;;23112;79020;reg15+kt21+duo19
k;25265;Technicus human technology;4;;23113;79020;sbb22+reg15+kt21+duo19
k;25266;Eerste monteur datadistributie;3;;23114;79020;reg15+kt21+duo19
k;25267;Eerste monteur gas-, water- en warmtedistributie;3;;23114;79020;reg15+kt21+duo19
k;25268;Eerste monteur gasstations;3;;23114;79020;reg15+kt21
k;25269;Eerste monteur laagspanningsdistributie;3;;23114;79020;reg15+kt21+duo19
k;25270;Eerste monteur middenspanningsdistributie;3;;23114;79020;reg15+kt21+duo19
k;25271;Monteur datadistributie;2;;23114;79020;reg15+kt21
k;25272;Monteur gas-, water- en warmtedistributie;2;;23114;79020;reg15+kt21+duo19
k;25273;Monteur laagspanningsdistributie;2;;23114;79020;reg15+kt21+duo19
k;25274;Monteur middenspanningsdistributie;2;;23114;79020;reg15+kt21+duo19
k;25275;Technicus data;4;;23115;79020;sbb22+reg15+kt21+duo19
k;25276;Technicus elektrotechniek;4;;23115;79020;sbb22+reg15+kt21+duo19
k;25277;Technicus gas;4;;23115;79020;sbb22+reg15+kt21+duo19
k;25278;Isolatiemonteur;2;;23116;79020;sbb22+reg15+kt21
k;25279;Opmeter technische isolatie;3;;23116;79020;sbb22+reg15+kt21
k;25280;Airco/warmtepompmonteur;2;;23117;79020;reg15+kt21+duo19
k;25281;Eerste monteur koude- en klimaatsystemen;3;;23117;79020;reg15+kt21+duo19
k;25282;Monteur koude- en klimaatsystemen;2;;23117;79020;reg15+kt21+duo19
k;25284;Servicemonteur koude- en klimaatsystemen;3;;23117;79020;reg15+kt21+duo19
k;25285;Technicus maintenance koude- en klimaatsystemen;4;;23117;79020;reg15+kt21+duo19
k;25286;Allround constructiewerker;3;;23118;79020;sbb22+reg15+kt21+duo19
k;25287;Allround lasser;3;;23118;79020;sbb22+reg15+kt21+duo19
k;25288;Allround pijpenbewerker;3;;23118;79020;sbb22+reg15+kt21+duo19
k;25289;Allround plaatwerker;3;;23118;79020;sbb22+reg15+kt21+duo19
k;25290;Basislasser;2;;23118;79020;sbb22+reg15+kt21+duo19
k;25291;Constructiewerker;2;;23118;79020;sbb22+reg15+kt21+duo19
k;25292;Pijpenbewerker;2;;23118;79020;sbb22+reg15+kt21+duo19
k;25293;Plaatwerker;2;;23118;79020;sbb22+reg15+kt21+duo19
k;25294;Scheepsbouwer;3;;23118;79020;sbb22+reg15+kt21+duo19
k;25295;Scheepsmetaalbewerker;2;;23118;79020;sbb22+reg15+kt21+duo19
k;25296;Commercieel technicus engineering;4;;23119;79020;sbb22+reg15+kt21+duo19
k;25297;Technicus engineering;4;;23119;79020;sbb22+reg15+kt21+duo19
k;25298;Allround verspaner;3;;23120;79020;reg15+kt21+duo19
k;25299;Gereedschapsmaker;3;;23120;79020;reg15+kt21+duo19
k;25300;Instrumentmaker;3;;23120;79020;reg15+kt21+duo19
k;25301;Researchinstrumentmaker;4;;23120;79020;reg15+kt21+duo19
k;25302;Verspaner;2;;23120;79020;reg15+kt21+duo19
k;25303;Operator C;4;;23121;79020;reg15+kt21+duo19
k;25304;Eerste monteur service en onderhoud elektrotechniek en instrumentatie;3;;23329;79020;sbb22+reg15+kt21+duo19
k;25305;Eerste monteur service en onderhoud gasturbines;3;;23329;79020;sbb22+reg15+kt21
k;25306;Eerste monteur service en onderhoud werktuigbouw;3;;23329;79020;sbb22+reg15+kt21+duo19
k;25307;Eerste monteur service en onderhoud werktuigkundige installaties;3;;23122;79020;reg15+kt21+duo19
k;25308;Monteur service en onderhoud installaties en systemen;2;;23329;79020;sbb22+reg15+kt21+duo19
k;25309;Technicus service en onderhoud elektrotechniek en instrumentatie;4;;23329;79020;sbb22+reg15+kt21+duo19
k;25310;Technicus service en onderhoud werktuigbouw;4;;23329;79020;sbb22+reg15+kt21+duo19
k;25311;Technicus service en onderhoud werktuigkundige installaties;4;;23122;79020;reg15+kt21+duo19
k;25312;Tekenaar constructeur;4;;23123;79020;sbb22+reg15+kt21+duo19
k;25313;Tekenaar ontwerper elektrotechniek;4;;23123;79020;sbb22+reg15+kt21+duo19
k;25314;Tekenaar ontwerper werktuigkundige installaties;4;;23123;79020;sbb22+reg15+kt21+duo19
k;25315;Tekenaar werktuigbouw;3;;23123;79020;sbb22+reg15+kt21+duo19
k;25316;Tekenaar werktuigkundige installaties;3;;23123;79020;sbb22+reg15+kt21+duo19
k;25317;Kunststofbewerker vliegtuigbouw;2;;23124;79020;sbb22+reg15+kt21
k;25318;Plaatwerker vliegtuigbouw;2;;23124;79020;sbb22+reg15+kt21
k;25319;Samenbouwer vliegtuigbouw;2;;23124;79020;sbb22+reg15+kt21+duo19
k;25320;Constructie repair specialist;3;;23125;79020;sbb22+reg15+kt21+duo19
k;25321;Eerste monteur vliegtuigonderhoud;3;;23125;79020;sbb22+reg15+kt21+duo19
k;25322;Monteur vliegtuigonderhoud;2;;23125;79020;sbb22+reg15+kt21
k;25323;Technicus avionica;4;;23125;79020;sbb22+reg15+kt21+duo19
k;25324;Technicus mechanica;4;;23125;79020;sbb22+reg15+kt21+duo19
k;25331;Eerste monteur elektrotechnische industriële installaties en systemen;3;;23127;79020;reg15+kt21+duo19
k;25332;Eerste monteur elektrotechnische installaties woning en utiliteit;3;;23127;79020;reg15+kt21+duo19
k;25333;Monteur elektrotechnische installaties;2;;23127;79020;reg15+kt21+duo19
k;25334;Medewerker Operationele techniek;2;;23128;79020;sbb22+reg15+kt21+duo19
k;25335;Mechanisch operator A;2;;23129;79020;reg15+kt21+duo19
k;25336;Mechanisch operator B;3;;23129;79020;reg15+kt21+duo19
k;25337;Procesoperator A;2;;23129;79020;reg15+kt21+duo19
k;25338;Procesoperator B;3;;23129;79020;reg15+kt21+duo19
k;25339;Eerste monteur elektrotechnische systemen;3;;23130;79020;sbb22+reg15+kt21+duo19
k;25340;Eerste monteur mechatronica;3;;23130;79020;sbb22+reg15+kt21+duo19
k;25341;Monteur elektrotechnische systemen;2;;23130;79020;sbb22+reg15+kt21+duo19
k;25342;Monteur mechatronica;2;;23130;79020;sbb22+reg15+kt21+duo19
k;25343;Technicus elektrotechnische systemen;4;;23131;79020;sbb22+reg15+kt21+duo19
k;25344;Technicus mechatronica systemen;4;;23131;79020;sbb22+reg15+kt21+duo19
k;25345;Allround operationeel technicus;4;;23132;79020;sbb22+reg15+kt21+duo19
k;25346;Operationeel technicus;3;;23132;79020;sbb22+reg15+kt21+duo19
k;25347;Eerste monteur dakbedekking;3;;23333;79020;sbb22+reg15+kt21+duo19
k;25348;Eerste Monteur utiliteit;3;;23133;79020;reg15+kt21+duo19
k;25349;Eerste Monteur woning;3;;23133;79020;reg15+kt21+duo19
k;25350;Monteur werktuigkundige installaties;2;;23333;79020;sbb22+reg15+kt21+duo19
k;25351;Leidinggevende leisure & hospitality;4;;23134;79130;reg15+kt21+duo19
k;25352;Leidinggevende travel & hospitality;4;;23134;79130;reg15+kt21+duo19
k;25353;Zelfstandig medewerker leisure & hospitality;3;;23134;79130;reg15+kt21+duo19
k;25354;Zelfstandig medewerker travel & hospitality;3;;23134;79130;reg15+kt21+duo19
k;25355;Allround medewerker watersportindustrie;3;;23135;79130;reg15+kt21+duo19
k;25356;Medewerker watersportindustrie;2;;23135;79130;reg15+kt21+duo19
k;25357;Meewerkend voorman watersportindustrie;4;;23135;79130;reg15+kt21+duo19
k;25358;Baggermeester;4;;23136;79070;reg15+kt21+duo19
k;25363;Luchtvaartdienstverlener;4;;23139;79070;reg15+kt21+duo19
k;25364;Chauffeur wegvervoer;2;;23140;79070;reg15+kt21+duo19
k;25371;Logistiek medewerker;2;;23143;79070;reg15+kt21+duo19
k;25372;Logistiek teamleider;3;;23143;79070;reg15+kt21+duo19
k;25373;Parts-/baliemedewerker;2;;23143;79070;reg15+kt21+duo19
k;25374;scheeps- en jachtbouwkundige;4;;23144;79070;reg15+kt21+duo19
k;25377;Aviation Operations Officer;4;;23146;79070;reg15+kt21+duo19
k;25378;Luchtvrachtspecialist;4;;23146;79070;reg15+kt21+duo19
k;25379;Manager Transport en Logistiek;4;;23146;79070;reg15+kt21+duo19
k;25380;Chauffeur openbaar vervoer;2;;23147;79070;reg15+kt21+duo19
k;25381;Taxichauffeur;2;;23147;79070;reg15+kt21+duo19
k;25382;Touringcarchauffeur;2;;23147;79070;reg15+kt21
k;25383;Touringcarchauffeur/reisleider;3;;23147;79070;reg15+kt21+duo19
k;25384;Machinist railvervoer;3;;23148;79070;reg15+kt21+duo19
k;25385;Schipper rondvaartboot beperkt vaargebied;2;;23149;79070;reg15+kt21
k;25388;Logistiek supervisor;4;;23152;79070;reg15+kt21+duo19
k;25389;Planner wegtransport;3;;23153;79070;reg15+kt21+duo19
k;25393;Coördinator havenlogistiek;3;;23155;79070;sbb22+reg15+kt21+duo19
k;25394;Manager havenlogistiek;4;;23155;79070;sbb22+reg15+kt21+duo19
k;25395;Medewerker havenlogistiek;2;;23155;79070;sbb22+reg15+kt21+duo19
k;25396;Coördinator Havenoperaties;4;;23156;79070;sbb22+reg15+kt21+duo19
k;25397;Gevorderd medewerker Havenoperaties;3;;23156;79070;sbb22+reg15+kt21+duo19
k;25398;Medewerker Havenoperaties;2;;23156;79070;sbb22+reg15+kt21+duo19
k;25399;Allround Kapper;3;;23157;79110;reg15+kt21+duo19
k;25400;Kapper;2;;23157;79110;reg15+kt21+duo19
k;25401;Salonmanager;4;;23157;79110;reg15+kt21+duo19
k;25402;Allround Grimeur;4;;23158;79110;reg15+kt21+duo19
k;25403;Allround Schoonheidsspecialist;4;;23159;79110;sbb22+reg15+kt21+duo19
k;25404;Schoonheidsspecialist;3;;23159;79110;sbb22+reg15+kt21+duo19
k;25405;Medisch Pedicure;4;;23160;79110;reg15+kt21+duo19
k;25406;Pedicure;3;;23160;79110;reg15+kt21+duo19
k;25407;Beveiliger;2;;23161;79100;reg15+kt21+duo19
k;25408;Coördinator beveiliging;3;;23161;79100;reg15+kt21+duo19
k;25409;Handhaver toezicht en veiligheid;3;;23162;79100;sbb22+reg15+kt21+duo19
k;25410;Medewerker toezicht en veiligheid;2;;23162;79100;sbb22+reg15+kt21+duo19
k;25411;Coördinator buurt, onderwijs en sport;4;;23163;79100;sbb22+reg15+kt21+duo19
k;25412;Coördinator sport- en bewegingsagogie;4;;23163;79100;sbb22+reg15+kt21+duo19
k;25413;Coördinator sport, bewegen en gezondheid;4;;23163;79100;sbb22+reg15+kt21+duo19
k;25414;Coördinator sportinstructie, training en coaching;4;;23163;79100;sbb22+reg15+kt21+duo19
k;25415;Sport- en bewegingsleider;3;;23163;79100;sbb22+reg15+kt21+duo19
k;25416;Aankomend medewerker grondoptreden;2;;23164;79100;reg15+kt21+duo19
k;25417;Aankomend medewerker maritiem;2;;23164;79100;reg15+kt21+duo19
k;25418;Aankomend onderofficier grondoptreden;3;;23164;79100;reg15+kt21+duo19
k;25419;Aankomend onderofficier maritiem;3;;23164;79100;reg15+kt21+duo19
k;25420;Ondernemer vers;4;;23165;79160;reg15+kt21+duo19
k;25422;Productieleider versindustrie;4;;23191;79160;reg15+kt21+duo19
k;25423;Medewerker vers;2;;23166;79160;reg15+kt21+duo19
k;25424;Slager-traiteur;3;;23166;79160;reg15+kt21
k;25425;Vakbekwaam medewerker vers;3;;23166;79160;reg15+kt21+duo19
k;25426;Worstmaker;3;;23166;79160;reg15+kt21
k;25427;Allround medewerker versindustrie;3;;23167;79160;reg15+kt21+duo19
k;25428;Medewerker versindustrie;2;;23167;79160;reg15+kt21+duo19
k;25429;Medewerker agrarisch loonwerk;2;;23168;79160;reg15+kt21+duo19
k;25430;Medewerker agrohandel en logistiek;2;;23221;79160;sbb22+reg15+kt21+duo19
k;25431;Medewerker teelt;2;;23221;79160;sbb22+reg15+kt21+duo19
k;25432;Medewerker veehouderij;2;;23221;79160;sbb22+reg15+kt21+duo19
k;25433;Vakbekwaam medewerker agrarisch loonwerk;3;;23168;79160;reg15+kt21+duo19
k;25434;Vakbekwaam medewerker agrohandel en logistiek;3;;23221;79160;sbb22+reg15+kt21+duo19
k;25435;Vakbekwaam medewerker teelt;3;;23168;79160;reg15+kt21+duo19
k;25436;Vakbekwaam medewerker veehouderij;3;;23168;79160;reg15+kt21+duo19
k;25437;Vakexpert agrarisch loonwerk;4;;23168;79160;reg15+kt21
k;25438;Vakexpert agrohandel en logistiek;4;;23221;79160;sbb22+reg15+kt21+duo19
k;25439;Vakexpert biologisch-dynamische landbouw;4;;23221;79160;sbb22+reg15+kt21+duo19
k;25440;Vakexpert teelt en groene technologie;4;;23168;79160;reg15+kt21+duo19
k;25441;Vakexpert veehouderij;4;;23168;79160;reg15+kt21
k;25442;Bedrijfsleider/ondernemer bloem, groen en styling;4;;23169;79160;reg15+kt21+duo19
k;25443;Medewerker bloem, groen en styling;2;;23169;79160;reg15+kt21+duo19
k;25444;Vakbekwaam medewerker bloem, groen en styling;3;;23169;79160;reg15+kt21+duo19
k;25445;Vakexpert bloem, groen en styling;4;;23169;79160;reg15+kt21+duo19
k;25446;Bedrijfsleider dierverzorging;4;;23170;79160;reg15+kt21+duo19
k;25447;Dierenartsassistent paraveterinair;4;;23170;79160;reg15+kt21+duo19
k;25448;Medewerker dierverzorging;2;;23170;79160;reg15+kt21+duo19
k;25449;Proefdierverzorger;3;;23170;79160;reg15+kt21+duo19
k;25450;Vakbekwaam medewerker dierverzorging;3;;23170;79160;reg15+kt21+duo19
k;25451;Medewerker groen en cultuurtechniek;2;;23171;79160;reg15+kt21+duo19
k;25452;Medewerker hovenier;2;;23171;79160;reg15+kt21+duo19
k;25453;Medewerker natuur, water en recreatie;2;;23171;79160;reg15+kt21+duo19
k;25454;Opzichter/uitvoerder groene ruimte;4;;23171;79160;reg15+kt21+duo19
k;25455;Vakbekwaam hovenier;3;;23171;79160;reg15+kt21+duo19
k;25456;Vakbekwaam medewerker groen en cultuurtechniek;3;;23171;79160;reg15+kt21+duo19
k;25457;Vakbekwaam medewerker natuur, water en recreatie;3;;23171;79160;reg15+kt21+duo19
k;25458;Milieu-inspecteur;4;;23172;79160;reg15+kt21+duo19
k;25459;Milieu-onderzoeker;4;;23172;79160;reg15+kt21+duo19
k;25460;Medewerker voeding en technologie;2;;23173;79160;sbb22+reg15+kt21+duo19
k;25461;Vakbekwaam medewerker voeding en technologie;3;;23173;79160;sbb22+reg15+kt21+duo19
k;25462;Vakexpert voeding en kwaliteit;4;;23173;79160;sbb22+reg15+kt21+duo19
k;25463;Vakexpert voeding en technologie;4;;23173;79160;sbb22+reg15+kt21+duo19
k;25464;Vakexpert voeding en voorlichting;4;;23173;79160;sbb22+reg15+kt21+duo19
k;25465;Specialist vruchtbaarheid en voortplanting;4;;23174;79160;reg15+kt21
k;25466;Specialist proefdierverzorging;4;;23175;79160;sbb22+reg15+kt21+duo19
k;25467;Hoefsmid;3;;23176;79160;sbb22+reg15+kt21+duo19
k;25468;Bedrijfsleider paardensport en -houderij;4;;23177;79160;reg15+kt21+duo19
k;25469;Instructeur paardensport en -houderij;4;;23177;79160;reg15+kt21+duo19
k;25470;Vakbekwaam medewerker paardensport en -houderij;3;;23177;79160;reg15+kt21+duo19
k;25471;Apothekersassistent;4;;23178;79140;reg15+kt21+duo19
k;25472;Acteur;4;;23179;79140;reg15+kt21+duo19
k;25473;Doktersassistent;4;;23180;79140;reg15+kt21+duo19
k;25474;Agogisch medewerker GGZ;4;;23181;79140;reg15+kt21+duo19
k;25475;Begeleider gehandicaptenzorg;3;;23181;79140;reg15+kt21+duo19
k;25476;Begeleider specifieke doelgroepen;3;;23181;79140;reg15+kt21+duo19
k;25477;Persoonlijk begeleider gehandicaptenzorg;4;;23181;79140;reg15+kt21+duo19
k;25478;Persoonlijk begeleider specifieke doelgroepen;4;;23181;79140;reg15+kt21+duo19
k;25479;Thuisbegeleider;4;;23181;79140;reg15+kt21+duo19
k;25480;Mbo-Verpleegkundige;4;;23182;79140;reg15+kt21+duo19
k;25484;Gespecialiseerd pedagogisch medewerker;4;;23183;79140;reg15+kt21+duo19
k;25485;Onderwijsassistent;4;;23183;79140;reg15+kt21+duo19
k;25486;Pedagogisch medewerker kinderopvang;3;;23183;79140;reg15+kt21+duo19
k;25487;Praktijkopleider;4;BBL;23184;79140;reg15+kt21+duo19
k;25488;Sociaal-cultureel werker;4;;23185;79140;reg15+kt21+duo19
k;25489;Sociaal-maatschappelijk dienstverlener;4;;23185;79140;reg15+kt21+duo19
k;25490;Tandartsassistent;4;;23186;79140;reg15+kt21+duo19
k;25491;Verzorgende IG;3;;23187;79140;reg15+kt21+duo19
k;25495;Danser;4;;23179;79140;reg15+kt21+duo19
k;25496;Musicalperformer;4;;23179;79140;reg15+kt21+duo19
k;25497;Muzikant;4;;23179;79140;reg15+kt21+duo19
k;25498;Helpende Zorg en Welzijn;2;;23189;79140;sbb22+reg15+kt21+duo19
k;25499;Medewerker facilitaire dienstverlening;2;;23189;79140;sbb22+reg15+kt21+duo19
k;25500;Medewerker sport en recreatie;2;;23189;79140;sbb22+reg15+kt21+duo19
k;25501;Verkoopspecialist groene detailhandel;3;;23195;79160;reg15+kt21+duo19
k;25502;Manager retail;4;;23193;79160;reg15+kt21+duo19
k;25503;Verkoper;2;;23194;79160;reg15+kt21+duo19
k;25504;Vakman restauratie voegwerk;3;;23196;79000;sbb22+kt21
k;25505;Specialist Restauratie Timmerwerk;4;;23197;79000;sbb22+kt21+duo19
k;25506;Specialist Restauratie Metselwerk;4;;23197;79000;sbb22+kt21+duo19
k;25507;Verspaningstechnoloog;4;;23254;79020;kt21+duo19
k;25508;Vormenmaker;3;;23199;79030;sbb22+kt21+duo19
k;25509;Matroos binnenvaart;2;;23248;79070;kt21+duo19
k;25510;Schipper binnenvaart;3;;23248;79070;kt21+duo19
k;25511;Kapitein binnenvaart;4;;23248;79070;kt21+duo19
k;25512;Bootman;3;;23259;79070;kt21+duo19
k;25513;Stuurman-werktuigkundige kleine schepen;3;;23202;79070;kt21+duo19
k;25514;Stuurman kleine schepen;3;;23202;79070;kt21+duo19
k;25515;Scheepswerktuigkundige kleine schepen;3;;23202;79070;kt21+duo19
k;25516;Maritiem officier alle schepen;4;;23202;79070;kt21+duo19
k;25517;Stuurman alle schepen;4;;23202;79070;kt21+duo19
k;25518;Scheepswerktuigkundige alle schepen;4;;23202;79070;kt21+duo19
k;25519;Schipper-machinist beperkt werkgebied;2;;23203;79070;sbb22+kt21+duo19
k;25520;Stuurman waterbouw;4;;23204;79070;kt21+duo19
k;25521;Scheepswerktuigkundige waterbouw;4;;23204;79070;kt21+duo19
k;25522;Stuurman-scheepswerktuigkundige vissersschepen SW5;3;;23261;79070;kt21+duo19
k;25523;Stuurman alle vissersschepen S4;4;;23261;79070;kt21+duo19
k;25524;Werktuigkundige alle vissersschepen W4;4;;23261;79070;kt21
k;25525;Stuurman-werktuigkundige zeevisvaart SW6;2;;23262;79070;kt21+duo19
k;25526;Junior stylist;4;;23207;79080;kt21+duo19
k;25527;Junior productmanager fashion;4;;23207;79080;kt21+duo19
k;25528;Leidinggevende team/afdeling/project;4;;23075;79160;kt21+duo19
k;25529;Technisch Leidinggevende;4;;23075;79160;kt21+duo19
k;25530;Vakman-ondernemer;4;;23078;79160;kt21+duo19
k;25531;Baggermeester;4;;23230;79070;kt21+duo19
k;25532;Medewerker agrarisch loonwerk;2;;23221;79160;kt21+duo19
k;25533;Vakexpert agrarisch loonwerk;4;;23221;79160;kt21+duo19
k;25534;Vakexpert teelt en groene technologie;4;;23221;79160;sbb22+kt21+duo19
k;25535;Vakexpert veehouderij;4;;23221;79160;sbb22+kt21+duo19
k;25536;Vakbekwaam medewerker teelt;3;;23221;79160;sbb22+kt21+duo19
k;25537;Vakbekwaam medewerker veehouderij;3;;23221;79160;sbb22+kt21+duo19
k;25538;Specialist vruchtbaarheid en voortplanting;4;;23213;79160;sbb22+kt21
k;25539;Bedrijfsleider dierverzorging;4;;23233;79160;kt21+duo19
k;25540;Dierenartsassistent paraveterinair;4;;23233;79160;kt21+duo19
k;25541;Vakbekwaam medewerker dierverzorging;3;;23233;79160;kt21+duo19
k;25542;Allround dakdekker metaal;3;;23215;79000;sbb22+kt21+duo19
k;25543;Monteur metalen daken en gevels;2;;23215;79000;sbb22+kt21+duo19
k;25544;Klantmedewerker Bancaire Diensten;4;;23216;79090;kt21+duo19
k;25545;Klantmedewerker Inkomensverzekeringen;4;;23216;79090;kt21
k;25546;Klantmedewerker Schadeverzekeringen;4;;23216;79090;kt21+duo19
k;25547;Klantmedewerker Vermogen;4;;23216;79090;kt21+duo19
k;25548;Creatief vakman;4;;23217;79030;sbb22+kt21+duo19
k;25549;Chauffeur wegvervoer;2;;23218;79070;kt21+duo19
k;25550;Chauffeur openbaar vervoer;2;;23219;79070;kt21+duo19
k;25551;Touringcarchauffeur/reisleider;3;;23219;79070;kt21+duo19
k;25552;Taxichauffeur;2;;23219;79070;kt21
k;25553;Touringcarchauffeur;2;;23219;79070;kt21+duo19
k;25554;Machinist railvervoer;3;;23249;79070;kt21+duo19
k;25555;Medewerker agrarisch loonwerk;2;;23221;79160;sbb22+kt21+duo19
k;25556;Vakexpert agrarisch loonwerk;4;;23221;79160;sbb22+kt21+duo19
k;25557;Vakbekwaam medewerker agrarisch loonwerk;3;;23221;79160;sbb22+kt21+duo19
k;25558;Machinist hijswerk;3;;23051;79000;sbb22+kt21+duo19
k;25559;Airco/warmtepompmonteur;2;;23223;79020;sbb22+kt21+duo19
k;25560;Technicus maintenance koude- en klimaatsystemen;4;;23223;79020;sbb22+kt21+duo19
k;25561;Eerste monteur koude- en klimaatsystemen;3;;23223;79020;sbb22+kt21+duo19
k;25562;Servicemonteur koude- en klimaatsystemen;3;;23223;79020;sbb22+kt21+duo19
k;25563;Monteur koude- en klimaatsystemen;2;;23223;79020;sbb22+kt21+duo19
k;25564;Bootman;3;;23259;79070;kt21+duo19
k;25565;Systeemontwerper koude- en klimaatsystemen;4;;23225;79020;sbb22+kt21+duo19
k;25566;Productieleider versindustrie;4;;23226;79160;sbb22+kt21+duo19
k;25567;Allround medewerker versindustrie;3;;23227;79160;sbb22+kt21+duo19
k;25568;Medewerker versindustrie;2;;23227;79160;sbb22+kt21+duo19
k;25569;Vakexpert voeding en kwaliteit;4;;23173;79160;kt21
k;25570;Decoratiestukadoor;4;;23229;79010;sbb22+kt21
k;25571;Baggermeester;4;;23230;79070;kt21
k;25572;Constructie- en plaattechnoloog;4;;23118;79020;sbb22+kt21+duo19
k;25573;Office assistant;3;;23231;79090;kt21+duo19
k;25574;Management assistant;4;;23231;79090;kt21+duo19
k;25575;Instructeur mbo;4;;23232;79140;sbb22+kt21+duo19
k;25576;Bedrijfsleider dierverzorging;4;;23233;79160;kt21+duo19
k;25577;Dierenartsassistent paraveterinair;4;;23233;79160;kt21+duo19
k;25578;Proefdierverzorger;3;;23233;79160;kt21+duo19
k;25579;Vakbekwaam medewerker dierverzorging;3;;23233;79160;kt21+duo19
k;25580;Medewerker dierverzorging;2;;23233;79160;kt21+duo19
k;25581;Onderzoeker leefomgeving;4;;23234;79160;sbb22+kt21+duo19
k;25582;Adviseur leefomgeving;4;;23234;79160;sbb22+kt21+duo19
k;25583;Montagemedewerker houttechniek;2;;23235;79010;sbb22+kt21+duo19
k;25584;Machineoperator houttechniek;2;;23235;79010;sbb22+kt21
k;25585;Allround montagemedewerker houttechniek;3;;23235;79010;sbb22+kt21+duo19
k;25586;Allround machineoperator houttechniek;3;;23235;79010;sbb22+kt21
k;25587;Werkvoorbereider houttechniek;4;;23235;79010;sbb22+kt21+duo19
k;25588;Gezel schilder;3;;23236;79010;sbb22+kt21+duo19
k;25589;Schilder;2;;23236;79010;sbb22+kt21+duo19
k;25590;Technicus water;4;;23115;79020;sbb22+kt21+duo19
k;25591;Mediamaker;2;;23237;79040;sbb22+kt21+duo19
k;25592;Allround mediamaker;3;;23237;79040;sbb22+kt21+duo19
k;25593;Assemblagetechnicus;2;;23238;79060;sbb22+kt21+duo19
k;25594;Eerste Carrosseriebouwer;3;;23238;79060;sbb22+kt21+duo19
k;25595;Carrosseriebouwer;2;;23238;79060;sbb22+kt21+duo19
k;25596;Medewerker maritieme techniek;2;;23239;79070;sbb22+kt21+duo19
k;25597;Allround medewerker maritieme techniek;3;;23239;79070;sbb22+kt21+duo19
k;25598;Engineer maritieme techniek;4;;23239;79070;sbb22+kt21+duo19
k;25599;Aankomend medewerker grondoptreden;2;;23240;79100;sbb22+kt21+duo19
k;25600;Aankomend onderofficier grondoptreden;3;;23240;79100;sbb22+kt21+duo19
k;25601;Aankomend medewerker maritiem;2;;23240;79100;sbb22+kt21+duo19
k;25602;Aankomend onderofficier maritiem;3;;23240;79100;sbb22+kt21+duo19
k;25603;Pedagogisch medewerker kinderopvang;3;;23241;79140;kt21+duo19
k;25604;Software developer;4;;23243;79050;sbb22+kt21
k;25605;Allround medewerker IT systems and devices;3;;23244;79050;sbb22+kt21
k;25606;Expert IT systems and devices;4;;23244;79050;sbb22+kt21
k;25607;Medewerker ICT support;2;;23246;79050;sbb22+kt21
k;25608;Facilitair leidinggevende;4;;23247;79120;sbb22+kt21+duo19
k;25609;Allround medewerker facilitaire dienstverlening;3;;23247;79120;sbb22+kt21+duo19
k;25610;Matroos binnenvaart;2;;23248;79070;sbb22+kt21+duo19
k;25611;Schipper binnenvaart;3;;23248;79070;sbb22+kt21+duo19
k;25612;Kapitein binnenvaart;4;;23248;79070;sbb22+kt21+duo19
k;25613;Machinist railvervoer;3;;23249;79070;sbb22+kt21+duo19
k;25614;Boulanger;4;;23250;79120;sbb22+kt21
k;25615;Sociaal werker;4;;23251;79140;sbb22+kt21
k;25616;Medewerker groen en cultuurtechniek;2;;23252;79160;sbb22+kt21
k;25617;Opzichter/uitvoerder groene ruimte;4;;23252;79160;sbb22+kt21
k;25618;Vakbekwaam hovenier;3;;23252;79160;sbb22+kt21
k;25619;Vakbekwaam medewerker groen en cultuurtechniek;3;;23252;79160;sbb22+kt21
k;25620;Vakbekwaam medewerker natuur, water en recreatie;3;;23252;79160;sbb22+kt21
k;25621;Medewerker hovenier;2;;23252;79160;sbb22+kt21
k;25622;Medewerker natuur, water en recreatie;2;;23252;79160;sbb22+kt21
k;25623;Verspaner;2;;23254;79020;sbb22+kt21
k;25624;Allround precisieverspaner;3;;23254;79020;sbb22+kt21
k;25625;Instrumentmaker;3;;23254;79020;sbb22+kt21
k;25626;Researchinstrumentmaker;4;;23254;79020;sbb22+kt21
k;25627;Verspaningstechnoloog;4;;23254;79020;sbb22+kt21
k;25629;Medewerker Steriele Medische Hulpmiddelen;3;;23255;79030;sbb22+kt21
k;25630;Allround Medewerker Optiek;3;;23256;79030;sbb22+kt21
k;25631;Opticien;4;;23256;79030;sbb22+kt21
k;25632;Verkoopmedewerker Optiek;2;;23256;79030;sbb22+kt21
k;25633;Mediavormgever;4;;23257;79040;sbb22+kt21
k;25634;Signspecialist;4;;23258;79040;sbb22+kt21
k;25635;Bootman;3;;23259;79070;sbb22+kt21
k;25636;Luchtvaartdienstverlener;4;;23260;79070;sbb22+kt21
k;25637;Stuurman-scheepswerktuigkundige visserschepen SW5;3;;23261;79070;kt21
k;25638;Stuurman alle vissersschepen S4;4;;23261;79070;kt21
k;25639;Werktuigkundige alle vissersschepen W4;4;;23261;79070;kt21
k;25640;Stuurman-werktuigkundige zeevisvaart SW6;2;;23262;79070;sbb22+kt21
k;25641;Kapper;2;;23263;79110;sbb22+kt21
k;25642;Haarstylist dame;3;;23263;79110;sbb22+kt21
k;25643;Haarstylist heer;3;;23263;79110;sbb22+kt21
k;25644;Salonmanager dame;4;;23263;79110;sbb22+kt21
k;25645;Salonmanager heer;4;;23263;79110;sbb22+kt21
k;25646;Leidinggevende leisure & hospitality;4;;23264;79130;sbb22+kt21
k;25647;Leidinggevende travel & hospitality;4;;23264;79130;sbb22+kt21
k;25648;Zelfstandig medewerker leisure & hospitality;3;;23264;79130;sbb22+kt21
k;25649;Zelfstandig medewerker travel & hospitality;3;;23264;79130;sbb22+kt21
k;25650;Apothekersassistent;4;;23265;79140;sbb22+kt21
k;25651;Acteur;4;;23266;79140;sbb22+kt21
k;25652;Danser;4;;23266;79140;sbb22+kt21
k;25653;Musicalperformer;4;;23266;79140;sbb22+kt21
k;25654;Muzikant;4;;23266;79140;sbb22+kt21
k;25655;Mbo-Verpleegkundige;4;;23267;79140;sbb22+kt21
k;25656;Verzorgende IG;3;;23268;79140;sbb22+kt21
k;25657;Assistent plant, dier of (groene) leefomgeving;1;;23110;;kt21
k;25659;Interieurvakman woningstofferen;2;;23269;79010;sbb22
k;25660;Interieurvakman parketvloeren;2;;23269;79010;sbb22
k;25661;Allround interieurvakman woningstofferen;3;;23269;79010;sbb22
k;25662;Allround interieurvakman parketvloeren;3;;23269;79010;sbb22
k;25663;Pianotechnicus;4;;23270;79030;sbb22
k;25664;Tandtechnicus kroon- en brugwerk;4;;23271;79030;sbb22
k;25665;Tandtechnicus prothese;4;;23271;79030;sbb22
k;25666;Tandtechnisch medewerker basistechnieken;3;;23271;79030;sbb22
k;25667;Technisch Oogheelkundig Assistent;4;;23272;79030;sbb22
k;25668;Basis technicus voertuigen en mobiele werktuigen;2;;23273;79060;sbb22
k;25669;Allround technicus voertuigen en mobiele werktuigen;3;;23273;79060;sbb22
k;25670;Technisch specialist voertuigen en mobiele werktuigen;4;;23274;79060;sbb22
k;25671;Chauffeur wegvervoer;2;;23275;79070;sbb22
k;25672;Chauffeur openbaar vervoer;2;;23276;79070;sbb22
k;25673;Touringcarchauffeur/reisleider;3;;23276;79070;sbb22
k;25674;Taxichauffeur;2;;23276;79070;sbb22
k;25675;Touringcarchauffeur;2;;23276;79070;sbb22
k;25676;Schipper rondvaartboot beperkt vaargebied;2;;23277;79070;sbb22
k;25677;Maritiem officier kleine schepen nautisch, koopvaardij;3;;23278;79070;sbb22
k;25678;Maritiem officier kleine schepen nautisch, visserij;3;;23278;79070;sbb22
k;25679;Maritiem officier kleine schepen technisch;3;;23278;79070;sbb22
k;25680;Maritiem officier alle schepen nautisch, koopvaardij;4;;23278;79070;sbb22
k;25681;Maritiem officier alle schepen nautisch, waterbouw;4;;23278;79070;sbb22
k;25682;Maritiem officier alle schepen nautisch, visserij;4;;23278;79070;sbb22
k;25683;Maritiem officier alle schepen technisch;4;;23278;79070;sbb22
k;25684;Assistant Fashion Tailor;3;;23279;79080;sbb22
k;25685;Fashion Retailer;3;;23279;79080;sbb22
k;25686;Fashion Tailor;4;;23279;79080;sbb22
k;25687;Fashion Designer;4;;23279;79080;sbb22
k;25688;Fashion Product Coordinator;4;;23279;79080;sbb22
k;25689;Basismedewerker fashion;2;;23280;79080;sbb22
k;25690;Beveiliger 2;2;;23281;79100;sbb22
k;25691;Beveiliger 3;3;;23281;79100;sbb22
k;25692;Allround make-up and hair artist;4;;23282;79110;sbb22
k;25693;Medisch Pedicure;4;;23283;79110;sbb22
k;25694;Pedicure;3;;23283;79110;sbb22
k;25695;Doktersassistent;4;;23284;79140;sbb22
k;25696;Pedagogisch medewerker kinderopvang;3;;23285;79140;sbb22
k;25697;Gespecialiseerd pedagogisch medewerker;4;;23285;79140;sbb22
k;25698;Onderwijsassistent;4;;23285;79140;sbb22
k;25699;Tandartsassistent;4;;23286;79140;sbb22
k;25700;Ondernemer vers;4;;23287;79160;sbb22
k;25701;Medewerker vers;2;;23288;79160;sbb22
k;25702;Traiteur vers;3;;23288;79160;sbb22
k;25703;Vakbekwaam medewerker vers;3;;23288;79160;sbb22
k;25704;Bedrijfsleider/ondernemer bloem, groen en styling;4;;23289;79160;sbb22
k;25705;Vakexpert bloem, groen en styling;4;;23289;79160;sbb22
k;25706;Vakbekwaam medewerker bloem, groen en styling;3;;23289;79160;sbb22
k;25707;Medewerker bloem, groen en styling;2;;23289;79160;sbb22
k;25708;Boomverzorger;3;;23290;79160;sbb22
k;25709;Bedrijfsleider paardensport en -houderij;4;;23291;79160;sbb22
k;25710;Instructeur paardensport en -houderij;4;;23291;79160;sbb22
k;25711;Vakbekwaam medewerker paardensport en -houderij;3;;23291;79160;sbb22
k;25712;Adviseur mobiliteitsbranche;3;;23292;79060;sbb22
k;25713;Manager mobiliteitsbranche;4;;23292;79060;sbb22
k;25714;Autospuiter;2;;23293;79060;sbb22
k;25715;Eerste Autospuiter;3;;23293;79060;sbb22
k;25716;Allround medewerker AV-productie;3;;23294;79040;sbb22
k;25717;AV-specialist;4;;23294;79040;sbb22
k;25718;Fotograaf;4;;23294;79040;sbb22
k;25719;Medewerker fotografie;2;;23294;79040;sbb22
k;25720;Leidinggevende bakkerij;4;;23295;79120;sbb22
k;25721;Uitvoerend bakker;2;;23295;79120;sbb22
k;25722;Zelfstandig werkend bakker;3;;23295;79120;sbb22
k;25723;Allround Assistant Business Services;3;;23296;79090;sbb22
k;25724;Assistant Business Services;2;;23296;79090;sbb22
k;25725;Business Administration & Control Specialist;4;;23296;79090;sbb22
k;25726;Legal, Insurance & HR Services Specialist;4;;23296;79090;sbb22
k;25727;Marketing & Communication Specialist;4;;23296;79090;sbb22
k;25728;Office & Management Support Specialist;4;;23296;79090;sbb22
k;25730;Bedrijfsleider dierverzorging;4;;23298;79160;sbb22
k;25731;Dierenartsassistent paraveterinair;4;;23298;79160;sbb22
k;25732;Medewerker dierverzorging;2;;23298;79160;sbb22
k;25733;Proefdierverzorger;3;;23298;79160;sbb22
k;25734;Zelfstandig medewerker dierverzorging;3;;23298;79160;sbb22
k;25735;Eerste monteur elektrotechnische industriële installaties en systemen;3;;23299;79020;sbb22
k;25736;Eerste monteur elektrotechnische installaties in de gebouwde omgeving;3;;23299;79020;sbb22
k;25737;Monteur elektrotechnische installaties;2;;23299;79020;sbb22
k;25738;Technicus elektrotechnische industriële systemen en installaties;4;;23300;79020;sbb22
k;25739;Technicus elektrotechnische installaties in de gebouwde omgeving;4;;23300;79020;sbb22
k;25740;Assistent bouwen, wonen en onderhoud;1;;23301;;sbb22
k;25741;Assistent dienstverlening;1;;23301;;sbb22
k;25742;Assistent horeca, voeding of voedingsindustrie;1;;23301;;sbb22
k;25743;Assistent logistiek;1;;23301;;sbb22
k;25744;Assistent metaal-, elektro- en installatietechniek;1;;23301;;sbb22
k;25745;Assistent mobiliteitsbranche;1;;23301;;sbb22
k;25746;Assistent plant, dier of groene omgeving;1;;23301;;sbb22
k;25747;Assistent procestechniek;1;;23301;;sbb22
k;25748;Assistent verkoop/retail;1;;23301;;sbb22
k;25749;Medewerker evenementenorganisatie;4;;23302;79090;sbb22
k;25750;Allround vakman gww;3;;23303;79000;sbb22
k;25751;Allround waterbouwer;3;;23303;79000;sbb22
k;25752;Asfaltafwerker;2;;23303;79000;sbb22
k;25753;Balkman;3;;23303;79000;sbb22
k;25754;Opperman bestratingen;2;;23303;79000;sbb22
k;25755;Straatmaker;3;;23303;79000;sbb22
k;25756;Vakman gww;2;;23303;79000;sbb22
k;25757;Waterbouwer;2;;23303;79000;sbb22
k;25759;Mechanisch operator A;2;;23305;79020;sbb22
k;25760;Mechanisch operator B;3;;23305;79020;sbb22
k;25761;Procesoperator A;2;;23305;79020;sbb22
k;25762;Procesoperator B;3;;23305;79020;sbb22
k;25763;Eerste monteur datadistributie;3;;23306;79020;sbb22
k;25764;Eerste monteur gas-, water- of warmtedistributie;3;;23306;79020;sbb22
k;25765;Eerste monteur laagspanningsdistributie;3;;23306;79020;sbb22
k;25766;Eerste monteur middenspanningsdistributie;3;;23306;79020;sbb22
k;25767;Monteur datadistributie;2;;23306;79020;sbb22
k;25768;Monteur gas-, water- of warmtedistributie;2;;23306;79020;sbb22
k;25769;Monteur laagspanningsdistributie;2;;23306;79020;sbb22
k;25770;Monteur middenspanningsdistributie;2;;23306;79020;sbb22
k;25771;Interieuradviseur;4;;23307;79080;sbb22
k;25772;Vastgoedadviseur;4;;23308;79010;sbb22
k;25773;Uitvoerder;4;;23308;79010;sbb22
k;25774;Logistiek medewerker;2;;23309;79070;sbb22
k;25775;Logistiek teamleider;3;;23309;79070;sbb22
k;25776;Logistiek supervisor;4;;23310;79070;sbb22
k;25777;Specialist transport en logistiek;4;;23310;79070;sbb22
k;25778;Air cargo specialist;4;;23311;79070;sbb22
k;25779;Persoonlijk begeleider maatschappelijke zorg;4;;23312;79140;sbb22
k;25780;Begeleider maatschappelijke zorg;3;;23312;79140;sbb22
k;25785;Allround Metselaar;3;;23313;79000;sbb22
k;25786;Metselaar;2;;23313;79000;sbb22
k;25791;Allround vakkracht onderhoud- en klussenbedrijf;3;;23315;79010;sbb22
k;25792;Servicemedewerker gebouwen;2;;23315;79010;sbb22
k;25793;Aviation operations specialist;4;;23316;79070;sbb22
k;25797;Patissier;4;;23318;79120;sbb22
k;25798;Allround podium- en evenemententechnicus;4;;23319;79040;sbb22
k;25799;Medewerker podium- en evenemententechniek;2;;23319;79040;sbb22
k;25800;Podium- en evenemententechnicus;3;;23319;79040;sbb22
k;25801;Praktijkopleider;4;;23320;79140;sbb22
k;25802;Operator C;4;;23321;79020;sbb22
k;25803;Handhaver toezicht en veiligheid Generieke opsporing (domein VI);3;;23322;79100;ref26
k;25804;Handhaver toezicht en veiligheid Milieu, welzijn en infrastructuur (domein II);3;;23322;79100;ref26
k;25805;Handhaver toezicht en veiligheid Openbaar vervoer (domein IV);3;;23322;79100;ref26
k;25806;Handhaver toezicht en veiligheid Openbare ruimte (domein I);3;;23322;79100;ref26
k;25807;Retailmanager;4;;23323;79080;sbb22
k;25808;Retailmedewerker;2;;23324;79080;sbb22
k;25809;Retailspecialist;3;;23325;79080;sbb22
k;25810;Medewerker productpresentatie;2;;23326;79040;sbb22
k;25811;Ruimtelijk vormgever;4;;23326;79040;sbb22
k;25821;Eerste monteur service en onderhoud werktuigkundige installaties;3;;23329;79020;sbb22
k;25825;Technicus service en onderhoud werktuigkundige installaties;4;;23329;79020;sbb22
k;25826;Allround tegelzetter;3;;23330;79000;sbb22
k;25827;Tegelzetter;2;;23330;79000;sbb22
k;25828;Allround timmerman;3;;23331;79000;sbb22
k;25829;Timmerman;2;;23331;79000;sbb22
k;25830;Eerste verbrandingsmotortechnicus;3;;23332;79060;sbb22
k;25831;Technisch specialist verbrandingsmotoren;4;;23332;79060;sbb22
k;25832;Verbrandingsmotortechnicus;2;;23332;79060;sbb22
k;25834;Eerste monteur utiliteit;3;;23333;79020;sbb22
k;25835;Eerste monteur woning;3;;23333;79020;sbb22
k;25836;Middenkaderfunctionaris smart building;4;;23334;79000;sbb22
k;25837;Middenkaderfunctionaris smart industry;4;BOL;23335;79020;sbb22
k;25838;Persoonlijk begeleider zorgboerderij;4;;23336;79160;sbb22
k;25839;Technicus hout en restauratie;3;;23381;79000;ref26
k;25840;Allround keukenmonteur;3;;23382;79010;ref26
k;25841;Vakexpert geo, data en design;4;;23383;79160;ref26
k;25842;Leidinggevende international hospitality;4;;23264;79130;ref26
k;25843;Allround hospitality medewerker;3;;23264;79130;ref26
k;25844;Allround coördinator instructeur buitensport;4;;23394;79160;ref26
k;25845;Adviseur duurzame leefomgeving;4;;23397;79160;ref26
k;25846;Werkbegeleider zorgbedrijf-dierhouderij;3;;23406;79160;ref26
k;25847;Allround instructeur buitensport;3;;23394;79160;ref26
k;25848;Voeding- en leefstijladviseur;4;;23396;79160;ref26
k;25854;Meubelstoffeerder;2;;23348;79010;ref26
k;25855;Allround meubelstoffeerder;3;;23348;79010;ref26
k;25856;Basisgoudsmid;3;;23349;79030;ref26
k;25857;Goudsmid;4;;23349;79030;ref26
k;25858;Zilversmid;4;;23349;79030;ref26
k;25859;Orthopedisch schoentechnisch medewerker;3;;23350;79030;ref26
k;25860;Orthopedisch schoentechnisch specialist;4;;23350;79030;ref26
k;25861;Orthopedisch technisch medewerker;3;;23351;79030;ref26
k;25862;Orthopedisch technisch specialist;4;;23351;79030;ref26
k;25863;Dakdekker pannen/leien;2;;23352;79000;ref26
k;25864;Dakdekker bitumen en kunststof;2;;23352;79000;ref26
k;25865;Dakdekker riet;2;;23352;79000;ref26
k;25866;Monteur metalen daken en gevels;2;;23352;79000;ref26
k;25867;Allround dakdekker pannen/leien;3;;23352;79000;ref26
k;25868;Allround dakdekker bitumen en kunststof;3;;23352;79000;ref26
k;25869;Allround dakdekker metaal;3;;23352;79000;ref26
k;25870;Middenkaderfunctionaris bouw;4;;23353;79000;ref26
k;25871;Middenkaderfunctionaris grond-, weg- en waterbouw;4;;23353;79000;ref26
k;25872;Middenkaderfunctionaris landmeetkunde;4;;23353;79000;ref26
k;25873;Middenkaderfunctionaris verkeer en stedenbouw;4;;23353;79000;ref26
k;25874;Commercieel medewerker;3;;23354;79090;ref26
k;25875;Consulent commerciële arbeidsbemiddeling;4;;23354;79090;ref26
k;25876;E-commerce specialist;4;;23354;79090;ref26
k;25877;Junior accountmanager;4;;23354;79090;ref26
k;25878;Junior manager groothandel;4;;23354;79090;ref26
k;25879;Junior manager internationale handel;4;;23354;79090;ref26
k;25880;Ondernemer handel;4;;23355;79080;ref26
k;25881;Mediamanager;4;;23356;79040;ref26
k;25882;Mediaredactiemedewerker;4;;23357;79040;ref26
k;25883;Autoschadehersteller;2;;23358;79060;ref26
k;25884;Eerste autoschadehersteller;3;;23358;79060;ref26
k;25885;Technisch specialist autoschadeherstel;4;;23358;79060;ref26
k;25886;Airco/warmtepompmonteur;2;;23427;79020;ref26
k;25887;Monteur koude- en klimaatsystemen;2;;23427;79020;ref26
k;25888;Servicemonteur koude- en klimaatsystemen;3;;23427;79020;ref26
k;25889;Eerste monteur koude- en klimaatsystemen;3;;23427;79020;ref26
k;25890;Technicus industriële koude- en klimaatsystemen;4;;23427;79020;ref26
k;25891;Monteur mechatronica;2;;23360;79020;ref26
k;25892;Eerste monteur mechatronica;3;;23360;79020;ref26
k;25893;Technicus mechatronica;4;;23360;79020;ref26
k;25894;Medewerker productietechniek;2;;23361;79020;ref26
k;25895;Allround medewerker productietechniek;3;;23361;79020;ref26
k;25896;Productietechnicus;4;;23361;79020;ref26
k;25897;Researchinstrumentmaker;4;;23361;79020;ref26
k;25898;Technicus engineering;4;;23371;79020;ref26
k;25899;Commercieel technicus engineering;4;;23371;79020;ref26
k;25900;Medewerker Havenoperaties;2;;23363;79070;ref26
k;25901;Gevorderd medewerker Havenoperaties;3;;23363;79070;ref26
k;25902;Coördinator Havenoperaties;4;;23363;79070;ref26
k;25903;Medewerker internationale havenlogistiek;2;;23364;79070;ref26
k;25904;Coördinator internationale havenlogistiek;3;;23364;79070;ref26
k;25905;Specialist internationale havenlogistiek;4;;23364;79070;ref26
k;25906;Schoonheidspecialist;3;;23365;79110;ref26
k;25907;Allround Schoonheidspecialist;4;;23365;79110;ref26
k;25908;Sport- en bewegingsleider;3;;23366;79100;ref26
k;25909;Buurtsportcoach;4;;23366;79100;ref26
k;25910;Leefstijlcoach;4;;23366;79100;ref26
k;25911;Bewegingsagoog;4;;23366;79100;ref26
k;25912;Trainer-coach/Instructeur;4;;23366;79100;ref26
k;25913;Hoefsmid;3;;23367;79160;ref26
k;25914;Biotechnicus;4;;23368;79160;ref26
k;25915;Vakbekwaam medewerker paardensport en -houderij;3;;23369;79160;ref26
k;25916;Bedrijfsleider paardensport en -houderij;4;;23369;79160;ref26
k;25917;Instructeur paardensport en -houderij;4;;23369;79160;ref26
k;25918;Middenkaderfunctionaris smart building;4;;23370;79000;ref26
k;25919;Technicus engineering;4;;23371;79020;ref26
k;25920;Commercieel technicus;4;;23371;79020;ref26
k;25921;Werkbegeleider zorgboerderij;3;;23406;79160;ref26
k;25922;Persoonlijk werkbegeleider zorgboerderij;4;;23406;79160;ref26
k;25923;Machineoperator houtverwerkende industrie;2;;23373;79010;ref26
k;25924;Meubelmaker/(scheeps)interieurbouwer;2;;23373;79010;ref26
k;25925;Allround machineoperator meubelindustrie/(scheeps)interieurbouw;3;;23373;79010;ref26
k;25926;Allround meubelmaker/(scheeps)interieurbouwer;3;;23373;79010;ref26
k;25927;Werkvoorbereider meubelindustrie/(scheeps)interieurbouw;4;;23373;79010;ref26
k;25928;Ondernemend meubelmaker/(scheeps)interieurbouwer;4;;23373;79010;ref26
k;25929;Dakdekker pannen/leien;2;;23352;79000;ref26
k;25930;Dakdekker bitumen en kunststof;2;;23352;79000;ref26
k;25931;Dakdekker riet;2;;23352;79000;ref26
k;25932;Zinkwerker;2;;23352;79000;ref26
k;25933;Monteur metalen daken en gevels;2;;23352;79000;ref26
k;25934;Allround dakdekker pannen/leien;3;;23352;79000;ref26
k;25935;Allround dakdekker bitumen en kunststof;3;;23352;79000;ref26
k;25936;Allround zinkwerker;3;;23352;79000;ref26
k;25937;Monteur luchtvaartuigen;2;;23375;79020;ref26
k;25938;Eerste monteur luchtvaartuigen;3;;23375;79020;ref26
k;25939;Allround samenbouwer luchtvaartuigen;3;;23375;79020;ref26
k;25940;Constructie repair specialist;3;;23375;79020;ref26
k;25941;Technicus mechanica luchtvaartuigen;4;;23375;79020;ref26
k;25942;Technicus avionica luchtvaartuigen;4;;23375;79020;ref26
k;25943;Dekvloerenlegger;2;;23376;79010;ref26
k;25944;Glaszetter;2;;23377;79010;ref26
k;25945;Gezel glaszetter;3;;23377;79010;ref26
k;25946;Vastgoedadviseur;4;;23378;79010;ref26
k;25947;Uitvoerder;4;;23378;79010;ref26
k;25948;Machinist grondverzet;3;;23379;79000;ref26
k;25949;Machinist wegenbouw;3;;23379;79000;ref26
k;25950;Machinist hijswerk;3;;23379;79000;ref26
k;25951;Allround laborant;3;;23380;79030;ref26
k;25952;Chemisch fysisch analist;4;;23380;79030;ref26
k;25953;Biologisch medisch analist;4;;23380;79030;ref26
k;25954;Technicus hout en restauratie;3;;23381;79000;ref26
k;25955;Keukenmonteur;2;;23382;79010;ref26
k;25956;Allround keukenmonteur;3;;23382;79010;ref26
k;25957;Vakexpert Geo, data & design;4;;23383;79160;ref26
k;25958;Sociaal werker;4;;23384;79140;ref26
k;25959;Medewerker facilitaire dienstverlening;2;;23385;79140;ref26
k;25960;Helpende Zorg en Welzijn;2;;23385;79140;ref26
k;25961;Medewerker sport en recreatie;2;;23385;79140;ref26
k;25962;Allround uurwerktechnicus;3;;23386;79030;ref26
k;25963;Uurwerktechnisch designer;4;;23386;79030;ref26
k;25964;Uurwerktechnisch luxury specialist;4;;23386;79030;ref26
k;25965;Uurwerktechnisch restauratiespecialist;4;;23386;79030;ref26
k;25966;Schoenhersteller;2;;23387;79030;ref26
k;25967;Ondernemend schoenhersteller;3;;23387;79030;ref26
k;25968;Maatschoenmaker;4;;23387;79030;ref26
k;25969;Audicien;4;;23388;79030;ref26
k;25970;Matroos binnenvaart;2;;23389;79070;ref26
k;25971;Schipper binnenvaart;3;;23389;79070;ref26
k;25972;Kapitein binnenvaart;4;;23389;79070;ref26
k;25973;Bootman;3;;23390;79070;ref26
k;25977;Medewerker voeding, technologie en techniek;2;;23392;79160;ref26
k;25978;Vakbekwaam medewerker voeding, technologie en techniek;3;;23392;79160;ref26
k;25979;Vakexpert voeding, technologie en techniek;4;;23392;79160;ref26
k;25980;Vakexpert voeding, kwaliteit en productontwikkeling;4;;23392;79160;ref26
k;25981;Medewerker teelt;2;;23393;79160;ref26
k;25982;Medewerker agrohandel en logistiek;2;;23393;79160;ref26
k;25983;Medewerker veehouderij;2;;23393;79160;ref26
k;25984;Vakbekwaam medewerker teelt;3;;23393;79160;ref26
k;25985;Vakbekwaam medewerker agrohandel en logistiek;3;;23393;79160;ref26
k;25986;Vakbekwaam medewerker veehouderij;3;;23393;79160;ref26
k;25987;Vakbekwaam medewerker biologisch-dynamische landbouw;3;;23393;79160;ref26
k;25988;Vakexpert teelt en groene technologie;4;;23393;79160;ref26
k;25989;Vakexpert agrohandel en logistiek;4;;23393;79160;ref26
k;25990;Vakexpert veehouderij;4;;23393;79160;ref26
k;25991;Vakexpert biologisch-dynamische landbouw;4;;23393;79160;ref26
k;25992;Medewerker groen, grond en groene infra;2;;23395;79160;ref26
k;25993;Vakbekwaam medewerker groen, grond en groene infra;3;;23395;79160;ref26
k;25994;Vakexpert groen, grond en groene infra;4;;23395;79160;ref26
k;25995;Voeding- en leefstijladviseur;4;;23396;79160;ref26
k;25996;Coördinator duurzaamheid;4;;23397;79160;ref26
k;25997;Vakspecialist ondernemer;4;;23398;79080;ref26
k;25998;Software developer;4;;23399;79050;ref26
k;25999;Medewerker ICT;2;;23400;79050;ref26
k;26000;Allround coördinator-instructeur buitensport;4;BOL;;;kt21+duo19+ref26
k;26001;Technicus hout en restauratie;3;;;;kt21+duo19+ref26
k;26002;Zorgtechnicus;4;BOL;;;kt21+duo19+ref26
k;26003;Food professional;3;;;;kt21+duo19+ref26
k;26004;Food specialist;4;;;;kt21+duo19+ref26
k;26005;Middenkaderfunctionaris smart building;4;;;;kt21+duo19+ref26
k;26006;Middenkaderfunctionaris smart industry;4;;;;kt21+duo19+ref26
k;26007;Servicemedewerker;2;;;;kt21+duo19+ref26
k;26008;Leidinggevende international hospitality;4;;;;kt21+duo19+ref26
k;26009;Adviseur duurzame leefomgeving;4;BOL;;;kt21+duo19+ref26
k;26010;E-commerce Manager;4;;;;kt21+duo19+ref26
k;26011;Vitaliteitsbegeleider in zorg en welzijn;3;;;;kt21+duo19+ref26
k;26012;Allround Hospitality Medewerker;3;;;;kt21+duo19+ref26
k;26013;AV-mediatechnoloog;4;BOL;;;kt21+duo19+ref26
k;26014;Eventproducer;4;BOL;;;kt21+duo19+ref26
k;26015;Voorman jachtbouw;4;BBL;;;kt21+ref26
k;26016;Vakexpert industrieel produceren van levensmiddelen;4;;;;kt21+duo19+ref26
k;26017;Keukenmonteur;2;BBL;;;kt21+duo19+ref26
k;26018;Persoonlijk begeleider zorgboerderij;4;BOL;;;kt21+duo19+ref26
k;26019;Business support;3;;;;kt21+duo19+ref26
k;26020;Creatief technoloog;4;BOL;;;kt21+duo19+ref26
k;26021;Beautyprofessional in de zorg;3;;;;kt21+ref26
k;26022;Allround keukenmonteur;3;BBL;;;kt21+ref26
k;26023;Junior business controller;4;;;;kt21+ref26
k;26024;Voeding- en leefstijladviseur;4;;;;kt21+ref26
k;26025;Vakman fundering;2;;;;kt21+ref26
k;26026;E-commercemanager;4;;;;kt21+ref26
k;26027;Werkbegeleider zorgbedrijf dierhouderij;3;;;;kt21+ref26
k;26028;Medewerker food & hospitality;2;;;;kt21+ref26
k;26029;International creative business developer;4;BOL;;;kt21+ref26
k;26030;Medewerker kinderopvang, onderwijs en bewegen;4;;;;kt21+ref26
k;26031;Specialist made-to-measure;4;;;;kt21+ref26
k;26032;Genie Operator II (gevaarlijke stoffen);2;;;;kt21+ref26
k;26033;Genie Operator III (gevaarlijke stoffen);3;;;;kt21+ref26
k;26034;Genie gevechtsondersteuner II;2;;;;kt21+ref26
k;26035;Genie gevechtsondersteuner III;3;;;;kt21+ref26
k;26036;Vakbekwaam medewerker industrieel produceren van levensmiddelen;3;;;;ref26
k;26037;Vakbekwaam medewerker infra, sport en groen;3;;;;ref26
k;26038;Medewerker marketing, sales en hospitality;4;;;;ref26
k;26039;Gezondheidsprofessional;4;;;;ref26
k;26040;Theatervormgever;4;;;;ref26
k;26041;Vakexpert geo, data & design;4;;;;ref26
k;26042;Technisch medewerker;2;;;;ref26
k;26043;Allround instructeur buitensport;3;;;;ref26
k;26044;Werkhondenprofessional;4;;;;ref26
k;26100;Eerste monteur duurzame installaties;3;;;;kt21+ref26
k;26101;Maatschappelijk zorgprofessional plus;4;;;;kt21+ref26
k;26102;Maatschappelijk verzorgende IG-plus;3;;;;kt21+ref26
k;26103;Content creator;4;;;;kt21+ref26
k;26104;Cloud and infrastructure technician;4;;;;ref26
k;27002;Medewerker sign;2;;23402;79040;ref26
k;27003;Allround signmaker;3;;23402;79040;ref26
k;27004;Signspecialist;4;;23402;79040;ref26
k;27005;Decoratie- en restauratieschilder;4;;23403;79010;ref26
k;27006;Monteur gas-, water- of warmtedistributie;2;;23404;79020;ref26
k;27007;Monteur laagspanningsdistributie;2;;23404;79020;ref26
k;27008;Monteur middenspanningsdistributie;2;;23404;79020;ref26
k;27009;Monteur datadistributie;2;;23404;79020;ref26
k;27010;Eerste monteur gas-, water- of warmtedistributie;3;;23404;79020;ref26
k;27011;Eerste monteur laagspanningsdistributie;3;;23404;79020;ref26
k;27012;Eerste monteur middenspanningsdistributie;3;;23404;79020;ref26
k;27013;Eerste monteur datadistributie;3;;23404;79020;ref26
k;27014;Eerste monteur hoogspanningstransport;3;;23404;79020;ref26
k;27015;ICT support technician;3;;23405;79050;ref26
k;27016;ICT system engineer;4;;23405;79050;ref26
k;27017;Werkbegeleider zorgboerderij;3;;23406;79160;ref26
k;27018;Persoonlijk werkbegeleider zorgboerderij;4;;23406;79160;ref26
k;27019;Betonreparateur;2;;23407;79000;ref26
k;27020;Allround betonreparateur;3;;23407;79000;ref26
k;27021;Sloper;2;;23408;79000;ref26
k;27022;Allround sloper;3;;23408;79000;ref26
k;27023;Systeemontwerper koude- en klimaatsystemen;4;;23409;79020;ref26
k;27024;Datatechnicus Infra;4;;23410;79020;ref26
k;27025;Elektrotechnicus Infra;4;;23410;79020;ref26
k;27026;Gastechnicus Infra;4;;23410;79020;ref26
k;27027;Watertechnicus Infra;4;;23410;79020;ref26
k;27028;Allround medewerker Juwelier;3;;23411;79030;ref26
k;27029;Juwelier-ondernemer;4;;23411;79030;ref26
k;27030;Medewerker steriele medische hulpmiddelen;3;;23412;79030;ref26
k;27031;Verkoopmedewerker optiek;2;;23413;79030;ref26
k;27032;Allround medewerker optiek;3;;23413;79030;ref26
k;27033;Opticien;4;;23413;79030;ref26
k;27034;Decorbouwer;2;;23414;79040;ref26
k;27035;Allround decorbouwer;3;;23414;79040;ref26
k;27036;Specialist decorbouw;4;;23414;79040;ref26
k;27037;Standbouwer;2;;23421;79040;ref26
k;27038;Fietstechnicus;2;;23415;79060;ref26
k;27039;Eerste Fietstechnicus;3;;23415;79060;ref26
k;27040;Luchtvaartdienstverlener;4;;23416;79070;ref26
k;27041;Drone-operations specialist;4;;23417;79070;ref26
k;27042;Chauffeur wegvervoer;2;;23418;79070;ref26
k;27043;Allround chauffeur wegvervoer;3;;23418;79070;ref26
k;27044;Machinist railvervoer;3;;23419;79070;ref26
k;27045;Schipper-machinist beperkt vaargebied;2;;23420;79070;ref26
k;27046;Stuurman-werktuigkundige zeevisvaart SW6;2;;23420;79070;ref26
k;27047;Leidinggevende van een team/afdeling/project;4;;23422;79080;ref26
k;27048;Leidinggevende van technici;4;;23422;79080;ref26
k;27049;Informatiebeveiliger;4;;23423;79100;ref26
k;27074;Airco/warmtepompmonteur;2;;23427;79020;ref26
k;27075;Monteur koude- en klimaatsystemen;2;;23427;79020;ref26
k;27076;Servicemonteur koude- en klimaatsystemen;3;;23427;79020;ref26
k;27077;Eerste monteur koude- en klimaatsystemen;3;;23427;79020;ref26
k;27078;Technicus industriële koude- en klimaatsystemen;4;;23427;79020;ref26
k;27079;Immersief ontwerper;4;;23428;79040;ref26
k;27080;Immersief technicus;4;;23428;79040;ref26
k;27081;Medewerker hovenier en groenvoorziening;2;;;;oer26
k;27082;Medewerker natuur, water en natuurrecreatie;2;;;;oer26
k;27083;Vakbekwaam medewerker hovenier en groenvoorziening;3;;;;oer26
k;27084;Vakbekwaam medewerker natuur, water en natuurrecreatie;3;;;;oer26
k;27085;Opzichter/uitvoerder groene ruimte;4;;;;oer26
k;27087;E-commercemanager;4;;23354;79090;ref26
k;27088;Servicemedewerker;2;;23385;79140;ref26
k;90011;Allround operator (Allround operator productietechniek);3;;23129;79020;kt21+duo19
k;90012;Allround operator (Operator B);3;;23129;79020;kt21+duo19
k;90014;Allround operator (Allround voedingsoperator);3;;23227;79160;kt21+duo19
k;90015;Allround operator (Specialist textiel);3;;23129;79020;kt21+duo19
k;90031;Artiest (Dans);4;;23266;79140;kt21+duo19
k;90032;Artiest (Drama);4;;23266;79140;kt21+duo19
k;90033;Artiest (Musical);4;;23266;79140;kt21+duo19
k;90038;Artiest (Muziek);4;;23266;79140;kt21+duo19
k;90051;AV-productie (Medewerker Fotografie);2;;23091;79040;kt21+duo19
k;90052;AV-productie (Medewerker Fotografie);2;;23091;79040;kt21+duo19
k;90053;AV-productie (Medewerker Fotografie);2;;23091;79040;kt21+duo19
k;90061;AV-productie (Allround medewerker AV-productie);3;;23091;79040;kt21+duo19
k;90062;AV-productie (Allround medewerker AV-productie);3;;23091;79040;kt21+duo19
k;90063;AV-productie (Allround medewerker AV-productie);3;;23091;79040;kt21+duo19
k;90075;AV-productie (Fotograaf);4;;23091;79040;kt21+duo19
k;90076;AV-productie (Fotograaf);4;;23091;79040;kt21+duo19
k;90083;AV-productie (Fotograaf);4;;23091;79040;kt21+duo19
k;90111;Commercieel medewerker (Commercieel medewerker binnendienst);3;;23064;79090;kt21+duo19
k;90112;Commercieel medewerker (Commercieel medewerker binnendienst);3;;23064;79090;kt21+duo19
k;90113;Commercieel medewerker (Commercieel medewerker buitendienst);3;;23064;79090;kt21+duo19
k;90114;Commercieel medewerker (Contactcenter medewerker);3;;23064;79090;kt21+duo19
k;90201;Logistiek teamleider (Logistiek teamleider);3;;23143;79070;kt21+duo19
k;90202;Logistiek teamleider (Logistiek teamleider);3;;23143;79070;kt21+duo19
k;90215;Logistiek supervisor (Logistiek supervisor Innovam);4;;23152;79070;kt21+duo19
k;90216;Logistiek supervisor (Logistiek supervisor KC Handel);4;;23152;79070;kt21+duo19
k;90217;Logistiek supervisor (Logistiek supervisor VTL);4;;23152;79070;kt21+duo19
k;90240;Operator C;4;;23121;79020;kt21+duo19
k;90252;Logistiek medewerker (Logistiek medewerker);2;;23143;79070;kt21+duo19
k;90255;Logistiek medewerker (Logistiek medewerker);2;;23143;79070;kt21+duo19
k;90270;Milieu en ruimte (Milieufunctionaris);4;;23234;79160;kt21
k;90290;Ondernemer detailhandel;4;;23079;79080;kt21+duo19
k;90301;Ondernemer horeca/bakkerij (Manager/ondernemer café-bar);4;;23087;79120;kt21+duo19
k;90302;Ondernemer horeca/bakkerij (Manager/ondernemer fastservice);4;;23087;79120;kt21+duo19
k;90303;Ondernemer horeca/bakkerij (Manager/ondernemer horeca);4;;23087;79120;kt21+duo19
k;90304;Ondernemer horeca/bakkerij (Ondernemer bakkerij);4;;23087;79120;kt21+duo19
k;90311;Operator (Operator A);2;;23129;79020;kt21+duo19
k;90312;Operator (Operator productietechniek);2;;23129;79020;kt21+duo19
k;90313;Operator (Voedingsoperator);2;;23227;79160;kt21+duo19
k;90314;Operator (Operator textiel);2;;23129;79020;kt21+duo19
k;90350;Praktijkopleider;4;;23184;79140;kt21+duo19
k;90381;Verkoopspecialist (Verkoopadviseur wonen);3;;23070;79080;kt21+duo19
k;90382;Verkoopspecialist (Verkoopmedewerker showroom);3;;23070;79080;kt21
k;90383;Verkoopspecialist (Verkoopspecialist detailhandel);3;;23070;79080;kt21+duo19
k;90384;Verkoopspecialist (Eerste verkoper);3;;23070;79080;kt21+duo19
k;90385;Verkoopspecialist (Verkoopspecialist mode);3;;23070;79080;kt21+duo19
k;90386;Verkoopspecialist (Verkoopspecialist elektrotechnische detailhandel);3;;23070;79080;kt21
k;90401;Mediavormgever (Animatie/audiovisuele vormgeving);4;;23257;79040;kt21+duo19
k;90402;Mediavormgever (Art & Design Savantis);4;;23257;79040;kt21+duo19
k;90403;Mediavormgever (Grafische vormgeving);4;;23257;79040;kt21+duo19
k;90404;Mediavormgever (Interactieve vormgeving);4;;23257;79040;kt21+duo19
k;90411;Mediavormgever (Animatie/audiovisuele vormgeving);4;;23257;79040;kt21+duo19
k;90412;Mediavormgever (Art & Design KC GOC);4;;23257;79040;kt21+duo19
k;90413;Mediavormgever (Grafische vormgeving);4;;23257;79040;kt21+duo19
k;90414;Mediavormgever (Interactieve vormgeving);4;;23257;79040;kt21+duo19
k;90421;Mediavormgever (Animatie/audiovisuele vormgeving);4;;23257;79040;kt21
k;90422;Mediavormgever (Art & Design);4;;23257;79040;kt21
k;90423;Mediavormgever (Interactieve vormgeving);4;;23257;79040;kt21
k;90424;Mediavormgever (Grafische vormgeving);4;;23257;79040;kt21
k;90471;Administratief medewerker (Bedrijfsadministratief medewerker);2;;23068;79090;kt21+duo19
k;90472;Administratief medewerker (Secretarieel medewerker);2;;23068;79090;kt21+duo19
k;90473;Administratief medewerker (Telefonist/receptionist);2;;23068;79090;kt21+duo19
k;90500;Commercieel medewerker bank- en verzekeringswezen;4;;23216;79090;kt21+duo19
k;90522;Medewerker informatiedienstverlening (Bibliotheekmedewerker);4;;23063;79090;kt21+duo19
k;90523;Medewerker informatiedienstverlening (Informatiebeheerder);4;;23063;79090;kt21
k;90531;Medewerker marketing en communicatie (Assistent communicatiemedewerker);4;;23067;79090;kt21+duo19
k;90532;Medewerker marketing en communicatie (Marketing medewerker);4;;23067;79090;kt21+duo19
k;90534;Medewerker marketing en communicatie (Medewerker evenementenorganisatie);4;;23067;79090;kt21+duo19
k;90550;Particuliere beveiliging (Coördinator beveiliging);3;;23161;79100;kt21+duo19
k;90621;Frontofficemedewerker (Informatiemedewerker);3;;23264;79130;kt21+duo19
k;90622;Frontofficemedewerker (Receptionist);3;;23264;79130;kt21+duo19
k;90760;Kok;2;;23085;79120;kt21+duo19
k;90850;Verkoopmanager Mobiliteitsbranche;4;;23108;79060;kt21+duo19
k;90871;Tweewielertechniek (Scootertechnicus);2;;23106;79060;kt21+duo19
k;90872;Tweewielertechniek (Fietstechnicus);2;;23105;79060;kt21+duo19
k;90900;Eerste Verbrandingsmotortechnicus;3;;23107;79060;kt21+duo19
k;90932;Assistent-manager internationale handel (Assistent-manager internationale handel buitendienst);4;;23064;79080;kt21+duo19
k;90933;Assistent-manager internatinale handel (Asistent-manager internationale handel binnendienst);4;;23064;79080;kt21+duo19
k;90940;Interieuradviseur;4;;23073;79080;kt21+duo19
k;90960;Woningstoffeerder (Basis woningstoffeerder);2;;23028;79010;kt21+duo19
k;90970;Woningstoffeerder (Allround woningstoffeerder);3;;23028;79010;kt21+duo19
k;91080;Machinebouw Mechatronica (Monteur mechatronica);2;;23130;79020;kt21+duo19
k;91091;Machinebouw Mechatronica (Machinebouwer);3;;23130;79020;kt21+duo19
k;91092;Machinebouw Mechatronica (Monteur tester mechatronica);3;;23130;79020;kt21+duo19
k;91182;Kapper (Kapper);3;;23263;79110;kt21+duo19
k;91210;Allround Grimeur;4;;23158;79140;kt21+duo19
k;91240;Medewerker mode/maatkleding (Basismedewerker mode/maatkleding);2;;23074;79080;kt21+duo19
k;91250;Medewerker mode/maatkleding (Allround medewerker mode/maatkleding);3;;23077;79080;kt21+duo19
k;91300;Apothekersassistent;4;;23265;79140;kt21+duo19
k;91310;Doktersassistent;4;;23180;79140;kt21+duo19
k;91370;Sociaal-cultureel werker;4;;23251;79140;kt21+duo19
k;91410;Tandartsassistent;4;;23186;79140;kt21+duo19
k;91450;Medewerker schilderen (Schilder);2;;23236;79010;kt21+duo19
k;91461;Medewerker schilderen (Gezel schilder aankomend voorman);3;;23236;79010;kt21+duo19
k;91501;Medewerker stukadoren (Gezel stukadoor decoratie);3;;23027;79010;kt21+duo19
k;91502;Medewerker stukadoren (Gezel stukadoor voorman);3;;23027;79010;kt21+duo19
k;91510;Tentoonstellingsbouwer (Medewerker tentoonstellingsbouw);2;;23100;79040;kt21+duo19
k;91520;Tentoonstellingsbouwer (Allround tentoonstellingsbouwer);3;;23100;79040;kt21+duo19
k;91530;Vormgeving ruimtelijke presentatie en communicatie (Medewerker productpresentatie);2;;23098;79040;kt21+duo19
k;91541;Vormgeving ruimtelijke presentatie en communicatie (Stand-, winkel en decorvormgever);4;;23098;79040;kt21+duo19
k;91542;Vormgeving ruimtelijke presentatie en communicatie (Vormgever productpresentatie);4;;23098;79040;kt21+duo19
k;91543;Vormgeving ruimtelijke presentatie en communicatie (Winkelpubliciteitvormgever);4;;23098;79040;kt21+duo19
k;91620;Technisch oogheelkundig assistent;4;;23040;79030;kt21+duo19
k;91631;Vakbekwaam medewerker versdetailhandel (Slager-traiteur);3;;23166;79160;kt21+duo19
k;91632;Vakbekwaam medewerker versdetailhandel (Worstmaker);3;;23166;79160;kt21+duo19
k;91633;Vakbekwaam medewerker versdetailhandel (Winkelslager);3;;23166;79160;kt21+duo19
k;91634;Vakbekwaam medewerker versdetailhandel (Visspecialist);3;;23166;79160;kt21+duo19
k;91651;Medewerker versdetailhandel (Productiemedewerker versdetailhandel);2;;23166;79160;kt21+duo19
k;91652;Medewerker versdetailhandel (Verkoopmedewerker versspeciaalzaak);2;;23166;79160;kt21+duo19
k;91653;Medewerker versdetailhandel (Verkoopmedewerker vers supermarkt);2;;23166;79160;kt21+duo19
k;91670;Operationele techniek (Operationeel technicus);3;;23132;79020;kt21+duo19
k;91680;Operationele techniek (Allround operationeel technicus);4;;23132;79020;kt21+duo19
k;91690;Medewerker operationele techniek (Medewerker Operationele Techniek);2;;23128;79020;kt21+duo19
k;91720;Laboratoriummedewerker (Laborant);2;;23030;79030;kt21
k;91730;Laboratoriummedewerker (Allround laborant);3;;23030;79030;kt21+duo19
k;91770;Autospuiter (Autospuiter niveau 2);2;;23104;79060;kt21+duo19
k;91780;Autospuiter (autospuiter niveau 3);3;;23104;79060;kt21+duo19
k;91790;Carrosseriebouwer (Carrosseriebouwer niveau 2);2;;23238;79060;kt21+duo19
k;91800;Carrosseriebouwer (Carrosseriebouwer niveau 3);3;;23238;79060;kt21+duo19
k;91830;Chauffeur goederenvervoer;2;;23218;79070;kt21+duo19
k;91841;Chauffeur personenvervoer (Chauffeur openbaar vervoer);2;;23219;79070;kt21+duo19
k;91842;Chauffeur personenvervoer (Taxichauffeur);2;;23219;79070;kt21
k;91850;Luchtvaartdienstverlener;4;;23260;79070;kt21+duo19
k;91860;Luchtvaartlogisticus;4;;23146;79070;kt21+duo19
k;91870;Manager transport en logistiek (manager transport en logistiek);4;;23146;79070;kt21+duo19
k;91890;Planner wegtransport;3;;23153;79070;kt21+duo19
k;91950;Medewerker interieurtextiel (Basismedewerker interieurtextiel);2;;23077;79080;kt21
k;91960;Medewerker interieurtextiel (Allround medewerker interieurtextiel);3;;23077;79080;kt21
k;91970;Medewerker interieurtextiel (Specialist interieurtextiel);4;;23077;79080;kt21
k;92041;Natuursteenbewerker (Natuursteenbewerker stellen);2;;23054;79000;kt21
k;92042;Natuursteenbewerker (Natuursteenbewerker grafwerk);2;;23054;79000;kt21+duo19
k;92043;Natuursteenbewerker (Natuursteenbewerker machinaal);2;;23054;79000;kt21+duo19
k;92044;Natuursteenbewerker (Natuursteenbewerker restauratie);2;;23054;79000;kt21+duo19
k;92111;Infratechniek (Monteur data/elektra);2;;23253;79020;kt21+duo19
k;92112;Infratechniek (Monteur data/elektra);2;;23253;79020;kt21+duo19
k;92113;Infratechniek (Monteur gas/water/warmte);2;;23253;79020;kt21+duo19
k;92114;Infratechniek (Monteur gas/water/warmte);2;;23253;79020;kt21+duo19
k;92121;Infratechniek (Eerste monteur data/elektra);3;;23253;79020;kt21+duo19
k;92122;Infratechniek (Eerste monteur gas/water/warmte);3;;23253;79020;kt21+duo19
k;92123;Infratechniek (Eerste monteur gas/water/warmte);3;;23253;79020;kt21+duo19
k;92124;Infratechniek (Servicemonteur verbruikersaansluitingen);3;;23253;79020;kt21
k;92125;Infratechniek (Eerste monteur data elektra);3;;23253;79020;kt21
k;92126;Infratechniek (Servicemonteur verbruiksaansluitingen);3;;23253;79020;kt21
k;92131;Infratechniek (Technicus data/elektra);4;;23115;79020;kt21+duo19
k;92132;Infratechniek (Technicus gas/warmte);4;;23115;79020;kt21+duo19
k;92133;Infratechniek (Technicus data/elektra);4;;23115;79020;kt21
k;92134;Infratechniek (Technicus gas/warmte);4;;23115;79020;kt21
k;92141;Mobiele werktuigen (Monteur mobiele werktuigen);2;;23109;79060;kt21+duo19
k;92142;Mobiele werktuigen (Monteur mobiele werktuigen);2;;23109;79060;kt21+duo19
k;92151;Mobiele werktuigen (Allround monteur mobiele werktuigen);3;;23109;79060;kt21+duo19
k;92152;Mobiele werktuigen (Allround monteur mobiele werktuigen);3;;23109;79060;kt21+duo19
k;92180;Onderhoud- en verbouwbedrijf (Servicemedewerker gebouwen);2;;23010;79010;kt21+duo19
k;92200;Particulier digitaal onderzoeker;4;;23243;79050;kt21+duo19
k;92230;Assemblagetechnicus Mobiliteitsbranche (Assemblagetechnicus Mobiliteitsbranche);2;;23238;79060;kt21+duo19
k;92280;Gasturbines (Monteur);2;;23122;79020;kt21
k;92290;Gasturbines (Eerste monteur);3;;23122;79020;kt21
k;92390;Elektrotechnische industriële producten en systemen (Monteur);2;;23130;79020;kt21+duo19
k;92400;Elektrotechnische industriële producten en systemen (Eerste monteur);3;;23130;79020;kt21+duo19
k;92410;Elektrotechnische industriële producten en systemen (Technicus);4;;23131;79020;kt21+duo19
k;92500;Werkvoorbereiden (Technisch Tekenaar);3;;23123;79020;kt21+duo19
k;92511;Werkvoorbereiden (Tekenaar constructeur);4;;23123;79020;kt21+duo19
k;92512;Werkvoorbereiden (Werkvoorbereider fabricage);4;;23058;79020;kt21+duo19
k;92513;Werkvoorbereiden (Werkvoorbereider installatie);4;;23058;79020;kt21+duo19
k;92514;Werkvoorbereiden (Tekenaar werkvoorbereider);4;;23123;79020;kt21+duo19
k;92540;Kwaliteitscontroleur textiel;4;;23077;79080;kt21
k;92620;Pedagogisch Werk (Pedagogisch medewerker 3 kinderopvang);3;;23241;79140;kt21+duo19
k;92631;Pedagogisch Werk (Pedagogisch medewerker 4 jeugdzorg);4;;23241;79140;kt21+duo19
k;92632;Gespecialiseerd Pedagogisch medewerker 4 kinderopvang;4;;23241;79140;kt21+duo19
k;92640;Helpende Zorg & Welzijn;2;;23189;79140;kt21+duo19
k;92650;Maatschappelijke Zorg (Medewerker maatschappelijke zorg);3;;23181;79140;kt21+duo19
k;92661;Maatschappelijke Zorg (Persoonlijk begeleider gehandicaptenzorg);4;;23181;79140;kt21+duo19
k;92662;Maatschappelijke Zorg (Persoonlijk begeleider specifieke doelgroepen);4;;23181;79140;kt21+duo19
k;92670;Sociaal-maatschappelijk dienstverlener (Sociaal-maatschappelijk dienstverlener);4;;23251;79140;kt21+duo19
k;92711;Medewerker industriële lakverwerking (Jachtschilder);2;;23005;79010;kt21+duo19
k;92713;Medewerker industriële lakverwerking (Metaalconserveerder);2;;23005;79010;kt21+duo19
k;92715;Medewerker industriële lakverwerking (Lakspuiter);2;;23005;79010;kt21+duo19
k;92721;Medewerker industriële lakverwerking (Vakkracht jachtschilder);3;;23005;79010;kt21+duo19
k;92724;Medewerker industriële lakverwerking (Vakkracht lakspuiter);3;;23005;79010;kt21+duo19
k;92741;Specialist schilderen (Specialist decoratie en restauratie);4;;23026;79010;kt21+duo19
k;92742;Specialist schilderen (Specialist interieur en decoratie);4;;23026;79010;kt21+duo19
k;92790;Goud- en zilversmeden (Basisgoudsmid);3;;23041;79030;kt21+duo19
k;92803;Goud- en Zilversmeden (Goudsmid);4;;23041;79030;kt21+duo19
k;92804;Goud- en Zilversmeden (Zilversmid);4;;23041;79030;kt21+duo19
k;92810;Juweliersbedrijf (Medewerker Juwelier);3;;23042;79030;kt21+duo19
k;92820;Juweliersbedrijf (Juwelier);4;;23042;79030;kt21+duo19
k;92840;Onderwerkmaker;2;;23036;79030;kt21
k;92871;Pianotechniek (Pianotechnicus);3;;23037;79030;kt21+duo19
k;92872;Pianotechniek (Pianotechnicus/Ondernemer);3;;23037;79030;kt21+duo19
k;92880;Schachtenmaker;2;;23036;79030;kt21
k;92970;Officieel assistent PM keuring;3;;23234;79160;kt21
k;92980;Caravantechnicus (Caravantechnicus niveau 2);2;;23238;79060;kt21
k;92990;Caravantechnicus (Caravantechnicus niveau 3);3;;23238;79060;kt21
k;93010;Aviation operations officer (Aviation operations officer);4;;23146;79070;kt21+duo19
k;93020;Baggermeester;4;;23230;79070;kt21+duo19
k;93030;Bootman;3;;23259;79070;kt21+duo19
k;93080;Scheeps- en jachtbouwkundige;4;;23239;79070;kt21+duo19
k;93130;Stuurman werktuigkundige zeevisvaart sw6;2;;23262;79070;kt21+duo19
k;93141;Verbrandingsmotortechniek (Revisietechnicus verbrandingsmotoren);2;;23107;79060;kt21
k;93142;Verbrandingsmotortechniek (Verbrandingsmotortechnicus);2;;23107;79060;kt21+duo19
k;93181;Machinist (Machinist freeswerk);3;;23051;79000;kt21
k;93182;Machinist (Machinist funderingswerk);3;;23051;79000;kt21
k;93183;Machinist (Machinist grondverzet);3;;23051;79000;kt21+duo19
k;93184;Machinist (Machinist hijswerk);3;;23051;79000;kt21+duo19
k;93185;Machinist (Machinist sloopwerk);3;;23051;79000;kt21
k;93186;Machinist (Machinist wegenbouw);3;;23051;79000;kt21+duo19
k;93187;Machinist (Machinist hijswerk);3;;23051;79000;kt21
k;93200;Financiële beroepen (Financieel administratief medewerker);3;;23065;79090;kt21+duo19
k;93211;Financiële beroepen (Assistent-accountant);4;;23065;79090;kt21+duo19
k;93212;Financiële beroepen (Bedrijfsadministrateur);4;;23065;79090;kt21+duo19
k;93213;Financiële beroepen (Salarisadministrateur);4;;23065;79090;kt21+duo19
k;93220;Game artist;4;;23257;79040;kt21+duo19
k;93280;Toezicht en veiligheid (Medewerker toezicht en veiligheid);2;;23162;79100;kt21+duo19
k;93310;Betontimmerman (Betontimmerman primair);2;;23048;79000;kt21+duo19
k;93320;Betontimmerman (Betontimmerman voortgezet);3;;23048;79000;kt21+duo19
k;93370;Watersportindustrie (Allround medewerker watersportindustrie);3;;23239;79130;kt21+duo19
k;93384;Werkplaatsmanagement Mobiliteitsbranche (Werkplaatsmanager Motorvoertuigentechniek);4;;23075;79060;kt21+duo19
k;93385;Werkplaatsmanagement Mobiliteitsbranche (Werkplaatsmanager Carosseriebouw);4;;23075;79080;kt21
k;93386;Werkplaatsmanagement Mobiliteitsbranche (Werkplaatsmanager Schadeherstel);4;;23075;79060;kt21+duo19
k;93390;Serviceadviseur Mobiliteitsbranche;3;;23101;79060;kt21+duo19
k;93410;Autotechniek (Autotechnicus);2;;23109;79060;kt21+duo19
k;93420;Autotechniek (Eerste autotechnicus);3;;23109;79060;kt21+duo19
k;93430;Autotechniek (Technisch specialist personenauto's);4;;23109;79060;kt21+duo19
k;93440;Bedrijfsautotechniek (Bedrijfsautotechnicus);2;;23109;79060;kt21+duo19
k;93450;Bedrijfsautotechniek (Eerste bedrijfsautotechnicus);3;;23109;79060;kt21+duo19
k;93460;Bedrijfsautotechniek (Technisch specialist bedrijfsauto's);4;;23109;79060;kt21+duo19
k;93470;Motorfietstechniek (Motorfietstechnicus);2;;23106;79060;kt21+duo19
k;93480;Motorfietstechniek (Eerste motorfietstechnicus);3;;23106;79060;kt21+duo19
k;93491;Manager handel (Afdelingsmanager);4;;23076;79080;kt21+duo19
k;93492;Manager handel (Filiaalmanager);4;;23076;79080;kt21+duo19
k;93493;Manager handel (Manager wonen);4;;23076;79080;kt21+duo19
k;93494;Manager handel (Vestigingsmanager groothandel);4;;23064;79080;kt21+duo19
k;93500;Onderwijsassistent;4;;23241;79140;kt21+duo19
k;93540;Parketteur;2;;23011;79010;kt21+duo19
k;93550;Parketteur (Allround parketteur);3;;23011;79010;kt21+duo19
k;93560;Meubelstoffeerder;2;;23009;79010;kt21+duo19
k;93570;Meubelstoffeerder (Allround meubelstoffeerder);3;;23009;79010;kt21+duo19
k;93600;Medewerker stukadoren (Stukadoor);2;;23027;79010;kt21+duo19
k;93610;Schoenhersteller;2;;23038;79030;kt21+duo19
k;93631;Optiek (Verkoopmedewerker Optiek);2;;23256;79030;kt21+duo19
k;93632;Optiek (Werkplaatsmedewerker Optiek);2;;23256;79030;kt21+duo19
k;93640;Optiek (Allround medewerker Optiek);3;;23256;79030;kt21+duo19
k;93651;Optiek (Opticien);4;;23256;79030;kt21+duo19
k;93652;Optiek (Opticien/manager);4;;23256;79030;kt21+duo19
k;93660;Adaptatietechniek (Medewerker Adaptatietechniek);2;;23038;79030;kt21
k;93670;Adaptatietechniek (Adaptatietechnicus);3;;23038;79030;kt21
k;93681;Creatief vakman (Glazenier);4;;23217;79030;kt21+duo19
k;93682;Creatief vakman (Keramist);4;;23217;79030;kt21+duo19
k;93683;Creatief vakman (Ambachtelijk schoenmaker);4;;23038;79030;kt21+duo19
k;93684;Creatief vakman (Hoedenmaker);4;;23217;79030;kt21+duo19
k;93685;Creatief vakman (Lederwarenmaker);4;;23217;79030;kt21+duo19
k;93686;Creatief vakman (Ontwerpend Meubelmaker);4;;23217;79030;kt21+duo19
k;93687;Creatief Vakmanschap (Glasblazer);4;;23217;79030;kt21
k;93700;Productiemedewerker versindustrie;2;;23227;79160;kt21+duo19
k;93711;Analist (Analist klinische chemie);4;;23030;79030;kt21+duo19
k;93712;Analist (Analist pathologie);4;;23030;79030;kt21+duo19
k;93713;Analist (Biotechnologisch analist);4;;23030;79030;kt21+duo19
k;93714;Analist (Chemisch-fysisch analist);4;;23030;79030;kt21+duo19
k;93715;Analist (Microbiologisch analist);4;;23030;79030;kt21+duo19
k;93716;Analist (Technisch onderwijsassistent (TOA));4;;23030;79030;kt21+duo19
k;93751;Verkoper (Verkoper detailhandel);2;;23080;79080;kt21+duo19
k;93752;Verkoper (Verkoper fiets/bromfiets);2;;23080;79080;kt21
k;93753;Verkoper (Verkoopmedewerker tankstation);2;;23080;79080;kt21
k;93770;Ploegleider textiel;4;;23207;79080;kt21
k;93781;Productiecoördinator (Commercieel medewerker fashion);4;;23207;79080;kt21+duo19
k;93782;Productiecoördinator (Productiebegeleider fashion);4;;23207;79080;kt21
k;93801;Commercieel medewerker ((Junior) Accountmanager);4;;23064;79090;kt21+duo19
k;93802;Commercieel medewerker ((Junior) Accountmanager);4;;23064;79090;kt21+duo19
k;93810;Mobiele werktuigen (Technicus landbouwmechanisatie);4;;23109;79060;kt21+duo19
k;93820;Steigerbouwer;2;;23060;79000;kt21+duo19
k;93830;Steigerbouwer (Allround steigerbouwer);3;;23060;79000;kt21+duo19
k;93841;Dakdekker (Dakdekker bitumen en kunststof);2;;23215;79000;kt21+duo19
k;93843;Dakdekker (Dakdekker metaal);2;;23215;79000;kt21+duo19
k;93845;Dakdekker (Dakdekker riet);2;;23215;79000;kt21+duo19
k;93846;Dakdekker (Dakdekker pannen/leien);2;;23215;79000;kt21+duo19
k;93853;Dakdekker (Allround dakdekker bitumen en kunststof);3;;23215;79000;kt21+duo19
k;93854;Dakdekker (Allround dakdekker metaal);3;;23215;79000;kt21+duo19
k;93855;Dakdekker (Allround dakdekker pannen/leien);3;;23215;79000;kt21+duo19
k;93860;Contactcenter teamleider;4;;23075;79090;kt21+duo19
k;93871;Kaderfunctionaris bouw, infra en gespecialiseerde aannemerij (Kaderfunctionaris werkvoorbereiding en calculatie);4;;23058;79000;kt21+duo19
k;93872;kaderfunctionaris bouw, infra en gespecialiseerde aannemerij (Kaderfunctionaris uitvoering);4;;23058;79000;kt21+duo19
k;93873;Kaderfunctionaris bouw, infra en gespecialiseerde aannemerij (Kaderfunctionaris uitvoering bouw en infra);4;;23058;79000;kt21+duo19
k;93881;Betonstaalverwerker (Betonstaalknipper/buiger/machineoperator);2;;23047;79000;kt21
k;93882;Betonstaalverwerker (Betonstaalvlechter);2;;23047;79000;kt21+duo19
k;93883;Betonstaalverwerker (Betonstaallasser);2;;23047;79000;kt21+duo19
k;93891;Betonstaalverwerker (Allround betonstaalverwerker buigcentrale);3;;23047;79000;kt21
k;93892;Betonstaalverwerker (Allround betonstaalverwerker bouwplaats);3;;23047;79000;kt21+duo19
k;93893;Betonstaalverwerker (Allround betonstaalverwerker prefabricage);3;;23047;79000;kt21
k;93901;Metselaar (Metselaar inclusief casco lijmwerk);2;;23052;79000;kt21+duo19
k;93902;Metselaar (Metselaar inclusief lichte scheidingswanden);2;;23052;79000;kt21+duo19
k;93910;Tegelzetter;2;;23056;79000;kt21+duo19
k;93920;Tegelzetter (Allround tegelzetter);3;;23056;79000;kt21+duo19
k;93931;Betonreparateur (Fundeon);2;;23046;79010;kt21+duo19
k;93932;Betonreparateur (Savantis);2;;23046;79000;kt21
k;93941;Betonreparateur (Allround betonreparateur Fundeon);3;;23046;79010;kt21+duo19
k;93942;Betonreparateur (Allround betonreparateur Savantis);3;;23046;79000;kt21
k;93951;Voeger / gevelbehandelaar (Voeger);2;;23196;79000;kt21+duo19
k;93952;Voeger / gevelbehandelaar (Gevelbehandelaar voegbedrijf);2;;23196;79000;kt21
k;93960;Vakman asfalt (Asfaltafwerker);2;;23050;79000;kt21+duo19
k;93970;Vakman asfalt (Balkman);3;;23050;79000;kt21+duo19
k;93980;Vakman gww;2;;23050;79000;kt21+duo19
k;93990;Vakman gww (Allround vakman gww);3;;23050;79000;kt21+duo19
k;94000;Straatmaker (Opperman bestratingen);2;;23050;79000;kt21+duo19
k;94010;Straatmaker;3;;23050;79000;kt21+duo19
k;94020;Waterbouwer;2;;23050;79000;kt21+duo19
k;94031;Waterbouwer (Allround waterbouwer);3;;23050;79000;kt21+duo19
k;94032;Waterbouwer (Steenzetter/rijswerker);3;;23050;79000;kt21
k;94040;Betonboorder;3;;23045;79000;kt21
k;94051;Middenkaderfunctionaris bouw en infra (Middenkaderfunctionaris bouw);4;;23053;79000;kt21+duo19
k;94052;Middenkaderfunctionaris bouw en infra (Middenkaderfunctionaris infra);4;;23053;79000;kt21+duo19
k;94053;Middenkaderfunctionaris bouw en infra (Middenkaderfunctionaris landmeetkunde);4;;23053;79000;kt21+duo19
k;94054;Middenkaderfunctionaris bouw en infra (Middenkaderfunctionaris verkeer en stedenbouw);4;;23053;79000;kt21+duo19
k;94055;Middenkaderfunctionaris bouw en infra (Middenkaderfunctionaris restauratie);4;;23053;79000;kt21+duo19
k;94071;Frontofficemedewerker (Hoofd informatie);4;;23264;79130;kt21+duo19
k;94072;Frontofficemedewerker (Frontofficemanager);4;;23264;79130;kt21+duo19
k;94090;Reizen (Verkoper reizen);3;;23264;79130;kt21+duo19
k;94100;Reizen (Manager verkoop reizen);4;;23264;79130;kt21+duo19
k;94110;Leisure & hospitality (Leisure & hospitality assistant);2;;23189;79130;kt21+duo19
k;94120;Leisure & hospitality (Leisure & hospitality host);3;;23264;79130;kt21+duo19
k;94130;Leisure & hospitality (Leisure & hospitality executive);4;;23264;79130;kt21+duo19
k;94140;Medewerker bediening/café-bar (Gastheer/-vrouw);2;;23081;79120;kt21+duo19
k;94151;Medewerker bediening/café-bar (Bartender);3;;23081;79120;kt21
k;94153;Medewerker bediening/café-bar (Zelfstandig werkend gastheer/-vrouw);3;;23081;79120;kt21+duo19
k;94161;Medewerker bediening/café-bar (Leidinggevende bediening);4;;23081;79120;kt21+duo19
k;94163;Medewerker bediening/café-bar (Gastronoom/sommelier);4;;23081;79120;kt21+duo19
k;94190;Fastservice (Medewerker fastservice);2;;23084;79120;kt21+duo19
k;94200;Fastservice (1e Medewerker fastservice);3;;23084;79120;kt21+duo19
k;94241;Brood en banket (Patissier);4;;23086;79120;kt21+duo19
k;94242;Brood en banket (Leidinggevende ambachtelijke bakkerij);4;;23082;79120;kt21+duo19
k;94251;Bedrijfsmanagement Mobiliteitsbranche (Bedrijfsmanager Mobiliteitsbranche Innovam);4;;23101;79060;kt21+duo19
k;94252;Bedrijfsmanagement Mobiliteitsbranche (Bedrijfsmanager Mobiliteitsbranche VOC);4;;23101;79060;kt21
k;94261;Machinebouw Mechatronica (Allround machinebouwer);4;;23131;79020;kt21+duo19
k;94262;Machinebouw Mechatronica (Mechatronicus);4;;23131;79020;kt21+duo19
k;94271;Installeren (Monteur elektrotechnische installaties);2;;23127;79020;kt21+duo19
k;94272;Installeren (Monteur werktuigkundige installaties);2;;23133;79020;kt21+duo19
k;94273;Installeren (Aircomonteur);2;;23223;79020;kt21+duo19
k;94274;Installeren (Monteur koudetechniek);2;;23223;79020;kt21+duo19
k;94281;Installeren (Eerste monteur elektrotechnische installaties);3;;23127;79020;kt21+duo19
k;94282;Installeren (Eerste monteur werktuigkundige installaties);3;;23133;79020;kt21+duo19
k;94283;Installeren (Eerste monteur dak);3;;23133;79020;kt21+duo19
k;94284;Installeren (Eerste monteur koudetechniek);3;;23223;79020;kt21+duo19
k;94291;Installeren (Leidinggevend monteur elektrotechnische installaties);4;;23075;79020;kt21+duo19
k;94292;Installeren (Leidinggevend monteur werktuigkundige installaties);4;;23075;79020;kt21+duo19
k;94302;Metaalbewerken (Basislasser);2;;23118;79020;kt21+duo19
k;94311;Metaalbewerken (Allround lasser);3;;23118;79020;kt21+duo19
k;94312;Metaalbewerken (Constructiewerker);3;;23118;79020;kt21+duo19
k;94314;Metaalbewerken (Allround plaatwerker);3;;23118;79020;kt21+duo19
k;94321;Service apparatuur en installaties (Servicemonteur elektrotechniek);3;;23122;79020;kt21+duo19
k;94322;Service apparatuur en installaties 3 (Inspectiemonteur koudetechniek);3;;23223;79020;kt21+duo19
k;94323;Service apparatuur en installaties (Servicemonteur installatietechniek);3;;23122;79020;kt21+duo19
k;94324;Service apparatuur en installaties (Servicemonteur werktuigbouw);3;;23122;79020;kt21+duo19
k;94331;Service apparatuur en installaties (Servicetechnicus elektrotechniek);4;;23122;79020;kt21+duo19
k;94332;Service apparatuur en installaties (Servicetechnicus koudetechniek);4;;23223;79020;kt21+duo19
k;94333;Service apparatuur en installaties (Servicetechnicus installatietechniek);4;;23122;79020;kt21+duo19
k;94334;Service apparatuur en installaties (Servicetechnicus werktuigbouw);4;;23122;79020;kt21+duo19
k;94340;Fijnmechanische Techniek (Verspaner);2;;23254;79020;kt21+duo19
k;94351;Fijnmechanische Techniek (Allround verspaner);3;;23254;79020;kt21+duo19
k;94352;Fijnmechanische Techniek (Fijnmechanisch verspaner);3;;23254;79020;kt21+duo19
k;94360;Fijnmechanische Techniek (Researchinstrumentenmaker);4;;23254;79020;kt21+duo19
k;94371;Vliegtuigbouw (Kunststofbewerker);2;;23125;79020;kt21
k;94372;Vliegtuigbouw (Metaallijmer);2;;23124;79020;kt21
k;94373;Vliegtuigbouw (Plaatwerker);2;;23124;79020;kt21
k;94374;Vliegtuigbouw (Samenbouwer);2;;23124;79020;kt21+duo19
k;94421;Middenkader engineering (Technicus);4;;23119;79020;kt21+duo19
k;94422;Middenkader engineering (Commercieel technicus);4;;23119;79020;kt21+duo19
k;94460;Commercieel medewerker buitendienst textiel;4;;23207;79080;kt21
k;94471;Medewerker design (Medewerker styling);4;;23207;79080;kt21+duo19
k;94472;Medewerker design (CAD-stylist);4;;23207;79080;kt21
k;94480;Medewerker glaszetten (Glaszetter);2;;23003;79010;kt21+duo19
k;94490;Medewerker glaszetten (Gezel glaszetter);3;;23003;79010;kt21+duo19
k;94500;Signmaker (Medewerker sign);2;;23258;79040;kt21+duo19
k;94510;Signmaker (Allround signmaker);3;;23258;79040;kt21+duo19
k;94521;Middenkaderfunctionaris afbouw en onderhoud (Calculator/onderhoudsspecialist);4;;23006;79010;kt21+duo19
k;94522;Middenkaderfunctionaris afbouw en onderhoud (Uitvoerder);4;;23006;79010;kt21+duo19
k;94523;Middenkaderfunctionaris afbouw en onderhoud (Ondernemer);4;;23006;79010;kt21+duo19
k;94524;Middenkaderfunctionaris afbouw en onderhoud (Kleur- en interieuradvies);4;;23006;79010;kt21+duo19
k;94525;Middenkaderfunctionaris afbouw en onderhoud (Projectleider);4;;23006;79010;kt21+duo19
k;94531;Schoonmaak en glazenwassen (Schoonmaker/medewerker vloeronderhoud);2;;23025;79010;kt21+duo19
k;94532;Schoonmaak en glazenwassen (Glazenwasser/gevelreiniger);2;;23025;79010;kt21
k;94533;Schoonmaak en glazenwassen (Reiniger na calamiteiten);2;;23025;79010;kt21
k;94534;Schoonmaak en glazenwassen (Reiniger in de voedselverwerkende industrie);2;;23025;79010;kt21
k;94541;Schoonmaak en glazenwassen (Allround schoonmaker/medewerker vloeronderhoud);3;;23025;79010;kt21
k;94542;Schoonmaak en glazenwassen (Allround glazenwasser/gevelreiniger);3;;23025;79010;kt21
k;94543;Schoonmaak en glazenwassen (Allround reiniger na calamiteiten);3;;23025;79010;kt21
k;94544;Schoonmaak en glazenwassen (Allround reiniger in de voedselverwerkende industrie);3;;23025;79010;kt21
k;94550;Machinaal houtbewerker (Meewerkend leidinggevende machinaal houtbewerken);4;;23075;79010;kt21+duo19
k;94570;Meubelmaker/(scheeps)interieurbouwer;2;;23008;79010;kt21+duo19
k;94591;Meubelmaker/(scheeps)interieurbouwer (Meewerkend leidinggevende meubelindustrie/(scheeps)interieurbouw);4;;23008;79010;kt21+duo19
k;94592;Meubelmaker/(scheeps)interieurbouwer (Ondernemer meubelindustrie/(scheeps)interieurbouw);4;;23008;79010;kt21+duo19
k;94601;Meubelstoffeerder (Meewerkend leidinggevende meubelstoffeerbedrijf);4;;23075;79080;kt21
k;94602;Meubelstoffeerder (Ondernemer meubelstoffeerbedrijf);4;;23075;79010;kt21+duo19
k;94610;Montagemedewerker timmerindustrie;2;;23235;79010;kt21+duo19
k;94621;Montagemedewerker timmerindustrie (Allround montagemedewerker gevelelementen);3;;23235;79010;kt21+duo19
k;94622;Montagemedewerker timmerindustrie (Allround houtskeletbouwer);3;;23235;79010;kt21+duo19
k;94630;Montagemedewerker timmerindustrie (Meewerkend leidinggevende montage timmerindustrie);4;;23075;79010;kt21+duo19
k;94651;Werkvoorbereider houtbranche (Werkvoorbereider meubelindustrie/(scheeps)interieurbouw);4;;23008;79010;kt21+duo19
k;94652;Werkvoorbereider houtbranche (Werkvoorbereider timmerindustrie);4;;23235;79010;kt21+duo19
k;94654;Werkvoorbereider houtbranche (Commercieel technisch medewerker houthandel);4;;23064;79090;kt21
k;94660;Onderwerkmaker (Onderwerkmaker/Ondernemer);3;;23036;79030;kt21
k;94670;Schachtenmaker (Schachtenmaker/Ondernemer);3;;23038;79030;kt21
k;94681;Schoenconsulent;4;;23078;79080;kt21
k;94682;Schoenconsulent (Schoenconsulent/Ondernemer);4;;23078;79080;kt21
k;94730;Productievakkracht versindustrie;3;;23227;79160;kt21+duo19
k;94760;Leidinggevende versindustrie (Meewerkend voorman versindustrie);3;;23227;79160;kt21+duo19
k;94770;Leidinggevende versindustrie (Productieleider versindustrie);4;;23226;79160;kt21+duo19
k;94790;Human technology;4;;23113;79020;kt21+duo19
k;94810;Toezicht en veiligheid (Handhaver toezicht en veiligheid);3;;23162;79100;kt21+duo19
k;94821;Metselaar (Allround Metselaar inclusief nieuwe metseltechnieken);3;;23052;79000;kt21+duo19
k;94822;Metselaar (Allround Metselaar herstel en restauratie);3;;23052;79000;kt21+duo19
k;94823;Metselaar (Allround Metselaar aan - en verbouw);3;;23052;79000;kt21+duo19
k;94850;Particuliere beveiliging (Beveiliger);2;;23161;79100;kt21+duo19
k;94891;Juridisch medewerker zakelijke dienstverlening;4;;23066;79090;kt21+duo19
k;94892;Juridisch medewerker openbaar bestuur;4;;23066;79090;kt21+duo19
k;94900;Medewerker personeel en arbeid;4;;23066;79090;kt21+duo19
k;94910;Medewerker sociale zekerheid;4;;23066;79090;kt21+duo19
k;94920;Timmerman;2;;23057;79000;kt21+duo19
k;94931;Timmerman (Allround timmerman bouw- en werkplaats);3;;23057;79000;kt21+duo19
k;94932;Timmerman (Allround timmerman nieuwbouw);3;;23057;79000;kt21+duo19
k;94933;Timmerman (Allround timmerman restauratie);3;;23057;79000;kt21+duo19
k;94960;Watersportindustrie (Medewerker watersportindustrie);2;;23239;79130;kt21+duo19
k;94970;Watersportindustrie (Allround medewerker watersportindustrie);3;;23239;79070;kt21
k;94980;Watersportindustrie (Werkend voorman watersportindustire);4;;23239;79130;kt21+duo19
k;94990;Signmaker (Signspecialist);4;;23258;79040;kt21+duo19
k;95000;Machinaal houtbewerker;2;;23007;79010;kt21+duo19
k;95010;Medewerker Steriele Medische Hulpmiddelen;3;;23255;79030;kt21+duo19
k;95030;Autoschadehersteltechniek (Autoschadehersteller niveau 2);2;;23103;79060;kt21+duo19
k;95041;Autoschadehersteltechniek (Autoschadehersteller niveau 3);3;;23103;79060;kt21+duo19
k;95042;Autoschadehersteltechniek (Autoschadetechnicus niveau 3);3;;23103;79060;kt21+duo19
k;95050;Schipper rondvaartboot beperkt vaargebied;2;;23149;79070;kt21
k;95060;ICT-medewerker (Medewerker ICT);2;;23246;79050;kt21+duo19
k;95070;ICT-medewerker (Medewerker beheer ICT);3;;23244;79050;kt21+duo19
k;95081;Veiligheid en vakmanschap (Aankomend medewerker grondoptreden);2;;23240;79100;kt21+duo19
k;95082;Veiligheid en vakmanschap (Aankomend medewerker maritiem);2;;23240;79100;kt21+duo19
k;95091;Veiligheid en vakmanschap (Aankomend onderofficier grondoptreden);3;;23240;79100;kt21+duo19
k;95092;Veiligheid en vakmanschap (Aankomend onderofficier maritiem);3;;23240;79100;kt21+duo19
k;95101;Kok (Gespecialiseerd kok);4;;23085;79120;kt21+duo19
k;95102;Kok (Leidinggevende keuken);4;;23085;79120;kt21+duo19
k;95120;Kapper (Junior Kapper);2;;23263;79110;kt21+duo19
k;95150;Medewerker dekvloeren (Dekvloerenlegger);2;;23002;79010;kt21+duo19
k;95160;Medewerker dekvloeren (Gezel dekvloerenlegger);3;;23002;79010;kt21
k;95170;Plafond-/wandmonteur;2;;23022;79010;kt21+duo19
k;95181;Audicien;4;;23031;79030;kt21+duo19
k;95182;Audicien (Audicien/manager);4;;23031;79030;kt21+duo19
k;95200;Uurwerktechniek (Medewerker Uurwerktechniek);3;;23044;79030;kt21+duo19
k;95210;Uurwerktechniek (Uurwerktechnicus);4;;23044;79030;kt21+duo19
k;95221;Tandtechniek (Tandtechnisch Medewerker Basistechnieken);2;;23039;79030;kt21+duo19
k;95222;Tandtechniek (Tandtechnisch Medewerker Orthodontie);2;;23039;79030;kt21
k;95231;Tandtechniek (Tandtechnicus Kroon- en Brugwerk);4;;23039;79030;kt21+duo19
k;95232;Tandtechniek (Tandtechnicus Prothese);4;;23039;79030;kt21+duo19
k;95233;Tandtechniek (Tandtechnicus/Manager Kroon- en Brugwerk);4;;23039;79030;kt21+duo19
k;95234;Tandtechniek (Tandtechnicus/Manager Prothese);4;;23039;79030;kt21+duo19
k;95240;Havenlogistiek (Medewerker havenlogistiek);2;;23155;79070;kt21+duo19
k;95250;Havenlogistiek (Coördinator havenlogistiek);3;;23155;79070;kt21+duo19
k;95260;Havenlogistiek (Manager havenlogistiek);4;;23155;79070;kt21+duo19
k;95271;Onderhoud- en verbouwbedrijf (Bouwkundig onderhoudsmedewerker);3;;23010;79010;kt21+duo19
k;95272;Onderhoud- en verbouwbedrijf (Allround ondernemer klussenbedrijf);3;;23010;79010;kt21+duo19
k;95280;Sport en bewegen (Sport- en bewegingsleider);3;;23163;79100;kt21+duo19
k;95291;Sport en bewegen (Sport- en bewegingscoördinator/Bewegingsagoog);4;;23163;79100;kt21+duo19
k;95292;Sport en bewegen (Sport- en bewegingscoördinator/BOS-medewerker);4;;23163;79100;kt21+duo19
k;95293;Sport en bewegen (Sport- en bewegingscoördinator/Operationeel sport- en bewegingsmanager);4;;23163;79100;kt21+duo19
k;95294;Sport en bewegen (Sport- en bewegingscoördinator/ Trainer/coach);4;;23163;79100;kt21+duo19
k;95300;Sport- en bewegingsbegeleider;2;;23189;79100;kt21+duo19
k;95311;Applicatie- en mediaontwikkeling (Applicatieontwikkelaar);4;;23243;79050;kt21+duo19
k;95312;Applicatie- en mediaontwikkeling (Gamedeveloper);4;;23243;79040;kt21+duo19
k;95313;Applicatie- en mediaontwikkeling (Mediadeveloper);4;;23243;79040;kt21+duo19
k;95321;ICT- en mediabeheer (ICT-beheerder);4;;23244;79050;kt21+duo19
k;95322;ICT- en mediabeheer (Mediaworkflowbeheerder);4;;23244;79040;kt21+duo19
k;95323;ICT- en mediabeheer (Netwerkbeheerder);4;;23244;79050;kt21+duo19
k;95331;Logistiek vakman (Logistiek medewerker houthandel);2;;23143;79070;kt21
k;95332;Logistiek vakman (Logistiek medewerker versindustrie);2;;23227;79160;kt21+duo19
k;95340;Logistiek vakman (Allround logistiek medewerker houthandel);3;;23143;79070;kt21
k;95350;Logistiek vakman (Meewerkend leidinggevende logistiek houthandel);4;;23152;79070;kt21
k;95360;Proefdieren (proefdierverzorger);3;;23233;79160;kt21
k;95370;Proefdieren (biotechnicus);4;;23175;79160;kt21
k;95380;Secretariele beroepen (Secretaresse);3;;23231;79090;kt21+duo19
k;95391;Secretariele beroepen (Directiesecretaresse/managementassistent);4;;23231;79090;kt21+duo19
k;95392;Secretariele beroepen (Juridisch secretaresse);4;;23231;79090;kt21+duo19
k;95393;Secretariele beroepen (Medisch secretaresse);4;;23231;79090;kt21+duo19
k;95400;Mediamanagement (Ordermanager creatieve industrie);4;;23093;79040;kt21+duo19
k;95420;Kok (Zelfstandig werkend kok);3;;23085;79120;kt21+duo19
k;95431;Fastservice (Cateringbeheerder/ -manager);4;;23084;79120;kt21
k;95432;Fastservice (Manager/ bedrijfsleider fastservice);4;;23084;79120;kt21+duo19
k;95441;Tweewielertechniek (Eerste Scootertechnicus);3;;23106;79060;kt21+duo19
k;95442;Tweewielertechniek (Eerste Fietstechnicus);3;;23105;79060;kt21+duo19
k;95450;Verkoopadviseur Mobiliteitsbranche;3;;23108;79060;kt21+duo19
k;95460;Balie-/shopmedewerker;2;;23143;79080;kt21+duo19
k;95471;Service apparatuur en installaties (Onderhoudsmonteur industrie);2;;23122;79020;kt21+duo19
k;95472;Service apparatuur en installaties (Onderhoudsmonteur installatietechniek);2;;23122;79020;kt21+duo19
k;95491;Vliegtuigtechniek (Eerste monteur);3;;23125;79020;kt21
k;95492;Vliegtuigtechniek (Plaat-/kunststofbewerker);3;;23125;79020;kt21+duo19
k;95520;Mbo-Verpleegkundige;4;;23267;79140;kt21+duo19
k;95530;Verzorgende-IG;3;;23268;79140;kt21+duo19
k;95540;Schoonmaak en Glazenwassen (Ambulant objectleider);4;;23025;79010;kt21
k;95570;Machinaal houtbewerker (Allround machinaal hout);3;;23007;79010;kt21+duo19
k;95580;Meubelmaker/(scheeps)interieurbouwer (Allround meubelmaker/(scheeps)interieurbouwer);3;;23008;79010;kt21+duo19
k;95590;Schoenhersteller (Schoenhersteller/Ondernemer);3;;23038;79030;kt21
k;95600;Leidinggevende vers (Chef vers);3;;23165;79160;kt21+duo19
k;95610;Leidinggevende vers (Ondernemer vers);4;;23165;79160;kt21+duo19
k;95620;Binnenvaart (Matroos binnenvaart);2;;23248;79070;kt21+duo19
k;95630;Binnenvaart (Schipper binnenvaart);3;;23248;79070;kt21+duo19
k;95640;Binnenvaart (Kapitein binnenvaart);4;;23248;79070;kt21+duo19
k;95650;Machinist Railvervoer (Machinist railvervoer);3;;23249;79070;kt21+duo19
k;95680;Allround natuursteenbewerker;3;;23054;79000;kt21+duo19
k;95681;Allround sloper;3;;23055;79000;kt21
k;95682;Sloper;2;;23055;79000;kt21+duo19
k;95683;Logistiek medewerker versindustrie;2;;23227;79160;kt21
k;95684;Gezel schilder;3;;23236;79010;kt21+duo19
k;95685;Restauratiestukadoor;4;;23229;79010;kt21
k;95686;Allround voedingsoperator;3;;23227;79160;kt21
k;95689;Isolatiemonteur;2;;23116;79020;kt21
k;95690;Plaatwerker;2;;23118;79020;kt21+duo19
k;95691;Voedingsoperator;2;;23227;79160;kt21
k;95692;Opmeter;3;;23116;79020;kt21
k;95693;Behoudsmedewerker;4;;23032;79030;kt21+duo19
k;95694;Leestenmaker;3;;23036;79030;kt21+duo19
k;95695;Orthopedisch Schoentechnicus;4;;23036;79030;kt21+duo19
k;95696;Orthopedisch Technicus;4;;23043;79030;kt21+duo19
k;95697;Orthopedisch Technisch Medewerker;3;;23043;79030;kt21+duo19
k;95698;Schoentechnisch Voorzieningenmaker;2;;23036;79030;kt21+duo19
k;95699;Applicatieontwikkelaar;4;;23243;79040;kt21+duo19
k;95700;Gamedeveloper;4;;23243;79050;kt21+duo19
k;95701;Mediadeveloper;4;;23243;79050;kt21+duo19
k;95702;AV-specialist;4;;23091;79040;kt21+duo19
k;95703;AV-specialist;4;;23091;79040;kt21+duo19
k;95704;AV-specialist;4;;23091;79040;kt21
k;95705;Allround DTP-er;3;;23237;79040;kt21+duo19
k;95706;Allround DTP-er;3;;23237;79040;kt21+duo19
k;95707;Medewerker DTP;2;;23237;79040;kt21+duo19
k;95708;Medewerker DTP;2;;23237;79040;kt21+duo19
k;95709;ICT-beheerder;4;;23244;79050;kt21
k;95710;Mediaworkflowbeheerder;4;;23244;79050;kt21
k;95711;Netwerkbeheerder;4;;23244;79050;kt21
k;95712;medewerker Podium- en evenemententechniek;2;;23096;79040;kt21+duo19
k;95713;Podium- en evenemententechnicus;3;;23096;79040;kt21+duo19
k;95714;Podium- en evenemententechnicus Geluid;4;;23096;79040;kt21+duo19
k;95715;Podium- en evenemententechnicus Licht;4;;23096;79040;kt21+duo19
k;95716;Podium- en evenemententechnicus Podium & Rigging;4;;23096;79040;kt21+duo19
k;95717;Basismedewerker printmedia;2;;23242;79040;kt21+duo19
k;95718;Digitaal Drukker;3;;23242;79040;kt21+duo19
k;95719;Drukker;3;;23242;79040;kt21+duo19
k;95720;Nabewerker;3;;23242;79040;kt21+duo19
k;95721;Printmediatechnoloog;4;;23242;79040;kt21+duo19
k;95722;Technisch Specialist Verbrandingsmotoren;4;;23107;79060;kt21+duo19
k;95723;Touringcarchauffeur;2;;23219;79070;kt21
k;95724;Touringcarchauffeur / reisleider;3;;23219;79070;kt21+duo19
k;95725;Coördinator Havenoperaties;3;;23156;79070;kt21+duo19
k;95726;Manager Havenoperaties;4;;23156;79070;kt21
k;95727;Medewerker Havenoperaties;2;;23156;79070;kt21+duo19
k;95728;Maritiem officier alle schepen;4;;23202;79070;kt21+duo19
k;95729;Scheepswerktuigkundige alle schepen;4;;23202;79070;kt21+duo19
k;95730;Stuurman alle schepen;4;;23202;79070;kt21+duo19
k;95731;Scheepswerktuigkundige kleine schepen;3;;23202;79070;kt21+duo19
k;95732;Stuurman kleine schepen;3;;23202;79070;kt21+duo19
k;95733;Stuurman-werktuigkundige kleine schepen;3;;23202;79070;kt21+duo19
k;95734;Scheepswerktuigkundige waterbouw;4;;23204;79070;kt21+duo19
k;95735;Stuurman waterbouw;4;;23204;79070;kt21+duo19
k;95736;Schipper-machinist beperkt werkgebied;2;;23203;79070;kt21+duo19
k;95737;Stuurman alle vissersschepen S4;4;;23261;79070;kt21+duo19
k;95738;Stuurman-scheepswerktuigkundige vissersschepen SW5;3;;23261;79070;kt21+duo19
k;95739;Werktuigkundige alle vissersschepen W4;4;;23261;79070;kt21
k;95740;Specialist mode/maatkleding;4;;23077;79080;kt21+duo19
k;95741;Afrokapper;3;;23263;79110;kt21
k;95742;Ondernemend kapper;4;;23263;79110;kt21+duo19
k;95743;Medisch Pedicure;4;;23160;79110;kt21+duo19
k;95744;Pedicure;3;;23160;79110;kt21+duo19
k;95745;Allround schoonheidsspecialist;4;;23159;79110;kt21+duo19
k;95746;Schoonheidsspecialist;3;;23159;79110;kt21+duo19
k;95747;Uitvoerend bakker;2;;23082;79120;kt21+duo19
k;95748;Zelfstandig werkend banketbakker;3;;23082;79120;kt21+duo19
k;95749;Zelfstandig werkend broodbakker;3;;23082;79120;kt21+duo19
k;95750;Facilitair leidinggevende;4;;23247;79120;kt21+duo19
k;95751;Facilitair medewerker;2;;23189;79120;kt21+duo19
k;95752;Allround operator productietechniek;3;;23129;79160;kt21+duo19
k;95753;Operator B;3;;23129;79020;kt21
k;95754;Specialist textiel;3;;23077;79080;kt21
k;95755;Allround logistiek medewerker houthandel;3;;23143;79070;kt21
k;95756;Logistiek medewerker houthandel;2;;23143;79070;kt21
k;95757;Meewerkend leidinggevende logistiek houthandel;4;;23152;79070;kt21
k;95758;Operator A;2;;23129;79020;kt21
k;95759;Operator productietechniek;2;;23129;79160;kt21+duo19
k;95760;Operator textiel;2;;23129;79020;kt21
k;95761;Constructiewerker;2;;23118;79020;kt21+duo19
k;95762;Eerste monteur;3;;23125;79020;kt21+duo19
k;95763;Technicus avionica;4;;23125;79020;kt21+duo19
k;95764;Technicus mechanica;4;;23125;79020;kt21+duo19
k;95765;Balie-/shopmedewerker;2;;23143;79070;kt21
k;95766;Monteur;2;;23125;79020;kt21
k;95767;Stuurman werktuigkundige zeevisvaart;2;;23262;79070;kt21+duo19
k;97090;Manager natuur en recreatie;4;;23252;79160;kt21+duo19
k;97120;Biologisch-dynamisch bedrijf (Medewerker biologisch-dynamisch bedrijf);2;;23221;79160;kt21+duo19
k;97130;Biologisch-dynamisch bedrijf (Vakbekwaam medewerker biologisch-dynamisch bedrijf);3;;23221;79160;kt21+duo19
k;97140;Groen, grond, infra (Medewerker gemechaniseerd loonbedrijf);2;;23221;79160;kt21+duo19
k;97150;Groen, grond, infra (Vakbekwaam medewerker gemechaniseerd loonbedrijf);3;;23221;79160;kt21+duo19
k;97220;Paardensport (Begeleider paardensport II);2;;23233;79160;kt21+duo19
k;97230;Paardensport (Instructeur paardensport III);3;;23233;79160;kt21+duo19
k;97241;Paardensport (Instructeur paardensport IV);4;;23177;79160;kt21+duo19
k;97242;Paardensport (Manager paardensportbedrijf);4;;23177;79160;kt21+duo19
k;97251;Vakbekwaam medewerker natuur en leefomgeving (Vakbekwaam medewerker bos en natuurbeheer);3;;23252;79160;kt21+duo19
k;97252;Natuur en groene ruimte 3 (Vakbekwaam medewerker groenvoorziening);3;;23252;79160;kt21+duo19
k;97253;Natuur en groene ruimte 3 (Vakbekwaam hovenier);3;;23252;79160;kt21+duo19
k;97254;Natuur en groene ruimte 3 (Vakbekwaam medewerker land, water en milieu);3;;23252;79160;kt21+duo19
k;97255;Natuur en groene ruimte 3 (Vakbekwaam medewerker recreatiebedrijf);3;;23252;79160;kt21+duo19
k;97330;Medewerker dierverzorging;2;;23233;79160;kt21+duo19
k;97340;Allround operator (Allround voedingsoperator);3;;23173;79160;kt21+duo19
k;97371;Milieu en ruimte (Toezichthouder milieu en ruimte);4;;23234;79160;kt21+duo19
k;97372;Milieu en ruimte (Milieufunctionaris);4;;23234;79160;kt21+duo19
k;97380;Operator (Voedingsoperator);2;;23173;79160;kt21+duo19
k;97420;Bloemendetailhandel (Medewerker bloembinden);2;;23169;79160;kt21+duo19
k;97430;Bloemendetailhandel (Vakbekwaam medewerker bloembinden);3;;23169;79160;kt21+duo19
k;97440;Bloemendetailhandel (Manager bloembinden);4;;23169;79160;kt21+duo19
k;97460;Trimmer;3;;23233;79160;kt21+duo19
k;97480;Natuur en vormgeving (Vakbekwaam medewerker natuur en vormgeving);3;;23169;79160;kt21+duo19
k;97490;Natuur en vormgeving (Specialist natuur en vormgeving);4;;23169;79160;kt21+duo19
k;97510;Hoefsmid;3;;23176;79160;kt21+duo19
k;97520;Kwaliteitscoördinator;4;;23173;79160;kt21+duo19
k;97531;Natuur en groene ruimte 2 (Medewerker buitenruimte);2;;23252;79160;kt21+duo19
k;97532;Natuur en groene ruimte 2 (Medewerker recreatiebedrijf);2;;23252;79160;kt21+duo19
k;97541;Voedingsmanagement (Voedingsspecialist);4;;23173;79160;kt21+duo19
k;97542;Voedingsmanagement (Manager voeding);4;;23173;79160;kt21+duo19
k;97551;Zorg, natuur en gezondheid (Werkbegeleider zorgbedrijf dier);3;;23221;79160;kt21+duo19
k;97552;Zorg, natuur en gezondheid (Werkbegeleider zorgbedrijf plant);3;;23221;79160;kt21+duo19
k;97561;Zorg, natuur en gezondheid (Ondernemer zorgbedrijf dier);4;;23221;79160;kt21+duo19
k;97562;Zorg, natuur en gezondheid (Ondernemer zorgbedrijf plant);4;;23221;79160;kt21+duo19
k;97570;Rundveepedicure;3;;23221;79160;kt21
k;97590;Dierenartsassistent paraveterinair;4;;23233;79160;kt21+duo19
k;97640;Biologisch-dynamisch bedrijf (Manager biologisch-dynamisch bedrijf);4;;23221;79160;kt21+duo19
k;97650;Groen, grond, infra (Manager gemechaniseerd loonbedrijf);4;;23221;79160;kt21+duo19
k;97660;Teelt 2/3 (Medewerker teelt);2;;23221;79160;kt21+duo19
k;97670;Teelt 2/3 (Vakbekwaam medewerker teelt);3;;23221;79160;kt21+duo19
k;97681;Teelt 4 (Manager teelt);4;;23221;79160;kt21+duo19
k;97682;Teelt 4 (Specialist teelt en techniek);4;;23221;79160;kt21+duo19
k;97683;Teelt 4 (Teamleider teelt en arbeid);4;;23221;79160;kt21
k;97690;In- en verkoop vershandel (In- en verkoper vershandel);4;;23221;79160;kt21+duo19
k;97701;Productiedieren (Dierverzorger graasdieren);3;;23221;79160;kt21+duo19
k;97702;Productiedieren (Dierverzorger hokdieren);3;;23221;79160;kt21+duo19
k;97703;Productiedieren (Dierverzorger melkvee);3;;23221;79160;kt21+duo19
k;97711;Productiedieren (Dierenhouder graasdieren);4;;23221;79160;kt21+duo19
k;97712;Productiedieren (Dierenhouder hokdieren);4;;23221;79160;kt21+duo19
k;97713;Productiedieren (Melkveehouder);4;;23221;79160;kt21+duo19
k;97720;Recreatiedieren (Dierverzorger recreatiedieren);3;;23233;79160;kt21+duo19
k;97730;Recreatiedieren (Ondernemer/manager recreatiedieren);4;;23233;79160;kt21+duo19
k;97740;Logistiek vakman (Medewerker vershandel, logistiek en transport);2;;23221;79160;kt21+duo19
k;97750;Logistiek vakman (Vakbekwaam medewerker vershandel, logistiek en transport);3;;23221;79160;kt21+duo19
k;97761;Logistiek vakman (Manager vershandel, logistiek en transport);4;;23221;79160;kt21+duo19
k;97762;Logistiek vakman (Specialist logistiek en kwaliteit);4;;23221;79160;kt21
k;97770;Proefdieren (Proefdierverzorger);3;;23233;79160;kt21+duo19
k;97780;Proefdieren (Biotechnicus);4;;23175;79160;kt21+duo19
k;97790;Ondernemer gezelschapsdieren;4;;23233;79160;kt21+duo19
k;97791;Vakbekwaam verkoper gezelschapsdieren;3;;23233;79160;kt21+duo19
k;97792;Manager groene detailhandel;4;;23169;79160;kt21+duo19
k;97793;Medewerker groene detailhandel;2;;23080;79160;kt21+duo19
k;97794;Vakbekwaam medewerker groene detailhandel;3;;23169;79160;kt21+duo19
k;97795;Manager teelt en gewasbescherming;4;;23221;79160;kt21
n;27050;Dakdekker pannen/leien;names26
n;27051;Dakdekker bitumen en kunststof;names26
n;27052;Medewerker hospitality;names26
n;27053;Zelfstandig medewerker hospitality;names26
n;27054;Zelfstandig medewerker leisure;names26
n;27055;Zelfstandig medewerker tourism;names26
n;27056;Leidinggevende hospitality;names26
n;27057;Leidinggevende leisure;names26
n;27058;Leidinggevende tourism;names26
n;27059;Ondernemer hospitality;names26
n;27060;Kok;names26
n;27061;Medewerker foodservice;names26
n;27062;Zelfstandig werkend kok;names26
n;27063;Allround medewerker foodservice;names26
n;27064;Gespecialiseerd kok;names26
n;27065;Leidinggevende keuken;names26
n;27066;Manager foodservice;names26
n;27067;Dakdekker riet;names26
n;27068;Monteur metalen daken en gevels;names26
n;27069;Zinkwerker;names26
n;27070;Allround dakdekker pannen/leien;names26
n;27071;Allround dakdekker bitumen en kunststof;names26
n;27072;Allround monteur metalen daken en gevels;names26
n;27073;Allround zinkwerker;names26
n;27086;Beheerder/uitvoerder natuur, water en natuurrecreatie;names26
n;27089;Natuursteenbewerker machinaal;names26
n;27090;Natuursteenbewerker ambachtelijk;names26
n;27091;Allround natuursteenbewerker;names26
n;27092;Werkvoorbereider installaties;names26
n;27093;Werkvoorbereider fabricage;names26
n;27094;Werkvoorbereider gespecialiseerde aannemerij;names26
n;27095;Uitvoerder bouw/infra;names26
n;27096;Uitvoerder gespecialiseerde aannemerij;names26
n;27097;Stukadoor;names26
n;27098;Allround stukadoor;names26
n;27099;Interieurvakman woningstofferen;names26
n;27100;Interieurvakman parketvloeren;names26
n;27101;Allround interieurvakman woningstofferen;names26
n;27102;Allround interieurvakman parketvloeren;names26
n;27103;Technisch Oogheelkundig Assistent;names26
n;27104;Acteur;names26
n;27105;Musicalacteur;names26
n;27106;Muzikant;names26
n;27107;Danser;names26
n;27108;Mediamaker;names26
n;27109;Allround mediamaker;names26
n;27110;Mediavormgever;names26
n;27111;Technisch specialist voertuigen en mobiele werktuigen;names26
n;27112;Basis technicus voertuigen en mobiele werktuigen;names26
n;27113;Allround technicus voertuigen en mobiele werktuigen;names26
n;27121;Ondernemer handel en/of diensten;names26
n;27122;Beveiliger 2;names26
n;27123;Beveiliger 3;names26
n;27124;Aankomend militair grondoptreden;names26
n;27125;Aankomend militair maritiem;names26
n;27126;Aankomend onderofficier grondoptreden;names26
n;27127;Aankomend onderofficier maritiem;names26
n;27128;Kapper;names26
n;27129;Barbier;names26
n;27130;Allround kapper;names26
n;27131;Allround barbier;names26
n;27132;Salonmanager kapper;names26
n;27133;Salonmanager barbier;names26
n;27134;Pedicure;names26
n;27135;Medisch pedicure;names26
n;27136;Uitvoerend bakker;names26
n;27137;Zelfstandig werkend bakker;names26
n;27138;Leidinggevende bakkerij;names26
n;27141;Apothekersassistent;names26
n;27142;Doktersassistent;names26
n;27143;Tandartsassistent;names26
n;27144;Verzorgende IG;names26
n;27145;Mbo-Verpleegkundige;names26
n;27146;Boomverzorger;names26`;
