import { Link } from '@tanstack/react-router';
import { useWords, type Words } from '../../app/i18n/use-words.js';
import { linkButtonClass } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { pageOfCriterion } from '../lab/step-pages.js';
import type { Task, TaskKind } from './tasks.js';

const ICONS: Record<TaskKind, IconName> = {
  refused: 'cross',
  deliver: 'upload',
  checking: 'clock',
  approve: 'check',
  submit: 'check',
  criterion: 'warning',
  missing: 'warning',
  picture: 'map',
};

function sentence({ t, date, criterion }: Words, task: Task): string {
  const values = {
    criterion: task.criterion === undefined ? '' : criterion(task.criterion),
    since: task.since === undefined ? '' : date(task.since),
    dataset: task.dataset?.name ?? '',
    step: task.step === undefined ? '' : t(`steps.${task.step}.name`),
    date: task.madeAt === undefined ? '' : date(task.madeAt),
  };
  return t(`start.task.${task.kind}`, values);
}

const pageOf = ({ step, criterion }: Task) =>
  step === undefined || criterion === undefined ? '/labs/$labId' : pageOfCriterion(step, criterion);

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
          key={`${task.lab.id}-${task.kind}-${task.dataset?.id ?? ''}-${task.criterion ?? ''}`}
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
