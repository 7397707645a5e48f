import type { CaseOutcome, StepOwner } from '../../../domain/sab-case/events.ts';

/** What coaches ask, what they tried, and what comes of it; `confidential` stays with the second line. */
export const referring = [
  {
    question: 'Komt al weken niet uit bed en trekt zich terug; wat heeft hij nodig?',
    tried: 'Drie gesprekken, samen een weekrooster gemaakt, contact met de mentor van thuis',
    returned: 'De huisarts is al betrokken; houd als coach contact en meld over zes weken opnieuw',
    forCoach: 'Begin de dag met een korte check; niet vragen naar de reden van het verzuim',
    confidential: 'Slaapt slecht sinds de scheiding van de ouders; wil niet dat de klas het weet',
  },
  {
    question: 'Schulden en een dreigende huisuitzetting; school lukt er niet meer bij',
    tried: 'Doorverwezen naar het spreekuur van de gemeente, uitstel van de opdrachten geregeld',
    returned: 'De schuldhulp loopt; meer kan de tweede lijn nu niet doen',
    forCoach: 'Plan opdrachten ruim; er is hulp voor het geld',
    confidential: 'Woont bij een vriend; de brieven liggen ongeopend in een tas',
  },
  {
    question: 'Twijfelt of dit het goede vak is en durft niet te kiezen',
    tried: 'Meeloopdag elders, twee gesprekken over de keuze, interessetest',
    returned: 'Eerst het gesprek met de scout; daarna zo nodig opnieuw aanmelden',
    forCoach: 'Laat de keuze tot na de stage rusten; noem wat al goed gaat',
    confidential: 'Koos voor dit vak omdat de vader het wilde',
  },
  {
    question: 'Loopt vast op de stage door angst om te bellen en aan te spreken',
    tried: 'Geoefend in de les, de praktijkopleider gesproken, een dag minder per week',
    returned: 'De praktijkopleider kan dit zelf begeleiden; overleg drie keer op de stage',
    forCoach: 'Oefen eerst met bekenden; spreek kleine stappen af',
    confidential: 'Is op de vorige school lang gepest en schaamt zich daarvoor',
  },
  {
    question: 'Zorgt voor een zieke ouder en komt aan het leren niet toe',
    tried: 'Aangepast rooster, gesprek met thuis, uitstel van twee toetsen',
    returned: 'Het wijkteam heeft de zorg overgenomen; houd het aangepaste rooster aan',
    forCoach: 'Op dinsdag en donderdag later beginnen is afgesproken',
    confidential: 'Doet thuis alles alleen en vertelde het voor het eerst',
  },
] as const;

export const steps: readonly { readonly what: string; readonly who: StepOwner }[] = [
  { what: 'Elke maandag een weekplanning maken', who: 'student' },
  { what: 'Twee weken bijhouden hoe de dag begint', who: 'student' },
  { what: 'Een afspraak maken bij de huisarts', who: 'student' },
  { what: 'Het rooster aanpassen tot de voorjaarsvakantie', who: 'coach' },
  { what: 'Met de vakdocenten afspreken wat eerst kan', who: 'coach' },
  { what: 'Drie gesprekken over wat de student wil en kan', who: 'adviser' },
  { what: 'Samen naar het spreekuur van de gemeente', who: 'adviser' },
  { what: 'Thuis een vaste plek om te leren', who: 'parents' },
  { what: 'De stagebegeleider vertelt wat hij ziet', who: 'other' },
];

export const closing: Readonly<Record<CaseOutcome, readonly string[]>> = {
  goesOn: [
    'Kan weer verder; houd de maandagplanning nog een periode vast',
    'De rust is terug; vraag elke maand hoe het thuis gaat',
  ],
  switches: ['Kiest een andere opleiding en weet waarom; draag het plan over aan de nieuwe coach'],
  training: ['Begint bij Workskills; houd wekelijks contact met de trainer'],
  careElsewhere: ['De hulpverlening heeft het overgenomen; school blijft op het aangepaste rooster'],
  leaves: ['Stopt met de opleiding; wij hebben het vervolg met de student doorgenomen'],
  contactLost: ['Reageert niet meer, ook niet op huisbezoek; wij sluiten tot er weer contact is'],
  other: ['De vraag was met twee gesprekken beantwoord; geen plan nodig'],
};

export const concerns = {
  student: ['Ik slaap slecht en kom steeds te laat', 'Ik weet niet of ik dit volhoud'],
  coach: ['Is stil geworden en eet niet mee', 'Reageert fel op kleine dingen, dat was eerst niet zo'],
  colleague: ['Zat in de les te huilen en wilde niet praten', 'Valt in de middag in slaap'],
  teamLeader: ['Ouders belden: thuis gaat het niet goed'],
} as const;
