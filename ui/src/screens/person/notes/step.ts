// A note's next step as something to do: a measure under a goal, or an appointment.
import { commands, type CaseId, type NeedArea, type PlanView } from '../../../lib/bindings';
import type { Option } from '../../../components';
import { call } from '../../../lib/call';
import { addDays, today, wall } from '../../../lib/format';
import { newId } from '../../../lib/uuid';
import { kindFor, whoFrom } from '../plan/measure';
import type { Step } from './NextStep.svelte';

/** The goals that are worked on, in their words. */
export function goalOptions(plan: PlanView | null): Option[] {
  return (plan?.needs ?? []).flatMap(({ goals }) =>
    goals.filter(({ goal }) => goal.status === 'active').map(({ goal }) => ({ value: goal.id, label: goal.title })),
  );
}

export function areaOf(plan: PlanView | null, goal: string): NeedArea {
  const found = plan?.needs.find(({ goals }) => goals.some((each) => each.goal.id === goal));
  return found?.need.area ?? 'authorities';
}

/** A measure from the words. */
export function measureFrom(text: string, goal: string): Step {
  return { kind: 'measure', text, goal, who: 'person', on: null, time: null, minutes: 60, place: '' };
}

/** An appointment from the words: a day, a time and a place among them are understood. */
export async function appointmentFrom(text: string): Promise<Step> {
  const step: Step = { kind: 'appointment', text, goal: '', who: 'person', on: addDays(today(), 7), time: '10:00', minutes: 60, place: '' };
  try {
    const read = await call(commands.quickLine(text));
    return {
      ...step,
      text: read.title || text,
      on: read.on,
      time: read.time?.slice(0, 5) ?? step.time,
      minutes: read.minutes || step.minutes,
      place: read.place,
    };
  } catch {
    // The words name no day: the form asks for it.
    return step;
  }
}

/** Writes the step; throws what stands in its way. */
export async function writeStep(caseId: CaseId, plan: PlanView | null, step: Step): Promise<void> {
  const id = newId();
  if (step.kind === 'measure') {
    await call(
      commands.measureAdd({
        id,
        goal: step.goal,
        description: step.text,
        kind: kindFor(areaOf(plan, step.goal)),
        responsible: whoFrom(step.who),
        due_on: step.on,
      }),
    );
    return;
  }
  const day = step.on ?? today();
  await call(
    commands.appointmentAdd({
      id,
      case: caseId,
      starts_at: wall(day, step.time ?? '00:00'),
      minutes: step.time ? step.minutes : 0,
      all_day: step.time === null,
      content: { title: step.text, place: step.place, on_paper: true },
    }),
  );
}
