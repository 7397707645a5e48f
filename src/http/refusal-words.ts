import { guidanceWords } from './guidance-words.ts';
import type { Words } from './problem.ts';
import type { RefusalCode } from './refusal-status.ts';

/** What the office reads when the answer is no, and what a developer reads beside it. */
export const refusalWords: Readonly<Record<RefusalCode, Words>> = {
  NotYours: {
    nl: 'Dit mag u in deze rol, of bij deze student, niet doen.',
    en: 'You may not do this in this role, or for this student.',
  },
  OnlyTheAskedCoachAnswers: {
    nl: 'Alleen de gevraagde coach, of wie hem bij afwezigheid vervangt, antwoordt hierop.',
    en: 'Only the asked coach, or the deputy of an absent one, answers this.',
  },

  OutOfOrder: {
    nl: 'Dit past niet in de volgorde van wat er al is vastgelegd; een correctie kan het wel rechtzetten.',
    en: 'This does not fit the order of what is recorded already; a correction can put it right.',
  },
  DateInFuture: {
    nl: 'Deze datum ligt in de toekomst; leg vast wat geweest is.',
    en: 'This date lies in the future; record what has been.',
  },
  TrajectoryMerged: {
    nl: 'Dit traject was een dubbel en gaat verder onder een ander nummer.',
    en: 'This trajectory was a duplicate and goes on under another id.',
  },

  UnknownStudent: { nl: 'Deze student is hier niet bekend.', en: 'This student is not known here.' },
  UnknownStaff: { nl: 'Deze medewerker is hier niet bekend.', en: 'This member of staff is not known here.' },
  StaffHasLeft: {
    nl: 'Deze medewerker werkt hier op die dag niet meer.',
    en: 'This member of staff works here no more on that day.',
  },
  LacksRole: {
    nl: 'Deze medewerker heeft die rol daar op die dag niet.',
    en: 'This member of staff does not have that role there on that day.',
  },
  UnknownLandschap: { nl: 'Dit landschap is niet bekend.', en: 'This landschap is not known.' },
  UnknownProgramme: {
    nl: 'Deze opleidingscode is niet bekend, niet in de tabel en niet bij de instelling.',
    en: 'This opleidingscode is not known, neither in the table nor to the institution.',
  },
  NiveauDoesNotFit: {
    nl: 'Deze opleiding heeft een ander niveau.',
    en: 'This programme has another niveau.',
  },
  UnknownVariant: {
    nl: 'Deze variant van het startprogramma is niet bekend.',
    en: 'This variant of the start programme is not known.',
  },

  AlreadyOpened: { nl: 'Dit traject is al geopend.', en: 'This trajectory was opened before.' },
  NotOfferedHere: { nl: 'Dit landschap biedt dat niet aan.', en: 'This landschap does not offer that.' },
  BuddystageRuns: { nl: 'Er loopt al een buddystage.', en: 'A buddystage is under way already.' },
  CannotMerge: {
    nl: 'Deze trajecten kunnen zo niet worden samengevoegd.',
    en: 'These trajectories cannot be merged in this way.',
  },

  AlreadyApplied: {
    nl: 'Er staat al een aanmelding bij dit landschap open.',
    en: 'An application to this landschap is open already.',
  },

  ScoutgesprekMissing: {
    nl: 'Er is nog geen scoutgesprek met de uitkomst “plaatsen” voor dit landschap.',
    en: 'There is no scoutgesprek with outcome “place” for this landschap yet.',
  },
  AlreadyPlaced: { nl: 'De student is al geplaatst.', en: 'The student is placed already.' },
  NotPlaced: { nl: 'De student is niet geplaatst.', en: 'The student is not placed.' },
  AlreadyEnrolled: {
    nl: 'De student is al definitief ingeschreven.',
    en: 'The student is definitively enrolled already.',
  },
  NotInsideIt: {
    nl: 'De nieuwe code valt niet binnen het domein of dossier waarin de student staat; dat is een wissel.',
    en: 'The new code is not inside the domein or dossier of the student; that would be a switch.',
  },
  AlreadyResponsible: {
    nl: 'Deze coach is al verantwoordelijk voor de student.',
    en: 'This coach is responsible for the student already.',
  },

  AlreadyStarted: {
    nl: 'Het startprogramma van deze plaatsing is al begonnen.',
    en: 'The start programme of this placement has started already.',
  },
  AlreadyCompleted: {
    nl: 'Het startprogramma is al afgerond.',
    en: 'The start programme is completed already.',
  },
  NoExtension: {
    nl: 'De nieuwe einddatum ligt niet na de huidige.',
    en: 'The new last day is not after the present one.',
  },

  ConversationMissing: {
    nl: 'Er is sinds de plaatsing nog geen wissel- of reflectiegesprek geweest.',
    en: 'There was no switch or reflection conversation since the placement yet.',
  },
  AnotherSwitchIsOpen: {
    nl: 'Er loopt al een andere wissel; rond die eerst af of trek hem in.',
    en: 'Another switch is open; finish or withdraw it first.',
  },
  AlreadyThere: {
    nl: 'De student volgt deze opleiding al.',
    en: 'The student is in this programme already.',
  },
  AfterStartProgramme: {
    nl: 'Het startprogramma is voorbij; een wissel heeft nu de instemming van de teamleider nodig (exception).',
    en: 'The start programme is over; a switch now needs the agreement of the team leader (exception).',
  },
  UnknownSwitch: {
    nl: 'Deze wissel is bij deze student niet bekend.',
    en: 'This student has no such switch.',
  },
  SwitchIdInUse: {
    nl: 'Dit nummer is al van een eerdere wissel; gebruik een nieuwe UUID.',
    en: 'This id belongs to an earlier switch; use a new UUID.',
  },
  SwitchNotOpen: { nl: 'Deze wissel staat niet meer open.', en: 'This switch is not open any more.' },
  CoachDeclinedBefore: {
    nl: 'Deze coach heeft bij deze wissel al nee gezegd; vraag een andere.',
    en: 'This coach said no to this switch before; ask another.',
  },
  LandingAlreadyConfirmed: {
    nl: 'De landing na deze wissel is al bevestigd.',
    en: 'The landing of this switch was confirmed before.',
  },

  ...guidanceWords,

  UnknownEvent: {
    nl: 'Deze gebeurtenis staat niet in dit traject.',
    en: 'This event is not in this trajectory.',
  },
  NotCorrectable: {
    nl: 'Deze gebeurtenis kan niet zo worden gecorrigeerd.',
    en: 'This event cannot be corrected in this way.',
  },
  InvalidValues: {
    nl: 'De nieuwe waarden passen niet bij deze gebeurtenis.',
    en: 'The new values do not fit this event.',
  },
  CorrectionBreaks: {
    nl: 'Met deze correctie zou wat later is vastgelegd niet meer kloppen.',
    en: 'With this correction what was recorded later would not hold any more.',
  },

  InvalidNumber: {
    nl: 'Dit nummer doorstaat de elfproef niet; kijk of het goed is overgenomen.',
    en: 'This number fails the elfproef; check that it was copied well.',
  },
  NumberInUse: {
    nl: 'Dit nummer is al van een andere student.',
    en: 'This number belongs to another student already.',
  },
  NotTheHolder: {
    nl: 'Dit nummer is niet van deze student.',
    en: 'This number is not this student’s.',
  },
  StillTheirs: {
    nl: 'De student staat nog met dit nummer ingeschreven; corrigeer dat eerst.',
    en: 'The student is registered with this number still; correct that first.',
  },
  InvalidBirthDate: {
    nl: 'Deze geboortedatum kan niet: geen bestaande dag, voor 1900 of in de toekomst. Een onbekende dag of maand is 00.',
    en: 'This birth date cannot be: no day that exists, before 1900 or ahead. An unknown day or month is 00.',
  },
  TooManyNumbers: { nl: 'Deze student heeft al te veel nummers.', en: 'This student has too many numbers.' },

  AlreadyRegistered: {
    nl: 'Deze persoon is al ingeschreven met andere gegevens; corrigeer die.',
    en: 'This person is registered already, with other particulars; correct those.',
  },
  NotAStaffRole: { nl: 'Dit is geen rol voor een medewerker.', en: 'This is no role for a member of staff.' },
  OwnDeputy: { nl: 'Niemand vervangt zichzelf.', en: 'Nobody stands in for himself.' },
  StillResponsible: {
    nl: 'Er zijn nog studenten van deze medewerker afhankelijk; draag die eerst over.',
    en: 'Students still depend on this member of staff; hand them over first.',
  },
  InvalidPeriod: {
    nl: 'De laatste dag van deze periode ligt voor de eerste.',
    en: 'The last day of this period is before its first.',
  },

  UnknownDomein: { nl: 'Dit domein is niet bekend.', en: 'This domein is not known.' },
  NoLeerweg: { nl: 'Geef minstens één leerweg.', en: 'Give at least one leerweg.' },
  LwpTwice: { nl: 'Een LWP staat er tweemaal in.', en: 'An LWP is in it twice.' },
  CompetenceTwice: {
    nl: 'Een competentie staat er tweemaal in.',
    en: 'A competence is in it twice.',
  },
  NoCompetences: {
    nl: 'Een Leermeter heeft ten minste één competentie; noem er een.',
    en: 'A Leermeter has at least one competence; name one.',
  },
  InvalidScale: {
    nl: 'De hoogste score moet hoger zijn dan de laagste.',
    en: 'The highest score must be above the lowest.',
  },
  GroupIsForAnotherTraining: {
    nl: 'Deze groep volgt al een andere training; maak voor deze training een nieuwe groep.',
    en: 'This group follows another training already; make a new group for this training.',
  },
  OutsideSchoolYear: {
    nl: 'Deze vakantie valt buiten het schooljaar.',
    en: 'This holiday is outside the school year.',
  },
  InvalidSetting: {
    nl: 'Deze waarde kan niet voor deze instelling.',
    en: 'This value is not possible for this setting.',
  },
  NotPerLandschap: {
    nl: 'Deze instelling geldt voor de hele school, niet per landschap.',
    en: 'This setting holds for the whole school, not per landschap.',
  },
  UnknownTable: {
    nl: 'Deze tabel hoort niet bij deze versie.',
    en: 'This table does not ship with this version.',
  },

  TaskNotOpen: {
    nl: 'Deze taak staat niet meer open: gedaan, niet meer nodig of ingetrokken.',
    en: 'This task is open no more: done, not needed any more or withdrawn.',
  },
  AlreadyClaimed: {
    nl: 'Iemand anders heeft deze taak al op zich genomen.',
    en: 'Somebody else has taken this task on already.',
  },
  InvalidFollowUp: {
    nl: 'Een opvolgdatum ligt na vandaag, en niet verder dan zestig dagen.',
    en: 'A follow-up date lies after today, and no further than sixty days.',
  },

  MadeBeforeItsPeriod: {
    nl: 'Deze levering zou gemaakt zijn voordat haar periode begon.',
    en: 'This delivery would have been made before its period began.',
  },
  AlreadyRecorded: {
    nl: 'Ditzelfde bestand is al met andere gegevens vastgelegd.',
    en: 'The same file was recorded before with other particulars.',
  },
  AlreadyListed: {
    nl: 'Ditzelfde bestand is al als een andere lijst vastgelegd.',
    en: 'The same file was recorded before as another list.',
  },
  CountYearAhead: {
    nl: 'Het schooljaar van deze telling is nog niet begonnen.',
    en: 'The school year of this count has not begun yet.',
  },
  NotRecorded: { nl: 'Deze levering is nog niet vastgelegd.', en: 'This delivery is not recorded yet.' },
  TooManyNamed: {
    nl: 'Er staan te veel studenten op één bladzijde van de levering.',
    en: 'One page of the delivery names too many students.',
  },
  SealedOtherwise: {
    nl: 'Dezelfde vraag op dezelfde plek in het logboek is al in een ander bestand verzegeld; het logboek of de software is niet meer dezelfde.',
    en: 'The same question at the same place in the log was sealed into another file before; the log or the software is not the same any more.',
  },
  UnknownDelivery: { nl: 'Deze levering is niet bekend.', en: 'This delivery is not known.' },
};
