import type { ConversationKind, PortfolioArea } from '../../../domain/trajectory/events.ts';

interface Spoken {
  readonly agreements: readonly string[];
  readonly goals: readonly string[];
  readonly studentWants: readonly string[];
}

/** What is written down of a conversation. */
export const spoken: Readonly<Record<Exclude<ConversationKind, 'switch'>, Spoken>> = {
  leermeter: {
    agreements: [
      'Kiest één competentie voor de komende periode en vraagt twee mensen om feedback',
      'Vult de Leermeter over tien weken opnieuw in en legt ze naast elkaar',
      'Laat op de stage zien wat bij plannen het verschil maakt',
    ],
    goals: ['Van twijfel naar één keuze die klopt', 'Minder vaak op het laatste moment beginnen'],
    studentWants: ['Meer zelfstandig werken', 'Horen wat anderen goed vinden gaan'],
  },
  reflection: {
    agreements: [
      'Schrijft een korte reflectie op de afgelopen weken',
      'Bespreekt de feedback van de praktijkopleider met de groep',
      'Volgende keer samen kijken wat de nieuwe planning oplevert',
    ],
    goals: ['Op tijd om hulp vragen', 'De theorie bijhouden naast het werk'],
    studentWants: ['Meer praktijk', 'Een rustiger plek om te werken'],
  },
  support: {
    agreements: [
      'Belt elke maandag voor negen uur; de coach belt terug als het stil blijft',
      'Een aangepast rooster tot de vakantie, daarna samen kijken',
      'Samen een lijst gemaakt van wat eerst moet en wat kan wachten',
    ],
    goals: ['Weer vier dagen in de week aanwezig', 'Eén achterstand tegelijk inhalen'],
    studentWants: ['Dat niet iedereen het weet', 'Rust om het zelf op te lossen'],
  },
  career: {
    agreements: [
      'Bezoekt de open dag en spreekt een oud-student',
      'Maakt een cv en laat het door twee mensen lezen',
      'Zoekt uit wat de vervolgopleiding vraagt',
    ],
    goals: ['Weten waar ik na de zomer begin', 'Een netwerk van vijf mensen in het vak'],
    studentWants: ['Doorleren naast een baan', 'Werken bij het stagebedrijf'],
  },
};

export const remarks = [
  'Zie je terug in hoe je een klant aanspreekt',
  'Vorige keer was ik te streng voor mezelf',
  'Hier wil ik de komende periode aan werken',
  'Op de stage gaat dit beter dan op school',
] as const;

export const goals = [
  'Elke week de planning op zondag af',
  'Zelf een gesprek met een klant voeren',
  'De portfolio-opdracht over het vak afronden',
  'Twee keer per maand feedback vragen en opschrijven',
  'Rekenen inhalen tot het niveau van de groep',
  'Drie bedrijven bellen voor een stageplek',
] as const;

export const portfolio: Readonly<
  Record<PortfolioArea, { readonly titles: readonly string[]; readonly words: readonly string[] }>
> = {
  leren: {
    titles: ['Hoe ik leer', 'Mijn planning van dit blok', 'Toets nabesproken'],
    words: ['Met korte blokken onthoud ik meer dan in één avond'],
  },
  loopbaan: {
    titles: ['Interview met een vakvrouw', 'Waar ik over vijf jaar ben', 'Mijn cv'],
    words: ['Zij begon ook zonder te weten wat ze wilde; dat hielp mij'],
  },
  burgerschap: {
    titles: ['Naar de gemeenteraad', 'Vrijwilligerswerk in de wijk', 'Mijn stem'],
    words: ['In de wijk doen mensen meer voor elkaar dan ik dacht'],
  },
  zingeving: {
    titles: ['Wat ik belangrijk vind', 'Een dag zonder telefoon', 'Trots'],
    words: ['Ik was er voor iemand, en dat bleef de hele week hangen'],
  },
  ethiek: {
    titles: ['Wel of niet melden', 'Eerlijk tegen een klant', 'Een moeilijke keuze op stage'],
    words: ['Ik zei niets en had er later spijt van; volgende keer vraag ik het'],
  },
  dialoog: {
    titles: ['Feedback geven', 'Een gesprek dat vastliep', 'Luisteren'],
    words: ['Toen ik eerst doorvroeg, werd het een ander gesprek'],
  },
};

export const companies = [
  'Bakkerij Van den Berg',
  'Zorgcentrum De Linde',
  'Installatiebedrijf Hofstra',
  'Kinderopvang De Regenboog',
  'Garage Molenaar',
  'Hotel De Zwaan',
  'Sportcentrum Noord',
  'Drukkerij Jansen',
  'Hoveniers Groenland',
  'Transport Visser',
] as const;

export const abroad = [
  'Hotel Sonnenhof, Oostenrijk',
  'Clínica Dental, Spanje',
  'Byggfirma Berg, Zweden',
] as const;
