import { Link } from '@tanstack/react-router';
import { useWords, type Words } from '../../app/i18n/use-words.js';
import { linkButtonClass } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
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

/** The page on which a criterion is made to hold; who takes part is seen to among the people. */
const STEP_PAGES = {
  prioritise: '/labs/$labId/question',
  factual_picture: '/labs/$labId/facts',
  share_safely: '/labs/$labId/agreement',
  deeper_analyses: '/labs/$labId/analyses',
  solutions: '/labs/$labId/solutions',
} as const;
const OTHER_PAGES: Partial<Record<string, '/labs/$labId/people' | '/labs/$labId/cards' | '/labs/$labId/values'>> = {
  'cards-written': '/labs/$labId/cards',
  'values-answered': '/labs/$labId/values',
};
const pageOf = ({ step, criterion }: Task) =>
  (criterion?.endsWith('-named') ? '/labs/$labId/people' : OTHER_PAGES[criterion ?? '']) ?? STEP_PAGES[step!];

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
    <Link to={task.kind === 'criterion' ? pageOf(task) : '/labs/$labId'} params={params} className={className}>
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
