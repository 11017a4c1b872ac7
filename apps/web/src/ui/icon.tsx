const PATHS = {
  mark: 'M3 17 8 6l6 4 7-4-3 12-8 2Z M12 11.5a2.5 2.5 0 1 0 .01 0Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  lock: 'M6 11h12v9H6Z M9 11V8a3 3 0 0 1 6 0v3',
  clock: 'M12 4a8 8 0 1 0 .01 0Z M12 8v4.5l3 2',
  circle: 'M12 5a7 7 0 1 0 .01 0Z',
  cross: 'm6 6 12 12M18 6 6 18',
  warning: 'M12 4 2.8 20h18.4Z M12 10v4.5 M12 17v.5',
  info: 'M12 4a8 8 0 1 0 .01 0Z M12 11v5 M12 8v.5',
  upload: 'M12 16V5m-5 5 5-5 5 5M5 19h14',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.5M4 12h.5M4 18h.5',
  mirror: 'M4 19V5h16v14Z M8 15v-3m4 3V8m4 7v-5',
  map: 'M4 6.5 9.5 4l5 2.5L20 4v13.5L14.5 20l-5-2.5L4 20Z M9.5 4v13.5 M14.5 6.5V20',
  left: 'm14.5 6-6 6 6 6',
  right: 'm9.5 6 6 6-6 6',
  up: 'm6 14.5 6-6 6 6',
  down: 'm6 9.5 6 6 6-6',
  file: 'M6 3h8l4 4v14H6Z M14 3v4h4',
  key: 'M8 9a4 4 0 1 0 .01 0Z M11.5 12.5 20 12.5m-3 0v4',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7Z',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside words; what it means is always also written. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="dl-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
