import type { Text } from './text.zh.ts'

export const en = {
  title: 'Who is signed in',
  intro: 'Who is signed in and from where. Once ended, the next thing they do asks them to sign in again. The journal tells of it.',
  loading: 'Loading…',
  count: (sessions: number, people: number) => `${sessions} sessions of ${people} people`,
  column: {
    name: 'Name',
    post: 'Role',
    agent: 'Browser',
    address: 'Network address',
    since: 'Signed in',
    seen: 'Last used',
    act: 'Action',
  },
  current: 'this one',
  unknownAgent: 'unknown',
  end: 'End',
  endAll: 'End everybody else’s sessions',
  endAllAsk: 'End everybody else’s sessions?',
  endAllWords: 'Everybody, but not this session of yours, must sign in again. What they typed and have not sent stays in their browsers.',
  ended: 'Ended',
  endedAll: (ended: number) => `${ended} sessions ended`,
  yes: 'End them',
  no: 'Cancel',
} satisfies Text
