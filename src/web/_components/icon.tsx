const paths = {
  upload: 'M12 16V4m0 0L7 9m5-5 5 5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3',
  download: 'M12 4v12m0 0 5-5m-5 5-5-5M4 19v1h16v-1',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  split: 'M12 3v5m0 0L5 15v6m7-13 7 7v6',
  merge: 'M5 3v5l7 6 7-6V3m-7 11v7',
  plus: 'M12 5v14M5 12h14',
  discard: 'M4 7h16M9 7V4h6v3m-9 0 1 13h10l1-13M10 11v6m4-6v6',
  restore: 'M4 10h10a6 6 0 0 1 0 12H9M4 10l4-4m-4 4 4 4',
  down: 'm6 9 6 6 6-6',
  right: 'm9 6 6 6-6 6',
  left: 'm15 6-6 6 6 6',
  question: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.8-1.1 1.8M12 16.8v.1',
  warning: 'M12 4 2.8 20h18.4zM12 10v4.5m0 2.6v.1',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 11v5.5M12 7.6v.1',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  sortUp: 'M12 19V5m0 0-6 6m6-6 6 6',
  sortDown: 'M12 5v14m0 0 6-6m-6 6-6-6',
  columns: 'M4 5h16v14H4zM10 5v14M15 5v14',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 21 21',
  ledger: 'M4 4h16v16H4zM4 9h16M4 14.5h16M9.5 9v11',
  language:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M3.5 12h17M12 3c2.5 2.6 3.6 5.6 3.6 9s-1.100 6.400-3.600 9c-2.500-2.600-3.600-5.600-3.600-9s1.100-6.400 3.600-9',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.500 20.500c1-4 4-6 7.500-6s6.500 2 7.500 6',
  link: 'M10 14 20 4m0 0h-6m6 0v6M18 14v6H4V6h6',
  menu: 'M4 6h16M4 12h16M4 18h16',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8',
} as const

export type IconName = keyof typeof paths

/** A small picture beside a word; hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
