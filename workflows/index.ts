import type { AnyWorkflow } from '../src/domain/workflow/known.ts';
import { aLeermetergesprekIsHeldEveryPeriod } from './guidance/a-leermetergesprek-is-held-every-period.ts';
import { aSignalIsTalkedOver } from './guidance/a-signal-is-talked-over.ts';
import { theFinalPhaseOffersATraining } from './guidance/the-final-phase-offers-a-training.ts';
import { whoeverDependsOnSomebodyGoneIsHandedOver } from './guidance/whoever-depends-on-somebody-gone-is-handed-over.ts';
import { whatWasKeptLongEnoughIsErased } from './leaving/what-was-kept-long-enough-is-erased.ts';
import { whoLeavesWithoutStartkwalificatieIsFollowed } from './leaving/who-leaves-without-startkwalificatie-is-followed.ts';
import { anApplicationGetsAScoutgesprek } from './orientation/an-application-gets-a-scoutgesprek.ts';
import { whoOrientsFurtherHearsFromTheScout } from './orientation/who-orients-further-hears-from-the-scout.ts';
import { aReferralIsAnswered } from './second-line/a-referral-is-answered.ts';
import { aStepIsDoneOnItsDate } from './second-line/a-step-is-done-on-its-date.ts';
import { anAcceptedCaseGetsAPlan } from './second-line/an-accepted-case-gets-a-plan.ts';
import { anOpenCaseIsReviewed } from './second-line/an-open-case-is-reviewed.ts';
import { aBsaWarningIsASignal } from './signals/a-bsa-warning-is-a-signal.ts';
import { aLandingThatIsNotWellIsASignal } from './signals/a-landing-that-is-not-well-is-a-signal.ts';
import { aLongSilenceIsASignal } from './signals/a-long-silence-is-a-signal.ts';
import { aSecondSwitchRequestIsASignal } from './signals/a-second-switch-request-is-a-signal.ts';
import { theTwoAccountsAgreeOnThePeildatum } from './register/the-two-accounts-agree-on-the-peildatum.ts';
import { muchAbsenceIsASignal } from './signals/much-absence-is-a-signal.ts';
import { overdueLwpsAreASignal } from './signals/overdue-lwps-are-a-signal.ts';
import { enrolmentIsDecidedBeforeThePeildatum } from './start/enrolment-is-decided-before-the-peildatum.ts';
import { theStartProgrammeEndsWithAChoice } from './start/the-start-programme-ends-with-a-choice.ts';
import { theStartProgrammeHasItsConversations } from './start/the-start-programme-has-its-conversations.ts';
import { whoIsPlacedGetsAFirstConversation } from './start/who-is-placed-gets-a-first-conversation.ts';
import { aNegativeBsaLeadsToAnotherProgramme } from './switch/a-negative-bsa-leads-to-another-programme.ts';
import { aSwitchLands } from './switch/a-switch-lands.ts';
import { anOpenSwitchIsDecidedWhenTheStartProgrammeIsOver } from './switch/an-open-switch-is-decided-when-the-start-programme-is-over.ts';
import { theAskedCoachAnswers } from './switch/the-asked-coach-answers.ts';
import { whoAsksToSwitchGetsAnAnswer } from './switch/who-asks-to-switch-gets-an-answer.ts';

/** Every workflow, along the path; a new one is a file and a line here. */
export const workflows: readonly AnyWorkflow[] = [
  anApplicationGetsAScoutgesprek,
  whoOrientsFurtherHearsFromTheScout,
  whoIsPlacedGetsAFirstConversation,
  theStartProgrammeHasItsConversations,
  theStartProgrammeEndsWithAChoice,
  enrolmentIsDecidedBeforeThePeildatum,
  whoAsksToSwitchGetsAnAnswer,
  theAskedCoachAnswers,
  aSwitchLands,
  anOpenSwitchIsDecidedWhenTheStartProgrammeIsOver,
  aNegativeBsaLeadsToAnotherProgramme,
  aLeermetergesprekIsHeldEveryPeriod,
  aSignalIsTalkedOver,
  theFinalPhaseOffersATraining,
  whoeverDependsOnSomebodyGoneIsHandedOver,
  aReferralIsAnswered,
  anAcceptedCaseGetsAPlan,
  aStepIsDoneOnItsDate,
  anOpenCaseIsReviewed,
  whoLeavesWithoutStartkwalificatieIsFollowed,
  theTwoAccountsAgreeOnThePeildatum,
  whatWasKeptLongEnoughIsErased,
  muchAbsenceIsASignal,
  aLongSilenceIsASignal,
  overdueLwpsAreASignal,
  aBsaWarningIsASignal,
  aSecondSwitchRequestIsASignal,
  aLandingThatIsNotWellIsASignal,
];
