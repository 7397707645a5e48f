import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { TaskCommand } from '../../domain/workflow/commands.ts';
import type { WorkflowKey } from '../../domain/workflow/ids.ts';
import { workflowSubject } from '../../domain/workflow/subject.ts';
import { derivedId } from '../../engine/ids.ts';
import { type Asked, type Done, OnTask, OnTaskBatch, type TasksDone } from '../../http/messages.ts';
import { problem } from '../../http/problem.ts';
import type { Uuid } from '../../kernel/message.ts';
import { workflows } from '../../../workflows/index.ts';
import { answered, contextOf } from './answered.ts';
import { OFFICE, type Office } from './office.ts';
import { together } from './together.ts';

/** What a task is asked, decided by the stream of the workflow that asked it. */
const onTask = (
  { engine }: Office,
  of: WorkflowKey | undefined,
  command: TaskCommand,
  asked: Asked,
  correlationId?: Uuid,
): Promise<Done> => {
  if (!of) throw problem('UnknownTask');
  const workflow = workflows.find(({ name }) => name === of.workflow);
  if (!workflow) throw problem('RuleNotHere', { workflow: of.workflow });
  return answered(asked, () =>
    engine.execute(workflowSubject(workflow), of.key, command, {
      ...contextOf(asked),
      ...(correlationId !== undefined && { correlationId }),
    }),
  );
};

@CommandHandler(OnTask)
export class TaskHandler implements ICommandHandler<OnTask> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  async execute({ task, command, asked }: OnTask): Promise<Done> {
    const [of] = await this.office.whereTasksStand([task]);
    return onTask(this.office, of, { ...command, task }, asked);
  }
}

/** One command for many tasks; two of them may stand in one stream, so each decides under an id of its own. */
@CommandHandler(OnTaskBatch)
export class TaskBatchHandler implements ICommandHandler<OnTaskBatch> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  async execute({ batch, command, asked }: OnTaskBatch): Promise<TasksDone> {
    const { tasks } = command;
    const found = await this.office.whereTasksStand(tasks);
    const of = new Map(tasks.map((task, index) => [task, found[index]]));
    const { each, position } = await together(tasks, async (task) =>
      onTask(
        this.office,
        of.get(task),
        command.type === 'WithdrawTasks'
          ? { type: 'WithdrawTask', task, why: command.why }
          : { type: 'ReassignTask', task, to: command.to },
        { ...asked, commandId: derivedId(asked.commandId, task) },
        batch,
      ),
    );
    return { tasks: each.map(({ of: task, became }) => ({ task, ...became })), position };
  }
}
