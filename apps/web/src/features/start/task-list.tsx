import { Link } from '@tanstack/react-router';
import { useWords, type Words } from '../../app/i18n/use-words.js';
import { linkButtonClass } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { pageOfCriterion, THING_PAGES } from '../lab/step-pages.js';
import type { Task, TaskKind } from './tasks.js';

const ICONS: Record<TaskKind, IconName> = {
  overdue: 'clock',
  due: 'clock',
  mention: 'info',
  refused: 'cross',
  deliver: 'upload',
  checking: 'clock',
  approve: 'check',
  submit: 'check',
  criterion: 'warning',
  missing: 'warning',
  picture: 'map',
};

type Thing = Pick<NonNullable<Task['deadline']>, 'kind' | 'targetId' | 'title'>;

/** What a day or a question is about, in words. */
function thing({ t, criterion }: Words, { kind, targetId, title }: Thing): string {
  const dot = targetId.indexOf('.');
  const words =
    kind === 'step'
      ? t(`steps.${targetId as NonNullable<Task['step']>}.name`)
      : kind === 'criterion'
        ? criterion(targetId.slice(dot + 1))
        : (title ?? '');
  return `${t(`together.kind.${kind}`)} “${words}”`;
}

function sentence(words: Words, task: Task): string {
  const { t, date, criterion } = words;
  const about = task.deadline ?? task.mention;
  const values = {
    what: about === undefined ? '' : thing(words, about),
    due: task.deadline === undefined ? '' : date(task.deadline.dueOn),
    criterion: task.criterion === undefined ? '' : criterion(task.criterion),
    since: task.since === undefined ? '' : date(task.since),
    dataset: task.dataset?.name ?? '',
    step: task.step === undefined ? '' : t(`steps.${task.step}.name`),
    date: task.madeAt === undefined ? '' : date(task.madeAt),
  };
  return t(`start.task.${task.kind}`, values);
}

const pageOf = ({ step, criterion, deadline, mention }: Task) => {
  const about = deadline ?? mention;
  if (about !== undefined) return THING_PAGES[about.kind];
  return step === undefined || criterion === undefined ? '/labs/$labId' : pageOfCriterion(step, criterion);
};

function TaskLink({ task, isFirst }: { task: Task; isFirst: boolean }) {
  const { t } = useWords();
  const className = linkButtonClass(isFirst ? 'primary' : 'secondary');
  const params = { labId: task.lab.id };
  const words = t(`start.action.${task.kind}`);
  if (task.kind === 'deliver')
    return (
      <Link to="/labs/$labId/upload" params={params} search={{ dataset: task.dataset?.id }} className={className}>
        {words}
      </Link>
    );
  if (task.loadId !== undefined)
    return (
      <Link to="/labs/$labId/loads/$loadId" params={{ ...params, loadId: task.loadId }} className={className}>
        {words}
      </Link>
    );
  if (task.kind === 'picture')
    return (
      <Link to="/labs/$labId/hotspots" params={params} className={className}>
        {words}
      </Link>
    );
  return (
    <Link to={pageOf(task)} params={params} className={className}>
      {words}
    </Link>
  );
}

/** What waits for me, one line and one thing to do each. */
export function TaskList({ tasks, showsLab }: { tasks: readonly Task[]; showsLab: boolean }) {
  const words = useWords();
  if (tasks.length === 0) return <p className="utrecht-paragraph dl-quiet">{words.t('start.nothingWaiting')}</p>;
  return (
    <ul className="dl-tasks">
      {tasks.map((task, index) => (
        <li
          key={[
            task.lab.id,
            task.kind,
            task.dataset?.id,
            task.criterion,
            task.deadline?.targetId,
            task.mention?.commentId,
          ].join('-')}
          className={`dl-task dl-task--${task.kind}`}
        >
          <Icon name={ICONS[task.kind]} />
          <p className="dl-task__text">
            {sentence(words, task)}
            {showsLab && <span className="dl-quiet"> · {task.lab.name}</span>}
          </p>
          <TaskLink task={task} isFirst={index === 0} />
        </li>
      ))}
    </ul>
  );
}
