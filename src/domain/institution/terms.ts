/**
 * What is due when, and how long until it climbs (DOMAIN.md §4 of the specification): school days unless said
 * otherwise, each a setting that a landschap may have its own value of.
 */
export const termDefaults = {
  scoutgesprekPlanned: 5,
  scoutgesprekHeld: 15,
  scoutgesprekClimb: 3,
  nextContact: 20,
  nextContactClimb: 5,
  firstConversation: 10,
  firstConversationClimb: 5,
  startConversationClimb: 5,
  choiceRecorded: 3,
  choiceClimb: 3,
  /** School days before 1 October from which it is asked. */
  enrolmentDecided: 20,
  enrolmentClimb: 5,
  placeAnswered: 5,
  placeClimb: 3,
  offerAnswered: 3,
  offerClimb: 2,
  landingClimb: 5,
  /** School weeks without a leermetergesprek after which one is asked. */
  leermeterPeriod: 10,
  leermeterHeld: 10,
  leermeterClimb: 10,
  signalAnswered: 5,
  signalClimb: 3,
  referralAnswered: 5,
  urgentReferralAnswered: 1,
  referralClimb: 2,
  planDrafted: 10,
  planConsulted: 15,
  planClimb: 5,
  stepClimb: 3,
  /** Calendar days after which an open case is looked at again. */
  caseReview: 60,
  caseReviewClimb: 10,
  destinationAsked: 10,
  workskillsOffered: 15,
  leftClimb: 5,
  finalPhaseOffered: 20,
  finalPhaseClimb: 10,
  accountsAgree: 10,
  accountsClimb: 5,
  otherProgrammeDiscussed: 10,
  otherProgrammeClimb: 5,
  openSwitchDecided: 5,
  openSwitchClimb: 3,
  handedOver: 1,
  handedOverClimb: 1,
  /** Years after leaving until a class of data is to be erased (`reference/domain.md` §7 of the specification). */
  retention: 2,
  retentionClimb: 20,
  /** Hours of unauthorised absence in four weeks that are a signal. */
  signalAbsenceHours: 16,
  /** School weeks without a conversation, inside the start programme and outside it. */
  signalSilentStart: 4,
  signalSilentLater: 10,
} as const satisfies Readonly<Record<string, number>>;

export type TermName = keyof typeof termDefaults;
export const termNames = Object.keys(termDefaults) as readonly TermName[];
